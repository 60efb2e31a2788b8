import type { Micros } from '../model/units.ts';
import type { Lack } from './calendar.ts';

/** What an input says of its time before it is read. */
export interface InputHead {
  readonly name: string;
  /** Wall clock of the first and the last record; the last is undefined where only reading to the end could tell. */
  readonly first: Micros | undefined;
  readonly last: Micros | undefined;
  /** UTC offset of the first record; undefined where the export prints none. */
  readonly offsetMinutes: number | undefined;
  /** What its times do not say: the wall clock is in the unknown year, or on the unknown day. */
  readonly lack: Lack | undefined;
  /** Boots of which it holds records, as far as its beginning tells; none where the export names none. */
  readonly boots?: readonly string[];
  /** The folder or container that it came in. */
  readonly container?: string | undefined;
}

export interface AssumedZone {
  readonly offsetMinutes: number;
  /** The input whose offset it is. */
  readonly from: string;
}

/** How long an input is taken to be whose end is not known. */
const UNKNOWN_LENGTH_US = 24 * 3600 * 1_000_000;

/**
 * The offset to assume for each input that prints none: that of the input with one whose wall clock it shares the longest
 * stretch with. Undefined for inputs that have an offset, and where no wall clocks meet: merged with a guess they might lie
 * hours apart. Source: line-formats 9, end.
 */
export function alignZones(heads: readonly InputHead[]): (AssumedZone | undefined)[] {
  return heads.map((head) => {
    if (head.offsetMinutes !== undefined) return undefined;
    let best: AssumedZone | undefined;
    let longest = -1;
    for (const other of heads) {
      const shared = sharedTime(head, other);
      if (other.offsetMinutes === undefined || shared <= longest) continue;
      longest = shared;
      best = { offsetMinutes: other.offsetMinutes, from: other.name };
    }
    return best;
  });
}

/** µs for which both wall clocks run; -1 where they do not meet. */
export function sharedTime(a: InputHead, b: InputHead): number {
  if (a.first === undefined || b.first === undefined) return -1;
  const from = Math.max(a.first, b.first);
  const to = Math.min(a.last ?? a.first + UNKNOWN_LENGTH_US, b.last ?? b.first + UNKNOWN_LENGTH_US);
  return to < from ? -1 : to - from;
}
