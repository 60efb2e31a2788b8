import type { ByteSource } from '../lib/byte-source.ts';
import type { Micros } from '../model/units.ts';
import { DAY_US } from './calendar.ts';
import { readLastWall } from './last-stamp.ts';
import type { Sniffed, SniffedStyle } from './sniff.ts';
import type { Window } from './window.ts';
import type { InputHead } from './zones.ts';

/** What an input says of its time and machine, by its beginning and, where it can be read at a place, its end. */
export function headOf(source: ByteSource, sniffed: Sniffed, window: Window): InputHead {
  const { name, container } = source;
  if (sniffed.kind !== 'style' || sniffed.firstWall === undefined)
    return { name, first: undefined, last: undefined, offsetMinutes: undefined, lack: undefined, container };
  // Both are µs on the wall clock of the export.
  return {
    name,
    first: sniffed.firstWall as Micros,
    last: lastOf(sniffed, readLastWall(sniffed.style, source, sniffed)) as Micros | undefined,
    offsetMinutes: sniffed.offsetMinutes,
    lack: sniffed.lack,
    boots: bootsIn(window.bytes.toString('latin1', window.from, window.have)),
    container,
  };
}

/** Boots that the records of an export in JSON name. Source: line-formats 5. */
function bootsIn(text: string): string[] {
  const named = text.matchAll(/"bootUUID" ?: ?"([0-9A-Fa-f-]{36})"/g);
  return [...new Set(Array.from(named, ([, uuid = '']) => uuid.toUpperCase()))];
}

/** Wall clock of the last record; behind that of the first, where midnight or a year's end lies between them. */
function lastOf({ firstWall, lack }: SniffedStyle, last: number | undefined): number | undefined {
  if (lack === undefined || last === undefined || firstWall === undefined || last >= firstWall) return last;
  return lack === 'date' ? last + DAY_US : undefined;
}
