import * as Flags from '@oclif/core/flags';
import { UserError } from '../lib/errors.ts';
import { parseDuration, parseTimePoint, type TimePoint } from '../lib/time-point.ts';
import { isSelective, nextTimeOfDay, parseAround, type TimeSelection } from '../lib/time-window.ts';

/** Which part of a capture is meant. The same words in every command. */
export const timeFlags = {
  since: Flags.string({
    helpValue: 'TIME',
    summary: 'From this time on: 14:05, "2026-03-18 14:05:00", with an offset (+0100) if need be.',
    helpGroup: 'TIME',
  }),
  until: Flags.string({ helpValue: 'TIME', summary: 'Up to this time.', helpGroup: 'TIME' }),
  last: Flags.string({
    helpValue: 'DURATION',
    summary: 'The last 90s, 15m, 2h or 1d of the capture.',
    helpGroup: 'TIME',
  }),
  around: Flags.string({
    helpValue: 'TIME±DURATION',
    summary: 'What is near this time: "07:45±2m", "14:05:00 +- 30s"; a time alone means ±2m.',
    helpGroup: 'TIME',
  }),
};

/** For commands that know the whole capture before they print. */
export const bootFlag = Flags.integer({
  min: 1,
  helpValue: 'N',
  summary: 'Only this boot of the capture, counted from 1.',
  helpGroup: 'TIME',
});

export interface TimeFlags {
  readonly boot?: number | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly last?: string | undefined;
  readonly around?: string | undefined;
}

/** The flags, read. Throws `UserError` (exit code 2) for what is no time. */
export function timeSelection({ since, until, last, around, boot }: TimeFlags): TimeSelection {
  if (last !== undefined && since !== undefined)
    throw new UserError('--last and --since both say where to begin: give one of them', { exitCode: 2 });
  if (around !== undefined && (since ?? until ?? last) !== undefined)
    throw new UserError('--around says where to begin and where to end: it stands alone', { exitCode: 2 });
  return {
    since: pointOf('since', since),
    until: pointOf('until', until),
    lastUs: durationOf(last),
    around: aroundOf(around),
    boot,
  };
}

function durationOf(last: string | undefined): number | undefined {
  if (last === undefined) return undefined;
  const duration = parseDuration(last);
  if (duration !== undefined) return duration;
  throw new UserError(`--last takes a duration as 15m; ${JSON.stringify(last)} is none`, {
    exitCode: 2,
    hint: 'units: ms, s, m, h, d, also together: 1h30m',
  });
}

function aroundOf(text: string | undefined): TimeSelection['around'] {
  if (text === undefined) return undefined;
  const around = parseAround(text);
  if (around !== undefined) return around;
  throw new UserError(`--around takes a time and how far from it, as "07:45±2m"; ${JSON.stringify(text)} is neither`, {
    exitCode: 2,
    hint: '+- means the same as ±; units: ms, s, m, h, d; a time alone means two minutes on either side',
  });
}

function pointOf(flag: string, text: string | undefined): TimePoint | undefined {
  if (text === undefined) return undefined;
  const point = parseTimePoint(text.trim());
  if (point !== undefined) return point;
  throw new UserError(`--${flag} takes a time as "2026-03-18 14:05:00"; ${JSON.stringify(text)} is none`, {
    exitCode: 2,
    hint: 'also 14:05:00 (on the day the capture begins, or the next), 2026-03-18, and any of them with an offset as +0100',
  });
}

/** Whether a record's time is in the selection. */
export type IsInTime = (at: number, offsetMinutes: number | undefined) => boolean;

const MINUTE_US = 60_000_000;

/**
 * A filter for records in their order. `end` is the instant of the capture's last record, needed for `--last` only. A time of
 * day is the first of its kind at or after the first record. Records without a time are in no part of it.
 */
export function createTimeFilter(selection: TimeSelection, end: number | undefined): IsInTime {
  if (!isSelective(selection)) return () => true;
  const { since, until, lastUs, around } = selection;
  let firstWall: number | undefined;
  return (at, offsetMinutes) => {
    if (at === 0) return false;
    const wall = at + (offsetMinutes ?? 0) * MINUTE_US;
    firstWall ??= wall;
    const first = firstWall;
    /** µs by which the record is behind that point. */
    const behind = (point: TimePoint, reachUs = 0): number => {
      if (point.kind === 'instant') return at - point.at;
      return wall - (point.kind === 'wall' ? point.at : nextTimeOfDay(first, point.at, reachUs));
    };
    if (since !== undefined && behind(since) < 0) return false;
    if (until !== undefined && behind(until) > 0) return false;
    if (around !== undefined && Math.abs(behind(around.point, around.spreadUs)) > around.spreadUs) return false;
    return lastUs === undefined || end === undefined || at >= end - lastUs;
  };
}
