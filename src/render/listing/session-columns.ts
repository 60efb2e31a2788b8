import { parseTimestamp } from '../../lib/time-parse.ts';
import type { SessionReport } from '../../model/report.ts';
import { timeOfDay } from '../terminal/clock.ts';
import { duration } from '../terminal/words.ts';
import type { Column } from './listing.ts';

type Run = SessionReport['runs'][number];

/** One run of one session: from its start to its stop. */
export interface SessionRow {
  readonly session: SessionReport;
  /** Undefined for a session of which no start was seen. */
  readonly run: Run | undefined;
}

/** `sessions`: a row per run. */
export function sessionRows(sessions: readonly SessionReport[]): SessionRow[] {
  return sessions.flatMap((session): SessionRow[] =>
    session.runs.length === 0 ? [{ session, run: undefined }] : session.runs.map((run) => ({ session, run })),
  );
}

export const SESSION_COLUMNS: readonly Column<SessionRow>[] = [
  { key: 'session', title: 'session', value: ({ session }) => session.name },
  { key: 'kind', title: 'kind', value: ({ session }) => session.kind, yields: 4 },
  {
    key: 'from',
    isFixed: true,
    title: 'started',
    value: ({ run }) => run?.from,
    text: ({ run }) => clockOf(run?.from),
  },
  { key: 'to', isFixed: true, title: 'stopped', value: ({ run }) => run?.to, text: ({ run }) => clockOf(run?.to) },
  {
    key: 'dur',
    isFixed: true,
    title: 'for',
    value: ({ run }) => lengthOf(run),
    text: ({ run }) => inWords(lengthOf(run)),
    isRight: true,
  },
  { key: 'startedBy', title: 'started by', value: ({ run }) => run?.startedBy, yields: 2 },
  { key: 'stoppedBy', title: 'stopped by', value: ({ run }) => run?.stoppedBy, yields: 1 },
  { key: 'stopReason', isProse: true, title: 'why', value: ({ run }) => run?.stopReason },
  { key: 'providers', title: 'provider pids', value: ({ run }) => run?.providerPids.join(' '), yields: 3 },
  { key: 'state', title: 'state at the end', value: ({ session }) => session.state, yields: 5 },
];

export const SESSION_FIELDS: Readonly<Record<string, (row: SessionRow) => unknown>> = {
  uuid: ({ session }) => session.uuid,
  class: ({ session }) => session.class,
};

function clockOf(iso: string | undefined): string {
  return iso === undefined ? '' : timeOfDay(iso);
}

function lengthOf(run: Run | undefined): number | undefined {
  const from = run === undefined ? undefined : parseTimestamp(run.from)?.at;
  const to = run?.to === undefined ? undefined : parseTimestamp(run.to)?.at;
  return from === undefined || to === undefined || to < from ? undefined : to - from;
}

function inWords(us: number | undefined): string {
  return us === undefined ? '' : duration(us);
}
