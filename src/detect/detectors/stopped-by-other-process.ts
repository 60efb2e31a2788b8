import type { Severity } from '../../model/finding.ts';
import { that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, type Verdict } from '../define-detector.ts';
import { inTimes, inWords, median } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import type { Attempt, Client, Command, SessionTrace } from '../sessions/attempt.ts';
import { isForeignStop, isSystemClient, ownersOf } from '../sessions/owners.ts';
import { clientSubject, clientText, partiesOf, sessionsCanBeSeen } from '../sessions/parties.ts';
import { createSessionTraces, type SessionTraces } from '../sessions/traces.ts';
import { attemptCase } from '../sessions/weigh-attempts.ts';

/** Three stops have two distances: the fewest that can show a rhythm. Source: detectors.md. */
const TIMER_STOPS = 3;
/** Distances of a timer vary by less than this share of their mean. */
const TIMER_VARIATION = 0.15;

const CONFIDENCE = defineConfidence({
  start: 'low',
  because: 'a single stop may be what the user wants',
  raises: {
    repeated: ['medium', 'it stopped it more than once'],
    timer: ['high', 'it stopped it at least three times at a steady pace'],
  },
});

const messages = {
  stopped: '{{client}} stopped {{session}} {{times}}{{rhythm}}; it did not start it.',
} as const;

type Context = DetectorContext<typeof messages>;

export const stoppedByOtherProcess = defineDetector({
  meta: {
    id: 'stopped-by-other-process',
    title: 'Another program stops the session',
    severity: 'error',
    severityNote:
      'info for one stop, warning for two or for irregular ones, error for a timer (3 or more at a steady pace)',
    why: 'The tunnel goes down although nothing failed: no crash, no error, and the app knows nothing of it. A program of another vendor asks nesessionmanager for the stop.',
    how: [
      'nesessionmanager received a stop command from a program that never started this session',
      'the program shares no name with the product, and is no part of the system',
      'the program that did start it is known',
    ],
    notIt: [
      'System Settings, the VPN menu, device management, loginwindow and nesessionmanager itself',
      'a helper of the same product',
      'commands that were denied, and stops of what is down already',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'programs are known by name and pid only: a helper that shares no word with its product looks foreign',
      'why the other program stops it is not in the log',
    ],
    needs: ['nesessionmanager.session/stop-command', 'nesessionmanager.session/start-command'],
    levels: ['default'],
    next: [
      {
        for: 'administrator',
        text: 'Look at the settings of the program named below: many security and network tools have a rule that turns other VPNs off. Quit or remove it and see whether the stops end.',
      },
      {
        for: 'app-developer',
        text: 'Show the user who stopped the session: the app only sees a disconnect. On-demand rules bring it back up.',
      },
      {
        for: 'provider-developer',
        text: 'The provider is asked to stop as by a user (reason 1): it can tell nothing else. There is nothing to repair in it.',
      },
    ],
    references: ['https://github.com/tailscale/tailscale/issues/20843'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    return {
      on: traces.on,
      finish() {
        for (const trace of traces.all()) reportTrace(context, trace);
        return answer(context, traces);
      },
    };
  },
});

type Stopped = Attempt & { readonly stop: Command };

function reportTrace(context: Context, trace: SessionTrace): void {
  const owners = ownersOf(trace);
  for (const attempt of trace.attempts)
    if (attempt.stop !== undefined) context.weigh(() => weighed(trace, attempt, owners));
  if (owners.length === 0) return;
  const byClient = new Map<string, Stopped[]>();
  for (const attempt of trace.attempts) {
    const { stop } = attempt;
    if (stop === undefined || !isForeignStop(trace, attempt, owners)) continue;
    byClient.set(stop.client.name, [...(byClient.get(stop.client.name) ?? []), { ...attempt, stop }]);
  }
  for (const attempts of byClient.values()) reportStops(context, trace, attempts, owners);
}

function weighed(trace: SessionTrace, attempt: Attempt, owners: readonly Client[]) {
  const client = attempt.stop?.client ?? { name: '', pid: undefined };
  const isForeign = isForeignStop(trace, attempt, owners);
  const conditions = [
    that('a program asked for the stop', client.name !== '', clientText(client), attempt.stop?.cite),
    that(
      'the program that starts this session is known',
      owners.length > 0,
      owners.map(clientText).join(', ') || 'none',
    ),
    that('the stopper is no part of the system', !isSystemClient(client)),
    that('it never started this session, and shares no name with the product', isForeign),
  ];
  return attemptCase(trace, attempt, conditions, isForeign && owners.length > 0);
}

function reportStops(
  context: Context,
  trace: SessionTrace,
  attempts: readonly Stopped[],
  owners: readonly Client[],
): void {
  const stops = attempts.map(({ stop }) => stop);
  const [first] = stops;
  const owner = owners.at(-1);
  if (first === undefined || owner === undefined) return;
  const gaps = stops.slice(1).map((stop, i) => stop.at - (stops[i]?.at ?? stop.at));
  const spread = variation(gaps);
  const isTimer = stops.length >= TIMER_STOPS && spread < TIMER_VARIATION;
  const severity: Severity = isTimer ? 'error' : stops.length > 1 ? 'warning' : 'info';
  const confidence = CONFIDENCE.grade({ timer: isTimer, repeated: stops.length > 1 });
  const restarts = trace.attempts.flatMap(({ start }) => (start === undefined ? [] : [start.cite]));
  const ends = attempts.flatMap(({ ended }) => ended ?? []);
  context.report({
    messageId: 'stopped',
    data: {
      client: clientText(first.client),
      session: trace.name,
      times: inTimes(stops.length),
      rhythm: isTimer ? `, every ${inWords(median(gaps))}` : '',
    },
    severity,
    confidence,
    reasons: [
      `${stops.length} accepted stop ${stops.length === 1 ? 'command' : 'commands'} of ${clientText(first.client)}`,
      `${clientText(owner)} is the program that starts this session`,
      ...(isTimer
        ? [`the distances vary by ${Math.round(spread * 100)} %: a timer`]
        : gaps.length > 1
          ? [`the distances vary by ${Math.round(spread * 100)} %: no timer`]
          : ['a single stop may be what the user wants']),
    ],
    count: stops.length,
    span: spanOf([...stops.map(({ cite }) => cite), ...ends]),
    subjects: [...partiesOf(trace, attempts, context.world), clientSubject(first.client)],
    evidence: evidenceOf([...stops.map(({ cite }) => cite), ...ends.slice(0, 2), ...restarts.slice(-1)], first.cite),
  });
}

/** Standard deviation as a share of the mean. */
function variation(values: readonly number[]): number {
  if (values.length < 2) return Number.POSITIVE_INFINITY;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return mean === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(variance) / mean;
}

/** A stop by a program of its own where nobody was seen to start the session may be the owner's: nothing can be said. */
function answer(context: Context, traces: SessionTraces): Verdict {
  const isUnknown = traces
    .all()
    .some(
      (trace) =>
        ownersOf(trace).length === 0 &&
        trace.attempts.some(({ stop }) => stop !== undefined && !isSystemClient(stop.client)),
    );
  if (!isUnknown) return sessionsCanBeSeen(context);
  return { status: 'not-observable', missing: ['the start command of a session that a program stopped'] };
}
