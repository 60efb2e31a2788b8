import { daysSinceEpoch } from '../lib/time-parse.ts';
import { UNKNOWN_DAY, UNKNOWN_YEAR } from '../lib/unknown-dates.ts';
import type { CalendarDate, Micros } from '../model/units.ts';
import { DAY_US, inYear } from './calendar.ts';
import { type InputHead, sharedTime } from './zones.ts';

/** A capture of more days than this does not say on which of them another input without a date was written. */
const MOST_DAYS = 31;
const YEAR_START_US = daysSinceEpoch(UNKNOWN_YEAR, 1, 1) * DAY_US;

export interface AssumedDate extends CalendarDate {
  /** What says so: the name of an input, or undefined where the person said it. */
  readonly from: string | undefined;
}

/**
 * The day, or the year, to assume for each input that does not print it: the one that the person named, else the only one on
 * which its wall clock runs over the same time as that of an input with dates. Undefined where it is not lacking, or nothing
 * tells. Source: line-formats 6.1 and 7.
 */
export function alignDates(heads: readonly InputHead[], date: CalendarDate | undefined): (AssumedDate | undefined)[] {
  return heads.map((head) => {
    if (head.lack === undefined || head.first === undefined) return undefined;
    return date === undefined ? dateFromOthers(head, heads) : { ...date, from: undefined };
  });
}

/** The same input as it stands in time once its date is known. */
export function onDate(head: InputHead, date: AssumedDate | undefined): InputHead {
  return date === undefined || head.first === undefined ? head : moved(head, date);
}

function dateFromOthers(head: InputHead, heads: readonly InputHead[]): AssumedDate | undefined {
  const fits = new Map<string, AssumedDate>();
  for (const other of heads) {
    if (other.lack !== undefined || other.first === undefined) continue;
    for (const date of candidates(head, other)) {
      const placed = moved(head, date);
      if (sharedTime(placed, other) >= 0) fits.set(`${date.year}-${date.month}-${date.day}`, date);
    }
  }
  const [only] = fits.values();
  return fits.size === 1 ? only : undefined;
}

/** Years, or days, that an input with dates runs over. */
function candidates(head: InputHead, other: InputHead): AssumedDate[] {
  const first = Math.floor((other.first ?? 0) / DAY_US);
  const last = Math.floor((other.last ?? other.first ?? 0) / DAY_US);
  const from = other.name;
  if (head.lack === 'year') {
    const years = new Set([calendarDay(first).year, calendarDay(last).year]);
    return [...years].map((year) => ({ year, month: 1, day: 1, from }));
  }
  if (last - first >= MOST_DAYS) return [];
  // It may have begun the evening before.
  return Array.from({ length: last - first + 2 }, (_, index) => ({ ...calendarDay(first - 1 + index), from }));
}

function moved(head: InputHead, date: CalendarDate): InputHead {
  const day = daysSinceEpoch(date.year, date.month, date.day);
  const move = (at: Micros | undefined): Micros | undefined => {
    if (at === undefined) return undefined;
    const wall = head.lack === 'year' ? inYear(at - YEAR_START_US, date.year) : at + (day - UNKNOWN_DAY) * DAY_US;
    return Number.isNaN(wall) ? undefined : (wall as Micros);
  };
  return { ...head, first: move(head.first), last: move(head.last ?? head.first), lack: undefined };
}

function calendarDay(days: number): CalendarDate {
  const date = new Date(days * (DAY_US / 1000));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
