import { recordCommand } from '../../lib/record-command.ts';
import { isWithin } from '../../lib/signing-id.ts';
import { MINUTE, type Micros } from '../../model/units.ts';
import type { Candidate } from '../../model/why.ts';
import { atLeast, lasts, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import type { SessionTrace } from '../sessions/attempt.ts';
import { createDelegateLosses } from '../sessions/delegate-losses.ts';
import { createFailureStreaks, type Streak } from '../sessions/failure-streaks.ts';
import { createNetworkState, type NetworkState } from '../sessions/network-state.ts';
import { clientSubject, sessionSubject } from '../sessions/parties.ts';
import { createSessionTraces } from '../sessions/traces.ts';
import { isUpThroughout } from '../sessions/up-throughout.ts';
import { bundlesOf, providerSubject } from '../subjects.ts';
import { all } from '../weighing.ts';

/** Source: detectors.md, tunnel-dead-while-connected. */
const AT_LEAST = 5;
const LASTS_US = 3 * MINUTE;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'they are the product’s own words: a server that is down would look the same',
  raises: {
    both: ['high', 'provider and app both tell of it'],
  },
  lowers: {
    appOnly: ['low', 'only the app tells of it, not the provider'],
    network: ['low', 'no line tells whether there was a network'],
  },
});

const messages = {
  dead: '{{session}} is called connected, but {{who}} failed {{count}} times in {{duration}} without one success{{wake}}.',
} as const;

type Context = DetectorContext<typeof messages>;

export const tunnelDeadWhileConnected = defineDetector({
  meta: {
    id: 'tunnel-dead-while-connected',
    title: 'A tunnel is dead although its status says connected',
    severity: 'error',
    severityNote: 'always error; confidence says how much of it is more than the provider’s own words',
    why: 'Nothing gets through, and nobody reconnects: the system and the app believe the status. It is typical after a sleep, where a socket that the provider still holds leads nowhere.',
    how: [
      'the session’s status is connected the whole time',
      'the provider, or its app, tells of at least 5 failed handshakes, keep-alives or dials in a row over at least 3 min',
      'no success of the same process stands between them',
    ],
    notIt: [
      'no network: the provider’s path is unsatisfied, or the link is down',
      'a session that reasserts: it says that it is not up',
      'failures of many different hosts: those are flows of apps, not the tunnel',
      'a tunnel whose outgoing interface was lost: delegate-interface-lost',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'the provider’s words are its own: a small vocabulary reads them, and a provider that keeps silent cannot be seen so',
      'what is at the other end is not in the log: a server that is down looks the same',
    ],
    needs: ['provider.words/failed', 'provider.words/established', 'nesessionmanager.session/status-changed'],
    levels: ['default', 'error'],
    next: [
      {
        for: 'provider-developer',
        text: 'Open new sockets after each wake and each path change instead of using the old ones, and give up after some failed handshakes: set reasserting, then cancelTunnelWithError, so that a fresh start follows.',
      },
      {
        for: 'app-developer',
        text: 'Do not take the status for a working tunnel: probe through it, and where the probe fails stop and start the session, which ends the old process.',
      },
      {
        for: 'administrator',
        text: 'Check that the server answers from another device; then turn the VPN off and on.',
      },
    ],
    references: ['https://github.com/ProtonVPN/ios-mac-app/issues/35'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const streaks = createFailureStreaks(context);
    const losses = createDelegateLosses(context);
    const network = createNetworkState();
    return {
      on: together(traces.on, streaks.on, losses.on, network.on),
      step: {
        ...losses.step,
        power: (step) => {
          losses.step.power?.(step);
          streaks.step.power?.(step);
        },
        boot: (step) => {
          losses.step.boot?.(step);
          streaks.step.boot?.(step);
        },
      },
      finish() {
        for (const streak of context.isAsked ? streaks.all() : [])
          context.weigh(() => weighed(context, streak, { traces: traces.all(), network, losses: losses.all() }));
        const long = streaks.all().filter(isLong);
        let unknown = 0;
        const isOnly = traces.all().length === 1;
        for (const trace of traces.all()) {
          const own = long.filter(
            (streak) => isOf(streak, trace, isOnly) && isUpThroughout(trace, streak, context.world),
          );
          const dead = own.filter((streak) => isDead(streak, network, losses.all()));
          if (dead.length > 0) reportTrace(context, trace, dead, network);
        }
        for (const streak of long)
          if (streak.run.provider !== undefined && !traces.all().some((trace) => isOf(streak, trace, isOnly)))
            unknown += 1;
        return answer(context, unknown);
      },
    };
  },
});

interface Around {
  readonly traces: readonly SessionTrace[];
  readonly network: NetworkState;
  readonly losses: Losses;
}

/** One row of failures with what speaks for a dead tunnel. */
function weighed({ world }: Context, streak: Streak, { traces, network, losses }: Around): Candidate {
  const { run, count, from, to, ofLink, endpoints, cites, success, path } = streak;
  const isOnly = traces.length === 1;
  const own = traces.filter((trace) => isOf(streak, trace, isOnly));
  const up = own.find((trace) => isUpThroughout(trace, streak, world));
  const most = Math.max(0, ...endpoints.values());
  const conditions = [
    { ...atLeast('failures in a row', count, AT_LEAST, cites[0]) },
    lasts('without one success for', to - from, LASTS_US, success),
    atLeast('of them about its own link, or about one endpoint', Math.max(ofLink, most), AT_LEAST),
    that(
      'its session is known',
      own.length > 0 ? true : 'unknown',
      own.map(({ name }) => name).join(', ') || undefined,
    ),
    that('which is connected the whole time', own.length === 0 ? 'unknown' : up !== undefined),
    that(
      'there is a network, and its tunnel keeps its way out',
      isDead(streak, network, losses),
      undefined,
      path?.cite,
    ),
  ];
  const session = up ?? own[0];
  const subjects = [
    ...(run.provider === undefined
      ? [clientSubject({ name: run.name, pid: run.pid })]
      : [providerSubject(run, session === undefined ? undefined : world.session(session.uuid))]),
    ...(session === undefined ? [] : [sessionSubject(session)]),
  ];
  return { what: `${run.name} (pid ${run.pid})`, subjects, conditions, isFound: all(conditions) === true };
}

/** Long enough, and about one thing: its own link, or one endpoint. */
function isLong({ count, from, to, ofLink, endpoints }: Streak): boolean {
  if (count < AT_LEAST || to - from < LASTS_US) return false;
  return ofLink >= AT_LEAST || Math.max(0, ...endpoints.values()) >= AT_LEAST;
}

/** The session's provider, or its app: by session, bundle, or the product's subsystem. */
function isOf({ run, subsystem }: Streak, { uuid, bundle, kind, attempts }: SessionTrace, isOnly: boolean): boolean {
  if (kind !== 'packet-tunnel' && kind !== 'unknown') return false;
  const { provider } = run;
  if (provider !== undefined && provider.sessions.length > 0) return provider.sessions.includes(uuid);
  if (attempts.some(({ pid }) => pid === run.pid)) return true;
  const names = provider === undefined ? [subsystem] : bundlesOf(run);
  if (bundle === undefined) return isOnly && provider !== undefined;
  return names.some((name) => name !== '' && (isWithin(name, bundle) || isWithin(bundle, name)));
}

type Losses = readonly {
  readonly lost: readonly { readonly at: Micros }[];
  readonly over: { readonly at: Micros } | undefined;
}[];

function isDead({ from, to, path }: Streak, network: NetworkState, losses: Losses): boolean {
  const isLost = losses.some(({ lost, over }) => (lost[0]?.at ?? to) < to && (over?.at ?? to) > from);
  if (isLost) return false;
  const isOffline = path?.isSatisfied === false && !network.isUpAfter(path.cite.at, to);
  return !isOffline && !network.isDownDuring(from, to);
}

function reportTrace(context: Context, trace: SessionTrace, dead: readonly Streak[], network: NetworkState): void {
  const main = dead.find(({ run }) => run.provider !== undefined) ?? dead[0];
  const decisive = main?.cites[AT_LEAST - 1] ?? main?.last;
  if (main === undefined || decisive === undefined) return;
  const { run } = main;
  const isProvider = run.provider !== undefined;
  const cites = dead.flatMap((streak) => [...streak.cites, streak.last]);
  const span = spanOf(cites);
  const wake = lastWake(context, main.from);
  const isUp = main.path?.isSatisfied === true || network.isUpAt(main.to);
  const both = dead.length > 1 && dead.some((streak) => streak.run.provider === undefined);
  const confidence = CONFIDENCE.grade({ both, appOnly: !isProvider, network: !isUp });
  const session = context.world.session(trace.uuid);
  const apps = dead.filter((streak) => streak.run.provider === undefined).map((streak) => streak.run);
  context.report({
    messageId: 'dead',
    data: {
      session: trace.name,
      who: isProvider ? `its provider (pid ${run.pid})` : run.name,
      count: main.count,
      duration: inWords(main.to - main.from),
      wake: wake === undefined ? '' : `, since ${inWords(main.from - wake)} after a wake`,
    },
    severity: 'error',
    confidence,
    reasons: [
      ...dead.map(
        (streak) =>
          `${streak.count} failures of ${streak.run.name}[${streak.run.pid}] in ${inWords(streak.to - streak.from)}, no success between them`,
      ),
      'the session’s status does not change meanwhile',
      isUp
        ? 'the network was up: the path was satisfied, or an interface had its address'
        : 'no line tells whether there was a network',
      ...(isProvider
        ? [`the process is at least ${inWords(main.to - run.firstAt)} old`]
        : ['only the app tells of it, not the provider']),
      'they are the product’s own words: a server that is down would look the same',
    ],
    count: dead.reduce((sum, { count }) => sum + count, 0),
    span,
    subjects: [
      ...(isProvider ? [providerSubject(run, session)] : []),
      sessionSubject(trace),
      ...apps.slice(0, 3).map(({ name, pid }) => clientSubject({ name, pid })),
    ],
    evidence: evidenceOf([...cites, ...(main.success === undefined ? [] : [main.success])], decisive),
  });
}

/** The last wake before, within an hour. */
function lastWake({ world }: Context, before: Micros): Micros | undefined {
  const wake = world.power.findLast(({ state, from }) => (state === 'awake' || state === 'dark') && from <= before);
  return wake === undefined || before - wake.from > 60 * MINUTE ? undefined : wake.from;
}

function answer({ observed }: Context, unknown: number): Verdict {
  const { families } = observed.capture;
  const missing = [
    ...(families.has('provider.words') ? [] : ['lines that a provider prints in its own words']),
    ...(families.has('nesessionmanager.session') ? [] : ['lines of nesessionmanager, which tell the status']),
    ...(unknown === 0 ? [] : ['the status of the session whose provider fails']),
  ];
  return missing.length === 0 ? { status: 'clear' } : { status: 'not-observable', missing, remedy: recordCommand() };
}
