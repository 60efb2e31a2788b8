import { UserError } from '../lib/errors.ts';
import { TwoGenerationMap } from '../lib/two-generation-map.ts';
import type { Redactor } from './redactor.ts';

/** Throws `UserError` (exit code 6) where a text that is about to be written still holds a private value. `where` names its place. */
export function prove(
  redactor: Redactor,
  text: string,
  where: () => string,
  isOurs?: (found: string) => boolean,
): void {
  const [leak] = redactor.leaks(text, isOurs);
  if (leak === undefined) return;
  throw new UserError(
    `a private value (${leak.kind}, ${leak.token}) would still stand in ${where()}: nothing was written`,
    {
      exitCode: 6,
      hint: 'please report it with this line; --redact strict leaves out every message that is not known',
    },
  );
}

/**
 * Whether a file would say what stands in small letters, a word or words, with nothing of any capture in it: `ours` is the file
 * drawn from a report without texts. A person may be called like a word of ours.
 */
export function wordsOf(ours: readonly string[]): (found: string) => boolean {
  const text = ours.join('\n').toLowerCase();
  return (found) => {
    for (let at = text.indexOf(found); at >= 0; at = text.indexOf(found, at + 1))
      if (!isWordAt(text, at - 1) && !isWordAt(text, at + found.length)) return true;
    return false;
  };
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** What stands in line after line the same. */
const REPEATED = ['formatString', 'subsystem', 'category', 'senderImagePath', 'processImagePath', 'bootUUID', 'input'];

const MOST_REPEATED = 4_000;

/** Throws what `prove` throws. */
export type ProveLine = (line: string, where: () => string) => void;

/**
 * The same for lines of NDJSON, each as a reader of the line will see it. The redactor is sealed: what was clean once stays so, and
 * is not looked through again where it is said again.
 */
export function createLineProver(redactor: Redactor): ProveLine {
  const clean = new TwoGenerationMap<string, true>(MOST_REPEATED);
  return (line, where) => {
    // What `JSON.stringify` wrote, read again.
    const object = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const { eventMessage } = object;
    if (typeof eventMessage === 'string') prove(redactor, eventMessage, where);
    for (const key of REPEATED) {
      const text = object[key];
      if (typeof text !== 'string' || clean.get(text) === true) continue;
      prove(redactor, text, where);
      clean.set(text, true);
    }
  };
}
