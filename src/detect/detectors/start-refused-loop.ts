import { sessionCase } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { type Attempt, lastedFor, type SessionTrace } from '../sessions/attempt.ts';
import { clientSubject, clientText, partiesOf, sessionsCanBeSeen } from '../sessions/parties.ts';
import { refusalRows, refusals, refusedLoops } from '../sessions/refused-loops.ts';
import { createSessionTraces } from '../sessions/traces.ts';
import { all } from '../weighing.ts';

const NO_NETWORK = /no network/i;

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'start commands of a program stand before the refusals',
  lowers: {
    onDemand: ['medium', 'most of them came on demand, or nothing tells who asked'],
  },
});

const messages = {
  loop: '{{session}} was started {{count}} times in {{duration}}, and each attempt ended at once with "{{reason}}".',
  noNetwork:
    '{{session}} was started {{count}} times in {{duration}} while there was no network: the system refuses to start a tunnel then ("{{reason}}").',
} as const;

type Context = DetectorContext<typeof messages>;

export const startRefusedLoop = defineDetector({
  meta: {
    id: 'start-refused-loop',
    title: 'A start is refused again and again',
    severity: 'error',
    severityNote: 'always error: nothing connects while it loops',
    why: 'The app calls startVPNTunnel, which returns without an error, and the session ends some milliseconds later. The app tries again at once and never learns the reason.',
    how: [
      'at least 5 attempts in a row within 1 min end with the same stop reason',
      'each is over within 2 s and never connected',
      'nobody asked for the stop, and no death of the provider explains it',
    ],
    notIt: [
      'retries of the system for a rule that connects on demand, for less than 5 s after the network went',
      'starts that fail for want of a tunnel interface, a disabled plugin or a crash: those have a cause of their own',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['why the app does not wait is not in the log: the stop reason is all that nesessionmanager says'],
    needs: ['nesessionmanager.session/start-command', 'nesessionmanager.session/status-changed'],
    levels: ['default', 'error'],
    next: [
      {
        for: 'app-developer',
        text: 'Read the reason with fetchLastDisconnectError, and do not retry on a timer: wait for a network (NWPathMonitor satisfied) or use on-demand rules, which the system evaluates itself.',
      },
      {
        for: 'administrator',
        text: 'Check why there is no network where the reason says so: a VPN cannot start before an interface has an address.',
      },
    ],
    references: ['https://developer.apple.com/documentation/networkextension/nevpnconnection'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    return {
      on: traces.on,
      finish() {
        for (const trace of traces.all()) {
          weigh(context, trace);
          for (const loop of refusedLoops(trace, context.world)) reportLoop(context, trace, loop);
        }
        return sessionsCanBeSeen(context);
      },
    };
  },
});

function weigh(context: Context, trace: SessionTrace): void {
  if (!context.isAsked) return;
  const rows = refusalRows(trace, context.world);
  for (const row of rows.length === 0 ? [[]] : rows)
    context.weigh(() => {
      const conditions = refusals(row);
      return sessionCase(trace, { conditions, isFound: all(conditions) === true });
    });
}

function reportLoop(context: Context, trace: SessionTrace, loop: readonly Attempt[]): void {
  const ends = loop.flatMap(({ ended }) => ended ?? []);
  const [decisive] = ends;
  const [first] = loop;
  const last = ends.at(-1);
  if (first === undefined || decisive === undefined || last === undefined) return;
  const reason = first.reason ?? '';
  const client = first.start?.client;
  const asked = loop.filter(({ start }) => start !== undefined);
  const onDemand = loop.filter(({ isOnDemand }) => isOnDemand).length;
  const troubles = loop.flatMap((attempt) => attempt.troubles.map(({ cite }) => cite));
  const confidence = CONFIDENCE.grade({ onDemand: onDemand * 2 > loop.length || asked.length === 0 });
  const longest = Math.max(...loop.map((attempt) => lastedFor(attempt) ?? 0));
  context.report({
    messageId: NO_NETWORK.test(reason) ? 'noNetwork' : 'loop',
    data: { session: trace.name, count: loop.length, duration: inWords(last.at - first.first.at), reason },
    severity: 'error',
    confidence,
    reasons: [
      `${loop.length} attempts in a row ended with "${reason}", the longest after ${inWords(longest)}`,
      client === undefined ? 'no start command tells who asked' : `${clientText(client)} asks for them`,
      ...(onDemand === 0 ? [] : [`${onDemand} of them came from a rule that connects on demand`]),
    ],
    count: loop.length,
    span: spanOf([first.first, last]),
    subjects: [...partiesOf(trace, loop, context.world), ...(client === undefined ? [] : [clientSubject(client)])],
    evidence: evidenceOf([...loop.slice(0, 2).map((each) => each.first), ...troubles.slice(0, 2), ...ends], decisive),
  });
}
