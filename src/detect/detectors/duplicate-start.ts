import { recordCommand } from '../../lib/record-command.ts';
import type { ProcessRun } from '../../model/entity.ts';
import { SECOND } from '../../model/units.ts';
import { atLeast, providerCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { createStartCalls, type StartCall } from '../sessions/start-calls.ts';
import { createSessionTraces, type SessionTraces } from '../sessions/traces.ts';
import { hasProvider, providerSubject } from '../subjects.ts';
import { all } from '../weighing.ts';

/** A crash this soon after the second call is its consequence. Source: detectors.md, duplicate-start. */
const CRASH_US = 10 * SECOND;

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'the process serves one session',
  lowers: {
    several: ['medium', 'how many sessions the process serves is not known for sure: as many starts are allowed'],
  },
});

const messages = {
  twice:
    '{{provider}} (pid {{pid}}) was asked to start its {{what}} {{count}} times without a stop between{{apart}}{{crash}}.',
} as const;

type Context = DetectorContext<typeof messages>;

export const duplicateStart = defineDetector({
  meta: {
    id: 'duplicate-start',
    title: 'A provider is asked to start twice',
    severity: 'warning',
    severityNote: 'error when the process crashes within 10 s after',
    why: 'The framework calls the start of one provider twice in one process. Code that is made to run once runs twice: resources are opened twice, continuations and dispatch objects are resumed twice, and the process traps.',
    how: [
      'two "Calling start…" of the same kind in the same process',
      'no "Calling stop…" and no new session between them',
    ],
    notIt: [
      'a system extension that serves several configurations: one start for each session',
      'a start after a stop',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'the line names the extension, not the session: with several sessions in one process as many starts are allowed',
    ],
    needs: [
      'networkextension.provider/start-proxy',
      'networkextension.provider/start-tunnel',
      'networkextension.provider/start-filter',
    ],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Make the start safe to be called twice: keep a state, and answer the second call’s completion handler without doing the work again.',
      },
      { for: 'apple', text: 'File it with both lines: one session must lead to one call.' },
    ],
    references: ['https://developer.apple.com/documentation/networkextension/neappproxyprovider'],
  },
  messages,
  create(context) {
    const calls = createStartCalls(context);
    const traces = createSessionTraces(context);
    return {
      on: together(calls.on, traces.on),
      finish() {
        for (const row of rowsOf(calls.all())) {
          weigh(context, row, traces);
          if (row.length > 1) reportRow(context, row, traces);
        }
        return hasProvider(context.world)
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['lines that NetworkExtension prints in a provider'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

function weigh(context: Context, row: readonly StartCall[], traces: SessionTraces): void {
  const [first] = row;
  const last = row.at(-1);
  const run = first === undefined ? undefined : context.world.process(first.pid);
  if (first === undefined || last === undefined || run === undefined) return;
  context.weigh(() => {
    const allowed = sessionsOf(run, first, last, traces);
    const conditions = [
      atLeast(`"Calling start" of its ${first.what} without a stop between`, row.length, 2, last.cite),
      that('the log holds the process from before the first', run.firstAt <= first.cite.at, undefined, run.firstCite),
      that('more than its sessions ask for', row.length > allowed, `${row.length} calls, ${allowed} asked for`),
    ];
    return providerCase(context.world, run, { conditions, isFound: all(conditions) === true });
  });
}

/** Starts of one kind in one process with no stop between them; a single one is a row too. */
function rowsOf(calls: readonly StartCall[]): StartCall[][] {
  const open = new Map<string, StartCall[]>();
  const rows: StartCall[][] = [];
  for (const call of calls) {
    const key = `${call.pid} ${call.what} ${call.bundle}`;
    if (!call.isStart) {
      open.delete(key);
      continue;
    }
    const row = open.get(key) ?? [];
    row.push(call);
    open.set(key, row);
    if (row.length === 1) rows.push(row);
  }
  return rows;
}

function reportRow(context: Context, row: readonly StartCall[], traces: SessionTraces): void {
  const [first, second] = row;
  const last = row.at(-1);
  if (first === undefined || second === undefined || last === undefined) return;
  const run = context.world.process(first.pid);
  if (run === undefined || run.firstAt > first.cite.at || row.length <= sessionsOf(run, first, last, traces)) return;
  const crash =
    run.end?.kind === 'crash' && run.end.at - last.cite.at <= CRASH_US && run.end.at >= last.cite.at
      ? run.end
      : undefined;
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const cites = [...row.map(({ cite }) => cite), ...(crash?.cites ?? [])];
  context.report({
    messageId: 'twice',
    data: {
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      pid: run.pid,
      what: first.what,
      count: row.length,
      apart: `, ${inWords(second.cite.at - first.cite.at)} apart`,
      crash: crash === undefined ? '' : ', and crashed',
    },
    severity: crash === undefined ? 'warning' : 'error',
    confidence: CONFIDENCE.grade({ several: (run.provider?.sessions.length ?? 0) !== 1 }),
    reasons: [
      `${row.length} calls in one process, ${sessionsOf(run, first, last, traces)} expected for its sessions`,
      'no call of the stop stands between them',
      ...(crash === undefined ? [] : [`the process crashed ${inWords(crash.at - last.cite.at)} after the last`]),
    ],
    count: row.length,
    span: spanOf(cites),
    subjects: [providerSubject(run, session)],
    evidence: evidenceOf(cites, second.cite),
  });
}

/** How many starts are right: one for each attempt at a session that this process was started for. */
function sessionsOf(run: ProcessRun, first: StartCall, last: StartCall, traces: SessionTraces): number {
  const known = Math.max(1, run.provider?.sessions.length ?? 1);
  const attempts = traces
    .all()
    .flatMap((trace) => trace.attempts)
    .filter(
      ({ pid, first: begun, ended }) =>
        pid === run.pid && begun.at <= last.cite.at && (ended?.at ?? last.cite.at) >= first.cite.at,
    );
  return Math.max(known, attempts.length);
}
