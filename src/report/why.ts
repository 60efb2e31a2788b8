import type { Catalog, MessageSpec } from '../model/catalog.ts';
import type { Span } from '../model/entity.ts';
import type { DetectorMeta, DetectorOutcome, Finding } from '../model/finding.ts';
import type { InputSummary } from '../model/input.ts';
import type { Level } from '../model/log-record.ts';
import type { Report } from '../model/report.ts';
import type {
  Candidate,
  CandidateReport,
  ConditionReport,
  NeedReport,
  WeighedCondition,
  Weighing,
  WhyReport,
  WhyRequest,
} from '../model/why.ts';
import type { ReportClock } from './iso.ts';
import { neverWeighed } from './never-weighed.ts';

export interface WhyInput {
  readonly metas: readonly DetectorMeta[];
  readonly findings: readonly Finding[];
  readonly outcomes: readonly DetectorOutcome[];
  readonly weighings: readonly Weighing[];
  readonly catalog: Catalog;
  /** Events by name, as often as they were seen. */
  readonly events: ReadonlyMap<string, number>;
  /** Families of which some line could have been. */
  readonly families: ReadonlySet<string>;
  readonly summaries: readonly InputSummary[];
  readonly clock: ReportClock;
  /** Only cases of which a line lies in it are told, and those that no line decides. */
  readonly within: Span | undefined;
  readonly report: Report;
}

/** The answer to one request; undefined where its detector did not run. */
export function whyReport(request: WhyRequest, input: WhyInput): WhyReport | undefined {
  const { detector, ...asked } = request;
  const meta = input.metas.find(({ id }) => id === detector);
  const outcome = input.outcomes.find(({ id }) => id === detector);
  const weighing = input.weighings.find((each) => each.detector === detector);
  if (meta === undefined || outcome === undefined || weighing === undefined) return undefined;
  const { candidates, weighed, matching, weighedFlows } = weighing;
  const { within } = input;
  const inside = within === undefined ? candidates : candidates.filter((each) => isWithin(each, within));
  return {
    detector,
    title: meta.title,
    asked,
    outcome,
    findings: input.findings.flatMap((finding) => (finding.detector === detector ? whyFinding(finding) : [])),
    candidates: inside.map((candidate) => candidateReport(candidate, input)),
    outside: candidates.length - inside.length,
    weighed,
    matching,
    needs: meta.needs.map((event) => needReport(event, input)),
    remarks: neverWeighed({ asked, weighed, matching, weighedFlows }, input.report),
  };
}

function isWithin({ conditions }: Candidate, { from, to }: Span): boolean {
  const times = conditions.flatMap(timesOf);
  return times.length === 0 || times.some((at) => at >= from && at <= to);
}

function timesOf({ cite, parts = [] }: WeighedCondition): number[] {
  return [...(cite === undefined ? [] : [cite.at]), ...parts.flatMap(timesOf)];
}

function whyFinding({ severity, message, confidence, grading, reasons, subjects }: Finding) {
  return { severity, message, confidence, ...(grading === undefined ? {} : { grading }), reasons, subjects };
}

function candidateReport({ conditions, flows, ...rest }: Candidate, input: WhyInput): CandidateReport {
  return {
    ...rest,
    ...(flows === undefined ? {} : { flows: flows.map(({ id }) => id) }),
    conditions: conditions.map((condition) => conditionReport(condition, input)),
  };
}

function conditionReport({ cite, parts, ...rest }: WeighedCondition, input: WhyInput): ConditionReport {
  return {
    ...rest,
    ...(cite === undefined
      ? {}
      : {
          at: input.clock.iso(cite.at, cite.ref.input),
          input: input.summaries[cite.ref.input]?.name ?? '',
          ...(cite.ref.file === undefined ? { line: cite.ref.line } : { file: cite.ref.file, record: cite.ref.line }),
        }),
    ...(parts === undefined ? {} : { parts: parts.map((part) => conditionReport(part, input)) }),
  };
}

/** Whether this capture holds the message, and where not, whether it could have. */
function needReport(event: string, input: WhyInput): NeedReport {
  const [family = '', name] = event.split('/');
  const spec = input.catalog.families.find((each) => each.name === family)?.messages.find((each) => each.name === name);
  const seen = input.events.get(event) ?? 0;
  const level = spec === undefined ? undefined : (spec.level ?? 'default');
  const common = { event, ...(level === undefined ? {} : { level }), seen };
  if (seen > 0) return { ...common, state: 'seen' };
  const why = whyUnseen(family, spec, input);
  return why === undefined ? { ...common, state: 'absent' } : { ...common, state: 'unobservable', why };
}

function whyUnseen(family: string, spec: MessageSpec | undefined, input: WhyInput): string | undefined {
  if (!input.families.has(family))
    return family.startsWith('report.')
      ? 'no such report is among the inputs'
      : 'no line of those who print it is in the capture';
  if (spec?.onlyIf !== undefined) return `it is printed only with ${spec.onlyIf}`;
  const { level = 'default' } = spec ?? {};
  if (level !== 'info' && level !== 'debug') return undefined;
  if (input.summaries.some(({ skippedLevels }) => skippedLevels.includes(level)))
    return `the export left ${level} messages out`;
  const hasLevel = (asked: Level): boolean => input.summaries.some(({ levels }) => levels[asked] > 0);
  return hasLevel(level) ? undefined : `the capture holds no ${level} messages`;
}
