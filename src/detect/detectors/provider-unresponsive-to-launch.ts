import { sessionCase } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inTimes, inWords, median } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { sessionsCanBeSeen } from '../sessions/parties.ts';
import { createStartCalls } from '../sessions/start-calls.ts';
import { timeoutParties, unresponsiveness, wasUnresponsive } from '../sessions/timeout-parties.ts';
import { createTimeouts, type Timeout, waitedFor } from '../sessions/timeouts.ts';

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'the process printed lines of its own meanwhile: it lives',
  lowers: {
    mute: ['medium', 'no line tells that the process lives'],
  },
});

const messages = {
  silent:
    'The provider of {{session}} runs (pid {{pid}}) and never answered its launch, {{times}}; after {{waited}} nesessionmanager gave up.',
} as const;

type Context = DetectorContext<typeof messages>;

export const providerUnresponsiveToLaunch = defineDetector({
  meta: {
    id: 'provider-unresponsive-to-launch',
    title: 'A provider’s process runs and never answers its launch',
    severity: 'error',
    severityNote: 'always error: a filter that never answers blocks all traffic',
    why: 'The extension’s process exists, but its main thread does not get as far as the framework’s listener: it hangs in a library’s start, in a lock, in something it waits for. The session times out.',
    how: [
      'nesessionmanager started the provider with a pid',
      'no attached IPC and no "Calling start…" of that pid follows',
      'the start state times out while the process lives',
    ],
    notIt: [
      'a debugger that holds the process',
      'the first launch, while Gatekeeper looks at it: up to about 20 s',
      'a process that died: provider-crash',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'where it hangs shows in a spindump or sample only',
      'a provider whose pid no line names is start-timeout',
    ],
    needs: [
      'nesessionmanager.session/plugin-started',
      'nesessionmanager.session/plugin-attached',
      'nesessionmanager.session/timed-out',
    ],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Take `sample <pid>` while it hangs. Keep main() empty: call NEProvider.startSystemExtensionMode() first, and start crash reporters, databases and XPC afterwards, on another queue.',
      },
      {
        for: 'administrator',
        text: 'End the process by its pid; the system starts it again. Turn the filter off if traffic is blocked.',
      },
    ],
    references: ['https://github.com/objective-see/LuLu/issues/293'],
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
          const isFound = wasUnresponsive(each, calls.all(), context.world);
          context.weigh(() => {
            const conditions = unresponsiveness(each, calls.all(), context.world);
            return sessionCase({ uuid: each.session, name: each.name }, { conditions, isFound });
          });
          if (!isFound) continue;
          groups.set(each.session, [...(groups.get(each.session) ?? []), each]);
        }
        for (const group of groups.values()) reportGroup(context, group);
        return sessionsCanBeSeen(context);
      },
    };
  },
});

function reportGroup(context: Context, group: readonly Timeout[]): void {
  const [first] = group;
  const decisive = first?.cites[0];
  if (first?.pid === undefined || decisive === undefined) return;
  const run = context.world.process(first.pid);
  const isAlive = run !== undefined && run.lines > 0 && run.lastAt > (first.entered?.at ?? decisive.at);
  const cites = group.flatMap(({ entered, cites: own }) => [...(entered === undefined ? [] : [entered]), ...own]);
  context.report({
    messageId: 'silent',
    data: {
      session: first.name,
      pid: first.pid,
      times: inTimes(group.length),
      waited: inWords(median(group.map(waitedFor))),
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({ mute: !isAlive }),
    reasons: [
      'no attached IPC and no call of its start stand between launch and timeout',
      isAlive
        ? `the process printed ${run.lines} lines of its own: it lives`
        : 'no line tells of the process’s end, and none that it lives',
    ],
    count: group.length,
    span: spanOf(cites),
    subjects: timeoutParties(group, context.world),
    evidence: evidenceOf([...cites, ...(run === undefined ? [] : [run.firstCite])], decisive),
  });
}
