import type { Capture, SeenRecord } from '../capture.ts';
import type { LogRecord } from '../model/log-record.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import type { WhereContext } from '../recognize/where.ts';
import { dateOf } from './date-flag.ts';
import { catchInterrupt } from './interrupt.ts';
import { note, refuseToOverwrite } from './output.ts';
import { createResultWriter, type ResultWriter } from './result-writer.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';
import { compileWhere } from './where-flag.ts';

export interface EventsFlags {
  readonly where?: string | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly unknown: boolean;
  readonly date?: string | undefined;
  readonly tz?: string | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly format?: 'table' | 'ndjson' | undefined;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
}

interface Printer {
  readonly print: (record: LogRecord, event: LooseEvent | undefined) => string;
  /** What comes before the first record. */
  readonly preamble: (first: LogRecord | undefined) => string;
}

/** Reads, recognises, selects, prints. Ends in the exit code. */
export async function runEvents(inputs: readonly string[], flags: EventsFlags): Promise<0 | 4 | 130> {
  refuseToOverwrite(inputs, flags.output);
  const date = dateOf(flags.date);
  const zone = zoneOf(flags.tz);
  const { readCapture } = await import('../capture.ts');
  const { catalog, isFlawed } = await userCatalog(flags.grammar);
  const context = createContext();
  const where = flags.where === undefined ? () => true : await compileWhere(flags.where, catalog, context);
  const isOfKind = kindFilter(flags.kind);
  const interrupt = catchInterrupt();
  const writer = createResultWriter(flags.output);
  try {
    const capture = await readCapture(inputs, {
      catalog,
      readsAll: flags.unknown,
      signal: interrupt.signal,
      date,
      zone,
    });
    context.capture = capture;
    const printer = await createPrinter(flags, context);
    const isWanted = ({ record, event }: SeenRecord): boolean =>
      (event !== undefined || flags.unknown) && isOfKind(event) && where({ record, event });
    const printed = await printAll(capture, { printer, isWanted, writer, context, limit: flags.limit });
    if (printed === undefined || !(await writer.end())) return 0;
    capture.refuseUnreadable();
    if (!flags.quiet) sayWhatWasRead(capture, printed);
  } finally {
    interrupt.release();
  }
  if (interrupt.signal.aborted) return 130;
  return isFlawed ? 4 : 0;
}

interface Printing {
  readonly printer: Printer;
  readonly isWanted: (seen: SeenRecord) => boolean;
  readonly writer: ResultWriter;
  readonly context: RunContext;
  readonly limit: number | undefined;
}

/** How many were printed; undefined where the reader of standard output has gone. */
async function printAll(capture: Capture, printing: Printing): Promise<number | undefined> {
  const { printer, isWanted, writer, context, limit } = printing;
  let printed = 0;
  let isFirst = true;
  for await (const batch of capture.records()) {
    context.refresh();
    if (isFirst) await writer.write(printer.preamble(batch[0]?.record));
    isFirst = false;
    for (const seen of batch) {
      if (!isWanted(seen)) continue;
      printed += 1;
      if (!(await writer.write(printer.print(seen.record, seen.event)))) return undefined;
      if (printed === limit) return printed;
    }
  }
  return printed;
}

function sayWhatWasRead(capture: Capture, printed: number): void {
  const records = capture.summaries().reduce((sum, summary) => sum + summary.records, 0);
  note(`${printed.toLocaleString('en')} printed of ${records.toLocaleString('en')} records`);
}

function kindFilter(kinds: readonly string[] = []): (event: LooseEvent | undefined) => boolean {
  if (kinds.length === 0) return () => true;
  const patterns = kinds.map((kind) => {
    const literals = kind.split('*').map((part) => part.replaceAll(/[\\^$.+?()[\]{}|/]/g, '\\$&'));
    return new RegExp(`^${literals.join('.*')}$`);
  });
  return (event) => event !== undefined && patterns.some((pattern) => pattern.test(event.name));
}

interface RunContext extends WhereContext {
  capture: Capture | undefined;
  /** What the inputs have said of themselves since the last batch. */
  refresh(): void;
}

function createContext(): RunContext {
  let summaries: ReturnType<Capture['summaries']> = [];
  const context: RunContext = {
    capture: undefined,
    refresh: () => {
      summaries = context.capture?.summaries() ?? [];
    },
    inputName: (input) => summaries[input]?.name ?? '',
    roleOf: (origin) => context.capture?.roleOf(origin) ?? '',
    offsetOf(at, input) {
      const zones = summaries[input]?.zones ?? [];
      let offset = zones[0]?.offsetMinutes;
      for (const zone of zones) if (zone.from <= at) offset = zone.offsetMinutes;
      return offset;
    },
  };
  return context;
}

async function createPrinter(flags: EventsFlags, context: RunContext): Promise<Printer> {
  const around = surroundings();
  const isTerminal = around.isTerminal && flags.output === undefined;
  const format = flags.format ?? (isTerminal || flags.width !== undefined ? 'table' : 'ndjson');
  const { formatIso } = await import('../lib/time-format.ts');
  const stamp = (record: LogRecord): string => {
    // Lists of a tool have no times; the decoder puts them at the beginning of all time.
    if (record.at === 0) return '';
    const iso = formatIso(record.at, context.offsetOf(record.at, record.ref.input));
    // As `log show` prints it: a blank behind the date, no colon in the offset.
    return iso.replace('T', ' ').replace(/([+-]\d\d):(\d\d)$/, '$1$2');
  };
  if (format === 'ndjson') {
    const { renderEventLine, renderToolLine } = await import('../render/event-line.ts');
    return {
      print: (record, event) =>
        renderEventLine(record, event, { timestamp: stamp(record), input: context.inputName(record.ref.input) }),
      preamble: (first) =>
        first === undefined
          ? ''
          : toolLines(context, flags)
              .map(([event, line]) => renderToolLine(event, line, stamp(first)))
              .join(''),
    };
  }
  const { renderEventRow } = await import('../render/terminal/event-row.ts');
  const options = {
    width: flags.width ?? widthOf(around),
    colour: isTerminal && usesColour(around, flags['no-color']),
  };
  return { print: (record, event) => renderEventRow(record, event, stamp(record), options), preamble: () => '' };
}

/**
 * What the log tool said of the export, as it says it, with what this run leaves out: whoever reads the lines again must know
 * what they cannot show.
 */
function toolLines({ capture }: RunContext, flags: EventsFlags): (readonly [event: string, line: string])[] {
  const summaries = capture?.summaries() ?? [];
  const skipped = [...new Set(summaries.flatMap(({ skippedLevels }) => skippedLevels))];
  const kinds = (flags.kind ?? []).map((kind) => `event LIKE "${kind}"`);
  const predicates = [
    ...new Set(summaries.flatMap(({ predicate }) => (predicate === undefined ? [] : [predicate]))),
    ...(flags.where === undefined ? [] : [flags.where.replaceAll(/\s*\n\s*/g, ' ')]),
    ...(kinds.length === 0 ? [] : [kinds.join(' OR ')]),
  ];
  const whole = predicates.length > 1 ? predicates.map((each) => `(${each})`).join(' AND ') : predicates[0];
  const pass = skipped.map((level) => `--${level}`).join(' and/or ');
  const filtering = whole === undefined ? [] : [`Filtering the log data using "${whole}"`];
  const skipping = skipped.length === 0 ? [] : [`Skipping ${skipped.join(' and ')} messages, pass ${pass} to include.`];
  return [
    ...filtering.map((line) => ['log.tool/filtering', line] as const),
    ...skipping.map((line) => ['log.tool/skipping', line] as const),
  ];
}
