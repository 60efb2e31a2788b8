import { COMMA, QUOTE } from '../../lib/ascii.ts';
import { AnyStamp } from '../partial-stamp.ts';

/** Cells that a row has at least behind its time. */
const LEAST_COMMAS = 8;
const LONGEST_WORD = 32;

/** Tells the first lines of rows: a time, then the event's type, and commas. */
export class CsvStart {
  readonly stamp = new AnyStamp();

  /** Whether a row begins with its time at `from`. */
  hasTime(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const isQuoted = bytes[from] === QUOTE;
    const { stamp } = this;
    if (!stamp.read(bytes, view, isQuoted ? from + 1 : from, end)) return false;
    const behind = isQuoted ? stamp.end + 1 : stamp.end;
    return behind < end && bytes[behind] === COMMA && (!isQuoted || bytes[stamp.end] === QUOTE);
  }

  /** Whether [from, end) begins like a row of the tool's own columns. */
  has(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    if (!this.hasTime(bytes, view, from, end)) return false;
    const word = bytes.indexOf(COMMA, this.stamp.end) + 1;
    let commas = 0;
    for (let i = word; i < end && commas < LEAST_COMMAS; i++) if (bytes[i] === COMMA) commas += 1;
    return commas >= LEAST_COMMAS && /^"?[A-Za-z]+"?,/.test(bytes.toString('latin1', word, word + LONGEST_WORD));
  }
}
