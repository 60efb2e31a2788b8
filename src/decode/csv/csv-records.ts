import { isUtf8 } from 'node:buffer';
import type { TableColumn } from '../../model/input.ts';
import { LEVELS } from '../../model/log-record.ts';
import type { Micros } from '../../model/units.ts';
import { stripAnsi } from '../ansi.ts';
import { exampleOf, type Intake } from '../intake.ts';
import { bootOf, iteratorLevel, pidOf, tidOf } from '../json/json-dialect.ts';
import { cutMessage } from '../message-text.ts';
import { MissingTexts } from '../missing-texts.ts';
import { WANTS_NONE, WANTS_PROBE } from '../origin-table.ts';
import { AnyStamp } from '../partial-stamp.ts';
import type { Window } from '../window.ts';
import { type CsvRow, cellText } from './csv-row.ts';

/** Parts of an origin, in the order in which `OriginTable` takes them. */
const ORIGIN: readonly TableColumn[] = ['process', 'sender', 'subsystem', 'category'];

/** Turns rows into records: all are counted, of the wanted ones the cells become strings. */
export class CsvRecords {
  readonly #intake: Intake;
  readonly #stamp = new AnyStamp();
  readonly #missing: MissingTexts;
  readonly #origin = new Int32Array(ORIGIN.length * 2);
  /** The cell of each column. */
  #cells = new Map<TableColumn, number>();
  #originCells: readonly number[] = [];

  constructor(intake: Intake) {
    this.#intake = intake;
    this.#missing = new MissingTexts(intake);
  }

  use(columns: readonly TableColumn[]): void {
    this.#cells = new Map(columns.map((role, cell) => [role, cell]));
    this.#originCells = ORIGIN.map((role) => this.#cells.get(role) ?? -1);
  }

  /** Takes a row that begins at `from`. */
  take(window: Window, from: number, row: CsvRow): void {
    const { bytes, view } = window;
    const intake = this.#intake;
    const level = this.#level(bytes, view, row);
    const at = this.#count(window, from, row, level);
    for (const [part, cell] of this.#originCells.entries()) {
      this.#origin[part * 2] = cell < 0 ? 0 : (row.ranges[cell * 2] ?? 0);
      this.#origin[part * 2 + 1] = cell < 0 ? 0 : (row.ranges[cell * 2 + 1] ?? 0);
    }
    const slot = intake.origins.fromCells(bytes, view, this.#origin, cellText);
    const wants = intake.origins.wants[slot];
    if (wants === WANTS_NONE) return;
    const probe = wants === WANTS_PROBE ? intake.origins.probe(slot) : undefined;
    if (probe !== undefined && !probe.mayBeInJson(bytes, from, row.end)) return;
    const line = intake.lines + 1;
    const message = this.#message(bytes, row, line);
    if (probe !== undefined && !probe.isIn(message)) return;
    this.#missing.look(message, line);
    intake.batch.push({
      at,
      origin: intake.origins.origin(slot),
      pid: pidOf(this.#text('pid', bytes, row)),
      tid: tidOf(this.#text('thread', bytes, row)),
      level: LEVELS[level] ?? 'unknown',
      message,
      formatString: this.#text('format', bytes, row) || undefined,
      boot: bootOf(this.#text('boot', bytes, row) || undefined),
      ref: { input: intake.index, line, offset: window.base + from, length: row.end - from },
    });
  }

  #level(bytes: Buffer, view: DataView, { ranges }: CsvRow): number {
    const event = this.#cells.get('event');
    const type = this.#cells.get('type');
    const edge = (cell: number | undefined, side: number): number =>
      cell === undefined ? 0 : (ranges[cell * 2 + side] ?? 0);
    return iteratorLevel(view, bytes, edge(event, 0), edge(event, 1), edge(type, 0), edge(type, 1));
  }

  #count({ bytes, view }: Window, from: number, row: CsvRow, level: number): Micros {
    const time = (this.#cells.get('time') ?? 0) * 2;
    const [at = 0, end = 0] = [row.ranges[time], row.ranges[time + 1]];
    const stamp = this.#stamp;
    if (!stamp.read(bytes, view, at, end)) stamp.takeNanos(Number(bytes.toString('latin1', at, end) || Number.NaN));
    return this.#intake.count(stamp, level, bytes, from, row.end);
  }

  #text(role: TableColumn, bytes: Buffer, { ranges }: CsvRow): string {
    const cell = this.#cells.get(role);
    return cell === undefined ? '' : cellText(bytes, ranges[cell * 2] ?? 0, ranges[cell * 2 + 1] ?? 0);
  }

  #message(bytes: Buffer, row: CsvRow, line: number): string {
    const text = this.#text('message', bytes, row);
    const cell = (this.#cells.get('message') ?? 0) * 2;
    if (text.includes('\ufffd') && !isUtf8(bytes.subarray(row.ranges[cell], row.ranges[cell + 1]))) {
      this.#intake.problems.note('encoding-invalid', 'bytes that are not UTF-8; each became U+FFFD', {
        line,
        text: () => exampleOf(bytes, row.ranges[cell] ?? 0, row.end),
      });
    }
    return cutMessage(stripAnsi(text.replaceAll('\r\n', '\n').replaceAll('\0', '')));
  }
}
