import type { FindingReport, FlowReport, ProcessReport, Report, SessionReport } from '../../model/report.ts';
import type { ConnectionReport } from '../../model/report-network.ts';
import { endOfFlow, isFailed } from '../flow-end.ts';
import { visibleDeep } from '../terminal/visible.ts';
import { type TimeAxis, timeAxis } from './when.ts';

export type SliceArgs = Readonly<Record<string, string | number | undefined>>;

/** Something that lasted, in µs from the start of the capture; `to` is at least 1 µs after `from`. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly args: SliceArgs;
  /** The flow that this is a half of: halves with the same number belong together. */
  readonly flow?: number;
}

/** Slices of one kind about one party; they may overlap. */
export interface Track {
  readonly name: string;
  readonly slices: readonly Slice[];
}

/** Tracks that belong together, in the order in which they are to be shown. */
export interface TrackGroup {
  readonly kind:
    | 'findings'
    | 'power'
    | 'sessions'
    | 'processes'
    | 'path'
    | 'connections'
    | 'app'
    | 'kernel'
    | 'provider';
  readonly name: string;
  readonly tracks: readonly Track[];
}

/** The report over time, every text in it visible. Groups without a slice are left out; all are where the capture has no time. */
export function trackGroups(raw: Report): readonly TrackGroup[] {
  const axis = timeAxis(raw);
  if (axis === undefined) return [];
  const report = visibleDeep(raw);
  const groups: readonly TrackGroup[] = [
    { kind: 'findings', name: 'Findings', tracks: [{ name: 'findings', slices: findingSlices(report, axis) }] },
    { kind: 'power', name: 'Power', tracks: [{ name: 'power state', slices: powerSlices(report, axis) }] },
    { kind: 'sessions', name: 'Sessions', tracks: report.sessions.map((session) => sessionTrack(session, axis)) },
    { kind: 'processes', name: 'Processes', tracks: processTracks(report, axis) },
    { kind: 'path', name: 'Network path', tracks: [{ name: 'path changes', slices: pathSlices(report, axis) }] },
    { kind: 'connections', name: 'Connections', tracks: connectionTracks(report, axis) },
    ...flowGroups(report, axis),
  ];
  return groups
    .map((group) => ({ ...group, tracks: group.tracks.filter(({ slices }) => slices.length > 0) }))
    .filter(({ tracks }) => tracks.length > 0);
}

/** New flows per column of the lanes, each at the start of its column, and 0 at the end; empty where there are none. */
export function newFlowSamples(report: Report): readonly { readonly at: number; readonly value: number }[] {
  const { lanes, capture } = report;
  const axis = timeAxis(report);
  const stretch = lanes.span ?? capture.span;
  if (axis === undefined || stretch === undefined || lanes.newFlows.every((flows) => flows === 0)) return [];
  const start = axis.place(stretch.from) ?? 0;
  return [...lanes.newFlows, 0].map((value, index) => ({
    at: start + Math.round((stretch.durationUs * index) / lanes.newFlows.length),
    value,
  }));
}

/** Undefined where it has no start; without an end it lasts to the end of the capture. */
function slice(
  axis: TimeAxis,
  from: string | undefined,
  to: string | undefined,
  rest: Omit<Slice, 'from' | 'to'>,
): Slice[] {
  const start = axis.place(from);
  if (start === undefined) return [];
  return [{ from: start, to: Math.max(start + 1, axis.place(to) ?? axis.lengthUs), ...rest }];
}

function findingSlices({ findings }: Report, axis: TimeAxis): Slice[] {
  return findings.flatMap((finding, index) =>
    slice(axis, finding.span?.from, finding.span?.to, {
      name: `${index + 1} ${finding.severity}: ${finding.title}`,
      args: findingArgs(finding),
    }),
  );
}

function findingArgs({ detector, severity, confidence, count, message, reasons, evidence }: FindingReport): SliceArgs {
  const cited = evidence.find(({ decisive }) => decisive) ?? evidence[0];
  return {
    detector,
    severity,
    confidence,
    count,
    message,
    why: reasons.join('; '),
    line: cited?.line,
    text: cited?.text,
  };
}

/** One after the other: a phase ends where the next one begins. */
function powerSlices({ power }: Report, axis: TimeAxis): Slice[] {
  return power.flatMap((phase, index) =>
    slice(axis, phase.from, power[index + 1]?.from ?? phase.to, {
      name: phase.state,
      args: { reason: phase.reason, 'said by': phase.sources.join(', ') },
    }),
  );
}

/** Its states, from the first change on; the state before that from the start of the capture. */
function sessionTrack({ name, uuid, kind, state, history }: SessionReport, axis: TimeAxis): Track {
  const args = { uuid, kind };
  const [first] = history;
  const whole = (text: string, to: number): Slice => ({ from: 0, to: Math.max(1, to), name: text, args });
  if (first === undefined) return { name, slices: [whole(state, axis.lengthUs)] };
  const before = axis.place(first.at) ?? 0;
  const changes = history.flatMap((change, index) =>
    slice(axis, change.at, history[index + 1]?.at, {
      name: change.to,
      args: { ...args, from: change.from, line: change.line, expected: change.expected ? 'yes' : 'no' },
    }),
  );
  return { name, slices: [...(before > 0 ? [whole(first.from, before)] : []), ...changes] };
}

function processTracks({ processes }: Report, axis: TimeAxis): Track[] {
  const names = [...new Set(processes.map(({ name }) => name))];
  return names.map((name) => ({
    name,
    slices: processes
      .filter((run) => run.name === name)
      .flatMap((run) => slice(axis, run.from, run.to, processSlice(run))),
  }));
}

function processSlice({ pid, boot, generation, provider, end }: ProcessReport): Omit<Slice, 'from' | 'to'> {
  return {
    name: `${pid < 0 ? 'pid unknown' : `pid ${pid}`}${end === undefined ? '' : ` (${end.kind})`}`,
    args: {
      boot,
      generation,
      provider: provider?.kind,
      bundle: provider?.bundle,
      signal: end?.signal,
      code: end?.code,
      exception: end?.report?.exception,
    },
  };
}

/** Each change until the next one. */
function pathSlices({ path = [] }: Report, axis: TimeAxis): Slice[] {
  return path.flatMap(({ at, what, from, to }, index) =>
    slice(axis, at, path[index + 1]?.at, { name: what, args: { from, to } }),
  );
}

/** As Network.framework prints them, by the process that made them. */
function connectionTracks({ connections = [] }: Report, axis: TimeAxis): Track[] {
  const names = [...new Set(connections.map(({ process }) => process))];
  const of = (name: string): readonly ConnectionReport[] => connections.filter(({ process }) => process === name);
  return names.map((name) => ({
    name,
    slices: of(name).flatMap(({ id, endpoint, protocol, state, startedAt, endedAt, error, errorText, local, remote }) =>
      slice(axis, startedAt, endedAt, {
        name: error === undefined ? 'connection' : 'connection (error)',
        args: { id, endpoint, protocol, state, local, remote, error, 'error text': errorText },
      }),
    ),
  }));
}

/** A flow stands with each party that has a half of it, over the time of the whole flow: the report has no times of halves. */
function flowGroups({ flows, processes }: Report, axis: TimeAxis): TrackGroup[] {
  const providers = new Map(processes.map(({ pid, name }) => [pid, `${name} [${pid}]`]));
  const of = (
    kind: 'app' | 'kernel' | 'provider',
    name: string,
    party: (flow: FlowReport) => string | undefined,
  ): TrackGroup => {
    const tracks = new Map<string, Slice[]>();
    flows.forEach((flow, index) => {
      const label = party(flow);
      if (label === undefined) return;
      const rest = { name: isFailed(flow) ? 'flow (failed)' : 'flow', args: flowArgs(flow), flow: index + 1 };
      tracks.set(label, [...(tracks.get(label) ?? []), ...slice(axis, flow.openedAt, endOfFlow(flow), rest)]);
    });
    return { kind, name, tracks: [...tracks].map(([label, slices]) => ({ name: label, slices })) };
  };
  return [
    of('app', 'Flows: apps', ({ app }) => app),
    of('kernel', 'Flows: kernel', ({ kernel }) => (kernel === undefined ? undefined : 'kernel')),
    of('provider', 'Flows: providers', ({ provider, providerPid }) =>
      providerPid === undefined
        ? provider === undefined
          ? undefined
          : 'provider'
        : (providers.get(providerPid) ?? `pid ${providerPid}`),
    ),
  ];
}

function flowArgs(flow: FlowReport): SliceArgs {
  const { code, history, host, closedBy } = flow;
  return {
    id: flow.id,
    app: flow.app,
    protocol: flow.protocol,
    remote: flow.remote,
    host,
    state: flow.state,
    code,
    history,
    closed: endOfFlow(flow) ?? (closedBy?.who === 'open' ? 'open at the end' : 'not seen to end'),
    'closed by': closedBy?.who,
    'close reason': closedBy?.reason,
    kernel: flow.kernel?.join(', '),
    provider: flow.provider?.join(', '),
    join: flow.join?.grade,
  };
}

/** The slices in as few rows as need be, so that in no row one overlaps another; each row in the order of time. */
export function packRows(slices: readonly Slice[]): readonly (readonly Slice[])[] {
  const rows: { end: number; slices: Slice[] }[] = [];
  for (const each of slices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const row = rows.find(({ end }) => end <= each.from);
    if (row === undefined) rows.push({ end: each.to, slices: [each] });
    else {
      row.slices.push(each);
      row.end = each.to;
    }
  }
  return rows.map((row) => row.slices);
}
