import { sessionCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inTimes, inWords, median } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { sessionsCanBeSeen } from '../sessions/parties.ts';
import { createStartCalls } from '../sessions/start-calls.ts';
import { timeoutParties, wasUnresponsive } from '../sessions/timeout-parties.ts';
import { createTimeouts, shortState, type Timeout, waitedFor } from '../sessions/timeouts.ts';

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'nesessionmanager says it, and when the state began',
  lowers: { unseen: ['medium', 'the beginning of the state is not in the log'] },
});

const messages = {
  timeout:
    '{{session}} did not get out of the state {{state}} in time, {{times}}: nesessionmanager gave up after {{waited}}.',
} as const;

type Context = DetectorContext<typeof messages>;

export const startTimeout = defineDetector({
  meta: {
    id: 'start-timeout',
    title: 'A session is stuck in one state until its time is over',
    severity: 'error',
    severityNote: 'always error: until the time is over the session can neither be used nor started anew',
    why: 'The provider was asked to start or to stop and never said that it had. The session manager waits for its full time, and so do the app and the user.',
    how: [
      'nesessionmanager says that a state timed out or that its timer fired',
      'the provider had been reached, or none was started',
    ],
    notIt: [
      'a provider whose process runs and never answers: provider-unresponsive-to-launch',
      'a very slow disk right after a restart may take longer than usual once',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['what the provider waits for is not in these lines: a spindump or sample of its process shows it'],
    needs: ['nesessionmanager.session/timed-out', 'nesessionmanager.session/state-timer-fired'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Call the completion handlers of startTunnel, startProxy and stopTunnel on every path, also on errors and on cancel; never block the queue on which they are called.',
      },
      { for: 'app-developer', text: 'Do not start again while the status is disconnecting: wait for disconnected.' },
      { for: 'reporter', text: 'Take `sudo spindump` or `sample` of the provider while it is stuck.' },
    ],
    references: ['https://github.com/eduvpn/apple/pull/265'],
  },
  messages,
  create(context) {
    const timeouts = createTimeouts(context);
    const calls = createStartCalls(context);
    return {
      on: together(timeouts.on, calls.on),
      finish() {
        const groups = new Map<string, Timeout[]>();
        for (const each of timeouts.all()) {
          const isUnresponsive = wasUnresponsive(each, calls.all(), context.world);
          context.weigh(() => weighed(each, isUnresponsive));
          if (isUnresponsive) continue;
          const key = `${each.session} ${each.state}`;
          groups.set(key, [...(groups.get(key) ?? []), each]);
        }
        for (const group of groups.values()) reportGroup(context, group);
        return sessionsCanBeSeen(context);
      },
    };
  },
});

function weighed(timeout: Timeout, isUnresponsive: boolean) {
  const { session: uuid, name, state, cites, pid, attached } = timeout;
  const provider =
    pid === undefined ? 'none was started' : attached === undefined ? `pid ${pid}` : `pid ${pid}, reached`;
  const conditions = [
    that(`the state ${shortState(state)} timed out`, true, inWords(waitedFor(timeout)), cites[0]),
    that('its provider had been reached, or none was started', !isUnresponsive, provider, attached),
  ];
  return sessionCase({ uuid, name }, { conditions, isFound: !isUnresponsive });
}

function reportGroup(context: Context, group: readonly Timeout[]): void {
  const [first] = group;
  const decisive = first?.cites[0];
  if (first === undefined || decisive === undefined) return;
  const cites = group.flatMap(({ entered, cites: own }) => [...(entered === undefined ? [] : [entered]), ...own]);
  const waited = median(group.map(waitedFor));
  context.report({
    messageId: 'timeout',
    data: {
      session: first.name,
      state: shortState(first.state),
      times: inTimes(group.length),
      waited: waited === 0 ? 'its time' : inWords(waited),
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({ unseen: first.entered === undefined }),
    reasons: [
      `nesessionmanager says so, ${inTimes(group.length)}${first.allowed === undefined ? '' : `; ${first.allowed} s are allowed`}`,
      first.pid === undefined
        ? 'no process of the provider was started for it'
        : `the provider is pid ${first.pid}${first.attached === undefined ? '' : ', and it had been reached'}`,
    ],
    count: group.length,
    span: spanOf(cites),
    subjects: timeoutParties(group, context.world),
    evidence: evidenceOf(cites, decisive),
  });
}
