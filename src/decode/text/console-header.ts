import { COLON, DOT } from '../../lib/ascii.ts';
import type { TableColumn } from '../../model/input.ts';
import { isCsvTable } from '../csv/csv-columns.ts';
import { levelOfConsoleWord, UNKNOWN } from '../levels.ts';
import { AnyStamp } from '../partial-stamp.ts';
import { type BlankRow, readBlankRow, readTimelessRow } from './console-blanks.ts';
import { learnColumns } from './console-layout.ts';
import { LineHeader, type OriginParts, readDecimal, readHex } from './line-header.ts';

const TAB = 0x09;
/** The columns before the message are short. */
const LONGEST_COLUMNS = 2048;
/** Room for a subsystem, a category, a type, their padding and a time. */
const LONGEST_TYPE = 160;
/**
 * Rows copied from Console's list: cells apart by tabs in the order of the person's columns, the message last. No date, as a
 * rule no pid. In copies with blanks for the tabs the words themselves tell, see `console-blanks.ts`. Source: line-formats 6.1.
 */
export class ConsoleHeader extends LineHeader {
  override readonly format = 'console-copy';
  override readonly hasOrigin = true;
  override readonly stamp = new AnyStamp();
  /** Undefined where every line has to tell for itself. */
  readonly #columns: readonly TableColumn[] | undefined;
  #origin: OriginParts = { process: '', sender: '', subsystem: '', category: '' };
  #pid = -1;
  #tid = 0;
  readonly #mayLackTime: boolean;
  /** Whether a row with blanks for its tabs had a time: then all have. */
  #hasTimes = false;

  /** `mayLackTime`: rows with blanks for their tabs are looked for that begin with no time, which costs a string per line. */
  constructor(columns?: readonly TableColumn[], mayLackTime = true) {
    super();
    this.#mayLackTime = mayLackTime;
    this.#columns = columns === undefined || isCsvTable(columns) ? undefined : columns;
  }

  override read(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const limit = Math.min(end, from + LONGEST_COLUMNS);
    if (holdsTab(bytes, from, limit)) return this.#readCells(bytes, view, from, end, limit);
    if (holdsTime(bytes, from, limit)) return this.#readBlanks(bytes, view, from, limit);
    return (
      this.#mayLackTime && this.#columns === undefined && !this.#hasTimes && this.#readTimeless(bytes, from, limit)
    );
  }

  /** A row that is cut short lacks its message at the most: it is read. */
  override beginsWithTime(): boolean {
    return false;
  }

  override readOrigin(): OriginParts {
    return this.#origin;
  }

  override pid(): number {
    return this.#pid;
  }

  override tid(): number {
    return this.#tid;
  }

  #readCells(bytes: Buffer, view: DataView, from: number, end: number, limit: number): boolean {
    const columns = this.#columns ?? learnColumns([bytes.toString('utf8', from, limit)]);
    if (columns === undefined) return false;
    const parts = { process: '', subsystem: '', category: '' };
    this.hasTime = columns.includes('time');
    this.level = UNKNOWN;
    this.#pid = -1;
    this.#tid = 0;
    let at = from;
    for (const role of columns) {
      const isLast = role === 'message';
      const tab = isLast ? -1 : bytes.indexOf(TAB, at);
      const to = tab < 0 || tab >= end ? end : tab;
      if (isLast || at > end) break;
      if (!this.#readCell(role, bytes, view, at, to, parts)) return false;
      at = to + 1;
    }
    if (parts.process === '') return false;
    this.#origin = { ...parts, sender: parts.process, lacksSender: true };
    this.messageFrom = Math.min(at, end);
    return true;
  }

  /** False where the cell shows that this is no row. */
  #readCell(
    role: TableColumn,
    bytes: Buffer,
    view: DataView,
    from: number,
    to: number,
    parts: { process: string; subsystem: string; category: string },
  ): boolean {
    if (role === 'time') return this.stamp.read(bytes, view, from, to) && this.stamp.end === to;
    if (role === 'pid') this.#pid = to > from ? readDecimal(bytes, from) : -1;
    if (role === 'thread') this.#tid = readHex(bytes, from + 2);
    if (role === 'process' || role === 'subsystem' || role === 'category')
      parts[role] = bytes.toString('utf8', from, to);
    if (role !== 'type') return true;
    this.level = levelOfConsoleWord(bytes.toString('utf8', from, to));
    // Without a time the type alone tells a row from a line that goes on.
    return this.hasTime || this.level !== UNKNOWN;
  }

  #readBlanks(bytes: Buffer, view: DataView, from: number, limit: number): boolean {
    const row = readBlankRow(bytes.toString('utf8', from, limit));
    if (row === undefined) return false;
    const timeAt = from + Buffer.byteLength(row.beforeTime);
    if (!this.stamp.read(bytes, view, timeAt, limit)) return false;
    this.hasTime = true;
    this.#hasTimes = true;
    this.#takeRow(row, bytes, from);
    return true;
  }

  /** A row that prints no time is one by the words that it begins with. */
  #readTimeless(bytes: Buffer, from: number, limit: number): boolean {
    const row = readTimelessRow(bytes.toString('utf8', from, limit));
    if (row === undefined) return false;
    this.hasTime = false;
    this.#takeRow(row, bytes, from);
    return true;
  }

  #takeRow({ type, process, subsystem, category, beforeMessage }: BlankRow, bytes: Buffer, from: number): void {
    this.level = levelOfConsoleWord(type);
    this.#pid = -1;
    this.#tid = 0;
    this.#origin = { process, sender: process, lacksSender: true, subsystem, category };
    this.messageFrom = Math.min(from + Buffer.byteLength(beforeMessage), bytes.length);
  }
}

/** A loop: a native search knows no end and would run through the block. */
function holdsTab(bytes: Buffer, from: number, limit: number): boolean {
  for (let i = from; i < limit; i++) if (bytes[i] === TAB) return true;
  return false;
}

/** Whether `:SS.` follows `:` two bytes later near the beginning: nearly every other line is told apart by this. */
function holdsTime(bytes: Buffer, from: number, limit: number): boolean {
  const stop = Math.min(limit, from + LONGEST_TYPE) - 6;
  for (let i = from + 2; i < stop; i++) {
    if (bytes[i] === COLON && bytes[i + 3] === COLON && bytes[i + 6] === DOT) return true;
  }
  return false;
}
