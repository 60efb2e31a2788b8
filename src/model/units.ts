/** Branded numbers: instants, durations and interned ids cannot be mixed up by accident. */
declare const brand: unique symbol;
export type Brand<T, B extends string> = T & { readonly [brand]: B };

/**
 * An instant in µs since 1970-01-01T00:00:00. UTC where the export gives an offset; the machine's wall clock where it
 * does not (`InputSummary.zones` is empty then). Where year or date are unknown it lies before 1900: `unknownPart` tells.
 * Exact in a double from the year 1685 to 2255.
 */
export type Micros = Brand<number, 'Micros'>;

/** Index of an interned (process image, sender, subsystem, category) tuple, dense from 0, valid for one run. */
export type OriginId = Brand<number, 'OriginId'>;

/** Index of an input of this run, in the order given. */
export type InputIndex = Brand<number, 'InputIndex'>;

/** A duration in µs. Only a name: durations are added to and compared with each other freely. */
export type DurationUs = number;

export const SECOND: DurationUs = 1_000_000;
export const MINUTE: DurationUs = 60 * SECOND;
export const HOUR: DurationUs = 60 * MINUTE;

/** A day in the Gregorian calendar, of no place in particular. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}
