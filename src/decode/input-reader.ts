import type { Zone } from '../lib/time-zone.ts';
import type { InputSummary, Problem } from '../model/input.ts';
import type { LogRecord } from '../model/log-record.ts';
import type { InputIndex, Micros } from '../model/units.ts';
import type { AssumedDate } from './dates.ts';
import type { OriginTable } from './origin-table.ts';
import type { WindowSizes } from './window.ts';
import type { AssumedZone, InputHead } from './zones.ts';

export interface InputContext {
  readonly origins: OriginTable;
  readonly index: InputIndex;
  /** Smaller ones are for tests: what is read does not depend on them. */
  readonly sizes?: WindowSizes;
  /** Only records of this stretch of time; honoured by log archives, which need not read the rest. */
  readonly window?: TimeWindow;
}

/** A stretch of time, both ends included; open where an end is left out. */
export interface TimeWindow {
  readonly since?: Micros;
  readonly until?: Micros;
}

/** Reads one input. Throws nothing that is wrong with the data: what is odd is in `problems()`. */
export interface InputReader {
  /** What the input says of its time; reads its beginning. */
  head(): Promise<InputHead>;
  /** Takes the first record to be from this day, or from its year: whatever the export does not print. Before the first `next`. */
  assumeDate(date: AssumedDate): void;
  /** Takes its zone-less times for those of a place with this offset, or of the zone that was chosen. Before the first `next`. */
  assumeZone(zone: AssumedZone | Zone): void;
  /**
   * Wanted records in the order of the input, in small batches; undefined at the end. Wants that change count
   * from the next batch on.
   */
  next(): Promise<LogRecord[] | undefined>;
  summary(): InputSummary;
  problems(): Problem[];
  /** Whether its records cannot be read again by name and place, so that what is cited must be kept. */
  readonly keepsText: boolean;
  /** Stops reading: `next` hands over what is there, then ends. */
  interrupt(): void;
}
