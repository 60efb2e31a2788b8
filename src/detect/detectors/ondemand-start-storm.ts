import { keep } from '../../lib/keep.ts';
import { known, parts, printed } from '../../lib/redacted.ts';
import type { Cite } from '../../model/entity.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import { atLeast, sessionCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { endOfLog } from '../log-end.ts';
import { SlidingCount } from '../rate.ts';
import type { SessionTrace } from '../sessions/attempt.ts';
import { sessionSubject, sessionsCanBeSeen } from '../sessions/parties.ts';
import { createSessionTraces } from '../sessions/traces.ts';
import { all } from '../weighing.ts';

/** Source: detectors.md, ondemand-start-storm. */
const AT_LEAST = 20;
const WINDOW_US = 10 * SECOND;
/** A healthy connect ends the requests within this. */
const CONNECTS_US = 30 * SECOND;
const CAPS = { cites: 64, apps: 64, sessions: 256 };

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the requests are counted; why the session does not connect is not in these lines',
});

const messages = {
  storm:
    '{{apps}} programs asked for {{session}} {{count}} times in {{duration}} while it was connecting, and it did not connect.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Asked {
  readonly window: SlidingCount;
  readonly cites: Cite[];
  readonly apps: Map<string, number>;
  /** The last request of the storm. */
  peakAt: Micros | undefined;
  last: Cite | undefined;
}

export const ondemandStartStorm = defineDetector({
  meta: {
    id: 'ondemand-start-storm',
    title: 'Programs keep asking for a session that does not connect',
    severity: 'error',
    severityNote: 'always error: the session hangs in connecting',
    why: 'The session connects on demand and hangs. Every program that wants the network asks for it again and again; CPU and log fill, and nothing connects.',
    how: [
      'at least 20 skipped start commands within 10 s while the session is connecting',
      'the session does not connect within 30 s after',
    ],
    notIt: [
      'a short burst during a connect that succeeds',
      'start commands to a session that is up: session-flap’s evidence',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['why the session does not connect is not in these lines'],
    needs: ['nesessionmanager.session/start-skipped', 'nesessionmanager.session/status-changed'],
    levels: ['default'],
    next: [
      {
        for: 'administrator',
        text: 'Turn "Connect On Demand" off for this configuration and connect by hand: the first attempt shows the real error.',
      },
      {
        for: 'app-developer',
        text: 'Narrow the on-demand rules, and give them an evaluation that fails when the server cannot be reached.',
      },
    ],
    references: ['https://github.com/trailofbits/algo/issues/539'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const bySession = new Map<string, Asked>();
    return {
      on: together(traces.on, {
        'nesessionmanager.session/start-skipped': (event) => {
          const id = known(parts(event.fields.session)?.id);
          if (id === undefined || known(event.fields.status) !== 'connecting') return;
          if (bySession.size >= CAPS.sessions && !bySession.has(id)) return;
          const asked: Asked = bySession.get(id) ?? {
            window: new SlidingCount(WINDOW_US),
            cites: [],
            apps: new Map(),
            peakAt: undefined,
            last: undefined,
          };
          bySession.set(keep(id), asked);
          asked.last = context.cite(event);
          if (asked.cites.length < CAPS.cites) asked.cites.push(asked.last);
          if (asked.window.add(event.at) >= AT_LEAST) asked.peakAt = event.at;
          const app = printed(event.fields.client);
          if (asked.apps.has(app) || asked.apps.size < CAPS.apps)
            asked.apps.set(keep(app), (asked.apps.get(app) ?? 0) + 1);
        },
      }),
      finish() {
        let isOpen = false;
        for (const [uuid, asked] of bySession) {
          const trace = traces.of(uuid);
          context.weigh(() => weighed(context, uuid, asked, trace));
          if (asked.peakAt === undefined) continue;
          if (hasConnected(trace, asked.peakAt)) continue;
          // The log ends before it could be seen whether it connects.
          if (endOfLog(context.observed) - asked.peakAt < CONNECTS_US && !hasEnded(trace, asked.peakAt)) isOpen = true;
          else reportSession(context, uuid, asked, trace);
        }
        return answer(context, isOpen);
      },
    };
  },
});

function weighed({ world, observed }: Context, uuid: string, asked: Asked, trace: SessionTrace | undefined) {
  const { peakAt, window, cites } = asked;
  const goesOn = peakAt !== undefined && (endOfLog(observed) - peakAt >= CONNECTS_US || hasEnded(trace, peakAt));
  const conditions = [
    atLeast('skipped start commands within 10 s while it is connecting', window.peak, AT_LEAST, cites[0]),
    that('it does not connect within 30 s after', peakAt === undefined ? 'unknown' : !hasConnected(trace, peakAt)),
    that('the log holds these 30 s', peakAt === undefined ? 'unknown' : goesOn),
  ];
  return sessionCase(
    { uuid, name: world.session(uuid)?.name ?? uuid },
    { conditions, isFound: all(conditions) === true },
  );
}

function hasConnected(trace: SessionTrace | undefined, at: Micros): boolean {
  return (
    trace?.attempts.some(
      ({ connected }) => connected !== undefined && connected.at >= at - WINDOW_US && connected.at - at <= CONNECTS_US,
    ) ?? false
  );
}

function hasEnded(trace: SessionTrace | undefined, at: Micros): boolean {
  return (
    trace?.attempts.some(({ ended, connected }) => connected === undefined && ended !== undefined && ended.at >= at) ??
    false
  );
}

function reportSession(context: Context, uuid: string, asked: Asked, trace: SessionTrace | undefined): void {
  const decisive = asked.cites[AT_LEAST - 1] ?? asked.cites[0];
  if (decisive === undefined || asked.last === undefined) return;
  const cites = [...asked.cites, asked.last];
  const span = spanOf(cites);
  const top = [...asked.apps].sort((a, b) => b[1] - a[1]).slice(0, 4);
  const session = context.world.session(uuid);
  context.report({
    messageId: 'storm',
    data: {
      apps: asked.apps.size,
      session: session?.name ?? uuid,
      count: asked.window.total,
      duration: inWords(span === undefined ? 0 : span.to - span.from),
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${asked.window.peak} skipped start commands within 10 s at the peak, at least ${AT_LEAST} asked`,
      `mostly of ${top.map(([app, count]) => `${app} (${count})`).join(', ')}`,
      'the session did not connect within 30 s after',
    ],
    count: asked.window.total,
    span,
    subjects: [
      trace === undefined ? { kind: 'session', session: uuid } : sessionSubject(trace),
      ...top.map(([name]) => ({ kind: 'app' as const, name })),
    ],
    evidence: evidenceOf(cites, decisive),
  });
}

function answer(context: Context, isOpen: boolean): Verdict {
  if (!isOpen) return sessionsCanBeSeen(context);
  return { status: 'not-observable', missing: ['the 30 s after the requests: the log ends there'] };
}
