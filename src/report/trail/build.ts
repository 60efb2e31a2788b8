import type { Cite, Flow, Grade, World } from '../../model/entity.ts';
import {
  type FlowTrail,
  TRAIL_LANES,
  type TrailLane,
  type TrailLaneKind,
  type TrailStep,
} from '../../model/flow-trail.ts';
import { flowReport } from '../flows.ts';
import type { ReportClock } from '../iso.ts';
import { byTime, placeOf } from '../place.ts';
import { besideFlow } from './beside.ts';
import type { TrailCollector, TrailLine } from './collector.ts';

export interface TrailInput {
  readonly collector: TrailCollector;
  readonly world: World;
  readonly clock: ReportClock;
  readonly nameOf: (input: number) => string;
  readonly textOf: (cite: Cite) => string;
}

/** A line beyond the flow's own times by so much may still be of it. */
const REACH_US = 5_000_000;
/** Closer than this the clocks of two processes do not tell which was first. Source: kernel-lifecycles 4. */
const ORDER_US = 1000;

/** A trail for every flow that is meant, in the order in which they were opened. */
export function buildTrails(input: TrailInput): FlowTrail[] {
  const flows = input.collector.flowsIn(input.world).sort((a, b) => a.boot - b.boot || a.openedAt - b.openedAt);
  return flows.map((flow, index) => trailOf(flow, flows[index + 1], input));
}

/** Lines whose text a trail shows. */
export function citedByTrails({ collector, world }: Pick<TrailInput, 'collector' | 'world'>): Cite[] {
  const own = collector.flowsIn(world).flatMap(({ cites }) => cites);
  return [...own, ...collector.lines.map(({ cite }) => cite)];
}

interface Step {
  readonly at: number;
  readonly lane: TrailLaneKind;
  readonly name: string;
  readonly event: string | undefined;
  readonly text: string;
  readonly isOurs: boolean;
  readonly grade: Grade;
  readonly cite: Cite | undefined;
}

function trailOf(flow: Flow, next: Flow | undefined, input: TrailInput): FlowTrail {
  const steps = [...linesOf(flow, next, input), ...besideOf(flow, input.world)].sort(byTime);
  const lanes: TrailLane[] = TRAIL_LANES.flatMap((kind) =>
    [...new Set(steps.filter(({ lane }) => lane === kind).map(({ name }) => name))].map((name) => ({ kind, name })),
  );
  const closing = closingStep(flow, steps);
  return {
    flow: flowReport(flow, input.clock, input.nameOf),
    lanes,
    steps: steps.map((step, index): TrailStep => {
      const before = steps[index - 1];
      const isClose = before !== undefined && before.name !== step.name && step.at - before.at < ORDER_US;
      const place = step.cite === undefined ? undefined : placeOf(step.cite);
      return {
        at: input.clock.iso(step.at as Cite['at'], (step.cite ?? flow.cites[0])?.ref.input),
        sinceUs: step.at - flow.openedAt,
        lane: lanes.findIndex(({ kind, name }) => kind === step.lane && name === step.name),
        ...(step.event === undefined ? {} : { event: step.event }),
        text: step.text,
        ...(step.isOurs ? { isOurs: true as const } : {}),
        grade: step.grade,
        ...(step === closing ? { closes: true as const } : {}),
        ...(isClose ? { isOrderUnknown: true as const } : {}),
        input: step.cite === undefined ? '' : input.nameOf(step.cite.ref.input),
        ...place,
      };
    }),
    omitted: input.collector.dropped,
  };
}

/** Lines that name the flow, and those that it was joined by. */
function linesOf(flow: Flow, next: Flow | undefined, { collector, textOf }: TrailInput): Step[] {
  const last = Math.max(flow.openedAt, flow.closedAt ?? 0, flow.kernel?.lastAt ?? 0, flow.provider?.lastAt ?? 0);
  const until = next?.boot === flow.boot ? Math.min(next.openedAt, last + REACH_US) : last + REACH_US;
  const named = collector.lines.filter(({ cite }) => cite.at >= flow.openedAt - REACH_US && cite.at < until + 1);
  const known = new Set(named.map(({ cite }) => keyOf(cite)));
  const joined = flow.cites.filter((cite) => !known.has(keyOf(cite)));
  return [
    ...named.map((line) => stepOf(line, flow, 'exact', textOf)),
    ...joined.map((cite) =>
      stepOf({ cite, event: undefined }, flow, flow.hash === undefined ? 'exact' : 'inferred', textOf),
    ),
  ];
}

function stepOf(
  { cite, event }: Pick<TrailLine, 'cite'> & { readonly event: string | undefined },
  flow: Flow,
  grade: Grade,
  textOf: TrailInput['textOf'],
): Step {
  const isKernel = cite.process === 'kernel' || event?.startsWith('kernel.') === true;
  const isProvider = cite.pid === flow.providerPid || event?.startsWith('networkextension.') === true;
  return {
    at: cite.at,
    lane: isKernel ? 'kernel' : isProvider ? 'provider' : 'system',
    name: nameOf(cite.process, cite.pid),
    event,
    text: textOf(cite),
    isOurs: false,
    grade,
    cite,
  };
}

function besideOf(flow: Flow, world: World): Step[] {
  return besideFlow(flow, world).map(({ says, name, pid, ...rest }) => ({
    ...rest,
    name: nameOf(name, pid),
    event: undefined,
    text: says,
    isOurs: true,
  }));
}

/** One lane per process: two of a name are told apart by their numbers. */
function nameOf(process: string, pid: number | undefined): string {
  return pid === undefined || pid < 1 ? process : `${process} ${pid}`;
}

/** The line of the act that ended it: at the very time of it, of the party that did it where there are several. */
function closingStep({ ending }: Flow, steps: readonly Step[]): Step | undefined {
  if (ending?.closedBy.at === undefined) return undefined;
  const then = steps.filter(({ at }) => at === ending.closedBy.at);
  const { who } = ending.closedBy;
  return then.find(({ lane }) => lane === (who === 'provider' ? 'provider' : 'kernel')) ?? then[0];
}

function keyOf({ ref }: Cite): string {
  return `${ref.input}:${ref.offset}`;
}
