import type { Capture } from '../capture.ts';
import { formatIso } from '../lib/time-format.ts';
import type { LogRecord } from '../model/log-record.ts';
import type { WhereContext } from '../recognize/where.ts';

/** What a run knows of its capture while it prints the records. */
export interface RunContext extends WhereContext {
  capture: Capture | undefined;
  /** What the inputs have said of themselves since the last batch. */
  refresh(): void;
}

export function createContext(): RunContext {
  let summaries: ReturnType<Capture['summaries']> = [];
  const context: RunContext = {
    capture: undefined,
    refresh: () => {
      summaries = context.capture?.summaries() ?? [];
    },
    inputName: (input) => summaries[input]?.name ?? '',
    roleOf: (origin) => context.capture?.roleOf(origin) ?? '',
    offsetOf(at, input) {
      const zones = summaries[input]?.zones ?? [];
      let offset = zones[0]?.offsetMinutes;
      for (const zone of zones) if (zone.from <= at) offset = zone.offsetMinutes;
      return offset;
    },
  };
  return context;
}

/**
 * A record's time, or that which is to stand for it, as `log show` prints it: a blank behind the date, no colon in the offset. Empty
 * where it has none.
 */
export function stampOf(record: LogRecord, context: WhereContext, at = record.at): string {
  // Lists of a tool have no times; the decoder puts them at the beginning of all time.
  if (record.at === 0) return '';
  const iso = formatIso(at, context.offsetOf(record.at, record.ref.input));
  return iso.replace('T', ' ').replace(/([+-]\d\d):(\d\d)$/, '$1$2');
}
