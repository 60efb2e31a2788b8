import { keep } from '../../lib/keep.ts';
import { known } from '../../lib/redacted.ts';
import { sameSigningId } from '../../lib/signing-id.ts';
import type { BodyField, BodyFields } from '../../model/bodies.ts';
import type { Join } from '../../model/cite.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import { droppedEnding, recount } from '../endings/dropped.ts';
import { exactJoin, hostOf, portOf, Score, scoredJoin, THRESHOLD, WEIGHTS } from '../join/score.ts';
import type { MutableFilterFlow, MutableFlow } from '../mutable.ts';

/** A filter and a proxy are shown one socket within this time. Source: id-correlation 3.5. */
const JOIN_US = 50_000;

/**
 * Flows as a content filter sees them (debug), and the diverted flow that is the same socket: exact where the proxy's line
 * names the filter's id, scored by app, ends and time otherwise. Source: id-correlation 3.5.
 */
export const filterFlowTracker: Tracker = {
  id: 'filter-flow',
  after: ['process', 'flow'],
  create(context) {
    const { store } = context;
    return {
      on: {
        'networkextension.filter/new-flow-dump': (event) => {
          const flow = flowOf(event);
          if (flow !== undefined) store.filterFlows.open(flow.uuid, flow);
        },
        'networkextension.filter/verdict': (event) => {
          const uuid = known(event.fields.flow)?.toUpperCase();
          const flow = uuid === undefined ? undefined : store.filterFlows.get(uuid);
          if (flow === undefined) return;
          flow.verdictAt ??= event.at;
          if (typeof event.fields.drop === 'boolean') flow.verdict ??= event.fields.drop ? 'drop' : 'allow';
        },
      },
      boot: () => store.filterFlows.startBoot(),
      finish: () => joinAll(context),
    };
  },
};

function flowOf(event: LooseEvent): MutableFilterFlow | undefined {
  const body = event.fields.description as BodyFields | Redacted;
  if (typeof body !== 'object' || body === null || 'redacted' in body) return undefined;
  const fields: BodyFields = body;
  const uuid = text(fields.identifier);
  if (uuid === undefined) return undefined;
  const pid = fields.procPID ?? fields.sourcePID;
  return {
    uuid: uuid.toUpperCase(),
    app: text(fields.sourceAppIdentifier),
    pid: typeof pid === 'number' ? pid : undefined,
    remote: text(fields.remoteEndpoint),
    local: text(fields.localEndpoint),
    direction: text(fields.direction),
    startedAt: event.at,
    verdictAt: undefined,
    verdict: undefined,
    filterPid: event.pid,
    join: undefined,
  };
}

function text(field: BodyField | undefined): string | undefined {
  return typeof field === 'string' && field !== '' ? keep(field) : undefined;
}

/** At the end: both sides are complete then. Each diverted flow is one socket, so it takes one filter flow. */
function joinAll(context: TrackerContext): void {
  const { store } = context;
  const flows = [...store.flows].filter((flow) => flow.app !== undefined || flow.filterId !== undefined);
  if (flows.length === 0) return;
  const taken = new Set<MutableFlow>();
  for (const filter of store.filterFlows) {
    const near = between(flows, filter.startedAt - JOIN_US, filter.startedAt + JOIN_US);
    const same = near.find((flow) => flow.filterId?.toUpperCase() === filter.uuid);
    if (same !== undefined) {
      attach(
        context,
        { filter, flow: same, taken },
        exactJoin('flow', same.id, 'the diverted flow names this filter flow as filter_id'),
      );
      continue;
    }
    const scored = near
      .flatMap((flow) => {
        const score = taken.has(flow) ? undefined : scoreOf(filter, flow);
        return score === undefined || score.points < THRESHOLD ? [] : [{ flow, score }];
      })
      .sort((a, b) => b.score.points - a.score.points);
    const [best, second] = scored;
    if (best === undefined) continue;
    const { points, reasons } = best.score;
    attach(
      context,
      { filter, flow: best.flow, taken },
      scoredJoin('flow', best.flow.id, points, second?.score.points, reasons),
    );
  }
}

interface Pair {
  readonly filter: MutableFilterFlow;
  readonly flow: MutableFlow;
  readonly taken: Set<MutableFlow>;
}

function attach({ store }: TrackerContext, { filter, flow, taken }: Pair, join: Join): void {
  taken.add(flow);
  filter.join = join;
  const { ending } = flow;
  if (filter.verdict === 'drop' && filter.verdictAt !== undefined && ending !== undefined) {
    flow.ending = droppedEnding(ending, filter.verdictAt, join) ?? ending;
    recount(store.endings, ending, flow.ending);
  }
  if (flow.joins.length < 8) flow.joins.push({ ...join, with: 'filter-flow', id: filter.uuid });
}

function scoreOf(filter: MutableFilterFlow, flow: MutableFlow): Score | undefined {
  const score = new Score();
  if (filter.app !== undefined && flow.app !== undefined) {
    if (!sameSigningId(filter.app, flow.app)) return undefined;
    score.add(WEIGHTS.app, () => `same app: ${flow.app}`);
  }
  if (filter.remote !== undefined && flow.remote !== undefined) {
    if (filter.remote === flow.remote) score.add(WEIGHTS.remote, () => `same remote ${flow.remote}`);
    else if (portOf(filter.remote) !== portOf(flow.remote)) return undefined;
    else if (flow.host !== undefined && hostOf(filter.remote) === flow.host.toLowerCase())
      score.add(WEIGHTS.host, () => `same host ${flow.host}`);
    else return undefined;
  }
  const local = portOf(flow.local);
  if (local !== undefined && local !== 0 && local === portOf(filter.local))
    score.add(WEIGHTS.localPort, () => `same local port ${local}`);
  score.distance(flow.openedAt - filter.startedAt);
  return score;
}

/** Those that opened between these times; the list is in order of opening. */
function between(flows: readonly MutableFlow[], from: number, to: number): MutableFlow[] {
  let low = 0;
  let high = flows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((flows[middle]?.openedAt ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: MutableFlow[] = [];
  for (let i = low; i < flows.length && found.length < 64; i += 1) {
    const flow = flows[i];
    if (flow === undefined || flow.openedAt > to) break;
    found.push(flow);
  }
  return found;
}
