import { daysSinceEpoch, parseDate, parseTimestamp } from './time-parse.ts';

const SECOND_US = 1_000_000;
const DAY_US = 86_400 * SECOND_US;

/** A time as a person writes it. µs: since 1970 in UTC, on the capture's own wall clock, or since midnight. */
export type TimePoint =
  | { readonly kind: 'instant'; readonly at: number }
  | { readonly kind: 'wall'; readonly at: number }
  | { readonly kind: 'time-of-day'; readonly at: number };

const TIME_OF_DAY = /^(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,6}))?)?$/;

/**
 * Reads `2026-03-18 14:05:00.1+0100` (an instant), the same without an offset or a day alone (the wall clock of the capture),
 * `14:05` (a time of day). Undefined for anything else.
 */
export function parseTimePoint(text: string): TimePoint | undefined {
  const stamp = parseTimestamp(text);
  if (stamp !== undefined) return { kind: stamp.offsetMinutes === undefined ? 'wall' : 'instant', at: stamp.at };
  const date = parseDate(text);
  if (date !== undefined) return { kind: 'wall', at: daysSinceEpoch(date.year, date.month, date.day) * DAY_US };
  const match = TIME_OF_DAY.exec(text);
  if (match === null) return undefined;
  const [, hour = '', minute = '', second = '0', fraction = ''] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  return { kind: 'time-of-day', at: seconds * SECOND_US + Number(fraction.padEnd(6, '0')) };
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1000,
  s: SECOND_US,
  m: 60 * SECOND_US,
  h: 3600 * SECOND_US,
  d: DAY_US,
};

/** Reads `90s`, `15m`, `1.5h`, `2h30m`, `1d`; µs. Undefined for anything else, and for no time at all. */
export function parseDuration(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g))
    total += Number(amount) * (UNITS[unit] ?? 0);
  return total > 0 ? Math.round(total) : undefined;
}
