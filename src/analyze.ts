import { type Capture, openCapture, readMachines } from './capture.ts';
import { type Correlator, createCorrelator } from './correlate/engine.ts';
import { uniteWorlds } from './correlate/unite.ts';
import { DETECTORS } from './detect/all.ts';
import type { Detector } from './detect/define-detector.ts';
import { createDetectEngine, type DetectEngine } from './detect/engine.ts';
import { type DetectorSelection, selectDetectors } from './detect/select.ts';
import { uniteResults } from './detect/unite.ts';
import type { InputSource } from './lib/input-source.ts';
import { refuseUnreadable } from './lib/refuse-unreadable.ts';
import type { Zone } from './lib/time-zone.ts';
import type { Catalog } from './model/catalog.ts';
import type { World } from './model/entity.ts';
import type { Problem } from './model/input.ts';
import type { MachineFacts } from './model/machine.ts';
import type { LooseEvent } from './model/typed-event.ts';
import type { CalendarDate } from './model/units.ts';
import { BUILT_IN_CATALOG } from './recognize/catalog.generated.ts';
import { isWitness } from './recognize/witness.ts';
import type { Redactor } from './redact/redactor.ts';
import { factsOf } from './report/facts.ts';
import { isNeededFor } from './report/needs.ts';
import { isReadForStarts } from './report/starts/start-book.ts';
import { createTally, LISTED_EXTENSION } from './report/tally.ts';
import type { TimelineCollector } from './report/timeline/collector.ts';
import { createTrailCollector } from './report/trail/collector.ts';
import { countReads, type OnRead } from './source/count-reads.ts';
import { openSources } from './source/open-sources.ts';
import { type AnalyzeResult, type TellOptions, tell } from './tell.ts';

interface ReadOptions extends TellOptions {
  /** The catalog that ships with necropsy, and what the user added to it; left out, the former. */
  readonly catalog?: Catalog;
  /** The day of the first record of inputs that print no date; of inputs without a year its year. */
  readonly date?: CalendarDate | undefined;
  /** The zone of times without a UTC offset; left out, that of another input over the same time, else unknown. */
  readonly zone?: Zone | undefined;
  /** Collect a `Timeline` too: every line is decoded and kept, which costs time and memory. The report stays the same. */
  readonly timeline?: boolean;
  /** Collect the trails of this flow too: its hash, or its id in the report. */
  readonly trail?: string;
  /** Aborting stops the reading; what was read until then is analysed and the report says so. */
  readonly signal?: AbortSignal;
}

export interface AnalyzeOptions extends ReadOptions {
  /** Paths; `-` is standard input. */
  readonly inputs: readonly string[];
  readonly detectors?: DetectorSelection;
  /** Told of every read. */
  readonly onRead?: OnRead | undefined;
}

/**
 * The whole line: bytes → records → events → entities → findings → report. An input that cannot be read is a problem of
 * the report where others can be; where none can, the first one's `UserError` is thrown.
 */
export async function analyze(options: AnalyzeOptions): Promise<AnalyzeResult> {
  const { sources, machines, problems } = await openSources(options.inputs, options.signal);
  const all = [...DETECTORS, ...(await ruleDetectors(options.catalog ?? BUILT_IN_CATALOG))];
  return analyzeSources(countReads(sources, options.onRead), {
    ...options,
    detectors: selectDetectors(all, options.detectors ?? {}),
    problems: options.shift?.deep(problems) ?? problems,
    machines: await readMachines(machines),
  });
}

/** The rules of a catalog as detectors, by the name of the rule. What it takes is loaded where there are any. */
export async function ruleDetectors(catalog: Catalog, rules = catalog.rules): Promise<Detector[]> {
  if (rules.length === 0) return [];
  const [{ compileRules }, { ruleDetector }] = await Promise.all([
    import('./recognize/compile-rules.ts'),
    import('./detect/rules/rule-detector.ts'),
  ]);
  return (await compileRules(catalog, rules)).map((rule) => ruleDetector(rule));
}

export interface Readers {
  /** Events that a detector reads, by its id. */
  readonly byDetector: ReadonlyMap<string, ReadonlySet<string>>;
  /** Events from which processes, sessions, flows and power are followed, whoever detects. */
  readonly byTrackers: ReadonlySet<string>;
}

/** Who looks at which events. */
export function readersOf(detectors: readonly Detector[]): Readers {
  const lineOf = (each: readonly Detector[]): Line => createLine({ detectors: each, version: '' }, () => false);
  const { reads, hears } = lineOf([]).correlator;
  const byDetector = detectors.map((each) => [each.meta.id, lineOf([each]).detection.reads] as const);
  return { byDetector: new Map(byDetector), byTrackers: new Set([...reads, ...hears]) };
}

export interface SourceOptions extends ReadOptions {
  readonly detectors: readonly Detector[];
  readonly problems?: readonly Problem[];
  /** What folders and containers among the inputs say of their machines. */
  readonly machines?: readonly MachineFacts[];
}

/** Whose lines are of which machine only events tell. */
const NOBODY: ReadonlySet<string> = new Set();

/** What remembers and judges the events of one machine. */
interface Line {
  readonly correlator: Correlator;
  readonly detection: DetectEngine;
  /** Whether somebody looks into the fields of an event, and whether its having been there is enough. */
  readonly reads: (event: string) => boolean;
  readonly hears: (event: string) => boolean;
  /** Families of which it printed a line; kept where there are several machines. */
  readonly families: Set<string>;
}

function createLine({ detectors, why }: SourceOptions, keepsText: (input: number) => boolean): Line {
  const correlator = createCorrelator({ keepsText, announce: (transition) => detection.step(transition) });
  const detection = createDetectEngine(detectors, correlator.world, correlator.cite, why);
  const reads = (event: string): boolean =>
    correlator.reads.has(event) || detection.reads.has(event) || isReadForStarts(event);
  const hears = (event: string): boolean => reads(event) || correlator.hears.has(event) || isWitness(event);
  return { correlator, detection, reads, hears, families: new Set() };
}

/** Events that somebody listens to, counts or asks for. */
function neededBy({ detectors, needs = [], why = [] }: SourceOptions, { hears }: Line): (event: string) => boolean {
  const asked = detectors.filter(({ meta }) => why.some(({ detector }) => detector === meta.id));
  const counted = new Set(asked.flatMap(({ meta }) => meta.needs));
  return (event) => hears(event) || event === LISTED_EXTENSION || isNeededFor(needs, event) || counted.has(event);
}

/** The same line for bytes that are already open: `analyze` and the detector tests meet here. */
export async function analyzeSources(sources: readonly InputSource[], options: SourceOptions): Promise<AnalyzeResult> {
  const { needs = [], redactor, catalog = BUILT_IN_CATALOG, why = [] } = options;
  const createNext = (): Line => createLine(options, (input) => capture.keepsText(input));
  const first = createNext();
  const isNeeded = neededBy(options, first);
  // What gives a name away may be any line, whoever asks for it: whoever redacts looks at all of them.
  const readsAll = options.timeline === true || redactor !== undefined;
  const capture = await openCapture(sources, {
    catalog,
    ...(readsAll ? { readsAll } : options.trail === undefined ? { needs: isNeeded, reads: first.reads } : {}),
    date: options.date,
    zone: options.zone,
    shift: options.shift,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  // What happens on one machine says nothing of another: each has a line of its own.
  const lines = [first, ...Array.from({ length: capture.machines - 1 }, createNext)];
  const isRead = familiesWith(catalog, isNeeded);
  const tally = createTally(sources.length, needs.length > 0 || why.length > 0);
  const take = (event: LooseEvent): void => {
    const machine = capture.machineOf(event.ref.input);
    tally.see(event, machine);
    const line = lines[machine] ?? first;
    if (lines.length > 1) line.families.add(familyOf(event));
    line.correlator.accept(event);
    line.detection.accept(event);
  };
  const worldOf = (input: number): World => (lines[capture.machineOf(input)] ?? first).correlator.world;
  const trail = options.trail === undefined ? undefined : createTrailCollector(options.trail);
  const collected =
    options.timeline === true ? await collectTimeline(capture, { isRead, take, worldOf, redactor }) : undefined;
  if (collected === undefined && (trail !== undefined || readsAll))
    await readRecords(capture, { isRead, take, redactor }, (event) => trail?.see(event, first.correlator.cite));
  else if (collected === undefined) for await (const events of capture.events()) events.forEach(take);
  for (const { correlator } of lines) correlator.finish();

  const summaries = capture.summaries();
  const problems = [...(options.problems ?? []), ...capture.problems()];
  refuseUnreadable(summaries, problems);
  const everybody = everybodyIn(capture, isRead);
  const results = lines.map(({ detection, families }, machine) => {
    const isOwn = (input: number): boolean => capture.machineOf(input) === machine;
    return detection.finish(factsOf(summaries, lines.length > 1 ? { families, speakers: NOBODY } : everybody, isOwn));
  });
  const united = uniteResults(results);
  return tell({
    capture: { summaries, problems, machines: options.shift?.deep(options.machines) ?? options.machines ?? [] },
    sources,
    world: uniteWorlds(lines.map(({ correlator }) => correlator.world)),
    ...united,
    findings: options.markKnown?.(united.findings) ?? united.findings,
    asked: { metas: options.detectors.map(({ meta }) => meta), catalog, families: everybody.families },
    tally,
    collected,
    trail,
    options,
  });
}

/** Who could have spoken: families of which some line could have been, and the processes that their gates admitted. */
function everybodyIn(capture: Capture, isRead: (family: string) => boolean) {
  const admitted = new Map([...capture.families()].filter(([family]) => isRead(family)));
  const speakers = new Set([...admitted.values()].flatMap((each) => [...each]));
  return { families: new Set(admitted.keys()), speakers };
}

function familyOf({ name }: LooseEvent): string {
  return name.slice(0, name.indexOf('/'));
}

/** Families of which some message is needed, and vocabularies: what the recognizer would look for without a timeline. */
function familiesWith({ families }: Catalog, needs: (event: string) => boolean): (family: string) => boolean {
  const left = families.filter(({ name, messageNames }) => !messageNames.some((each) => needs(`${name}/${each}`)));
  const unread = new Set(left.map(({ name }) => name));
  return (family) => !unread.has(family);
}

/** Reads the capture to its end: what is private is learnt from every line, and every event is shown to `see`. */
async function readRecords(
  capture: Capture,
  { isRead, take, redactor }: Omit<TimelineReading, 'worldOf'>,
  see: (event: LooseEvent) => void,
): Promise<void> {
  for await (const batch of capture.records()) {
    for (const { record, event } of batch) {
      redactor?.learnRecord(record, event);
      if (event === undefined) continue;
      if (isRead(familyOf(event))) take(event);
      see(event);
    }
  }
}

interface TimelineReading {
  /** Families that the analysis listens to: it must not hear others only because they are drawn. */
  readonly isRead: (family: string) => boolean;
  readonly take: (event: LooseEvent) => void;
  readonly worldOf: (input: number) => World;
  readonly redactor?: Redactor | undefined;
}

/** Reads the capture to its end and keeps every line of it. */
async function collectTimeline(capture: Capture, reading: TimelineReading): Promise<TimelineCollector> {
  const { createTimelineCollector } = await import('./report/timeline/collector.ts');
  const collector = createTimelineCollector();
  for await (const batch of capture.records()) {
    for (const { record, event } of batch) {
      reading.redactor?.learnRecord(record, event);
      if (event !== undefined && reading.isRead(familyOf(event))) reading.take(event);
      const hash = event?.fields.flow;
      const flow = typeof hash === 'number' && hash !== 0 ? reading.worldOf(record.ref.input).flow(hash) : undefined;
      collector.see(record, event, flow);
    }
  }
  return collector;
}
