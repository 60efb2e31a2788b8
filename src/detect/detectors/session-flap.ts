import type { World } from '../../model/entity.ts';
import { MINUTE, SECOND } from '../../model/units.ts';
import { atLeast, sessionCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inWords, median } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { periodOf } from '../measures.ts';
import { type Attempt, type Client, connectedFor, type SessionTrace } from '../sessions/attempt.ts';
import { hasDied } from '../sessions/deaths.ts';
import { createNetworkChanges, type NetworkChanges } from '../sessions/network-changes.ts';
import { isForeignStop, isSystemClient, ownersOf } from '../sessions/owners.ts';
import { clientSubject, clientText, partiesOf, sessionsCanBeSeen } from '../sessions/parties.ts';
import { createSessionTraces } from '../sessions/traces.ts';
import { type CaptureLoop, createCaptureLoops } from './capture-loops.ts';

/** Source: detectors.md, session-flap: four round trips in five minutes, or a median below half a minute over four. */
const ROUND_TRIPS = 4;
const WINDOW_US = 5 * MINUTE;
const SHORT_US = 30 * SECOND;
/** Periods this short that nobody ended tell after three already. */
const BRIEF = { atLeast: 3, us: 10 * SECOND };
/** What the network or a sleep did this long before explains the end of a period. */
const NETWORK_US = 10 * SECOND;
const EXPLAINED =
  /sleep|no network|network (?:change|interface)|updat|uninstall|superceded|superseded|disabled|logged out/i;

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'at least four times up and down',
  lowers: {
    few: ['medium', 'three brief periods only'],
  },
});

const messages = {
  flap: '{{session}} connected {{count}} times in {{duration}} and was up for {{up}} at a time{{who}}.',
} as const;

type Context = DetectorContext<typeof messages>;

export const sessionFlap = defineDetector({
  meta: {
    id: 'session-flap',
    title: 'A session goes up and down in quick succession',
    severity: 'error',
    severityNote: 'always error: nothing that lasts gets through',
    why: 'The tunnel connects, is up for seconds and is down again. Every connection of every app breaks each time.',
    how: [
      'at least 4 times connected and disconnected within 5 min, or 4 periods in a row with a median below 30 s',
      'or 3 periods below 10 s that nobody asked to end',
      'what explains a single end (below) takes that period out',
    ],
    notIt: [
      'periods that end with the provider’s death, a stop by another program, by the user in the settings, a sleep or an update',
      'a proxy whose session dies of the flows it captures: proxy-capture-loop',
      'roaming: the machine’s interface changed within 10 s before',
      'one or two reconnects',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['a user who clicks in the app looks like an app that stops by itself'],
    needs: ['nesessionmanager.session/status-changed', 'nesessionmanager.session/start-command'],
    levels: ['default'],
    next: [
      {
        for: 'app-developer',
        text: 'Do not stop and start the tunnel in reaction to its own status: a status observer that restarts it makes this loop. Ask for a start only while the status is disconnected.',
      },
      {
        for: 'provider-developer',
        text: 'Where the provider ends the session (cancelTunnelWithError, "Plugin initiated"), look at its last lines before each end: a path or reachability change that the tunnel itself causes is the classic.',
      },
      {
        for: 'administrator',
        text: 'Look for two programs that both want to control the VPN, and for on-demand rules that contradict each other.',
      },
    ],
    references: ['https://github.com/tailscale/tailscale/issues/16505'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const changes = createNetworkChanges();
    const loops = createCaptureLoops(context);
    return {
      on: together(traces.on, changes.on, loops.on),
      step: loops.step,
      finish() {
        const looping = loops.all();
        for (const trace of traces.all()) {
          const owners = ownersOf(trace);
          const isOut = (attempt: Attempt): boolean =>
            endedByLoop(attempt, looping) || isExplained(trace, attempt, owners, { world: context.world, changes });
          const row = longestFlap(trace, isOut);
          context.weigh(() => weighed(trace, row, isOut));
          if (row !== undefined) reportFlap(context, trace, row);
        }
        return sessionsCanBeSeen(context);
      },
    };
  },
});

function weighed(trace: SessionTrace, row: readonly Attempt[] | undefined, isOut: (attempt: Attempt) => boolean) {
  const periods = trace.attempts.filter((attempt) => connectedFor(attempt) !== undefined);
  const left = periods.filter((attempt) => !isOut(attempt));
  const ups = left.map((attempt) => connectedFor(attempt) ?? 0);
  const up = ups.length === 0 ? undefined : `${ups.length} left, up for ${inWords(median(ups))} at the median`;
  const conditions = [
    atLeast('times connected and disconnected again', periods.length, BRIEF.atLeast, periods[0]?.connected),
    atLeast(
      'of these without a death, a stop by others, a sleep or a change of the network',
      left.length,
      BRIEF.atLeast,
    ),
    that('4 in 5 min, or 4 in a row below 30 s, or 3 below 10 s that nobody ended', row !== undefined, up),
  ];
  return sessionCase(trace, { conditions, isFound: row !== undefined });
}

/** The proxy captured what its own connection needs: that is proxy-capture-loop. */
function endedByLoop({ pid, ended }: Attempt, loops: readonly CaptureLoop[]): boolean {
  return loops.some(
    ({ hammered, troubles }) =>
      hammered.run.pid === pid && troubles.some(({ what, cite }) => what === 'down' && cite.at === ended?.at),
  );
}

function isExplained(
  trace: SessionTrace,
  attempt: Attempt,
  owners: readonly Client[],
  { world, changes }: { readonly world: World; readonly changes: NetworkChanges },
): boolean {
  const { ended, reason, stop } = attempt;
  if (ended === undefined || hasDied(trace, attempt, world)) return true;
  if (stop !== undefined && (isSystemClient(stop.client) || isForeignStop(trace, attempt, owners))) return true;
  if (EXPLAINED.test(reason ?? '')) return true;
  const isAsleep = world.power.some(({ state, from }) => state === 'asleep' && Math.abs(from - ended.at) <= NETWORK_US);
  return isAsleep || changes.isNear(stop?.at ?? ended.at, NETWORK_US);
}

/** How regularly they begin, where there are enough of them to tell. */
function paceOf(row: readonly Attempt[]): string {
  const period = periodOf(row.map(({ first }) => first.at));
  return period === undefined
    ? ''
    : `, one every ${inWords(period.us)}, which varies by ${Math.round(period.variation * 100)} %`;
}

/** Rows of periods without an explained one between them; the longest that is a flap. */
function longestFlap({ attempts }: SessionTrace, isOut: (attempt: Attempt) => boolean): Attempt[] | undefined {
  let best: Attempt[] | undefined;
  let row: Attempt[] = [];
  const judge = (): void => {
    const flap = isFlap(row) ? row : densestOf(row);
    if (flap !== undefined && flap.length > (best?.length ?? 0)) best = flap;
    row = [];
  };
  for (const attempt of attempts) {
    if (connectedFor(attempt) === undefined || isOut(attempt)) {
      if (attempt.ended !== undefined) judge();
      continue;
    }
    row.push(attempt);
  }
  judge();
  return best;
}

function isFlap(row: readonly Attempt[]): boolean {
  const ups = row.map((attempt) => connectedFor(attempt) ?? 0);
  const isDense = row.slice(1).every((each, i) => each.first.at - (row[i]?.first.at ?? 0) <= WINDOW_US);
  if (row.length >= ROUND_TRIPS && isDense && median(ups) < SHORT_US) return true;
  return (
    row.length >= BRIEF.atLeast && isDense && row.every(({ stop }, i) => stop === undefined && (ups[i] ?? 0) < BRIEF.us)
  );
}

/** The stretch in which every four periods stand within five minutes. */
function densestOf(row: readonly Attempt[]): Attempt[] | undefined {
  let best: Attempt[] = [];
  let current: Attempt[] = [];
  for (const attempt of row) {
    const anchor = current.at(-(ROUND_TRIPS - 1)) ?? current[0];
    if (anchor !== undefined && attempt.first.at - anchor.first.at > WINDOW_US) current = [];
    current.push(attempt);
    if (current.length > best.length) best = [...current];
  }
  return best.length >= ROUND_TRIPS ? best : undefined;
}

function reportFlap(context: Context, trace: SessionTrace, row: readonly Attempt[]): void {
  const [first] = row;
  const ends = row.flatMap(({ ended }) => ended ?? []);
  const last = ends.at(-1);
  const decisive = ends[1] ?? ends[0];
  if (first === undefined || last === undefined || decisive === undefined) return;
  const up = median(row.map((attempt) => connectedFor(attempt) ?? 0));
  const stops = row.flatMap(({ stop }) => stop ?? []);
  const starts = row.flatMap(({ start }) => start ?? []);
  const repeats = row.reduce((sum, attempt) => sum + attempt.repeats, 0);
  const stopper = stops[0]?.client;
  const repeated = row.flatMap(({ lastRepeat }) => lastRepeat ?? []);
  const reasons = [...new Set(row.flatMap(({ reason }) => reason ?? []))];
  const client = stopper ?? starts[0]?.client;
  context.report({
    messageId: 'flap',
    data: {
      session: trace.name,
      count: row.length,
      duration: inWords(last.at - first.first.at),
      up: inWords(up),
      who: stopper !== undefined && stops.length * 2 > row.length ? `; ${clientText(stopper)} stops it` : '',
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({ few: row.length < ROUND_TRIPS }),
    reasons: [
      `${row.length} periods, connected for ${inWords(up)} at the median${paceOf(row)}`,
      ...(starts.length === 0 ? [] : [`${starts.length} starts by ${namesOf(starts)}`]),
      stops.length === 0
        ? 'no stop command: the sessions end by themselves'
        : `${stops.length} stops by ${namesOf(stops)}`,
      ...(repeats === 0 ? [] : [`${repeats} more start commands while it was on its way or up`]),
      ...(reasons.length === 0 ? [] : [`stop reason: ${reasons.slice(0, 3).join(', ')}`]),
    ],
    count: row.length,
    span: spanOf([first.first, last]),
    subjects: [...partiesOf(trace, row, context.world), ...(client === undefined ? [] : [clientSubject(client)])],
    evidence: evidenceOf(
      [...starts.slice(0, 2), ...stops.slice(0, 2)].map(({ cite }) => cite).concat(repeated.slice(0, 1), ends),
      decisive,
    ),
  });
}

function namesOf(
  commands: readonly { readonly client: { readonly name: string; readonly pid: number | undefined } }[],
): string {
  return [...new Set(commands.map(({ client }) => clientText(client)))].slice(0, 3).join(', ');
}
