import { parseTimestamp } from '../../lib/time-parse.ts';
import type { Report } from '../../model/report.ts';

const DAY_US = 86_400_000_000;

/** µs on the report's own clock. What an export leaves out (year, date) stands for a fixed one: good for distances only. */
export function microsOf(at: string): number | undefined {
  const whole = at.startsWith('--') ? `1972-${at.slice(2)}` : /^\d\d:/.test(at) ? `1970-01-01T${at}` : at;
  return parseTimestamp(whole)?.at;
}

/** Places on the time of the capture. */
export interface TimeAxis {
  /** How long the capture is, in µs, at least 1. */
  readonly lengthUs: number;
  /** µs from the start of the capture, never outside of it; undefined for what is no time. */
  place(at: string | undefined): number | undefined;
}

/** Undefined where the capture has no span. */
export function timeAxis({ capture }: Report): TimeAxis | undefined {
  const start = capture.span === undefined ? undefined : microsOf(capture.span.from);
  if (capture.span === undefined || start === undefined) return undefined;
  const lengthUs = Math.max(1, capture.span.durationUs);
  return {
    lengthUs,
    place(at) {
      const micros = at === undefined ? undefined : microsOf(at);
      if (at === undefined || micros === undefined) return undefined;
      // Without a date a time before the start is one of the next day.
      const isNextDay = micros < start && /^\d\d:/.test(at);
      return Math.min(lengthUs, Math.max(0, micros - start + (isNextDay ? DAY_US : 0)));
    },
  };
}
