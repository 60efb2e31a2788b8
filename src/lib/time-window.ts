import { parseDuration, parseTimePoint, type TimePoint } from './time-point.ts';

/** Which part of a capture is meant, as a person said it. `lastUs` and `spreadUs` in µs; undefined parts are not asked for. */
export interface TimeSelection {
  readonly since: TimePoint | undefined;
  readonly until: TimePoint | undefined;
  readonly lastUs: number | undefined;
  readonly around: { readonly point: TimePoint; readonly spreadUs: number } | undefined;
  /** 1 for the first boot of the capture. */
  readonly boot?: number | undefined;
}

/** A stretch of instants, µs since 1970 in UTC; both ends belong to it. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** A capture's own time: instants in µs, and its wall clock's offset from UTC at an instant, in minutes. */
export interface CaptureTime extends TimeWindow {
  readonly offsetAt: (at: number) => number;
  /** When each boot began. */
  readonly boots?: readonly number[];
}

export const NO_SELECTION: TimeSelection = { since: undefined, until: undefined, lastUs: undefined, around: undefined };

const MINUTE_US = 60_000_000;
const DAY_US = 1440 * MINUTE_US;
const USUAL_SPREAD_US = 2 * MINUTE_US;

/** Whether a part of the capture is asked for at all. */
export function isSelective({ since, until, lastUs, around, boot }: TimeSelection): boolean {
  return [since, until, lastUs, around, boot].some((part) => part !== undefined);
}

/** Reads `07:45±2m`, `2026-03-18 14:05:00 +- 30s`; a time alone means two minutes on either side. Undefined for anything else. */
export function parseAround(text: string): TimeSelection['around'] {
  const [time = '', spread, ...rest] = text.split(/±|\+-|\+\/-/);
  const point = parseTimePoint(time.trim());
  const spreadUs = spread === undefined ? USUAL_SPREAD_US : parseDuration(spread.trim());
  return point === undefined || spreadUs === undefined || rest.length > 0 ? undefined : { point, spreadUs };
}

/** The stretch that is meant, within no bounds where none are named; undefined where nothing is asked for. */
export function windowOf(selection: TimeSelection, capture: CaptureTime): TimeWindow | undefined {
  if (!isSelective(selection)) return undefined;
  const { since, until, lastUs, around, boot } = selection;
  const bounds = [
    since === undefined ? undefined : { from: instantOf(since, capture), to: Infinity },
    until === undefined ? undefined : { from: -Infinity, to: instantOf(until, capture) },
    lastUs === undefined ? undefined : { from: capture.to - lastUs, to: Infinity },
    around === undefined ? undefined : aroundOf(around, capture),
    boot === undefined ? undefined : bootOf(boot, capture.boots ?? [capture.from]),
  ].filter((bound) => bound !== undefined);
  return { from: Math.max(...bounds.map(({ from }) => from)), to: Math.min(...bounds.map(({ to }) => to)) };
}

/** The capture may begin in the middle of its first boot. A boot that is not there holds no time at all. */
function bootOf(boot: number, boots: readonly number[]): TimeWindow {
  const [from, next] = [boots[boot - 1], boots[boot]];
  if (from === undefined) return { from: Infinity, to: -Infinity };
  return { from: boot === 1 ? -Infinity : from, to: next === undefined ? Infinity : next - 1 };
}

function aroundOf({ point, spreadUs }: NonNullable<TimeSelection['around']>, capture: CaptureTime): TimeWindow {
  const at = instantOf(point, capture, spreadUs);
  return { from: at - spreadUs, to: at + spreadUs };
}

function instantOf(point: TimePoint, capture: CaptureTime, reachUs = 0): number {
  if (point.kind === 'instant') return point.at;
  const offset = (at: number): number => capture.offsetAt(at) * MINUTE_US;
  const wall = point.kind === 'wall' ? point.at : nextTimeOfDay(capture.from + offset(capture.from), point.at, reachUs);
  // The offset may change within the capture: that of the time itself holds.
  return wall - offset(wall - offset(wall));
}

/**
 * The first such time of day, on the wall clock, that is not before the minute of `firstWall`; by `reachUs` it may be. All
 * in µs.
 */
export function nextTimeOfDay(firstWall: number, timeOfDay: number, reachUs = 0): number {
  const today = Math.floor(firstWall / DAY_US) * DAY_US + timeOfDay;
  const earliest = Math.floor(firstWall / MINUTE_US) * MINUTE_US - reachUs;
  const days = [today - DAY_US, today, today + DAY_US];
  return days.find((day) => day >= earliest) ?? today;
}
