import { setImmediate } from 'node:timers/promises';
import { NEWLINE } from '../lib/ascii.ts';
import type { ByteSource } from '../lib/byte-source.ts';
import { UserError } from '../lib/errors.ts';
import { ProblemLog } from '../lib/problems.ts';
import { formatOffset } from '../lib/time-format.ts';
import { fixedZone, type Zone } from '../lib/time-zone.ts';
import type { FormatName, InputSummary, Problem, TableColumn } from '../model/input.ts';
import type { LogRecord } from '../model/log-record.ts';
import type { AssumedDate } from './dates.ts';
import { lookAt, SNIFFED_BYTES } from './first-look.ts';
import { headOf } from './input-head.ts';
import type { InputContext, InputReader } from './input-reader.ts';
import { Intake } from './intake.ts';
import { BLOCK_BYTES } from './limits.ts';
import { isReportFormat } from './reports/report-lines.ts';
import { openScanner } from './scanners.ts';
import type { Sniffed, SniffedStyle } from './sniff.ts';
import { SortedStream } from './sorted-stream.ts';
import type { StyleScanner } from './style-scanner.ts';
import { styleFromSuspect } from './style-switch.ts';
import { Window, type WindowSizes } from './window.ts';
import type { AssumedZone, InputHead } from './zones.ts';

/** Blocks after which signals and timers get their turn: reading is synchronous, nothing else would let them in. */
const BLOCKS_PER_TURN = 4;

/** Of `unifiedlog_iterator`, which prints one file of an archive after the other. */
const UNSORTED: readonly FormatName[] = ['iterator-jsonl', 'iterator-csv'];

/** See `InputReader`. */
export class Reader implements InputReader {
  readonly #source: ByteSource;
  readonly #window: Window;
  readonly #intake: Intake;
  readonly #problems: ProblemLog;
  #sniffed: Sniffed | undefined;
  #scanner: StyleScanner | undefined;
  #format: FormatName = 'unknown';
  #columns: readonly TableColumn[] | undefined;
  #messageKey: string | undefined;
  /** Where the tool that wrote the input does not put its records in order. */
  #sorted: SortedStream | undefined;
  /** What is cited of a report cannot be read again by its place. */
  #holdsReports = false;
  #isDone = false;
  #isStopped = false;
  #isPassedOver = false;
  #blocks = 0;

  constructor(source: ByteSource, context: InputContext) {
    this.#source = source;
    this.#window = new Window(context.sizes ?? sizesFor(source.size));
    this.#problems = new ProblemLog(source.name);
    this.#intake = new Intake(context.index, context.origins, this.#problems);
  }

  async head(): Promise<InputHead> {
    return headOf(this.#source, await this.#begin(), this.#window);
  }

  assumeDate(date: AssumedDate): void {
    const { year, month, day, from } = date;
    const source = from === undefined ? 'as --date says' : `the time of ${from}, whose clock runs over the same`;
    this.#intake.assumeDate(date, (lack) => {
      const said = lack === 'year' ? `the year ${year}` : `${year}-${pad(month)}-${pad(day)}`;
      return `times carry no ${lack}; read as of ${said}, ${source}`;
    });
  }

  assumeZone(assumed: AssumedZone | Zone): void {
    const isChosen = 'offsetAt' in assumed;
    const zone = isChosen ? assumed : fixedZone(assumed.offsetMinutes);
    const why = isChosen
      ? `the wall clock of ${zone.name}, as --tz says`
      : `${formatOffset(assumed.offsetMinutes)}, the offset of ${assumed.from}, whose wall clock runs over the same time`;
    this.#intake.assumeZone(zone, `times carry no UTC offset; read as ${why}`);
  }

  async next(): Promise<LogRecord[] | undefined> {
    await this.#begin();
    for (;;) {
      const sorted = this.#sorted;
      const batch = await (sorted === undefined ? this.#nextRead(this.#scanner) : sorted.next());
      if (batch !== undefined || this.#isDone) return batch;
      // The style has changed.
      this.#sort();
    }
  }

  /** The next batch as it stands in the input; undefined at its end, or where this scanner's part ends. */
  async #nextRead(scanner: StyleScanner | undefined): Promise<LogRecord[] | undefined> {
    while (!this.#isDone && this.#intake.batch.length === 0 && this.#scanner === scanner) await this.#advance();
    const batch = this.#intake.batch;
    if (batch.length === 0) return undefined;
    this.#intake.batch = [];
    return batch;
  }

  summary(): InputSummary {
    const { lines, records, levels, first, last, zones, skippedLevels, predicate } = this.#intake;
    const bytes = this.#window.base + this.#window.have;
    const name = this.#source.name;
    return {
      name,
      ...(this.#columns === undefined ? {} : { columns: this.#columns }),
      ...(this.#messageKey === undefined ? {} : { messageKey: this.#messageKey }),
      ...(this.#isPassedOver ? { isPassedOver: true } : {}),
      format: this.#format === 'mixed' ? 'mixed' : (this.#scanner?.format ?? this.#format),
      bytes,
      lines,
      records,
      levels,
      first,
      last,
      zones,
      skippedLevels: [...skippedLevels],
      predicate,
    };
  }

  get keepsText(): boolean {
    return !this.#source.isSeekable || this.#holdsReports;
  }

  problems(): Problem[] {
    return this.#problems.list();
  }

  interrupt(): void {
    this.#isStopped = true;
  }

  /** Reads the beginning and finds out what the input is; once. */
  async #begin(): Promise<Sniffed> {
    if (this.#sniffed !== undefined) return this.#sniffed;
    const window = this.#window;
    while (window.have < SNIFFED_BYTES && !window.isEnd && !this.#isStopped) await this.#fill();
    const sniffed = lookAt(window);
    this.#sniffed = sniffed;
    if (sniffed.kind === 'style') {
      await this.#use(sniffed);
      this.#sort();
      this.#lookForNul(0);
    } else this.#refuse(sniffed);
    return sniffed;
  }

  async #use(sniffed: SniffedStyle): Promise<void> {
    this.#columns ??= sniffed.columns;
    this.#messageKey ??= sniffed.messageKey;
    this.#intake.isReordered = UNSORTED.includes(sniffed.style);
    if (isReportFormat(sniffed.style)) this.#holdsReports = true;
    this.#scanner = await openScanner(sniffed.style, this.#intake, sniffed);
    this.#format = this.#format === 'unknown' || this.#format === sniffed.style ? sniffed.style : 'mixed';
  }

  /** Has the records of this part put in order, where its tool does not. */
  #sort(): void {
    const scanner = this.#scanner;
    const isUnsorted = scanner !== undefined && UNSORTED.includes(scanner.format);
    this.#sorted = isUnsorted ? new SortedStream(() => this.#nextRead(scanner)) : undefined;
  }

  #refuse(sniffed: Exclude<Sniffed, SniffedStyle>): void {
    this.#isDone = true;
    if (this.#source.container !== undefined && !this.#isStopped) {
      this.#isPassedOver = true;
    } else if (sniffed.kind === 'unsupported') {
      this.#problems.note('format-unsupported', `${sniffed.what}: ${sniffed.advice}`);
    } else if (this.#isStopped) {
      this.#problems.note('interrupted', 'reading was interrupted before it was known what this is');
    } else if (sniffed.kind === 'empty') {
      this.#problems.note('input-empty', 'there is nothing in it: the export matched no record, or was never written');
    } else {
      const { line, text } = sniffed;
      this.#problems.note('format-unknown', 'no line of it looks like an export of `log show` or `log stream`', {
        line,
        text: () => text,
      });
    }
  }

  /** Scans what is there, or reads more; at the end of the input, finishes. */
  async #advance(): Promise<void> {
    const scanner = this.#scanner;
    const window = this.#window;
    if (scanner === undefined) return;
    const before = window.base + window.from;
    const isOffered = scanner.unit === 'line' ? window.offerLines() : window.offerAll();
    if (isOffered) {
      scanner.scan(window);
      if (scanner.suspicion.isDue) return this.#decide(scanner, false);
      if (window.base + window.from > before) return;
    }
    if (!window.isEnd && !this.#isStopped) return this.#fill();
    if (scanner.suspicion.suspect !== undefined) await this.#decide(scanner, true);
    else this.#finish(scanner);
  }

  /** Goes over to another style from the suspect on, or acquits it. */
  async #decide(scanner: StyleScanner, isEnd: boolean): Promise<void> {
    const window = this.#window;
    const { suspect } = scanner.suspicion;
    const other = styleFromSuspect(scanner, window, isEnd);
    if (suspect === undefined || other === undefined) {
      scanner.suspicion.acquit(window.base + (isEnd ? window.have : window.from));
      return;
    }
    scanner.cut(window);
    await this.#use(other);
    const message = `the style changes from ${scanner.format} to ${other.style}; both parts are read`;
    this.#problems.note('style-changed', message, { line: suspect.lines + 1 });
  }

  #finish(scanner: StyleScanner): void {
    scanner.finish(this.#window);
    this.#isDone = true;
    if (this.#isStopped) {
      this.#problems.note('interrupted', 'reading was interrupted; what came until then is used', {
        line: this.#intake.lines,
      });
    } else if (this.#intake.records === 0) {
      this.#problems.note('input-empty', 'there is no record in it: the export matched nothing');
    }
    const { calendar } = this.#intake;
    if (calendar.lack !== undefined && !calendar.isAssumed) {
      const message = `times carry no ${calendar.lack}, and nothing says which it was: --date YYYY-MM-DD does`;
      this.#problems.note('date-unknown', message);
    }
    if (this.#intake.lacksZone) {
      const { idleZone } = this.#intake;
      const hint = idleZone === undefined ? '' : `: the offset of ${idleZone.name} depends on the date, see --date`;
      const message = `times carry no UTC offset; they are shown as the wall clock of the machine${hint}`;
      this.#problems.note('zone-unknown', message);
    }
  }

  async #fill(): Promise<void> {
    const window = this.#window;
    this.#blocks += 1;
    if (this.#blocks % BLOCKS_PER_TURN === 0) await setImmediate();
    try {
      const first = await window.fill(this.#source, () => this.#isStopped);
      if (this.#scanner !== undefined) this.#lookForNul(first);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      window.isEnd = true;
      this.#problems.note('input-unreadable', `${error.message}; what came before is used`, {
        line: this.#intake.lines + 1,
      });
    }
  }

  #lookForNul(from: number): void {
    const { bytes, have } = this.#window;
    const first = bytes.indexOf(0, from);
    if (first < 0 || first >= have) return;
    const line = this.#intake.lines + 1 + countByte(bytes, NEWLINE, this.#window.from, first);
    const message = 'NUL bytes, which no export holds: a damaged file; they are left out';
    this.#problems.note('nul-bytes', message, { line }, countByte(bytes, 0, first, have));
  }
}

/** A container holds hundreds of small files: each is read through a window of its own size. */
function sizesFor(size: number | undefined): WindowSizes | undefined {
  if (size === undefined || size >= BLOCK_BYTES) return undefined;
  return { blockBytes: size + 1, maxUnitBytes: size + 1 };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function countByte(bytes: Buffer, byte: number, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (bytes[i] === byte) count += 1;
  return count;
}
