import { NEWLINE, RETURN } from '../../lib/ascii.ts';
import type { TableColumn } from '../../model/input.ts';
import { readChatter } from '../chatter.ts';
import { ForeignLines } from '../foreign-lines.ts';
import { exampleOf, type Intake } from '../intake.ts';
import { BATCH_RECORDS } from '../limits.ts';
import type { StyleScanner } from '../style-scanner.ts';
import { Suspicion } from '../suspicion.ts';
import type { Window } from '../window.ts';
import { columnsOf, isCsvTable, usualColumns } from './csv-columns.ts';
import { CsvRecords } from './csv-records.ts';
import { CsvRow, INCOMPLETE, INVALID } from './csv-row.ts';
import { CsvStart } from './csv-start.ts';

const NUL = 0;
/** Room for a time in quotes and the comma behind it. */
const LONGEST_TIME = 48;

type ProblemOfCsv = 'line-unparsed' | 'line-too-long' | 'record-truncated';

/**
 * `unifiedlog_iterator --format csv`: titles, then rows, whose messages may run over many lines in their quotes. A row that
 * is broken costs itself: reading goes on at the next line that begins with a time and a comma.
 */
export class CsvScanner implements StyleScanner {
  readonly format = 'iterator-csv';
  readonly unit = 'object';
  readonly suspicion = new Suspicion();
  readonly #intake: Intake;
  readonly #records: CsvRecords;
  readonly #row = new CsvRow();
  readonly #start = new CsvStart();
  readonly #foreign = new ForeignLines('iterator-csv');
  /** Undefined before the first row of an input without titles. */
  #columns: readonly TableColumn[] | undefined;
  /** Set behind a broken row, until the next one: what is between is rubble, and has been reported once. */
  #isLost = false;
  /** Whether the rest of a line that is too long is passed over. */
  #isInLongLine = false;
  /** Whether something stands behind the last line break read: a line, too. */
  #isInLine = false;

  constructor(intake: Intake, columns: readonly TableColumn[] | undefined) {
    this.#intake = intake;
    this.#records = new CsvRecords(intake);
    if (columns !== undefined && isCsvTable(columns)) this.#use(columns);
  }

  scan(window: Window): void {
    const { bytes, to } = window;
    const intake = this.#intake;
    let i = window.from;
    while (i < to && intake.batch.length < BATCH_RECORDS) {
      const next = this.#isInLongLine ? this.#endLongLine(window, i) : this.#readAt(window, i);
      if (next < 0) break;
      i = next;
    }
    const { suspect } = this.suspicion;
    if (i > window.from) this.#isInLine = bytes[i - 1] !== NEWLINE;
    window.from = i;
    window.keep = suspect === undefined ? i : suspect.offset - window.base;
  }

  cut(window: Window): void {
    const { suspect } = this.suspicion;
    if (suspect === undefined) return;
    this.#intake.lines = suspect.lines;
    window.from = suspect.offset - window.base;
    window.keep = window.from;
  }

  finish(): void {
    if (this.#isInLine) this.#intake.lines += 1;
    this.#isInLine = false;
  }

  #use(columns: readonly TableColumn[]): void {
    this.#columns = columns;
    this.#records.use(columns);
  }

  /** Index behind the row or line at `from`; -1 where more has to be read first, or the style has to be decided. */
  #readAt(window: Window, from: number): number {
    const { bytes, view, to, isEnd } = window;
    if (bytes[from] === NEWLINE || (bytes[from] === RETURN && bytes[from + 1] === NEWLINE)) {
      this.#intake.lines += 1;
      return bytes[from] === NEWLINE ? from + 1 : Math.min(from + 2, to);
    }
    if (bytes[from] === NUL) return from + 1;
    if (to - from < LONGEST_TIME && !isEnd) return -1;
    const isStart = this.#timeIsFirst ? this.#start.hasTime(bytes, view, from, to) : !this.#isTitles(window, from);
    return isStart ? this.#readRow(window, from) : this.#passLine(window, from);
  }

  get #timeIsFirst(): boolean {
    return this.#columns === undefined || this.#columns[0] === 'time';
  }

  #readRow(window: Window, from: number): number {
    const { bytes, to, maxUnit, isEnd } = window;
    const row = this.#row;
    const next = row.read(bytes, from, to, isEnd);
    if (next === INCOMPLETE && !isEnd && to - from <= maxUnit) return -1;
    if (next === INCOMPLETE ? !isEnd : row.end - from > maxUnit) {
      const limit = `${Math.round(maxUnit / 1024)} KiB`;
      this.#note('line-too-long', `a row longer than ${limit}; it is left out`, window, from, to);
      this.#isLost = true;
      return this.#passLine(window, from);
    }
    if (this.#columns === undefined && next > 0) this.#use(usualColumns(row.count));
    if (next === INCOMPLETE || next === INVALID || row.count !== this.#columns?.length)
      return this.#passBroken(window, from, next > 0 && next === to && isEnd);
    this.#isLost = false;
    this.suspicion.clear();
    this.#records.take(window, from, row);
    this.#intake.lines += row.newlines + (bytes[next - 1] === NEWLINE ? 1 : 0);
    return next;
  }

  /** Passes over the first line of a row that is broken. */
  #passBroken(window: Window, from: number, isLast: boolean): number {
    const { bytes, to, isEnd } = window;
    const newline = bytes.indexOf(NEWLINE, from);
    const isCut = isEnd && (isLast || newline < 0 || newline >= to);
    if (isCut)
      this.#note('record-truncated', 'the input ends in the middle of a row; it is left out', window, from, to);
    else this.#note('line-unparsed', 'rows that are broken; they are passed over up to the next one', window, from, to);
    this.#isLost = true;
    return this.#passLine(window, from);
  }

  /** Index behind a line that begins no row; -1 as in `#readAt`. */
  #passLine(window: Window, from: number): number {
    const { bytes, to, maxUnit, isEnd } = window;
    const newline = bytes.indexOf(NEWLINE, from);
    const isWhole = newline >= 0 && newline < to;
    if (!isWhole && !isEnd) {
      if (to - from <= maxUnit) return -1;
      this.#isInLongLine = true;
      return to;
    }
    const end = isWhole ? newline : to;
    const stop = end > from && bytes[end - 1] === RETURN ? end - 1 : end;
    if (!this.#readTitles(window, from, stop) && this.#isEnough(window, from, stop, end)) return -1;
    if (isWhole) this.#intake.lines += 1;
    return isWhole ? newline + 1 : to;
  }

  /** Takes column titles; false where these are none. */
  #readTitles(window: Window, from: number, end: number): boolean {
    const chatter = readChatter(window.bytes, from, end);
    if ((chatter?.kind !== 'tool' || chatter.format !== this.format) && !this.#isTitles(window, from)) return false;
    const columns = columnsOf(window.bytes, from, end);
    if (columns !== undefined) this.#use(columns);
    return columns !== undefined;
  }

  /** Takes a line that is nothing of this table's. True where it has to be decided about the style before. */
  #isEnough(window: Window, from: number, stop: number, end: number): boolean {
    const { bytes, view } = window;
    const chatter = readChatter(bytes, from, stop);
    const isAnnounced = chatter?.kind === 'titles' || (chatter?.kind === 'tool' && !chatter.isWeak);
    if (isAnnounced || chatter?.kind === 'tool' || this.#foreign.has(bytes, view, from, stop))
      this.suspicion.accuse(window.base + from, this.#intake.lines, 0);
    if (isAnnounced) this.suspicion.confirm();
    if (this.suspicion.isRipe(window, end)) return true;
    if (chatter === undefined && this.suspicion.suspect === undefined && !this.#isLost)
      this.#note('line-unparsed', 'lines that belong to no row; they are passed over', window, from, stop);
    return false;
  }

  /** Whether the titles of a table begin at `from`: of one whose time is not its first column. */
  #isTitles({ bytes, to }: Window, from: number): boolean {
    if (this.#timeIsFirst) return false;
    const newline = bytes.indexOf(NEWLINE, from);
    return newline >= 0 && newline < to && columnsOf(bytes, from, newline) !== undefined;
  }

  #endLongLine({ bytes, to }: Window, from: number): number {
    const newline = bytes.indexOf(NEWLINE, from);
    if (newline < 0 || newline >= to) return to;
    this.#isInLongLine = false;
    this.#intake.lines += 1;
    return newline + 1;
  }

  #note(code: ProblemOfCsv, message: string, window: Window, from: number, end: number): void {
    const text = (): string => exampleOf(window.bytes, from, end).split('\n')[0] ?? '';
    this.#intake.problems.note(code, message, { line: this.#intake.lines + 1, text });
  }
}
