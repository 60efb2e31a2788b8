import { openInputs } from './decode/open-inputs.ts';
import { OriginTable } from './decode/origin-table.ts';
import type { InputHead } from './decode/zones.ts';
import type { InputSource, MachineSource } from './lib/input-source.ts';
import { merge } from './lib/merge.ts';
import { refuseUnreadable } from './lib/refuse-unreadable.ts';
import type { TimeShift } from './lib/time-shift.ts';
import type { Zone } from './lib/time-zone.ts';
import type { Catalog } from './model/catalog.ts';
import type { InputSummary, Problem } from './model/input.ts';
import type { LogRecord, Origin } from './model/log-record.ts';
import type { MachineFacts } from './model/machine.ts';
import type { LooseEvent } from './model/typed-event.ts';
import type { CalendarDate } from './model/units.ts';
import { gatePatterns } from './recognize/gate-patterns.ts';
import { createRecognizer } from './recognize/recognizer.ts';
import { countReads, type OnRead } from './source/count-reads.ts';
import { openSources } from './source/open-sources.ts';

export interface CaptureOptions {
  readonly catalog: Catalog;
  /** Whether somebody listens to this event; left out, every event of the catalog is recognised. */
  readonly needs?: (event: string) => boolean;
  /** Whether somebody looks into its fields; left out, all are. */
  readonly reads?: (event: string) => boolean;
  /** Every record is decoded, whoever printed it; left out, only those of origins that the catalog knows. */
  readonly readsAll?: boolean;
  /** The day of the first record of inputs that print no date; of inputs without a year its year. */
  readonly date?: CalendarDate | undefined;
  /** The zone of times without a UTC offset; left out, that of another input over the same time, else unknown. */
  readonly zone?: Zone | undefined;
  /** Moves all times: what is handed over is as if it had been logged on other days. */
  readonly shift?: TimeShift | undefined;
  /** Aborting stops the reading; what was read until then is handed over. */
  readonly signal?: AbortSignal;
  /** Told of every read, where paths are opened here. */
  readonly onRead?: OnRead | undefined;
}

export interface Capture {
  /** Recognised records of all inputs in the order of their time, in small batches. */
  events(): AsyncGenerator<readonly LooseEvent[]>;
  /** All decoded records with the event that each is. */
  records(): AsyncGenerator<readonly SeenRecord[]>;
  /** Where a record belongs that may or may not be an event (`Recognizer.areaOf`). */
  areaOf(record: LogRecord, event: LooseEvent | undefined): string | undefined;
  /** `provider` for processes that are one as far as is known yet; else empty. */
  roleOf(origin: Origin): string;
  summaries(): InputSummary[];
  problems(): Problem[];
  /** Per input, the instant of its last record; undefined where only reading to the end tells. */
  ends(): Promise<(number | undefined)[]>;
  /** Whether what is cited of this input must be kept, because it cannot be read again by name and place. */
  keepsText(input: number): boolean;
  /** Which machine's log an input is, and how many machines there are: what runs at one time under two boots is two. */
  machineOf(input: number): number;
  readonly machines: number;
  /** Families and vocabularies of which some line could have been, with the processes that their gate admits and that wrote one. */
  families(): ReadonlyMap<string, ReadonlySet<string>>;
  /** What folders and containers among the inputs say of their machines; nothing where bytes were opened. */
  facts(): Promise<readonly MachineFacts[]>;
  /** Throws `UserError` (exit code 3) where not one input could be read. At the end. */
  refuseUnreadable(): void;
}

export interface SeenRecord {
  readonly record: LogRecord;
  readonly event: LooseEvent | undefined;
}

/** The first half of the line: bytes → records → events, of all inputs as one timeline. Read it once. */
export async function openCapture(sources: readonly InputSource[], options: CaptureOptions): Promise<Capture> {
  const { catalog, needs, reads, readsAll = false, shift } = options;
  const recognizer = createRecognizer({
    catalog,
    pattern: await gatePatterns(catalog),
    ...(needs === undefined ? {} : { needs }),
    ...(reads === undefined ? {} : { reads }),
    onProvider: (process) => origins.regate((origin) => origin.process === process),
  });
  const origins = new OriginTable(
    (origin) => {
      // Asked even where everything is read: it is how the recognizer knows who was there.
      const want = recognizer.want(origin);
      return readsAll ? 'all' : want;
    },
    (parts) => readsAll || recognizer.mayWant(parts),
  );
  const { readers, machineOf, machines } = await openInputs(sources, {
    origins,
    date: options.date,
    zone: options.zone,
  });
  options.signal?.addEventListener('abort', () => readers.map((reader) => reader.interrupt()));
  const batches = shifted(merge(readers), shift);

  const summaries = (): InputSummary[] =>
    readers.map((reader, input) => summaryOf(reader.summary(), sources[input]?.container, shift));
  const problems = (): Problem[] => [
    ...readers.flatMap((reader) => shift?.deep(reader.problems()) ?? reader.problems()),
    ...passedOver(summaries()),
    ...repeated(summaries(), batches.repeats),
    ...apart(summaries(), machineOf, machines),
  ];
  async function recognize(record: LogRecord): Promise<LooseEvent | undefined> {
    await recognizer.loadBodies();
    return recognizer.recognize(record);
  }
  return {
    async *events() {
      for (let batch = await batches.next(); batch !== undefined; batch = await batches.next()) {
        const events: LooseEvent[] = [];
        for (const record of batch) {
          let event = recognizer.recognize(record);
          if (recognizer.lacksBodies) event = await recognize(record);
          if (event !== undefined) events.push(event);
        }
        yield events;
      }
    },
    async *records() {
      for (let batch = await batches.next(); batch !== undefined; batch = await batches.next()) {
        const seen: SeenRecord[] = [];
        for (const record of batch) {
          let event = recognizer.recognize(record);
          if (recognizer.lacksBodies) event = await recognize(record);
          seen.push({ record, event });
        }
        yield seen;
      }
    },
    areaOf: recognizer.areaOf,
    roleOf: recognizer.roleOf,
    summaries,
    problems,
    machineOf,
    machines,
    ends: () => Promise.all(readers.map(async (reader) => endOf(await reader.head()))),
    keepsText: (input) => readers[input]?.keepsText !== false,
    families: () => recognizer.admitted,
    facts: async () => [],
    refuseUnreadable: () => refuseUnreadable(summaries(), problems()),
  };
}

function summaryOf(read: InputSummary, container: string | undefined, shift: TimeShift | undefined): InputSummary {
  const summary = container === undefined ? read : { ...read, container };
  return shift?.summary(summary) ?? summary;
}

type Batches = Pick<ReturnType<typeof merge>, 'next' | 'repeats'>;

function shifted(batches: ReturnType<typeof merge>, shift: TimeShift | undefined): Batches {
  if (shift === undefined) return batches;
  return { next: async () => (await batches.next())?.map(shift.record), repeats: batches.repeats };
}

/** Said, because nothing joins what happened on two machines. */
function apart(summaries: readonly InputSummary[], machineOf: (input: number) => number, machines: number): Problem[] {
  const other = summaries.find((_, input) => machineOf(input) > 0);
  if (machines < 2 || other === undefined) return [];
  const message = `different boots ran at one time: these are inputs of ${machines} machines, each is judged on its own`;
  return [{ code: 'machines-apart', count: machines, message, example: { input: other.name } }];
}

/** `last` is on the wall clock of the export. */
function endOf({ last, offsetMinutes }: InputHead): number | undefined {
  return last === undefined ? undefined : last - (offsetMinutes ?? 0) * 60_000_000;
}

/** Files of folders and containers that turned out to be no log, as one remark. */
function passedOver(summaries: readonly InputSummary[]): Problem[] {
  const others = summaries.filter((summary) => summary.isPassedOver === true);
  const [first] = others;
  if (first === undefined) return [];
  const message = 'files beside the logs that hold no log; they are passed over';
  return [{ code: 'format-unknown', count: others.length, message, example: { input: first.name } }];
}

/** Records that were left out because another input holds them too. */
function repeated(summaries: readonly InputSummary[], repeats: readonly number[]): Problem[] {
  return summaries.flatMap(({ name }, input) => {
    const count = repeats[input] ?? 0;
    if (count === 0) return [];
    const message = 'records that another input holds too; each is counted once';
    return [{ code: 'records-repeated' as const, count, message, example: { input: name } }];
  });
}

/** What reads settings and property lists is loaded where there are any. */
export async function readMachines(sources: readonly MachineSource[]): Promise<MachineFacts[]> {
  const facts: MachineFacts[] = [];
  for (const source of sources) {
    const { readMachine } = await import('./decode/machine/read-machine.ts');
    facts.push(await readMachine(source));
  }
  return facts;
}

/** The same for paths; `-` is standard input. Inputs that cannot be read beside others are problems. */
export async function readCapture(paths: readonly string[], options: CaptureOptions): Promise<Capture> {
  const { sources, machines, problems } = await openSources(paths, options.signal);
  const capture = await openCapture(countReads(sources, options.onRead), options);
  const all = (): Problem[] => [...problems, ...capture.problems()];
  const refuse = (): void => refuseUnreadable(capture.summaries(), all());
  return { ...capture, problems: all, refuseUnreadable: refuse, facts: () => readMachines(machines) };
}

/** Size and SHA-256 of each path that is a file. */
export async function digestInputs(
  paths: readonly string[],
): Promise<readonly ({ readonly bytes: number; readonly sha256: string } | undefined)[]> {
  const { digestOf } = await import('./source/digest.ts');
  const digests = [];
  for (const path of paths) digests.push(path === '-' ? undefined : await digestOf(path));
  return digests;
}
