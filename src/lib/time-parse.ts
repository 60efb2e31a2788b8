import type { CalendarDate, Micros } from '../model/units.ts';

const DAY_US = 86_400_000_000;
const MINUTE_US = 60_000_000;

export interface Timestamp {
  /** UTC where `offsetMinutes` is known, else the wall clock. */
  readonly at: Micros;
  readonly offsetMinutes: number | undefined;
}

/**
 * Days since 1970-01-01 of a day in the Gregorian calendar; NaN for a day that does not exist.
 * Years are counted from March, so that the leap day is the last day of a year.
 */
export function daysSinceEpoch(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return Number.NaN;
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** µs since 1970 of the start of a minute; NaN where no clock shows it. Hour 24 does not exist, minute 60 neither. */
export function minuteMicros(year: number, month: number, day: number, hour: number, minute: number): number {
  if (hour > 23 || minute > 59) return Number.NaN;
  return daysSinceEpoch(year, month, day) * DAY_US + (hour * 60 + minute) * MINUTE_US;
}

const STAMP = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(?:(Z)|([+-])(\d\d):?(\d\d))?$/;

/**
 * Reads `2026-03-18 14:05:00.100000+0100`, the same with `T`, `:` in the offset, `Z`, fewer digits, or no offset.
 * Undefined for anything else and for times that do not exist. A leap second counts as the second after it.
 */
export function parseTimestamp(text: string): Timestamp | undefined {
  const match = STAMP.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '', zulu, sign, zoneHours, zoneMinutes] = match;
  const start = minuteMicros(Number(year), Number(month), Number(day), Number(hour), Number(minute));
  if (Number.isNaN(start) || Number(second) > 60) return undefined;
  const wall = start + Number(second) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
  const size = Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0);
  const offsetMinutes = sign === undefined ? (zulu === undefined ? undefined : 0) : sign === '-' ? 0 - size : size;
  // µs of an instant by construction.
  return { at: (wall - (offsetMinutes ?? 0) * MINUTE_US) as Micros, offsetMinutes };
}

/** Reads `2026-03-18`; undefined for anything else and for days that do not exist. */
export function parseDate(text: string): CalendarDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return Number.isNaN(daysSinceEpoch(date.year, date.month, date.day)) ? undefined : date;
}
