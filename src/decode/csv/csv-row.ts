import { COMMA, NEWLINE, QUOTE, RETURN } from '../../lib/ascii.ts';

/** The row goes on behind the bytes that are there. */
export const INCOMPLETE = -1;
/** The bytes are no row: something stands behind a closing quote, or there are too many cells. */
export const INVALID = -2;

/** Cells of a row that are looked at: the tool prints eighteen. */
export const MOST_CELLS = 64;

/** Splits one row of RFC 4180: cells apart by commas, in quotes where they hold a comma, a quote or a line break. */
export class CsvRow {
  /** From and to of each cell, without its quotes. */
  readonly ranges = new Int32Array(MOST_CELLS * 2);
  count = 0;
  /** Line breaks inside the row, without the one that ends it. */
  newlines = 0;
  /** Behind the last byte of the row, without its line break. */
  end = 0;

  /** Index behind the line break of the row that begins at `from`, `INCOMPLETE` or `INVALID`. `isEnd`: nothing follows `to`. */
  read(bytes: Buffer, from: number, to: number, isEnd: boolean): number {
    this.count = 0;
    this.newlines = 0;
    let i = from;
    while (this.count < MOST_CELLS) {
      const behind = this.#readCell(bytes, i, to);
      if (behind < 0) return INCOMPLETE;
      if (behind < to && bytes[behind] === COMMA) i = behind + 1;
      else return this.#endAt(bytes, behind, to, isEnd);
    }
    return INVALID;
  }

  /** Index behind the cell at `at`, quotes and all; -1 where its closing quote is not there. */
  #readCell(bytes: Buffer, at: number, to: number): number {
    const isQuoted = at < to && bytes[at] === QUOTE;
    const cell = isQuoted ? at + 1 : at;
    const stop = isQuoted ? this.#quotedEnd(bytes, cell, to) : plainEnd(bytes, cell, to);
    this.ranges[this.count * 2] = cell;
    this.ranges[this.count * 2 + 1] = stop;
    this.count += 1;
    return stop >= 0 && isQuoted ? stop + 1 : stop;
  }

  /** The row ends at `at`, if a line break or the end of the input stands there. */
  #endAt(bytes: Buffer, at: number, to: number, isEnd: boolean): number {
    if (at >= to) return isEnd ? this.#finish(bytes, to, to) : INCOMPLETE;
    if (bytes[at] === RETURN && at + 1 >= to && !isEnd) return INCOMPLETE;
    const newline = bytes[at] === RETURN ? at + 1 : at;
    return newline < to && bytes[newline] !== NEWLINE ? INVALID : this.#finish(bytes, newline, to);
  }

  /** Index of the quote that closes a cell; -1 where it is not there. */
  #quotedEnd(bytes: Buffer, from: number, to: number): number {
    for (let i = from; i < to; i++) {
      const byte = bytes[i];
      if (byte === NEWLINE) this.newlines += 1;
      else if (byte === QUOTE) {
        if (bytes[i + 1] !== QUOTE || i + 1 >= to) return i;
        i++;
      }
    }
    return -1;
  }

  #finish(bytes: Buffer, newline: number, to: number): number {
    this.end = newline > 0 && bytes[newline - 1] === RETURN ? newline - 1 : newline;
    const last = this.count * 2 - 1;
    if ((this.ranges[last] ?? 0) > this.end) this.ranges[last] = this.end;
    return Math.min(newline + 1, to);
  }
}

function plainEnd(bytes: Buffer, from: number, to: number): number {
  let i = from;
  while (i < to && bytes[i] !== COMMA && bytes[i] !== NEWLINE && !(bytes[i] === RETURN && bytes[i + 1] === NEWLINE))
    i++;
  return i;
}

/** The text of a cell: quotes inside quotes are doubled. */
export function cellText(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString('utf8', from, to);
  return bytes[from - 1] === QUOTE ? text.replaceAll('""', '"') : text;
}
