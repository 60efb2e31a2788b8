import * as Flags from '@oclif/core/flags';
import { UserError } from '../lib/errors.ts';
import { parseDuration, parseTimePoint, type TimePoint } from '../lib/time-point.ts';

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
};

export interface TimeFlags {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly last?: string | undefined;
}

/** The flags, read. `lastUs` in µs. */
export interface TimeSelection {
  readonly since: TimePoint | undefined;
  readonly until: TimePoint | undefined;
  readonly lastUs: number | undefined;
}

/** Throws `UserError` (exit code 2) for what is no time. */
export function timeSelection({ since, until, last }: TimeFlags): TimeSelection {
  if (last !== undefined && since !== undefined)
    throw new UserError('--last and --since both say where to begin: give one of them', { exitCode: 2 });
  const lastUs = last === undefined ? undefined : parseDuration(last);
  if (last !== undefined && lastUs === undefined)
    throw new UserError(`--last takes a duration as 15m; ${JSON.stringify(last)} is none`, {
      exitCode: 2,
      hint: 'units: ms, s, m, h, d, also together: 1h30m',
    });
  return { since: pointOf('since', since), until: pointOf('until', until), lastUs };
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
const DAY_US = 1440 * MINUTE_US;

/**
 * A filter for records in their order. `end` is the instant of the capture's last record, needed for `--last` only. A time of
 * day is the first of its kind at or after the first record. Records without a time are in no part of it.
 */
export function createTimeFilter({ since, until, lastUs }: TimeSelection, end: number | undefined): IsInTime {
  if (since === undefined && until === undefined && lastUs === undefined) return () => true;
  let firstWall: number | undefined;
  return (at, offsetMinutes) => {
    if (at === 0) return false;
    const wall = at + (offsetMinutes ?? 0) * MINUTE_US;
    firstWall ??= wall;
    const first = firstWall;
    /** µs by which the record is behind that point. */
    const behind = (point: TimePoint): number => {
      if (point.kind === 'instant') return at - point.at;
      return wall - (point.kind === 'wall' ? point.at : nextTimeOfDay(first, point.at));
    };
    if (since !== undefined && behind(since) < 0) return false;
    if (until !== undefined && behind(until) > 0) return false;
    return lastUs === undefined || end === undefined || at >= end - lastUs;
  };
}

function nextTimeOfDay(firstWall: number, timeOfDay: number): number {
  const today = Math.floor(firstWall / DAY_US) * DAY_US + timeOfDay;
  return today < Math.floor(firstWall / MINUTE_US) * MINUTE_US ? today + DAY_US : today;
}
