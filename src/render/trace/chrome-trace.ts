import { safeJson } from '../../lib/safe-json.ts';
import type { Report } from '../../model/report.ts';
import { visibleDeep } from '../terminal/visible.ts';
import { newFlowSamples, packRows, type Slice, type SliceArgs, type TrackGroup, trackGroups } from './tracks.ts';

type TraceEvent = Readonly<Record<string, unknown>>;

const FIRST_PID = 1000;

/**
 * Chrome's trace JSON as Perfetto imports it: a process per lane, async slices for what may overlap, `X` only where nothing
 * does, arrows by `bind_id`. Times in µs from the start of the capture; its epoch in `otherData`.
 * Source: https://perfetto.dev/docs, importer of `trace_processor` (html-timeline.md section 12).
 */
export function renderChromeTrace(report: Report): string {
  const groups = trackGroups(report);
  const lanes = groups.flatMap((group) => lanesOf(group));
  const events = lanes.flatMap((lane, index) => [...metadata(lane, index), ...laneEvents(lane, FIRST_PID + index)]);
  events.push(...counter(report, lanes.length));
  const { tool, verdict, capture } = visibleDeep(report);
  const otherData = {
    tool: `${tool.name} ${tool.version}`,
    verdict: verdict.text,
    inputs: capture.inputs.map(({ name }) => name).join(', '),
    ...(capture.span === undefined ? {} : { from: capture.span.from, to: capture.span.to }),
  };
  const head = `{"displayTimeUnit":"ms","traceEvents":[\n${events.map((event) => safeJson(event)).join(',\n')}\n]`;
  return `${head},"otherData":${safeJson(otherData)}}\n`;
}

interface Lane {
  readonly name: string;
  readonly kind: TrackGroup['kind'];
  /** Name of the thread. */
  readonly thread: string;
  readonly slices: readonly Slice[];
}

/** Flows and processes have a lane per party, the others one lane per track. */
function lanesOf({ kind, name, tracks }: TrackGroup): Lane[] {
  return tracks.map((track) => ({
    kind,
    name: kind === 'findings' || kind === 'power' || kind === 'path' ? name : `${name}: ${track.name}`,
    thread: kind === 'power' ? 'Power state' : kind === 'sessions' ? 'Session state' : 'events',
    slices: track.slices,
  }));
}

function metadata({ name, thread }: Pick<Lane, 'name' | 'thread'>, index: number): TraceEvent[] {
  const pid = FIRST_PID + index;
  return [
    { ph: 'M', pid, name: 'process_name', args: { name } },
    { ph: 'M', pid, name: 'process_sort_index', args: { sort_index: index } },
    { ph: 'M', pid, tid: 1, name: 'thread_name', args: { name: thread } },
    { ph: 'M', pid, tid: 1, name: 'thread_sort_index', args: { sort_index: 0 } },
  ];
}

function counter(report: Report, index: number): TraceEvent[] {
  const samples = newFlowSamples(report);
  if (samples.length === 0) return [];
  const pid = FIRST_PID + index;
  const values = samples.map(({ at, value }) => ({ ph: 'C', pid, name: 'new flows', ts: at, args: { flows: value } }));
  return [...metadata({ name: 'Load', thread: 'events' }, index), ...values];
}

function laneEvents({ kind, slices }: Lane, pid: number): TraceEvent[] {
  // States of one thing follow each other; should a report say otherwise, what overlaps becomes async.
  if ((kind === 'power' || kind === 'sessions' || kind === 'path') && packRows(slices).length === 1)
    return slices.map(({ from, to, name, args }) => ({
      ...{ ph: 'X', pid, tid: 1, cat: kind, name, ts: from, dur: to - from, args: present(args) },
    }));
  const pairs = slices.flatMap((slice, index) => asyncPair(slice, kind, pid, index));
  if (kind !== 'findings') return pairs;
  const starts = slices.map(({ from, name }) => ({ ph: 'i', s: 'g', pid, tid: 1, cat: kind, name, ts: from }));
  return [...pairs, ...starts];
}

/** `b` and `e` with the same name and an id of their own; Perfetto reads ids as hexadecimal. */
function asyncPair(slice: Slice, kind: TrackGroup['kind'], pid: number, index: number): TraceEvent[] {
  const cat = slice.flow === undefined ? kind : 'flow';
  const id = `0x${((pid << 16) + index + 1).toString(16)}`;
  const both = { pid, tid: 1, cat, name: slice.name, id };
  return [
    { ph: 'b', ...both, ts: slice.from, ...arrow(slice, kind), args: present(slice.args) },
    { ph: 'e', ...both, ts: slice.to },
  ];
}

/** From the app to the kernel to the provider. */
function arrow({ flow }: Slice, kind: TrackGroup['kind']): TraceEvent {
  if (flow === undefined) return {};
  const bind = { bind_id: `0x${flow.toString(16)}` };
  if (kind === 'app') return { ...bind, flow_out: true };
  return kind === 'kernel' ? { ...bind, flow_in: true, flow_out: true } : { ...bind, flow_in: true };
}

function present(args: SliceArgs): SliceArgs {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
}
