import { isWithin } from '../../lib/signing-id.ts';
import type { Cite } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { MINUTE, type Micros } from '../../model/units.ts';
import type { Candidate, WeighedCondition } from '../../model/why.ts';
import { atLeast, lasts, that } from '../cases.ts';
import { CiteList } from '../cite-list.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { endOfLog } from '../log-end.ts';
import type { Attempt, SessionTrace } from '../sessions/attempt.ts';
import { partiesOf, sessionSubject, sessionsCanBeSeen } from '../sessions/parties.ts';
import { createSessionTraces } from '../sessions/traces.ts';
import { all } from '../weighing.ts';

/** A companion that is stopped too is stopped within a minute. Source: detectors.md, orphaned-companion-session. */
const LEFT_US = MINUTE;
/** Flows that the proxy still takes: fewer may be what was under way. */
const AT_LEAST = 5;
const CAPS = { pids: 64, flows: 20_000 };
const NO_CITES = new CiteList();

/** Flows of one process by lines of one kind. */
interface ToldFlows {
  count: number;
  /** None where lines of another kind count. */
  cites: CiteList;
}

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'whether the proxy is meant to run alone is not in the log',
});

const messages = {
  orphaned:
    '{{tunnel}} was disconnected, and {{proxy}} of the same product stayed up for {{duration}} more and took {{count}} flows.',
} as const;

type Context = DetectorContext<typeof messages>;

export const orphanedCompanionSession = defineDetector({
  meta: {
    id: 'orphaned-companion-session',
    title: 'A proxy goes on without the tunnel it belongs to',
    severity: 'warning',
    severityNote: 'always warning: whether the proxy is meant to run alone is the product’s decision',
    why: 'The user turned the VPN off, but the product’s transparent proxy still takes flows. It has no tunnel to send them through, so connections suffer although the VPN is off.',
    how: [
      'two sessions of one product: the bundle of one stands below the other’s, or the same app starts both',
      'the tunnel was connected and was disconnected',
      'more than 60 s later the proxy is still connected, and it has taken at least 5 more flows',
    ],
    notIt: ['a proxy that runs alone: its tunnel was never up in the log', 'a tunnel that comes back within a minute'],
    confidence: CONFIDENCE.method,
    blindSpots: ['what becomes of the flows that the proxy takes is not in these lines'],
    needs: ['nesessionmanager.session/status-changed', 'networkextension.provider/new-flow-accepted'],
    levels: ['default'],
    next: [
      {
        for: 'app-developer',
        text: 'Stop the proxy session where the tunnel’s ends, also where the user stops it in the settings or the menu: watch the tunnel’s status in the extension, not in the app, which may not run.',
      },
      {
        for: 'provider-developer',
        text: 'Let the proxy hand every flow back (return false from handleNewFlow) while there is no tunnel.',
      },
      {
        for: 'administrator',
        text: 'Turn the product’s proxy off in System Settings, General, Login Items & Extensions, or start its app once and quit it.',
      },
    ],
    references: ['https://github.com/duckduckgo/apple-browsers/pull/4973'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const accepted = new Map<number, ToldFlows>();
    const offered = new Map<number, ToldFlows>();
    const rejecting = new Set<number>();
    const add = (to: Map<number, ToldFlows>, event: LooseEvent, isUseful: boolean): void => {
      const told = to.get(event.pid) ?? { count: 0, cites: new CiteList() };
      if (told.count >= CAPS.flows || (to.size >= CAPS.pids && !to.has(event.pid))) {
        context.overlook();
        return;
      }
      to.set(event.pid, told);
      told.count += 1;
      if (isUseful) told.cites.push(context.cite(event));
      else told.cites = NO_CITES;
    };
    /** Where the system prints no "accepted", what is offered and never rejected is taken. */
    const taken = (pid: number): CiteList | undefined =>
      accepted.get(pid)?.cites ?? (rejecting.has(pid) ? undefined : offered.get(pid)?.cites);
    return {
      on: together(traces.on, {
        'networkextension.provider/new-flow-accepted': (event) => add(accepted, event, true),
        'networkextension.flow/new-flow': (event) =>
          add(offered, event, !accepted.has(event.pid) && !rejecting.has(event.pid)),
        'networkextension.provider/new-flow-rejected': (event) => {
          if (rejecting.size < CAPS.pids) rejecting.add(event.pid);
        },
      }),
      finish() {
        const sessions = traces.all();
        for (const proxy of sessions.filter(({ kind }) => kind === 'transparent-proxy' || kind === 'app-proxy')) {
          for (const tunnel of sessions) {
            if (tunnel.kind !== 'packet-tunnel') continue;
            if (isOfOneProduct(tunnel, proxy)) judge(context, tunnel, proxy, taken);
            else context.weigh(() => pairCase(tunnel, proxy, [that('both are of one product', false)]));
          }
        }
        return sessionsCanBeSeen(context);
      },
    };
  },
});

function isOfOneProduct(a: SessionTrace, b: SessionTrace): boolean {
  if (
    a.bundle !== undefined &&
    b.bundle !== undefined &&
    (isWithin(a.bundle, b.bundle) || isWithin(b.bundle, a.bundle))
  )
    return true;
  const clients = (trace: SessionTrace): string[] =>
    trace.attempts.flatMap(({ start, isOnDemand }) => (start === undefined || isOnDemand ? [] : [start.client.name]));
  const own = new Set(clients(a));
  return clients(b).some((name) => own.has(name));
}

function pairCase(tunnel: SessionTrace, proxy: SessionTrace, conditions: readonly WeighedCondition[]): Candidate {
  const what = `${proxy.name} without ${tunnel.name}`;
  const subjects = [sessionSubject(proxy), sessionSubject(tunnel)];
  return { what, subjects, conditions, isFound: all(conditions) === true };
}

interface Alone {
  readonly down: Attempt;
  readonly up: Attempt;
  readonly from: Cite;
  readonly to: Micros;
}

/** The longest time in which the tunnel was down and the proxy up. */
function longestAlone(tunnel: SessionTrace, proxy: SessionTrace, end: Micros): Alone | undefined {
  let worst: Alone | undefined;
  tunnel.attempts.forEach((down, i) => {
    const from = down.ended;
    if (from === undefined || down.connected === undefined) return;
    const again = tunnel.attempts[i + 1]?.first.at ?? end;
    const up = proxy.attempts.find(
      ({ connected, ended }) => connected !== undefined && connected.at <= from.at && (ended?.at ?? end) > from.at,
    );
    if (up === undefined) return;
    const to = Math.min(again, up.ended?.at ?? end) as Micros;
    if (to - from.at > (worst === undefined ? 0 : worst.to - worst.from.at)) worst = { down, up, from, to };
  });
  return worst;
}

function judge(
  context: Context,
  tunnel: SessionTrace,
  proxy: SessionTrace,
  taken: (pid: number) => CiteList | undefined,
): void {
  const worst = longestAlone(tunnel, proxy, endOfLog(context.observed));
  const us = worst === undefined ? 0 : worst.to - worst.from.at;
  const sinceOf = ({ up, from, to }: Alone): readonly Cite[] =>
    pidsOf(context, proxy, up).flatMap((pid) => taken(pid)?.between(from.at, to) ?? []);
  context.weigh(() => {
    const since = worst === undefined ? [] : sinceOf(worst);
    const late = since.find(({ at }) => at > (worst?.from.at ?? 0) + LEFT_US);
    return pairCase(tunnel, proxy, [
      that('both are of one product', true),
      that('the tunnel was connected and ended while the proxy was up', worst !== undefined, undefined, worst?.from),
      { ...lasts('the proxy stays up without it', us, LEFT_US), holds: us > LEFT_US },
      atLeast('flows that it takes meanwhile', since.length, AT_LEAST),
      that('one of them more than a minute later', late !== undefined, undefined, late),
    ]);
  });
  if (worst === undefined || us <= LEFT_US) return;
  const { down, up, from, to } = worst;
  const after = sinceOf(worst);
  const late = after.filter(({ at }) => at > from.at + LEFT_US).length;
  const decisive = after.at(-1);
  if (after.length < AT_LEAST || late === 0 || decisive === undefined || up.connected === undefined) return;
  const cites = [from, up.connected, ...(down.stop === undefined ? [] : [down.stop.cite]), ...after];
  context.report({
    messageId: 'orphaned',
    data: { tunnel: tunnel.name, proxy: proxy.name, duration: inWords(to - from.at), count: after.length },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `the tunnel was disconnected${down.reason === undefined ? '' : ` ("${down.reason}")`}, and the proxy stayed connected`,
      `${after.length} flows accepted since, ${late} of them more than a minute later`,
      'whether the proxy is meant to run alone is not in the log',
    ],
    count: after.length,
    span: spanOf([from, decisive]),
    subjects: [...partiesOf(proxy, [up], context.world).toReversed(), sessionSubject(tunnel)],
    evidence: evidenceOf(cites, decisive),
  });
}

/** The proxy's process: by nesessionmanager's word, else by its session or bundle. */
function pidsOf({ world }: Context, proxy: SessionTrace, { pid }: Attempt): number[] {
  if (pid !== undefined) return [pid];
  const { uuid, bundle } = proxy;
  return [...world.processes].flatMap((run) => {
    const isNamed = bundle !== undefined && run.provider?.grade === 'exact' && isWithin(run.provider.bundle, bundle);
    return run.provider?.sessions.includes(uuid) || isNamed ? [run.pid] : [];
  });
}
