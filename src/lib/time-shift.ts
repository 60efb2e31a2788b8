import type { InputSummary } from '../model/input.ts';
import type { LogRecord, Origin } from '../model/log-record.ts';
import { createStampRewriter } from './shift-stamps.ts';
import type { TimePoint } from './time-point.ts';
import type { TimeSelection } from './time-window.ts';
import { unknownPart } from './unknown-dates.ts';

const DAY_US = 86_400_000_000;
/** What an origin says in words. */
const TEXTS = ['process', 'processPath', 'sender', 'subsystem', 'category'] as const;
/** Longer than any year: a date without its year comes back to itself. */
const LEAP_YEAR_US = 366 * DAY_US;
/** The clocks of no place are further from UTC. */
const MOST_OFFSET_US = 14 * 3_600_000_000;

/**
 * Moves every time of a capture by one amount: of records, and where a text says one in a known writing. Holds what it has seen of
 * one run: the days of the records, and what it left because it may be something else.
 */
export interface TimeShift {
  at<T extends number>(at: T): T;
  text(text: string): string;
  /** Every text in a value, whatever its shape. */
  deep<T>(value: T): T;
  record(record: LogRecord): LogRecord;
  summary(summary: InputSummary): InputSummary;
  /** A part of the capture as the person named it, on the moved clock. */
  selection(times: TimeSelection): TimeSelection;
  /** A date in this text that is one of the capture's own days; undefined where there is none, or nothing to tell them by. */
  trueDate(text: string): string | undefined;
  /** Whether the capture's days are known and could all be told from the moved ones, so that `trueDate` finds each of them. */
  readonly isTellable: boolean;
  /** What may be a time and was left, each text once; the first few thousand. */
  readonly kept: ReadonlySet<string>;
}

/**
 * `byDays`: not 0; negative into the past. Days only: the time of day in a text without a date may as well be a length of time, so
 * that it must be right where it is left.
 */
export function createTimeShift(byDays: number): TimeShift {
  const us = byDays * DAY_US;
  const days = new Set<number>();
  let hasUnknownDays = false;
  const stamps = createStampRewriter(byDays);
  const move = <T extends number>(at: T): T => {
    if (at === 0) return at;
    // The same unit: a time, moved.
    if (unknownPart(at) === 'date') return at;
    if (unknownPart(at) === 'year') return (at + (us % LEAP_YEAR_US)) as T;
    return (at + us) as T;
  };
  const deep = <T>(value: T): T => {
    if (typeof value === 'string') return stamps.rewrite(value) as T;
    // The walk keeps every shape: only texts are other texts.
    if (Array.isArray(value)) return value.map(deep) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each)])) as T;
  };
  const origins = new Map<Origin, Origin>();
  const originOf = (written: Origin): Origin => {
    const known = origins.get(written);
    if (known !== undefined) return known;
    const moved = deep(written);
    // What says no date stays the one that others know it by.
    const kept = TEXTS.every((key) => moved[key] === written[key]) ? written : moved;
    origins.set(written, kept);
    return kept;
  };
  const isMoved = (day: number): boolean => {
    const home = day - byDays;
    return [-1, 0, 1].some((by) => days.has(home + by));
  };
  return {
    at: move,
    text: stamps.rewrite,
    deep,
    record(record) {
      const { at, message, formatString } = record;
      const unknown = unknownPart(at);
      if (at !== 0 && unknown !== 'date') stamps.near(at);
      if (unknown !== undefined) hasUnknownDays = true;
      else if (at !== 0)
        for (const elsewhere of [-MOST_OFFSET_US, 0, MOST_OFFSET_US]) days.add(Math.floor((at + elsewhere) / DAY_US));
      const format = formatString === undefined ? undefined : stamps.rewrite(formatString);
      return {
        ...record,
        at: move(at),
        origin: originOf(record.origin),
        message: stamps.rewrite(message),
        formatString: format,
      };
    },
    summary({ first, last, zones, ...rest }) {
      const moved = zones.map((zone) => ({ ...zone, from: move(zone.from) }));
      return { ...deep(rest), first: first && move(first), last: last && move(last), zones: moved };
    },
    selection: (times) => movedSelection(times, us),
    trueDate: (text) => stamps.find(text, (day) => days.has(day) && !isMoved(day)),
    get isTellable() {
      return !hasUnknownDays && days.size > 0 && ![...days].some(isMoved);
    },
    kept: stamps.kept,
  };
}

function movedSelection({ since, until, around, ...rest }: TimeSelection, us: number): TimeSelection {
  const moved = (point: TimePoint): TimePoint => ({
    ...point,
    at: point.kind === 'time-of-day' ? point.at : point.at + us,
  });
  return {
    ...rest,
    since: since && moved(since),
    until: until && moved(until),
    around: around && { ...around, point: moved(around.point) },
  };
}
