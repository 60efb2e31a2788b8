import { NEWLINE } from '../lib/ascii.ts';
import type { ByteSource } from '../lib/byte-source.ts';
import { BLOCK_BYTES, MAX_UNIT_BYTES, SETTLE_BYTES, SUSPECT_BYTES } from './limits.ts';

/** Room behind the data for a line break that the input does not have. */
const SLACK = 8;

export interface WindowSizes {
  readonly blockBytes: number;
  readonly maxUnitBytes: number;
}

const USUAL_SIZES: WindowSizes = { blockBytes: BLOCK_BYTES, maxUnitBytes: MAX_UNIT_BYTES };

/**
 * The part of an input that is in memory: one buffer, used again for every block, that never grows. It holds a block, the
 * longest unit, the message of an open record, and lines that may be of another style: 2.3 MiB. A scanner reads from `from` on, moves it, and says with `keep`
 * from where on it still needs the bytes. An offset in the input is `base` plus an index.
 */
export class Window {
  readonly bytes: Buffer;
  readonly view: DataView;
  /** Offset in the input of the first byte of the buffer. */
  base = 0;
  /** First byte not scanned yet. */
  from = 0;
  /** Behind the last byte that may be scanned now. */
  to = 0;
  /** First byte still needed; everything before it is given up at the next `fill`. */
  keep = 0;
  /** Bytes of the input in the buffer. */
  have = 0;
  /** Counts the times that the buffer's content has changed: indices of one edition hold for it alone. */
  edition = 0;
  /** Whether the input has no more bytes. */
  isEnd = false;
  /** Whether the line before `to` was cut. */
  isCut = false;
  /** Longest line or object that is looked at. */
  readonly maxUnit: number;
  readonly #block: number;
  #isSkipping = false;

  constructor(sizes: WindowSizes = USUAL_SIZES) {
    this.#block = sizes.blockBytes;
    this.maxUnit = sizes.maxUnitBytes;
    this.bytes = Buffer.allocUnsafeSlow(sizes.blockBytes + sizes.maxUnitBytes + SETTLE_BYTES + SUSPECT_BYTES + SLACK);
    this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
  }

  /** A window on bytes that are all there; a line break is put behind them. */
  static over(bytes: Buffer): Window {
    const length = bytes.length + 1;
    const window = new Window({ blockBytes: length, maxUnitBytes: length });
    bytes.copy(window.bytes);
    window.bytes[bytes.length] = NEWLINE;
    window.have = length;
    window.isEnd = true;
    return window;
  }

  /** Whether what is not scanned yet is longer than a line or an object may be. */
  get isTooLong(): boolean {
    return this.have - this.from > this.maxUnit;
  }

  /**
   * Gives up what is not needed and reads one block more, or what is left. Answers the index of the first new byte.
   * Throws what the source throws.
   */
  async fill(source: ByteSource, isStopped: () => boolean): Promise<number> {
    this.#shift();
    this.edition += 1;
    const first = this.have;
    const stop = Math.min(first + this.#block, this.bytes.length - SLACK);
    while (this.have < stop) {
      const answer = source.read(this.bytes, this.have, stop - this.have);
      // No promise where none is needed: this loop runs once per block of a file, sixteen times per block of a pipe.
      const count = typeof answer === 'number' ? answer : await answer;
      this.have += count;
      if (count === 0) this.isEnd = true;
      if (count === 0 || isStopped()) break;
    }
    return first;
  }

  /** Lets whole objects, or parts of them, be scanned. */
  offerAll(): boolean {
    this.to = this.have;
    return this.from < this.to;
  }

  /**
   * Lets whole lines be scanned; false where there is none. The input's last line is whole without a line break: one is
   * put behind it. A line longer than the limit ends there, what follows of it is passed over.
   */
  offerLines(): boolean {
    if (this.#isSkipping && !this.#skipLine()) return false;
    this.isCut = false;
    this.to = this.have === 0 ? 0 : this.bytes.lastIndexOf(NEWLINE, this.have - 1) + 1;
    if (this.to > this.from) return true;
    if (this.isTooLong) {
      this.to = this.from + this.maxUnit + 1;
      this.isCut = true;
      this.#isSkipping = true;
    } else if (this.isEnd && this.have > this.from) {
      this.to = this.have + 1;
    } else {
      return false;
    }
    this.bytes[this.to - 1] = NEWLINE;
    return true;
  }

  /** Index of a line break put behind a last line that has none; -1 otherwise. */
  get addedNewline(): number {
    return this.isEnd && !this.isCut && this.to > this.have ? this.have : -1;
  }

  /** Passes over the rest of a cut line; false where it goes on behind what has been read. */
  #skipLine(): boolean {
    const newline = this.bytes.indexOf(NEWLINE, this.from);
    const isFound = newline >= 0 && newline < this.have;
    this.from = isFound ? newline + 1 : this.have;
    this.keep = this.from;
    this.#isSkipping = !isFound;
    return isFound;
  }

  #shift(): void {
    const gone = Math.min(this.keep, this.have);
    if (gone === 0) return;
    this.bytes.copyWithin(0, gone, this.have);
    this.base += gone;
    this.have -= gone;
    this.from = Math.max(0, this.from - gone);
    this.keep = 0;
  }
}
