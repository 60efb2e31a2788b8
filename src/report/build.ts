import type { Cite, Session, Span, World } from '../model/entity.ts';
import type { DetectorOutcome, Finding } from '../model/finding.ts';
import type { FormatName, InputSummary, Problem } from '../model/input.ts';
import { LEVELS } from '../model/log-record.ts';
import type { MachineFacts } from '../model/machine.ts';
import type { Need } from '../model/need.ts';
import type {
  CaptureReport,
  ExtensionReport,
  FindingReport,
  InputReport,
  Report,
  SpanReport,
} from '../model/report.ts';
import type { Micros } from '../model/units.ts';
import { LIMITS, powerReport, processReport, sessionReport } from './entities.ts';
import { flowReport, flowTotals } from './flows.ts';
import { focusOf } from './focus.ts';
import type { ReportClock } from './iso.ts';
import { lanesOf } from './lanes.ts';
import { machinesOf } from './machines.ts';
import { needChecks } from './needs.ts';
import { networkOmissions, networkReport } from './network.ts';
import { placeOf } from './place.ts';
import { qualityOf } from './quality.ts';
import type { CaptureSigns } from './signs.ts';
import { spanOfInputs } from './span.ts';
import { buildStarts } from './starts/build-starts.ts';
import type { StartBook } from './starts/start-book.ts';
import { verdictOf } from './verdict.ts';
import { type Windowed, windowChecks } from './window.ts';

export interface ReportInput {
  readonly version: string;
  readonly summaries: readonly InputSummary[];
  readonly problems: readonly Problem[];
  readonly machines: readonly MachineFacts[];
  /** Recognised lines per input. */
  readonly eventsByInput: readonly number[];
  readonly losses: number;
  /** What the recognised lines tell of the capture's quality. */
  readonly signs: CaptureSigns;
  readonly extensions: readonly ExtensionReport[];
  /** Starts of providers, and families of which some line could have been. */
  readonly starts: { readonly book: StartBook; readonly families: ReadonlySet<string> };
  /** What the person wants to know: whether the capture can tell is checked. */
  readonly needs: readonly Need[];
  /** No list is cut short. */
  readonly hasWholeLists: boolean;
  readonly events: ReadonlyMap<string, number>;
  readonly world: World;
  readonly findings: readonly Finding[];
  readonly outcomes: readonly DetectorOutcome[];
  readonly clock: ReportClock;
  /** The part of the capture that the lists are of; undefined where they are of the whole. */
  readonly part: Windowed | undefined;
  readonly textOf: (cite: Cite) => string;
}

const UNLIMITED = { processes: Infinity, sessions: Infinity, flows: Infinity, power: Infinity, starts: Infinity };

/** Assembles the one result object. The same input gives the same object: nothing here reads a clock. */
export function buildReport(input: ReportInput): Report {
  const { clock, part } = input;
  const { world, findings } = part ?? input;
  const span = spanOfInputs(input.summaries);
  const sessions = [...world.sessions].sort((a, b) => (a.uuid < b.uuid ? -1 : 1));
  const flows = [...world.flows];
  const nameOf = (index: number): string => input.summaries[index]?.name ?? '';
  const processes = [...world.processes]
    .filter((run) => run.provider !== undefined || run.end !== undefined)
    .sort((a, b) => a.firstAt - b.firstAt || a.pid - b.pid);
  const focus = part?.span ?? focusOf(span, findings, sessions, flows);
  const shown = focus ?? span;
  const quality = [
    ...qualityOf({ ...input, events: sum(input.eventsByInput) }),
    ...(part === undefined || span === undefined ? [] : windowChecks(part.span, span, clock)),
    ...needChecks({ needs: input.needs, seen: input.events, summaries: input.summaries }),
  ];
  const problems = [...input.problems, ...evictions(input.world), ...overlooked(input.outcomes)];
  const starts = buildStarts({ ...input, ...input.starts, starts: input.starts.book.all(), within: part?.span });
  const limits = input.hasWholeLists ? UNLIMITED : LIMITS;
  const omitted = Object.entries({
    processes: processes.length - limits.processes,
    sessions: sessions.length - limits.sessions,
    flows: flows.length - limits.flows,
    power: world.power.length - limits.power,
    starts: starts.length - limits.starts + input.starts.book.dropped,
    ...networkOmissions(world),
  }).filter(([, count]) => count > 0);
  return {
    schemaVersion: 1,
    tool: { name: 'necropsy', version: input.version },
    capture: captureReport(input, { span, problems, quality }),
    verdict: verdictOf(findings, input.outcomes, quality, part?.outside.findings ?? 0),
    findings: findings.map((finding) => findingReport(finding, input)),
    detectors: input.outcomes,
    processes: processes.slice(0, limits.processes).map((run) => processReport(run, clock)),
    sessions: sessions.slice(0, limits.sessions).map((session) => sessionReport(session, clock)),
    flows: flows.slice(0, limits.flows).map((flow) => flowReport(flow, clock, nameOf)),
    flowTotals: flowTotals(flows, (world.evicted.flows ?? 0) + (world.evicted.openFlows ?? 0), world.endings),
    power: world.power.slice(0, limits.power).map((phase) => powerReport(phase, clock)),
    ...networkReport(world, clock),
    ...(starts.length === 0 ? {} : { starts: starts.slice(0, limits.starts) }),
    lanes: {
      ...lanesOf({
        from: shown?.from ?? (0 as Micros),
        to: shown?.to ?? (0 as Micros),
        // What stood before the part began stands in it.
        power: input.world.power,
        sessions: part === undefined ? sessions : wholeOf(sessions, input.world),
        flows,
        findings,
      }),
      ...(focus === undefined ? {} : { span: spanReport(focus, clock, findings[0]?.evidence[0]?.cite.ref.input) }),
    },
    omitted: Object.fromEntries(omitted),
  };
}

/** The same sessions with all that is known of them. */
function wholeOf(sessions: readonly Session[], world: World): Session[] {
  const uuids = new Set(sessions.map(({ uuid }) => uuid));
  return [...world.sessions].filter(({ uuid }) => uuids.has(uuid)).sort((a, b) => (a.uuid < b.uuid ? -1 : 1));
}

interface CaptureParts {
  readonly span: Span | undefined;
  readonly problems: readonly Problem[];
  readonly quality: CaptureReport['quality'];
}

function captureReport(input: ReportInput, { span, problems, quality }: CaptureParts): CaptureReport {
  const levels = LEVELS.filter(
    (level) => level !== 'unknown' && input.summaries.some((each) => each.levels[level] > 0),
  );
  const { part } = input;
  const machines = machinesOf(input.machines, input.summaries);
  return {
    inputs: input.summaries.flatMap((each, i) => (each.isPassedOver === true ? [] : [inputReport(each, i, input)])),
    span: span === undefined ? undefined : spanReport(span, input.clock),
    ...(part === undefined ? {} : { window: { ...spanReport(part.span, input.clock), outside: part.outside } }),
    boots: input.world.boots.length,
    levels,
    records: sum(input.summaries.map((each) => each.records)),
    events: sum(input.eventsByInput),
    problems,
    quality,
    ...(machines.length === 0 ? {} : { machines }),
    ...(input.extensions.length === 0 ? {} : { extensions: input.extensions }),
  };
}

function inputReport(each: InputSummary, index: number, { eventsByInput }: ReportInput): InputReport {
  const { name, container, format, bytes, lines, records } = each;
  const inside = container === undefined ? {} : { container };
  const events = eventsByInput[index] ?? 0;
  return { name, ...inside, format: format satisfies FormatName, bytes, lines, records, events };
}

function findingReport(finding: Finding, input: ReportInput): FindingReport {
  const { span, evidence, grading: _, ...rest } = finding;
  const firstInput = evidence[0]?.cite.ref.input;
  return {
    ...rest,
    ...(span === undefined ? {} : { span: spanReport(span, input.clock, firstInput) }),
    evidence: evidence.map(({ cite, decisive, times }) => ({
      input: input.summaries[cite.ref.input]?.name ?? '',
      ...placeOf(cite),
      at: input.clock.iso(cite.at, cite.ref.input),
      process: cite.process,
      ...(cite.pid < 0 ? {} : { pid: cite.pid }),
      text: input.textOf(cite),
      decisive,
      ...(times > 1 ? { times } : {}),
    })),
  };
}

function spanReport(span: Span, clock: ReportClock, input?: number): SpanReport {
  return {
    from: clock.iso(span.from, input),
    to: clock.iso(span.to, input),
    durationUs: Math.max(0, span.to - span.from),
  };
}

/** What detectors left aside to stay within memory. */
function overlooked(outcomes: readonly DetectorOutcome[]): Problem[] {
  const lacking = outcomes.flatMap(({ id, overlooked: count = 0 }) => (count === 0 ? [] : [{ id, count }]));
  if (lacking.length === 0) return [];
  const list = lacking.map(({ id, count }) => `${id} ${count}`).join(', ');
  return [
    {
      code: 'entities-evicted',
      count: sum(lacking.map(({ count }) => count)),
      message: `to stay within memory these detectors left cases aside: ${list}`,
      example: { input: '' },
    },
  ];
}

function evictions(world: World): Problem[] {
  const dropped = Object.entries(world.evicted).filter(([, count]) => count > 0);
  if (dropped.length === 0) return [];
  const list = dropped.map(([kind, count]) => `${count} ${kind}`).join(', ');
  return [
    {
      code: 'entities-evicted',
      count: dropped.reduce((total, [, count]) => total + count, 0),
      message: `to stay within memory these were counted and then forgotten: ${list}`,
      example: { input: '' },
    },
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
