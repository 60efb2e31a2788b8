import type { LogRecord } from '../../model/log-record.ts';

/** Where a record stands in the order of an archive: by time, records of one µs by their places. */
export interface OrderKey {
  readonly at: number;
  /** `RecordRef.offset`. */
  readonly offset: number;
}

export function compareKeys(a: OrderKey, b: OrderKey): number {
  return a.at - b.at || a.offset - b.offset;
}

export function keyOf({ at, ref }: LogRecord): OrderKey {
  return { at, offset: ref.offset };
}

export function compareRecords(a: LogRecord, b: LogRecord): number {
  return a.at - b.at || a.ref.offset - b.ref.offset;
}
