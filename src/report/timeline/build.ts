import type { Flow, Span, World } from '../../model/entity.ts';
import type { Finding } from '../../model/finding.ts';
import type { InputSummary } from '../../model/input.ts';
import type {
  Timeline,
  TimelineFinding,
  TimelineFlow,
  TimelineLines,
  TimelineSource,
  TimelineSpan,
} from '../../model/timeline.ts';
import type { Micros } from '../../model/units.ts';
import { flowReport } from '../flows.ts';
import type { ReportClock } from '../iso.ts';
import { barsOf } from './bars.ts';
import { gapsOf, marksOf } from './capture.ts';
import type { SourceKey, TimelineCollector } from './collector.ts';
import { bundleOf, FLOW_DIVERT, type LanePlan, planLanes } from './lanes.ts';

export interface TimelineInput {
  readonly collector: TimelineCollector;
  readonly summaries: readonly InputSummary[];
  /** What is drawn: the capture, or the part of it that was asked for. */
  readonly span: Span | undefined;
  readonly world: World;
  readonly findings: readonly Finding[];
  readonly clock: ReportClock;
}

/** Everything that was collected, in the order of time and in numbers since the beginning of the capture's span. */
export function buildTimeline(input: TimelineInput): Timeline {
  const { collector, summaries, world, clock, findings } = input;
  const nameOf = (index: number): string => summaries[index]?.name ?? '';
  const span = input.span ?? { from: 0 as Micros, to: 0 as Micros };
  const flows = allFlows(collector, world);
  const providers = [...world.processes].filter((run) => run.provider !== undefined);
  const { order, outside } = orderOf(collector, span);
  const names = collector.eventNames;
  const { source, event } = collector.lines;
  const plan = planLanes({
    sources: collector.sources,
    lines: order.map((i) => ({ source: source[i] ?? 0, event: names[event[i] ?? 0] ?? '' })),
    flows,
    sessions: [...world.sessions],
    providers,
  });
  const bundles = new Map(providers.map((run) => [run.pid, bundleOf(run)]));
  const sorted = flows.map((flow, index) => ({ flow, index })).sort((a, b) => a.flow.openedAt - b.flow.openedAt);
  const placeOf = new Uint32Array(flows.length + 1);
  for (const [place, { index }] of sorted.entries()) placeOf[index + 1] = place + 1;
  const steps = stepsOf(collector);
  const lines = linesOf(collector, order, { span, plan, placeOf, citing: citedLines(sorted) });
  const bars = barsOf({ world, plan, span });
  return {
    from: span.to === 0 ? '' : clock.iso(span.from),
    durationUs: span.to - span.from,
    zones: zonesOf(summaries, span),
    lanes: plan.lanes,
    sources: collector.sources.map((each) => sourceOf(each, summaries, steps)),
    eventNames: names,
    lines,
    flows: sorted.map(({ flow }) => timelineFlow(flow, { plan, bundles, span, clock, nameOf })),
    bars,
    marks: marksOf(lines, names, zonesOf(summaries, span)),
    gaps: gapsOf(lines.at, span.to - span.from, bars),
    findings: findings.map((finding) => findingOf(finding, collector, order, span)),
    leftOut: { lines: collector.dropped.lines, outside, flows: collector.dropped.flows },
  };
}

function allFlows(collector: TimelineCollector, world: World): Flow[] {
  const flows = new Set(collector.flows);
  const ids = new Set(collector.flows.map(({ id, boot }) => `${boot} ${id}`));
  // Flows that no line names by its hash: those that are joined by circumstance.
  for (const flow of world.flows) if (!ids.has(`${flow.boot} ${flow.id}`)) flows.add(flow);
  return [...flows];
}

/** Places of the lines within the span, in the order of time; lines of one time stay as they came. */
function orderOf({ lines }: TimelineCollector, span: Span): { readonly order: number[]; readonly outside: number } {
  const order: number[] = [];
  let isSorted = true;
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, at] of lines.at.entries()) {
    if (at === 0 || at < span.from || at > span.to) continue;
    if (at < last) isSorted = false;
    last = at;
    order.push(index);
  }
  if (!isSorted) order.sort((a, b) => (lines.at[a] ?? 0) - (lines.at[b] ?? 0) || a - b);
  return { order, outside: lines.at.length - order.length };
}

interface LineContext {
  readonly span: Span;
  readonly plan: LanePlan;
  /** Place in the timeline of a flow, by 1 and its place among the collected. */
  readonly placeOf: Uint32Array;
  /** The flow of lines that name none by its number, by `citeKey`. */
  readonly citing: ReadonlyMap<string, number>;
}

function citeKey(input: number, offset: number, at: number): string {
  return `${input}:${offset}:${at}`;
}

/** Lines that flows cite: of those that were joined by circumstance no line names the number. */
function citedLines(flows: readonly { readonly flow: Flow }[]): Map<string, number> {
  const citing = new Map<string, number>();
  for (const [place, { flow }] of flows.entries()) {
    if (flow.hash !== undefined) continue;
    for (const { ref, at } of flow.cites) citing.set(citeKey(ref.input, ref.offset, at), place + 1);
  }
  return citing;
}

function linesOf(
  { lines, eventNames, sources }: TimelineCollector,
  order: readonly number[],
  { span, plan, placeOf, citing }: LineContext,
): TimelineLines {
  const count = order.length;
  const pick = <T extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(
    into: T,
    of: (i: number) => number,
  ): T => {
    for (const [place, i] of order.entries()) into[place] = of(i);
    return into;
  };
  const sourceOf = (i: number): number => lines.source[i] ?? 0;
  const cited = (i: number): number =>
    citing.get(citeKey(sources[sourceOf(i)]?.input ?? -1, lines.offset[i] ?? 0, lines.at[i] ?? 0)) ?? 0;
  return {
    count,
    at: pick(new Float64Array(count), (i) => (lines.at[i] ?? 0) - span.from),
    source: pick(new Uint32Array(count), sourceOf),
    lane: pick(new Uint8Array(count), (i) => plan.lineLane(sourceOf(i), eventNames[lines.event[i] ?? 0] ?? '')),
    level: pick(new Uint8Array(count), (i) => lines.level[i] ?? 0),
    event: pick(new Uint16Array(count), (i) => lines.event[i] ?? 0),
    flow: pick(new Uint32Array(count), (i) => placeOf[lines.flow[i] ?? 0] || cited(i)),
    place: pick(new Float64Array(count), (i) => lines.line[i] ?? 0),
    text: order.map((i) => lines.text[i] ?? ''),
  };
}

function sourceOf(
  { origin, pid, input }: SourceKey,
  summaries: readonly InputSummary[],
  steps: ReadonlyMap<number, number>,
): TimelineSource {
  const { process, sender, subsystem, category } = origin;
  const stepUs = steps.get(input) ?? 1;
  return { process, pid, sender, subsystem, category, input: summaries[input]?.name ?? '', stepUs };
}

const SECOND = 1_000_000;

/** Per input the µs in which it prints its times: seconds or milliseconds where none of them is finer. */
function stepsOf({ lines, sources }: TimelineCollector): Map<number, number> {
  const steps = new Map<number, number>();
  for (const [i, at] of lines.at.entries()) {
    const input = sources[lines.source[i] ?? 0]?.input ?? -1;
    const step = at % SECOND === 0 ? SECOND : at % 1000 === 0 ? 1000 : 1;
    steps.set(input, Math.min(steps.get(input) ?? SECOND, step));
  }
  return steps;
}

interface FlowContext {
  readonly plan: LanePlan;
  readonly bundles: ReadonlyMap<number, string>;
  readonly span: Span;
  readonly clock: ReportClock;
  readonly nameOf: (input: number) => string;
}

function timelineFlow(flow: Flow, { plan, bundles, span, clock, nameOf }: FlowContext): TimelineFlow {
  const since = (at: Micros): number => at - span.from;
  const side = (one: Flow['kernel']): TimelineSpan | undefined =>
    one === undefined ? undefined : { from: since(one.firstAt), to: since(one.lastAt) };
  const bundle = flow.providerPid === undefined ? undefined : bundles.get(flow.providerPid);
  const end = endOf(flow);
  return {
    report: flowReport(flow, clock, nameOf),
    openedAt: since(flow.openedAt),
    closedAt: end === undefined ? undefined : since(end),
    kernel: side(kernelSide(flow)),
    provider: side(flow.provider),
    appLane: plan.appLane(flow),
    kernelLane: plan.place('kernel', FLOW_DIVERT),
    providerLane: bundle === undefined ? undefined : plan.providerLane(bundle),
  };
}

/** As its own lines say, else when somebody acted who is known to have ended it. */
function endOf({ closedAt, ending }: Flow): Micros | undefined {
  return closedAt ?? ending?.closedBy.at;
}

/** Of a flow that the kernel ended its half is over then: what it prints of it afterwards are echoes. */
function kernelSide({ kernel, ending }: Flow): Flow['kernel'] {
  const { who, at } = ending?.closedBy ?? {};
  if (kernel === undefined || who !== 'kernel' || at === undefined || at < kernel.firstAt) return kernel;
  return { ...kernel, lastAt: at };
}

function zonesOf(summaries: readonly InputSummary[], span: Span): Timeline['zones'] {
  const zones = summaries.find((each) => each.zones.length > 0)?.zones ?? [];
  return zones
    .filter(({ from }) => from <= span.to)
    .map(({ from, offsetMinutes }) => ({ at: Math.max(0, from - span.from), offsetMinutes }));
}

function findingOf(
  { span, evidence }: Finding,
  { lines, sources }: TimelineCollector,
  order: readonly number[],
  whole: Span,
): TimelineFinding {
  const places = new Map(evidence.map(({ cite }, i) => [citeKey(cite.ref.input, cite.ref.offset, cite.at), i]));
  const found = evidence.map(() => -1);
  const times = new Set<number>(evidence.map(({ cite }) => cite.at));
  for (const [place, i] of order.entries()) {
    const at = lines.at[i] ?? 0;
    if (!times.has(at)) continue;
    const input = sources[lines.source[i] ?? 0]?.input;
    const piece = places.get(citeKey(input ?? -1, lines.offset[i] ?? 0, at));
    if (piece !== undefined) found[piece] = place;
  }
  return {
    span: span === undefined ? undefined : { from: span.from - whole.from, to: span.to - whole.from },
    evidence: found,
  };
}
