import { decodeAt } from './decode/decode-one.ts';
import type { InputSource } from './lib/input-source.ts';
import { formatIso } from './lib/time-format.ts';
import type { TimeShift } from './lib/time-shift.ts';
import { NO_SELECTION, type TimeSelection } from './lib/time-window.ts';
import type { Cite, Span, World } from './model/entity.ts';
import type { DetectorOutcome, Finding } from './model/finding.ts';
import type { FlowTrail } from './model/flow-trail.ts';
import type { InputSummary, Problem } from './model/input.ts';
import type { MachineFacts } from './model/machine.ts';
import type { Need } from './model/need.ts';
import type { Report } from './model/report.ts';
import type { Story } from './model/story.ts';
import type { Timeline } from './model/timeline.ts';
import type { Weighing, WhyReport, WhyRequest } from './model/why.ts';
import { blankParts, redactReport } from './redact/parts.ts';
import type { Redactor } from './redact/redactor.ts';
import { buildReport } from './report/build.ts';
import { type Evidence, readEvidence } from './report/evidence.ts';
import { incompleteReasons } from './report/incomplete.ts';
import { createClock } from './report/iso.ts';
import { spanOfInputs } from './report/span.ts';
import type { StoryInput } from './report/story/build.ts';
import type { Tally } from './report/tally.ts';
import type { TimelineInput } from './report/timeline/build.ts';
import type { TimelineCollector } from './report/timeline/collector.ts';
import type { TrailCollector } from './report/trail/collector.ts';
import type { WhyInput } from './report/why.ts';
import { windowed } from './report/window.ts';

/** What is to be told of a capture, and how. */
export interface TellOptions {
  readonly version: string;
  /** What the person wants to know: whether the capture can tell is checked. */
  readonly needs?: readonly Need[];
  /** The report's lists are not cut short. */
  readonly hasWholeLists?: boolean;
  /** The part of the capture that the report shows; all of it is read and judged. */
  readonly times?: TimeSelection;
  /** All times, in texts too, as if the capture were of other days; `times` is said as the capture itself says it. */
  readonly shift?: TimeShift | undefined;
  /** Tell a story too: of a finding (its number or detector), a flow or a time; without `at` of the worst finding. */
  readonly story?: { readonly at?: string | undefined };
  /** What these detectors weighed is told too. */
  readonly why?: readonly WhyRequest[];
  /** Puts tokens in the place of private values; left out, the report says them. */
  readonly redactor?: Redactor | undefined;
  /** The redactor only learns: whoever asks chooses by the values first and rewrites what is left (`redactReport`). */
  readonly redactsLater?: boolean;
  /** Marks findings that somebody has accepted; left out, none is. */
  readonly markKnown?: ((findings: readonly Finding[]) => readonly Finding[]) | undefined;
}

/** A capture that was read and judged to its end. */
export interface Analysed {
  readonly capture: {
    readonly summaries: readonly InputSummary[];
    readonly problems: readonly Problem[];
    readonly machines: readonly MachineFacts[];
  };
  /** Still open: cited lines are read again, then they are closed. */
  readonly sources: readonly InputSource[];
  readonly world: World;
  readonly findings: readonly Finding[];
  readonly outcomes: readonly DetectorOutcome[];
  readonly weighings: readonly Weighing[];
  /** For those who ask what was weighed: what ran, and what the capture could have shown. */
  readonly asked: Pick<WhyInput, 'metas' | 'catalog' | 'families'>;
  readonly tally: Tally;
  /** Where a timeline was asked for: every line. */
  readonly collected: TimelineCollector | undefined;
  /** Where trails were asked for: the lines of their flow. */
  readonly trail: TrailCollector | undefined;
  readonly options: TellOptions;
}

export interface AnalyzeResult {
  readonly report: Report;
  /** Where it was asked for: every line and flow, for a drawing of the capture. */
  readonly timeline?: Timeline;
  /** Where they were asked for: every flow of the name, side by side. */
  readonly trails?: readonly FlowTrail[];
  /** Where it was asked for and the capture has what it is to be of. */
  readonly story?: Story;
  /** Where a timeline was redacted: all of it with nothing of the capture's in it, so that a drawing says what is ours. */
  readonly blank?: { readonly report: Report; readonly timeline: Timeline; readonly story?: Story };
  /** Where it was asked for: what the detectors weighed, in the order of the requests. */
  readonly why?: readonly WhyReport[];
  /** Why the analysis is not of the whole input; empty where it is. */
  readonly incomplete: readonly string[];
}

/** The end of the line: what was found becomes the report and what else was asked for, each drawn from the same facts. */
export async function tell(analysed: Analysed): Promise<AnalyzeResult> {
  const { capture, sources, outcomes, tally, collected, trail, options } = analysed;
  const { summaries } = capture;
  const clock = createClock(
    summaries.map((summary) => summary.zones),
    formatIso,
  );
  const span = spanOfInputs(summaries);
  const { times = NO_SELECTION, shift } = options;
  const part = windowed(shift?.selection(times) ?? times, span, { ...analysed, clock });
  const { world, findings } = part ?? analysed;
  const cited = findings.flatMap((finding) => finding.evidence.map(({ cite }) => cite));
  const trails = trail === undefined ? undefined : await import('./report/trail/build.ts');
  if (trail !== undefined) cited.push(...(trails?.citedByTrails({ collector: trail, world }) ?? []));
  const evidence = citedTexts(cited, sources, summaries, shift);
  for (const source of sources) source.close();
  const report = buildReport({
    version: options.version,
    ...capture,
    problems: [...capture.problems, ...(shift?.deep(evidence.problems) ?? evidence.problems)],
    eventsByInput: tally.byInput,
    losses: tally.losses,
    signs: tally.signs,
    extensions: tally.extensions,
    starts: { book: tally.starts, families: analysed.asked.families },
    needs: options.needs ?? [],
    hasWholeLists: options.hasWholeLists === true,
    events: tally.events,
    world: analysed.world,
    findings: analysed.findings,
    outcomes,
    clock,
    part,
    textOf: evidence.textOf,
  });
  const facts = { findings, clock, textOf: evidence.textOf, nameOf: (input: number) => summaries[input]?.name ?? '' };
  const story = await storyOf(options.story, { ...facts, world: analysed.world, verdict: report.verdict, span });
  const told = {
    report,
    ...(await whyOf(analysed, { clock, report, findings, within: part?.span })),
    ...(story === undefined ? {} : { story }),
    ...(trail === undefined ? {} : { trails: trails?.buildTrails({ ...facts, collector: trail, world }) ?? [] }),
  };
  if (collected === undefined) return redacted(told, options);
  const drawn = { collector: collected, summaries, span: part?.span ?? span, world, findings, clock };
  return withTimeline(told, drawn, options);
}

async function withTimeline<T extends { readonly report: Report }>(
  told: T,
  drawn: TimelineInput,
  options: TellOptions,
): Promise<AnalyzeResult> {
  const { redactor } = options;
  const { buildTimeline } = await import('./report/timeline/build.ts');
  const timeline = buildTimeline(drawn);
  if (redactor === undefined) return { ...redacted(told, options), timeline };
  const { blankTimeline, learnTimeline, redactTimeline } = await import('./report/timeline/redact.ts');
  // Before the report, which seals what was learnt.
  learnTimeline(timeline, redactor);
  return {
    ...redacted(told, options),
    timeline: redactTimeline(timeline, drawn.collector.sources, redactor),
    blank: { ...blankParts(told), timeline: blankTimeline(timeline) },
  };
}

type StoryFacts = Omit<StoryInput, 'at' | 'capture'> & { readonly span: Span | undefined };

/** What builds stories is loaded where one is asked for. */
async function storyOf(asked: TellOptions['story'], { span, ...facts }: StoryFacts): Promise<Story | undefined> {
  if (asked === undefined) return undefined;
  const { buildStory } = await import('./report/story/build.ts');
  const capture = span === undefined ? undefined : { ...span, offsetAt: facts.clock.offsetAt };
  return buildStory({ ...facts, at: asked.at, capture });
}

/** What was weighed, where somebody asks. */
async function whyOf(
  { options: { why = [] }, capture: { summaries }, tally, asked, ...judged }: Analysed,
  told: Pick<WhyInput, 'clock' | 'report' | 'findings' | 'within'>,
): Promise<Pick<AnalyzeResult, 'why'>> {
  if (why.length === 0) return {};
  const { whyReport } = await import('./report/why.ts');
  const input: WhyInput = { ...judged, ...asked, ...told, summaries, events: tally.events };
  return { why: why.flatMap((request) => whyReport(request, input) ?? []) };
}

function redacted<T extends { readonly report: Report }>(
  told: T,
  { redactor, redactsLater }: TellOptions,
): T & Pick<AnalyzeResult, 'incomplete'> {
  const incomplete = incompleteReasons(told.report);
  if (redactor === undefined || redactsLater === true) return { ...told, incomplete };
  return { ...redactReport(told, redactor), incomplete: incomplete.map((reason) => redactor.text(reason)) };
}

function citedTexts(
  cites: readonly Cite[],
  sources: readonly InputSource[],
  summaries: readonly InputSummary[],
  shift: TimeShift | undefined,
): Evidence {
  return readEvidence(cites, sources, (input, bytes) => {
    const { format = 'unknown', columns, messageKey } = summaries[input] ?? {};
    const message = decodeAt(format, bytes, columns, messageKey)?.message;
    return message === undefined ? undefined : (shift?.text(message) ?? message);
  });
}
