import { UserError } from '../lib/errors.ts';
import type { Redactor } from './redactor.ts';

/** Throws `UserError` (exit code 6) where a text that is about to be written still holds a private value. `where` names its place. */
export function prove(redactor: Redactor, text: string, where: () => string): void {
  const [leak] = redactor.leaks(text);
  if (leak === undefined) return;
  throw new UserError(
    `a private value (${leak.kind}, ${leak.token}) would still stand in ${where()}: nothing was written`,
    {
      exitCode: 6,
      hint: 'please report it with this line; --redact strict leaves out every message that is not known',
    },
  );
}

const SCANNED = [
  'eventMessage',
  'formatString',
  'subsystem',
  'category',
  'senderImagePath',
  'processImagePath',
  'bootUUID',
  'input',
];

/** The same for a line of NDJSON, as a reader of the line will see it. */
export function proveLine(redactor: Redactor, line: string, where: () => string): void {
  // What `JSON.stringify` wrote, read again.
  const object = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const texts = SCANNED.flatMap((key) => (typeof object[key] === 'string' ? [object[key]] : []));
  prove(redactor, texts.join('\n'), where);
}
