import { createCorrelator } from './correlate/engine.ts';
import { decodeAt } from './decode/decode-one.ts';
import { openInputs } from './decode/open-inputs.ts';
import { OriginTable } from './decode/origin-table.ts';
import { DETECTORS } from './detect/all.ts';
import type { Detector } from './detect/define-detector.ts';
import { createDetectEngine } from './detect/engine.ts';
import { type DetectorSelection, selectDetectors } from './detect/select.ts';
import type { ByteSource } from './lib/byte-source.ts';
import { UserError } from './lib/errors.ts';
import { merge } from './lib/merge.ts';
import { formatIso } from './lib/time-format.ts';
import type { Problem } from './model/input.ts';
import type { Report } from './model/report.ts';
import { BUILT_IN_CATALOG } from './recognize/catalog.generated.ts';
import { createRecognizer } from './recognize/recognizer.ts';
import { isWitness } from './recognize/witness.ts';
import { buildReport } from './report/build.ts';
import { readEvidence } from './report/evidence.ts';
import { factsOf } from './report/facts.ts';
import { incompleteReasons } from './report/incomplete.ts';
import { createClock } from './report/iso.ts';
import { createTally } from './report/tally.ts';
import { refuseUnreadable } from './report/unreadable.ts';
import { openSource } from './source/open-source.ts';

export interface AnalyzeOptions {
  /** Paths; `-` is standard input. */
  readonly inputs: readonly string[];
  readonly detectors?: DetectorSelection;
  readonly version: string;
  /** Aborting stops the reading; what was read until then is analysed and the report says so. */
  readonly signal?: AbortSignal;
}

export interface AnalyzeResult {
  readonly report: Report;
  /** Why the analysis is not of the whole input; empty where it is. */
  readonly incomplete: readonly string[];
}

/**
 * The whole line: bytes → records → events → entities → findings → report. An input that cannot be read is a problem of
 * the report where others can be; where none can, the first one's `UserError` is thrown.
 */
export async function analyze(options: AnalyzeOptions): Promise<AnalyzeResult> {
  const sources: ByteSource[] = [];
  const problems: Problem[] = [];
  const errors: UserError[] = [];
  for (const path of options.inputs) {
    try {
      sources.push(await openSource(path, options.signal));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(error);
      problems.push({ code: 'input-unreadable', count: 1, message: error.message, example: { input: path } });
    }
  }
  if (sources.length === 0 && errors[0] !== undefined) throw errors[0];
  return analyzeSources(sources, {
    ...options,
    detectors: selectDetectors(DETECTORS, options.detectors ?? {}),
    problems,
  });
}

export interface SourceOptions {
  readonly detectors: readonly Detector[];
  readonly version: string;
  readonly signal?: AbortSignal;
  readonly problems?: readonly Problem[];
}

/** The same line for bytes that are already open: `analyze` and the detector tests meet here. */
export async function analyzeSources(sources: readonly ByteSource[], options: SourceOptions): Promise<AnalyzeResult> {
  const correlator = createCorrelator({
    keepsText: (input) => sources[input]?.isSeekable !== true,
    announce: (transition) => detection.step(transition),
  });
  const detection = createDetectEngine(options.detectors, correlator.world, correlator.cite);
  const recognizer = createRecognizer({
    catalog: BUILT_IN_CATALOG,
    needs: (event) => correlator.reads.has(event) || detection.reads.has(event) || isWitness(event),
    onProvider: (process) => origins.regate((origin) => origin.process === process),
  });
  const origins = new OriginTable((origin) => recognizer.want(origin));
  const readers = await openInputs(sources, { origins });
  const tally = createTally(sources.length);

  options.signal?.addEventListener('abort', () => {
    for (const reader of readers) reader.interrupt();
  });
  const records = merge(readers);
  for (let batch = await records.next(); batch !== undefined; batch = await records.next()) {
    for (const record of batch) {
      const event = recognizer.recognize(record);
      if (event === undefined) continue;
      tally.see(event);
      correlator.accept(event);
      detection.accept(event);
    }
  }
  correlator.finish();

  const summaries = readers.map((reader) => reader.summary());
  const problems = [...(options.problems ?? []), ...readers.flatMap((reader) => reader.problems())];
  refuseUnreadable(summaries, problems);
  const { findings, outcomes } = detection.finish(factsOf(summaries));
  const evidence = readEvidence(
    findings,
    sources,
    (input, bytes) => decodeAt(summaries[input]?.format ?? 'unknown', bytes)?.message,
  );
  for (const source of sources) source.close();
  const report = buildReport({
    version: options.version,
    summaries,
    problems: [...problems, ...evidence.problems],
    eventsByInput: tally.byInput,
    losses: tally.losses,
    world: correlator.world,
    findings,
    outcomes,
    clock: createClock(
      summaries.map((summary) => summary.zones),
      formatIso,
    ),
    textOf: evidence.textOf,
  });
  return { report, incomplete: incompleteReasons(report) };
}
