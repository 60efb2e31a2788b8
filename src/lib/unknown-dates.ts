import { daysSinceEpoch } from './time-parse.ts';

const DAY_US = 86_400_000_000;

/**
 * Where records stand whose export prints no year, or no date at all, and nothing says which it was: centuries before the
 * first computer's clock, so that no time of a real log is taken for one of them, and in a leap year, so that every day of
 * the calendar has its place.
 */
export const UNKNOWN_YEAR = 1804;
export const UNKNOWN_DAY = daysSinceEpoch(1704, 6, 1);

const END_OF_UNKNOWN_YEARS = daysSinceEpoch(1900, 1, 1) * DAY_US;
const END_OF_UNKNOWN_DAYS = daysSinceEpoch(1800, 1, 1) * DAY_US;

/** What is not known of an instant, in µs, that the calendar of an input has placed. */
export function unknownPart(at: number): 'year' | 'date' | undefined {
  if (at >= END_OF_UNKNOWN_YEARS) return undefined;
  return at < END_OF_UNKNOWN_DAYS ? 'date' : 'year';
}
