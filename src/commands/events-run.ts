import type { Capture, SeenRecord } from '../capture.ts';
import type { LogRecord } from '../model/log-record.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import type { Redactor } from '../redact/redactor.ts';
import { dateOf } from './date-flag.ts';
import { endOfCapture } from './end-of-capture.ts';
import { catchInterrupt } from './interrupt.ts';
import { note, refuseToOverwrite } from './output.ts';
import { partiesOfRecord } from './parties.ts';
import { compileParties, type PartyFlags } from './party-flags.ts';
import { predicatesOf, privatePredicatesOf } from './party-predicate.ts';
import { createContext, type RunContext, stampOf } from './record-context.ts';
import type { RedactionFlags } from './redaction-flags.ts';
import { createResultWriter, type ResultWriter } from './result-writer.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { createTimeFilter, type TimeFlags, timeSelection } from './time-flags.ts';
import { toolLines } from './tool-lines.ts';
import { zoneOf } from './tz-flag.ts';
import { userCatalog } from './user-catalog.ts';
import { compileWhere } from './where-flag.ts';

export interface EventsFlags extends TimeFlags, PartyFlags, RedactionFlags {
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

type Ending = 0 | 4 | 130;

/** Reads, recognises, selects, prints. Ends in the exit code. */
export async function runEvents(inputs: readonly string[], flags: EventsFlags): Promise<Ending> {
  refuseToOverwrite(inputs, flags.output);
  return readEvents(inputs, flags, { isSilent: false });
}

/** How a pass over the capture is written. */
export interface Pass {
  /** What is private is rewritten by it; undefined where nothing is. */
  readonly redactor?: Redactor | undefined;
  /** It only proves that nothing private would be written. */
  readonly isSilent: boolean;
}

/** One pass over a capture. */
export async function readEvents(inputs: readonly string[], flags: EventsFlags, pass: Pass): Promise<Ending> {
  const date = dateOf(flags.date);
  const times = timeSelection(flags);
  const zone = zoneOf(flags.tz);
  const { readCapture } = await import('../capture.ts');
  const { catalog, isFlawed } = await userCatalog(flags.grammar);
  const context = createContext();
  const where = flags.where === undefined ? () => true : await compileWhere(flags.where, catalog, context);
  const isOfKind = kindFilter(flags.kind);
  const isOf = compileParties(flags);
  const interrupt = catchInterrupt();
  const writer = pass.isSilent ? NOBODY : createResultWriter(flags.output);
  try {
    const capture = await readCapture(inputs, {
      catalog,
      readsAll: flags.unknown,
      signal: interrupt.signal,
      date,
      zone,
    });
    context.capture = capture;
    const printer = await createPrinter(flags, context, pass.redactor);
    const isInTime = createTimeFilter(
      times,
      times.lastUs === undefined ? undefined : await endOfCapture(inputs, capture),
    );
    const isWanted = ({ record, event }: SeenRecord): boolean =>
      (event !== undefined || flags.unknown) &&
      isInTime(record.at, context.offsetOf(record.at, record.ref.input)) &&
      isOfKind(event) &&
      isOf(partiesOfRecord(record, event)) &&
      where({ record, event });
    const printed = await printAll(capture, { printer, isWanted, writer, context, limit: flags.limit });
    if (printed === undefined || !(await writer.end())) return 0;
    capture.refuseUnreadable();
    if (!flags.quiet && !pass.isSilent) sayWhatWasRead(capture, printed);
  } finally {
    interrupt.release();
  }
  if (interrupt.signal.aborted) return 130;
  return isFlawed ? 4 : 0;
}

/** Takes everything and writes nothing. */
const NOBODY: ResultWriter = { write: async () => true, end: async () => true };

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

async function createPrinter(
  flags: EventsFlags,
  context: RunContext,
  redactor: Redactor | undefined,
): Promise<Printer> {
  const plain = await createDrawing(flags, context, redactor);
  if (redactor === undefined) return plain;
  const { redactSeen } = await import('./redacted-event.ts');
  return {
    ...plain,
    print(record, event) {
      const { input, line } = record.ref;
      const where = (): string => `${redactor.value('file', context.inputName(input))}:${line}`;
      const seen = redactSeen({ record, event }, redactor, where);
      return plain.print(seen.record, seen.event);
    },
  };
}

async function createDrawing(
  flags: EventsFlags,
  context: RunContext,
  redactor: Redactor | undefined,
): Promise<Printer> {
  const around = surroundings();
  const isTerminal = around.isTerminal && flags.output === undefined;
  const format = flags.format ?? (isTerminal || flags.width !== undefined ? 'table' : 'ndjson');
  const stamp = (record: LogRecord): string => stampOf(record, context);
  if (format === 'ndjson') {
    const { renderEventLine, renderToolLine } = await import('../render/event-line.ts');
    const named = (input: string): string => redactor?.value('file', input) ?? input;
    return {
      print: (record, event) =>
        renderEventLine(record, event, { timestamp: stamp(record), input: named(context.inputName(record.ref.input)) }),
      preamble: (first) =>
        first === undefined
          ? ''
          : toolLines(context.capture?.summaries() ?? [], selectedBy(flags, redactor))
              .map(([event, line]) => renderToolLine(event, redactor?.text(line) ?? line, stamp(first)))
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

/** The selection of this run as a predicate, for whoever reads the lines again. */
function selectedBy(flags: EventsFlags, redactor: Redactor | undefined): string[] {
  const kinds = (flags.kind ?? []).map((kind) => `event LIKE "${kind}"`);
  return [
    ...(redactor === undefined ? predicatesOf(flags) : privatePredicatesOf(flags, redactor)),
    ...(kinds.length === 0 ? [] : [kinds.join(' OR ')]),
  ];
}
