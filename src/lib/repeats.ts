import type { LogRecord } from '../model/log-record.ts';
import { TwoGenerationMap } from './two-generation-map.ts';

/** Records of several streams that are one record, printed into several exports. */
export interface Repeats {
  /** Whether another stream has handed this record over already. `isAlone`: no other stream has records left. */
  isRepeat(record: LogRecord, stream: number, isAlone: boolean): boolean;
}

/** Exports of one log differ in the order of neighbours by less than this. Source: line-formats 0.5. */
const LATE_US = 2_000_000;
/** Records that are remembered at a time. */
const REMEMBERED = 8192;

interface Seen {
  readonly record: LogRecord;
  /** The streams that have handed it over. */
  readonly streams: number[];
}

/**
 * Tells records that several exports of one machine hold. Same time, process and message, and nothing that contradicts:
 * styles leave out pids, threads, levels and boots, and some print milliseconds only. What one stream prints three times
 * stays three records.
 */
export function createRepeats(): Repeats {
  const seen = new TwoGenerationMap<string, Seen[]>(REMEMBERED);
  let sharedUntil = Number.NEGATIVE_INFINITY;
  return {
    isRepeat(record, stream, isAlone) {
      if (!isAlone) sharedUntil = record.at + LATE_US;
      else if (record.at > sharedUntil) return false;
      const key = `${Math.floor(record.at / 1000)} ${record.origin.process} ${record.message}`;
      const known = seen.get(key);
      const same = known?.find((each) => !each.streams.includes(stream) && isSame(each.record, record));
      if (same !== undefined) {
        same.streams.push(stream);
        return true;
      }
      const entry = { record, streams: [stream] };
      if (known === undefined) seen.set(key, [entry]);
      else known.push(entry);
      return false;
    },
  };
}

function isSame(a: LogRecord, b: LogRecord): boolean {
  return (
    (a.at === b.at || isWholeMs(a) || isWholeMs(b)) &&
    (a.pid === b.pid || a.pid < 0 || b.pid < 0) &&
    (a.tid === b.tid || a.tid === 0 || b.tid === 0) &&
    (a.level === b.level || a.level === 'unknown' || b.level === 'unknown') &&
    (a.boot === b.boot || a.boot === undefined || b.boot === undefined) &&
    isSameText(a.origin.subsystem, b.origin.subsystem) &&
    isSameText(a.origin.category, b.origin.category)
  );
}

/** The time of a style that prints milliseconds, or of a record that happens to fall on one. */
function isWholeMs({ at }: LogRecord): boolean {
  return at % 1000 === 0;
}

function isSameText(a: string, b: string): boolean {
  return a === b || a === '' || b === '';
}
