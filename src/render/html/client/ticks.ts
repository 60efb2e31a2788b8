import type { View } from './view.ts';

/** Where the clock stands at time 0, read from what the export prints. */
export interface ClockStart {
  /** µs since midnight of the first day. */
  readonly wallUs: number;
  /** `2026-03-18`, or `--03-18` where the year is unknown; empty where the day is. */
  readonly date: string;
}

const DAY_US = 86_400_000_000;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];
const LADDER = [
  ...STEPS,
  ...STEPS.map((step) => step * 1000),
  ...SECONDS.map((step) => step * 1_000_000),
  ...[2, 7, 14, 30, 90, 365].map((days) => days * DAY_US),
];

export function readClock(iso: string): ClockStart {
  const [, date = '', hours = '0', minutes = '0', seconds = '0', fraction = ''] =
    /^(?:([\d-]+)T)?(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?/.exec(iso) ?? [];
  const wall = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return { date, wallUs: wall * 1_000_000 + Number(fraction.padEnd(6, '0')) };
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Round times of the day in the view, so far apart that `most` of them fit. */
export function ticks(view: View, clock: ClockStart, most: number): Tick[] {
  const least = (view.to - view.from) / Math.max(1, most);
  const step = LADDER.find((each) => each >= least) ?? DAY_US * 365;
  const first = Math.ceil((view.from + clock.wallUs) / step) * step;
  const found: Tick[] = [];
  for (let wall = first; wall - clock.wallUs <= view.to; wall += step) {
    found.push({ at: wall - clock.wallUs, label: label(wall, step, clock) });
  }
  return found;
}

function label(wall: number, step: number, clock: ClockStart): string {
  const day = Math.floor(wall / DAY_US);
  if (wall - day * DAY_US === 0 && step >= 3_600_000_000) return dayLabel(clock.date, day);
  return timeOfDay(wall, step >= 60_000_000 ? 0 : step >= 1_000_000 ? 1 : step >= 1000 ? 2 : 3);
}

/** `14:05`, `14:05:09`, `14:05:09.020` or `14:05:09.020304`, by `detail` from 0 to 3. */
function timeOfDay(wall: number, detail: number): string {
  const us = ((wall % DAY_US) + DAY_US) % DAY_US;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const minute = `${two(us / 3_600_000_000)}:${two((us / 60_000_000) % 60)}`;
  if (detail === 0) return minute;
  const second = `${minute}:${two((us / 1_000_000) % 60)}`;
  if (detail === 1) return second;
  const fraction = String(Math.floor(us % 1_000_000)).padStart(6, '0');
  return `${second}.${detail === 2 ? fraction.slice(0, 3) : fraction}`;
}

/** The time of day to the ms, with the day where it is not the first one. */
export function timeLabel(at: number, clock: ClockStart): string {
  const wall = Math.floor(clock.wallUs + at);
  const day = Math.floor(wall / DAY_US);
  const time = timeOfDay(wall, 2);
  return day === 0 ? time : `${dayLabel(clock.date, day)} ${time}`;
}

/** Exact to the µs. */
export function exactTime(at: number, clock: ClockStart): string {
  const wall = Math.floor(clock.wallUs + at);
  const day = Math.floor(wall / DAY_US);
  return `${clock.date === '' && day === 0 ? '' : `${dayLabel(clock.date, day)} `}${timeOfDay(wall, 3)}`;
}

function dayLabel(date: string, days: number): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (year === undefined) return days === 0 ? date : `day ${days + 1}`;
  const moved = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + days));
  return moved.toISOString().slice(0, 10);
}

/** `420 µs`, `9.92 ms`, `4.00 s`, `27 min 12 s`, `3 h 05 min`. */
export function span(us: number): string {
  const size = Math.abs(us);
  if (size < 1000) return `${Math.round(us)} µs`;
  if (size < 999_500) return `${(us / 1000).toPrecision(3)} ms`;
  if (size < 59_995_000) return `${(us / 1_000_000).toPrecision(3)} s`;
  const seconds = Math.round(us / 1_000_000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? `${hours} h ${String(minutes % 60).padStart(2, '0')} min`
    : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
