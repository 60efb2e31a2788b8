import { safeJson } from '../../lib/safe-json.ts';
import { type Cell, csvTable } from '../csv.ts';
import { inline, table as markdownTable } from '../markdown/escape.ts';
import { cutEnd, cutMiddle, padEnd, padStart, columns as widthOf } from '../terminal/columns.ts';
import { type Line, line, paint, type Style, span } from '../terminal/line.ts';
import { visible } from '../terminal/visible.ts';
import type { ListFormat } from './formats.ts';

/** What one column of a list shows of a row. */
export interface Column<Row> {
  /** Its name in CSV, and the field that `--where` asks for. */
  readonly key: string;
  readonly title: string;
  readonly value: (row: Row) => Cell;
  /** For people: how it reads where the value is a number, a time or a code. */
  readonly text?: (row: Row) => string;
  readonly isRight?: boolean;
  /** Worth nothing in part: a time, a code. It is never cut. */
  readonly isFixed?: boolean;
  /** A sentence: where it is too long its end goes. A name loses its middle. */
  readonly isProse?: boolean;
  /** Gives way first where the terminal is narrow; the higher, the earlier. Left out, it stays. */
  readonly yields?: number;
  readonly style?: (row: Row) => Style;
}

export interface ListOptions {
  readonly format: ListFormat;
  readonly width: number;
  readonly colour: boolean;
}

/** A list in the format that was asked for. JSON holds the rows as the report does, the others the columns. */
export function renderList<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { format, width, colour }: ListOptions,
): string {
  switch (format) {
    case 'json':
      return `${safeJson(rows, 2)}\n`;
    case 'ndjson':
      return rows.map((row) => `${safeJson(row)}\n`).join('');
    case 'csv':
      return csvTable([columns.map(({ key }) => key), ...rows.map((row) => columns.map(({ value }) => value(row)))]);
    case 'md':
      return `${markdownTable(
        columns.map(({ title }) => title),
        rows.map((row) => columns.map((column) => inline(visible(textOf(column, row))))),
      )}\n`;
    default:
      return paint(tableLines(rows, columns, width), { colour, width });
  }
}

const GAP = 2;
/** No column is narrower, unless what it holds is. */
const NARROWEST = 14;

function tableLines<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number): Line[] {
  const cells = columns.map((column) => rows.map((row) => visible(textOf(column, row))));
  const wanted = columns.map(({ title }, index) =>
    (cells[index] ?? []).reduce((widest, text) => Math.max(widest, widthOf(text)), widthOf(title)),
  );
  const least = columns.map(({ isFixed }, index) => leastOf(isFixed === true, wanted[index] ?? 0));
  const kept = columnsThatFit(columns, least, width);
  const widths = shrunk(
    kept.map((index) => ({ wanted: wanted[index] ?? 0, least: least[index] ?? 0 })),
    width,
  );
  const cellAt = (index: number, slot: number, text: string): string => {
    const room = widths[slot] ?? 0;
    const column = columns[index];
    const cut = column?.isRight === true || column?.isProse === true ? cutEnd(text, room) : cutMiddle(text, room);
    if (column?.isRight === true) return padStart(cut, room);
    return slot === kept.length - 1 ? cut : padEnd(cut, room);
  };
  const gap = ' '.repeat(GAP);
  const head = kept.map((index, slot) => cellAt(index, slot, columns[index]?.title ?? '')).join(gap);
  return [
    line(span(head.trimEnd(), 'label')),
    ...rows.map((row, number) =>
      line(
        ...kept.flatMap((index, slot) => [
          ...(slot === 0 ? [] : [gap]),
          span(cellAt(index, slot, cells[index]?.[number] ?? ''), columns[index]?.style?.(row) ?? 'plain'),
        ]),
      ),
    ),
  ];
}

function textOf<Row>({ text, value }: Column<Row>, row: Row): string {
  return text === undefined ? String(value(row) ?? '') : text(row);
}

function leastOf(isFixed: boolean, wanted: number): number {
  return isFixed ? wanted : Math.min(wanted, NARROWEST);
}

/** Indices of the columns that have room at their narrowest, in their order. */
function columnsThatFit<Row>(columns: readonly Column<Row>[], least: readonly number[], width: number): number[] {
  const kept = columns.map((_, index) => index);
  const needed = (): number => kept.reduce((sum, index) => sum + (least[index] ?? 0) + GAP, 0 - GAP);
  while (needed() > width) {
    const yielding = kept.toSorted((a, b) => (columns[b]?.yields ?? 0) - (columns[a]?.yields ?? 0))[0];
    if (yielding === undefined || (columns[yielding]?.yields ?? 0) === 0) break;
    kept.splice(kept.indexOf(yielding), 1);
  }
  return kept;
}

/** Takes what is too much from the columns that are widest beyond their least. */
function shrunk(columns: readonly { readonly wanted: number; readonly least: number }[], width: number): number[] {
  const widths = columns.map(({ wanted }) => wanted);
  for (let over = widths.reduce((sum, each) => sum + each + GAP, 0 - GAP) - width; over > 0; over -= 1) {
    let widest = -1;
    for (const [index, each] of widths.entries()) {
      if (each > (columns[index]?.least ?? 0) && each > (widths[widest] ?? 0)) widest = index;
    }
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
