import { UserError } from '../lib/errors.ts';
import { parseTimestamp } from '../lib/time-parse.ts';
import { parseTimePoint, type TimePoint } from '../lib/time-point.ts';
import { NO_SELECTION, type TimeSelection } from '../lib/time-window.ts';
import type { AttemptSide, AttemptsDiff, StepChange } from '../model/diff.ts';
import type { Report, SessionReport } from '../model/report.ts';

interface Asked {
  readonly good: number;
  readonly bad: number;
  readonly session: string | undefined;
}

export interface AttemptWindows {
  readonly good: TimeSelection;
  readonly bad: TimeSelection;
  readonly diff: AttemptsDiff;
}

/** One run of a session, until the next one or the end of the capture. */
interface Attempt {
  readonly session: SessionReport;
  readonly side: AttemptSide;
  /** Its last moment, also where no line says that it ended. */
  readonly until: string;
}

/** The times of two attempts and their steps. Throws `UserError` (exit code 2) where there are no such attempts. */
export function attemptWindows(report: Report, asked: Asked): AttemptWindows {
  const session = chosenSession(report, asked.session);
  const [good, bad] = [attemptOf(session, asked.good, report), attemptOf(session, asked.bad, report)];
  return {
    good: selectionOf(good),
    bad: selectionOf(bad),
    diff: { session: session.name || session.uuid, good: good.side, bad: bad.side, steps: stepChanges(good, bad) },
  };
}

function chosenSession({ sessions }: Report, wanted: string | undefined): SessionReport {
  const fitting =
    wanted === undefined
      ? sessions
      : sessions.filter(({ name, uuid }) => [name, uuid].some((each) => each.toLowerCase() === wanted.toLowerCase()));
  const most = fitting.toSorted((a, b) => b.runs.length - a.runs.length)[0];
  if (most !== undefined && most.runs.length > 1) return most;
  const known = sessions.map(({ name, uuid, runs }) => `${name || uuid} (${runs.length})`).slice(0, 10);
  throw new UserError(
    most === undefined && wanted !== undefined
      ? `no session is called ${wanted}`
      : 'no session was started twice in this capture: there is nothing to compare',
    {
      exitCode: 2,
      hint: known.length === 0 ? 'it tells of no session' : `sessions and their starts: ${known.join(', ')}`,
    },
  );
}

function attemptOf(session: SessionReport, attempt: number, { capture }: Report): Attempt {
  const { runs } = session;
  const run = runs[attempt - 1];
  if (run === undefined)
    throw new UserError(`${session.name || session.uuid} has ${runs.length} attempts, and no number ${attempt}`, {
      exitCode: 2,
      hint: `they begin at ${runs
        .slice(0, 8)
        .map(({ from }, index) => `${index + 1}: ${from}`)
        .join(', ')}`,
    });
  const { from, to, startedBy, stopReason } = run;
  const side: AttemptSide = {
    ...{ attempt, from },
    ...(to === undefined ? {} : { to }),
    ...(startedBy === undefined ? {} : { startedBy }),
    ...(stopReason === undefined ? {} : { stopReason }),
  };
  return { session, side, until: to ?? runs[attempt]?.from ?? capture.span?.to ?? from };
}

function selectionOf({ side, until }: Attempt): TimeSelection {
  return { ...NO_SELECTION, since: pointOf(side.from), until: pointOf(until) };
}

function pointOf(at: string): TimePoint {
  const point = parseTimePoint(at);
  if (point !== undefined) return point;
  throw new UserError(`the times of this capture (${at}) have no year: say it with --date`, { exitCode: 2 });
}

function stepChanges(good: Attempt, bad: Attempt): StepChange[] {
  const [before, after] = [stepsOf(good), stepsOf(bad)];
  return [...new Set([...before.keys(), ...after.keys()])].map((step) => {
    const [goodUs, badUs] = [before.get(step), after.get(step)];
    return {
      step,
      ...(goodUs === undefined ? {} : { goodUs }),
      ...(badUs === undefined ? {} : { badUs }),
    };
  });
}

/** States that it came to, with the time from its beginning to the first of each, in their order. */
function stepsOf({ session, side, until }: Attempt): Map<string, number> {
  const start = microsOf(side.from);
  const end = microsOf(until);
  const phases = session.runs[side.attempt - 1]?.phases ?? [];
  const moments = [
    ...session.history.map(({ at, to }) => ({ step: to, at: microsOf(at) })),
    ...phases.map(({ name, from, timedOut }) => ({
      step: timedOut === true ? `${name} (timed out)` : name,
      at: microsOf(from),
    })),
  ]
    .filter(({ at }) => at >= start && at <= end)
    .toSorted((a, b) => a.at - b.at);
  const steps = new Map<string, number>();
  for (const { step, at } of moments) if (!steps.has(step)) steps.set(step, at - start);
  return steps;
}

/** Distances only: a time without a date is of one day. */
function microsOf(at: string): number {
  return parseTimestamp(/^\d\d:/.test(at) ? `1970-01-01T${at}` : at)?.at ?? Number.NaN;
}
