import { daysSinceEpoch } from '../lib/time-parse.ts';
import { UNKNOWN_DAY, UNKNOWN_YEAR } from '../lib/unknown-dates.ts';
import type { CalendarDate } from '../model/units.ts';

export const DAY_US = 86_400_000_000;
const HALF_DAY_US = DAY_US / 2;
const HALF_YEAR_US = 183 * DAY_US;
/** Records of several processes are printed out of order by milliseconds: midnight is crossed back by no more than this. */
const OUT_OF_ORDER_US = 60_000_000;
/** 29 February, counted from 0. */
const LEAP_DAY = 59;
const YEAR_START = daysSinceEpoch(UNKNOWN_YEAR, 1, 1);

/** What the times of an export lack. */
export type Lack = 'year' | 'date';

/**
 * Gives the times of an input their year, or their date. The first record is on the day that was assumed, or on the one that
 * stands for the unknown; a new day begins where the time of day goes back by more than half a day, a new year where the
 * date goes back by more than half a year. Source: line-formats 6.1.
 */
export class Calendar {
  /** What the records so far lacked; undefined where they had it all. */
  lack: Lack | undefined;
  isAssumed = false;
  #year = UNKNOWN_YEAR;
  #day = UNKNOWN_DAY;
  #firstYear = UNKNOWN_YEAR;
  #firstDay = UNKNOWN_DAY;
  #previousTime = Number.NaN;
  #previousDate = Number.NaN;

  /** The first record is from this day, or from this year. Before the first one is placed. */
  assume({ year, month, day }: CalendarDate): void {
    this.isAssumed = true;
    this.#year = year;
    this.#firstYear = year;
    this.#day = daysSinceEpoch(year, month, day);
    this.#firstDay = this.#day;
  }

  /** The wall clock, in µs, of a time that was read as one of the unknown day or year. */
  place(wall: number, lack: Lack): number {
    this.lack = lack;
    if (Number.isNaN(wall)) return wall;
    return lack === 'date' ? this.#placeTime(wall - UNKNOWN_DAY * DAY_US) : this.#placeDate(wall - YEAR_START * DAY_US);
  }

  #placeTime(timeOfDay: number): number {
    const step = timeOfDay - this.#previousTime;
    if (step < -HALF_DAY_US) this.#day += 1;
    else if (step > DAY_US - OUT_OF_ORDER_US && this.#day > this.#firstDay) this.#day -= 1;
    this.#previousTime = timeOfDay;
    return this.#day * DAY_US + timeOfDay;
  }

  #placeDate(timeOfYear: number): number {
    const step = timeOfYear - this.#previousDate;
    if (step < -HALF_YEAR_US) this.#year += 1;
    else if (step > 366 * DAY_US - OUT_OF_ORDER_US && this.#year > this.#firstYear) this.#year -= 1;
    this.#previousDate = timeOfYear;
    return inYear(timeOfYear, this.#year);
  }
}

/** The wall clock of a time of a leap year, in µs since its beginning, in any year; NaN for a day that this year lacks. */
export function inYear(timeOfYear: number, year: number): number {
  const start = daysSinceEpoch(year, 1, 1) * DAY_US;
  const hasLeapDay = !Number.isNaN(daysSinceEpoch(year, 2, 29));
  const day = Math.floor(timeOfYear / DAY_US);
  if (hasLeapDay || day < LEAP_DAY) return start + timeOfYear;
  return day === LEAP_DAY ? Number.NaN : start + timeOfYear - DAY_US;
}
