import type { InputSource } from '../lib/input-source.ts';
import type { Zone } from '../lib/time-zone.ts';
import type { CalendarDate, InputIndex } from '../model/units.ts';
import { alignDates, onDate } from './dates.ts';
import type { InputReader } from './input-reader.ts';
import { alignMachines } from './machines.ts';
import { openInput } from './open-input.ts';
import type { OriginTable } from './origin-table.ts';
import { alignZones } from './zones.ts';

export interface OpenInputs {
  readonly readers: readonly InputReader[];
  /** Which machine's log an input is: 0 for the first one's. */
  readonly machineOf: (input: number) => number;
  readonly machines: number;
}

/**
 * Opens all inputs of a run: they share one table of origins, and those without a UTC offset take that of another input
 * over the same time, as do those without a year or a date. `date`: that of the first record of inputs that print none;
 * `zone`: that of times without an offset. What is given counts for all inputs: a later part of one may lack it.
 */
export async function openInputs(
  sources: readonly InputSource[],
  context: {
    readonly origins: OriginTable;
    readonly date?: CalendarDate | undefined;
    readonly zone?: Zone | undefined;
  },
): Promise<OpenInputs> {
  // The position in the list is the input's index.
  const readers: InputReader[] = [];
  for (const [index, source] of sources.entries())
    readers.push(await openInput(source, { origins: context.origins, index: index as InputIndex }));
  const { date, zone } = context;
  if (zone !== undefined) for (const reader of readers) reader.assumeZone(zone);
  if (date !== undefined) for (const reader of readers) reader.assumeDate({ ...date, from: undefined });
  if (readers.length < 2) return { readers, machineOf: () => 0, machines: 1 };
  const heads = [];
  for (const reader of readers) heads.push(await reader.head());
  const dates = alignDates(heads, date);
  for (const [index, found] of dates.entries()) if (found?.from !== undefined) readers[index]?.assumeDate(found);
  const placed = heads.map((head, index) => onDate(head, dates[index]));
  const zones = zone === undefined ? alignZones(placed) : [];
  for (const [index, found] of zones.entries()) if (found !== undefined) readers[index]?.assumeZone(found);
  const machines = alignMachines(placed);
  return { readers, machineOf: (input) => machines[input] ?? 0, machines: Math.max(...machines) + 1 };
}
