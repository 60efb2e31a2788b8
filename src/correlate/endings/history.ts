import type { ClosedBy } from '../../model/flow.ts';
import type { Micros } from '../../model/units.ts';
import { type Act, first, type Said } from './acts.ts';

const CAP_LETTERS = 32;
/** What a provider does anew when a flow is moved to the next one. */
const ANEW = ['o', 'a', 'c', 'C', '!'] as const;
const CLOSING = /^(?:app|provider|heard|removed|detached|destroyed|orphaned|close)/;

/** The flow's life in letters (`HISTORY`), each once until it is handed on. Source: cli.md section 5. */
export function historyOf(said: readonly Said[], lossAt: Micros | undefined, closedBy: ClosedBy): string {
  const letters: string[] = [];
  const seen = new Set<string>();
  const add = (letter: string | undefined): void => {
    if (letter === undefined || seen.has(letter)) return;
    seen.add(letter);
    letters.push(letter);
  };
  const gap = (at: Micros): void => {
    if (lossAt !== undefined && at > lossAt) add('~');
  };
  // Bytes are counted when the flow is destroyed: they flowed before anybody closed.
  const bytes = [first(said, 'data-out') && 'd', first(said, 'data-in') && 'D'];
  for (const each of said) {
    gap(each.at);
    if (CLOSING.test(each.act)) for (const letter of bytes) add(letter);
    if (each.act === 'moved') for (const letter of ANEW) seen.delete(letter);
    add(letterOf(each, seen, closedBy));
    if (each.act === 'provider-close' && (each.value ?? 0) !== 0) add('!');
  }
  gap(Number.POSITIVE_INFINITY as Micros);
  return letters.slice(0, CAP_LETTERS).join('');
}

function letterOf({ act, letter, value }: Said, seen: ReadonlySet<string>, closedBy: ClosedBy): string | undefined {
  if (act === 'answer' && value !== 0) return '!';
  if (letter !== undefined) return letter;
  if (act === 'close-sent') return closedBy.reason === 'kernel-closed' ? 'k' : undefined;
  if (!isProviderClose(act)) return undefined;
  return act === 'heard-provider-close' || seen.has('S') ? 'X' : 'S';
}

function isProviderClose(act: Act): boolean {
  return /^(?:heard-)?provider-(?:half|close)$/.test(act);
}
