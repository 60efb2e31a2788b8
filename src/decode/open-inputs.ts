import type { InputSource } from '../lib/input-source.ts';
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
 * over the same time, as do those without a year or a date. `date`: that of the first record of inputs that print none.
 */
export async function openInputs(
  sources: readonly InputSource[],
  context: { readonly origins: OriginTable; readonly date?: CalendarDate | undefined },
): Promise<OpenInputs> {
  // The position in the list is the input's index.
  const readers = sources.map((source, index) =>
    openInput(source, { origins: context.origins, index: index as InputIndex }),
  );
  if (readers.length < 2 && context.date === undefined) return { readers, machineOf: () => 0, machines: 1 };
  const heads = [];
  for (const reader of readers) heads.push(await reader.head());
  const dates = alignDates(heads, context.date);
  for (const [index, date] of dates.entries()) if (date !== undefined) readers[index]?.assumeDate(date);
  const placed = heads.map((head, index) => onDate(head, dates[index]));
  for (const [index, zone] of alignZones(placed).entries()) {
    if (zone !== undefined) readers[index]?.assumeZone(zone);
  }
  const machines = alignMachines(heads);
  return { readers, machineOf: (input) => machines[input] ?? 0, machines: Math.max(...machines) + 1 };
}
