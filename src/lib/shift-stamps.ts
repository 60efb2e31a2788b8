import { daysSinceEpoch } from './time-parse.ts';

const DAY_US = 86_400_000_000;
const MOST_REMEMBERED = 20_000;
const MOST_KEPT = 5000;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MONTH = `(${MONTHS.map((name) => name.slice(0, 3)).join('|')})([a-z]*\\.?)`;
const WEEKDAY = `(?:(${WEEKDAYS.map((name) => name.slice(0, 3)).join('|')})([a-z]*)(,? +))?`;
const YEAR = '((?:19|20)\\d\\d)(?!\\d)';
const CLOCK = '\\d{1,2}:\\d\\d(?::\\d\\d)?(?:[.,]\\d+)?(?: ?[AP]M)?';

/** `2026-03-18`, `2026/03/18`, and with a time behind it `2026.03.18_14-05-05`: a version may look like the day alone. */
const NUMERIC = /(?<![\d.])((?:19|20)\d\d)(?:([-/])(\d\d)\2(\d\d)(?!\d)|(\.)(\d\d)\.(\d\d)(?=[_ T]\d\d[-:.]\d\d))/g;
/** `20260318T140505`. */
const COMPACT = /(?<!\w)((?:19|20)\d\d)(\d\d)(\d\d)(?=[T_-]\d{6}(?!\d))/g;
/** `Mar 18 14:05:05`, `Wed Mar 18 14:05:05 CET 2026`, `March 18, 2026`. */
const MONTH_FIRST = new RegExp(
  `\\b${WEEKDAY}${MONTH}( +)(\\d{1,2})(?:(,? +)${YEAR}(?!:)|(,?(?: at)? +${CLOCK})(?:((?: [A-Z]{3,5})? +)${YEAR})?)`,
  'g',
);
/** `Wed, 18 Mar 2026`, `18/Mar/2026`. */
const DAY_FIRST = new RegExp(`(?<!\\d)${WEEKDAY}(\\d{1,2})([ /-])${MONTH}([ /-])${YEAR}`, 'g');
/** Since 1970 in seconds, ms, µs or ns, or since 2001 in seconds. */
const COUNTED = /(?<![\w.-])(\d{9,10}|\d{13}|\d{16}|\d{19})(\.\d{1,9})?(?![\w-]|\.\d)/g;
const SAYS_TIME = /(?:time|date|stamp|since|until|epoch|expir\w*|not ?(?:before|after))["']?\s?[:=]?\s?["']?$/i;
const SAYS_UNIT = /^ ?(?:[nuµm]?s|bytes|B)\b/;
const SINCE_2001_S = 978_307_200;
/** A number this near to the line's own time is a time; one that is called so may be further. */
const NEAR_US = 2 * DAY_US;
const CALLED_US = 400 * DAY_US;
/** `18.03.2026`, `3/18/26`, `20260318`: which number is what, or whether it is a date, nothing says. */
const UNSURE =
  /(?<![\w.:/-])(?:(\d{1,2})([./])(\d{1,2})\2((?:20)?\d\d)|(20\d\d)([.]?)(\d\d)\6(\d\d))(?![\w-]|[.:/]\d)/g;

/** One date that was found, in days since 1970, and how it would be written on another day. */
interface Found {
  readonly day: number;
  readonly write: (day: number) => string;
}

type Read = (groups: readonly (string | undefined)[], nearYear: number | undefined) => Found | undefined;

const WRITINGS: readonly (readonly [RegExp, Read])[] = [
  [NUMERIC, readNumeric],
  [COMPACT, readCompact],
  [MONTH_FIRST, readMonthFirst],
  [DAY_FIRST, readDayFirst],
];

export interface StampRewriter {
  /** The time of the line whose texts come next, µs: what lacks its year is of this one. */
  near(at: number): void;
  rewrite(text: string): string;
  /** The first date of a day that `isWanted` (days since 1970), but for those that were brought there from elsewhere. */
  find(text: string, isWanted: (day: number) => boolean): string | undefined;
  readonly kept: ReadonlySet<string>;
}

/** Moves the dates in texts by whole days, each in its own writing. What may be something else is left and remembered. */
export function createStampRewriter(days: number): StampRewriter {
  let now: number | undefined;
  const kept = new Set<string>();
  const brought = new Set<string>();
  const yearNow = (): number | undefined => (now === undefined ? undefined : calendar(Math.floor(now / DAY_US)).year);
  const isNear = (at: number, within: number): boolean => now !== undefined && Math.abs(at - now) <= within;
  const moveDate = (written: string, found: Found | undefined, behind: string): string => {
    if (found === undefined) return written;
    const moved = found.write(found.day + days);
    if (!isNear(found.day * DAY_US, NEAR_US) && brought.size < MOST_REMEMBERED)
      brought.add(momentOf(found.day + days, written, behind));
    return moved;
  };
  const keep = (written: string): string => {
    if (kept.size < MOST_KEPT) kept.add(written);
    return written;
  };
  const moveCounted = (text: string): string =>
    text.replace(COUNTED, (written: string, digits: string, fraction: string | undefined, place: number) => {
      const unit = unitOf(digits);
      const at = instantOf(digits, unit);
      const before = text.slice(Math.max(0, place - 24), place);
      const isCalled = SAYS_TIME.test(before) && !SAYS_UNIT.test(text.slice(place + written.length));
      if (!isNear(at, isCalled ? CALLED_US : NEAR_US)) return written;
      if (!isCalled && fraction === undefined && unit === 1n) return keep(written);
      return `${BigInt(digits) + BigInt(days * 86_400) * unit}${fraction ?? ''}`;
    });
  const noteUnsure = (text: string): void => {
    for (const [written, ...groups] of text.matchAll(UNSURE))
      if (unsureDays(groups).some((day) => isNear(day * DAY_US, NEAR_US))) keep(written);
  };
  return {
    kept,
    near(at) {
      now = at;
    },
    rewrite(text) {
      if (!/\d/.test(text)) return text;
      noteUnsure(text);
      let result = moveCounted(text);
      for (const [writing, read] of WRITINGS)
        result = result.replace(writing, (...parts: (string | number | undefined)[]) =>
          moveDate(String(parts[0]), read(groupsOf(parts), yearNow()), behind(parts)),
        );
      return result;
    },
    find(text, isWanted) {
      for (const [writing, read] of WRITINGS)
        for (const match of text.matchAll(writing)) {
          const [written, ...groups] = match;
          const found = read(groups, yearNow());
          if (found === undefined || !isWanted(found.day)) continue;
          if (!brought.has(momentOf(found.day, written, text.slice(match.index + written.length)))) return written;
        }
      return undefined;
    },
  };
}

/** The day, and the time of day that stands in the date or behind it, whatever their writing. */
function momentOf(day: number, written: string, behind: string): string {
  const clock = /\d{1,2}:\d\d(?::\d\d)?/.exec(written) ?? /^[ T_-]?\d\d[:-]?\d\d(?:[:-]?\d\d)?/.exec(behind);
  return `${day} ${clock?.[0].replaceAll(/\D/g, '') ?? ''}`;
}

/** What follows the match of which a replacer is told. */
function behind(parts: readonly (string | number | undefined)[]): string {
  const place = parts.findIndex((part) => typeof part === 'number');
  return String(parts[place + 1]).slice(Number(parts[place]) + String(parts[0]).length);
}

/** The captures among what a replacer is handed. */
function groupsOf(parts: readonly (string | number | undefined)[]): (string | undefined)[] {
  const end = parts.findIndex((part) => typeof part === 'number');
  return parts.slice(1, end).map((part) => (part === undefined ? undefined : String(part)));
}

function readNumeric(groups: readonly (string | undefined)[]): Found | undefined {
  const [year, dash, month, day, dot = '', dottedMonth, dottedDay] = groups;
  const by = dash ?? dot;
  return found(Number(year), Number(month ?? dottedMonth), Number(day ?? dottedDay), (date) =>
    [date.year, two(date.month), two(date.day)].join(by),
  );
}

function readCompact([year, month, day]: readonly (string | undefined)[]): Found | undefined {
  return found(Number(year), Number(month), Number(day), (date) => `${date.year}${two(date.month)}${two(date.day)}`);
}

function readMonthFirst(groups: readonly (string | undefined)[], nearYear: number | undefined): Found | undefined {
  const [weekday, weekdayRest = '', gap = '', month = '', monthRest = '', space = '', day = ''] = groups;
  const [yearGap = '', year, clock = '', zone = '', lateYear] = groups.slice(7);
  const written = year ?? lateYear ?? nearYear;
  if (written === undefined || !isMonth(month + monthRest)) return undefined;
  // Columns stay columns: `Mar  8` is as wide as `Mar 18`.
  const isColumn = space.length > 1 || (/^ +\d/.test(clock) && day.length === 2);
  return found(Number(written), monthNumber(month), Number(day), (date) => {
    const dayText = ` ${day.startsWith('0') ? two(date.day) : date.day}`;
    const behind = year === undefined ? clock + (lateYear === undefined ? '' : zone + date.year) : yearGap + date.year;
    const inColumn = isColumn ? dayText.padStart(space.length + day.length) : dayText;
    return weekdayText(weekday, weekdayRest, gap, date) + monthText(monthRest, date) + inColumn + behind;
  });
}

function readDayFirst(groups: readonly (string | undefined)[]): Found | undefined {
  const [weekday, weekdayRest = '', gap = '', day = '', by = '', month = '', monthRest = '', byToo = '', year] = groups;
  if (!isMonth(month + monthRest)) return undefined;
  return found(Number(year), monthNumber(month), Number(day), (date) => {
    const dayText = day.length === 2 ? two(date.day) : String(date.day);
    return `${weekdayText(weekday, weekdayRest, gap, date)}${dayText}${by}${monthText(monthRest, date)}${byToo}${date.year}`;
  });
}

interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

function found(year: number, month: number, day: number, write: (date: WrittenDate) => string): Found | undefined {
  const days = daysSinceEpoch(year, month, day);
  return Number.isNaN(days) ? undefined : { day: days, write: (each) => write(calendar(each)) };
}

function calendar(days: number): WrittenDate {
  const date = new Date(days * (DAY_US / 1000));
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return { year, month, day, weekday: date.getUTCDay() };
}

function weekdayText(written: string | undefined, rest: string, gap: string, { weekday }: WrittenDate): string {
  if (written === undefined) return '';
  const name = WEEKDAYS[weekday] ?? '';
  return (rest === '' ? name.slice(0, 3) : name) + gap;
}

function monthText(rest: string, { month }: WrittenDate): string {
  const name = MONTHS[month - 1] ?? '';
  return rest === '' || rest === '.' ? name.slice(0, 3) + rest : name;
}

function isMonth(written: string): boolean {
  return MONTHS.some((name) => name === written || name.slice(0, 3) === written.replace('.', ''));
}

function monthNumber(short: string): number {
  return MONTHS.findIndex((name) => name.startsWith(short)) + 1;
}

/** How many of what is counted make a second. */
function unitOf(digits: string): bigint {
  return digits.length < 13 ? 1n : 10n ** BigInt(digits.length - 10);
}

/** µs since 1970. */
function instantOf(digits: string, unit: bigint): number {
  if (digits.length === 9) return (Number(digits) + SINCE_2001_S) * 1_000_000;
  return Number((BigInt(digits) * 1_000_000n) / unit);
}

function unsureDays([first, , second, year, plainYear, , month, day]: readonly (string | undefined)[]): number[] {
  if (plainYear !== undefined) return [daysSinceEpoch(Number(plainYear), Number(month), Number(day))];
  const whole = year?.length === 2 ? 2000 + Number(year) : Number(year);
  const [a, b] = [Number(first), Number(second)];
  return [daysSinceEpoch(whole, a, b), daysSinceEpoch(whole, b, a)];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
