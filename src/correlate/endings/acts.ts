import type { HistoryLetter } from '../../model/flow.ts';
import type { Micros } from '../../model/units.ts';

/**
 * What one line means for the end of a flow, whatever its wording. `heard-…` is one side telling of the other's act.
 * Source: kernel-lifecycles 3 and 4 (a) to (g); userland-messages ne.flow.*.
 */
export type Act =
  | 'new'
  | 'connect'
  | 'answer' // connect result, with its error
  | 'delivered'
  | 'moved'
  | 'no-more' // nobody else to offer it to
  | 'native'
  | 'offer'
  | 'accept'
  | 'reject'
  | 'app-half'
  | 'app-close'
  | 'close-sent'
  | 'heard-app-close'
  | 'provider-half'
  | 'provider-close'
  | 'heard-provider-half'
  | 'heard-provider-close'
  | 'writes-refused' // the provider had closed before
  | 'app-was-gone' // the provider's close or data came to a socket that was not there any more
  | 'answer-was-late' // … its answer to the connect did
  | 'flow-was-gone' // … or to a flow the kernel did not know any more
  | 'orphaned'
  | 'no-group'
  | 'denied'
  | 'kernel-error'
  | 'error'
  | 'removed'
  | 'detached'
  | 'destroyed'
  | 'data-out'
  | 'data-in';

/** One thing that was said of a flow. */
export interface Said {
  readonly act: Act;
  readonly at: Micros;
  readonly by: 'kernel' | 'provider';
  readonly letter: HistoryLetter | undefined;
  /** errno, `how`, control unit: the number that stands in the line. */
  readonly value: number | undefined;
}

/** Said once and again within one flow, and each time it counts. */
const REPEATED: ReadonlySet<Act> = new Set(['answer', 'moved', 'connect', 'offer', 'accept', 'reject']);
/** Beyond this only what was never said before is remembered. */
const CAP_REPEATS = 24;

/** Remembers it, unless it was said before and says no more. Bounded by the number of acts. */
export function remember(said: Said[], next: Said): void {
  const known = indexOf(said, next);
  if (known >= 0 && (!REPEATED.has(next.act) || said.length >= CAP_REPEATS)) {
    // Lines may come a little out of order: what counts is when it was said first.
    const before = said[known];
    if (before !== undefined && next.at < before.at && !REPEATED.has(next.act)) said[known] = next;
    return;
  }
  said.push(next);
}

function indexOf(said: readonly Said[], { act, by }: Said): number {
  for (let i = 0; i < said.length; i += 1) {
    const each = said[i];
    if (each !== undefined && each.act === act && each.by === by) return i;
  }
  return -1;
}

export function inOrderOfTime(said: readonly Said[]): readonly Said[] {
  let last = Number.NEGATIVE_INFINITY;
  for (const { at } of said) {
    if (at < last) return said.toSorted((a, b) => a.at - b.at);
    last = at;
  }
  return said;
}

export function first(said: readonly Said[], ...acts: readonly Act[]): Said | undefined {
  for (const each of said) if (acts.includes(each.act)) return each;
  return undefined;
}
