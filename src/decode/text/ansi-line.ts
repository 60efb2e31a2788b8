import { ESCAPE } from '../../lib/ascii.ts';
import { skipAnsi } from '../ansi.ts';

/** A header with all its colours; the rest of the line is not copied. */
const LONGEST = 8 * 1024;

/** A copy of the beginning of one line without terminal colours, to read a header from. */
export class AnsiLine {
  readonly bytes = Buffer.alloc(LONGEST + 8);
  readonly view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
  length = 0;
  #source: Buffer = this.bytes;
  #from = 0;
  #end = 0;

  /** Copies the line; false, and nothing is copied, where it has no colours. */
  strip(source: Buffer, from: number, end: number): boolean {
    const stop = Math.min(end, from + LONGEST);
    const first = source.subarray(from, stop).indexOf(ESCAPE);
    if (first < 0) return false;
    this.#source = source;
    this.#from = from;
    this.#end = end;
    let length = 0;
    for (let i = from; i < stop; ) {
      const next = skipAnsi(source, i, end);
      if (next === i) this.bytes[length++] = source[i++] ?? 0;
      else i = next;
    }
    this.length = length;
    return true;
  }

  /** Where the byte at an index of the copy stands in the line; the line's end for the end of the copy. */
  originalIndex(index: number): number {
    if (index >= this.length) return this.#end;
    let i = this.#from;
    for (let copied = 0; ; ) {
      const next = skipAnsi(this.#source, i, this.#end);
      if (next !== i) {
        i = next;
        continue;
      }
      if (copied === index) return i;
      copied += 1;
      i += 1;
    }
  }
}
