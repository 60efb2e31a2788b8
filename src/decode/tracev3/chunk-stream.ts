import type { StreamedFile } from '../../lib/file-set.ts';
import { type RawBytes, rawBytes, readU64 } from './raw-bytes.ts';

export const HEADER = 0x1000;
export const CATALOG = 0x600b;
export const CHUNKSET = 0x600d;

/** Tag, subtag and length, in front of the data of every chunk. */
export const CHUNK_HEAD = 16;
const BLOCK_BYTES = 512 * 1024;
/** Larger chunks are passed over: a catalog ends at 64 KiB, a chunkset is about 15 KiB. */
const MAX_CHUNK_BYTES = 16 * 1024 * 1024;

/** The chunks of a tracev3 file, one at a time, in one buffer. The position of a chunk holds until the next. */
export class ChunkStream {
  raw: RawBytes = rawBytes(Buffer.allocUnsafeSlow(BLOCK_BYTES));
  tag = 0;
  /** The chunk's data, in `raw`. */
  from = 0;
  to = 0;
  /** Where the chunk begins in the file. */
  offset = 0;
  /** Whether the file ends inside a chunk. */
  isTruncated = false;
  /** Chunks that are too large to be one, and bytes passed over in search of the next. */
  damaged = 0;
  /** Bytes of the file before the buffer. */
  #base = 0;
  #have = 0;
  #next = 0;
  #isEnd = false;
  #file: StreamedFile;

  constructor(file: StreamedFile) {
    this.#file = file;
  }

  /** Starts with another file; the buffer stays. */
  reset(file: StreamedFile): void {
    this.#file = file;
    this.#base = 0;
    this.#have = 0;
    this.#next = 0;
    this.#isEnd = false;
    this.isTruncated = false;
    this.damaged = 0;
  }

  /** Bytes read so far. */
  get position(): number {
    return this.#base + this.#have;
  }

  /** Moves on to the next chunk; false at the end of the file. Throws what the file throws. */
  async next(): Promise<boolean> {
    for (;;) {
      if (!(await this.#ensure(CHUNK_HEAD))) {
        this.isTruncated ||= this.#have > this.#next && !this.#isPadding();
        return false;
      }
      const { view } = this.raw;
      const at = this.#next;
      const length = readU64(view, at + 8);
      const size = CHUNK_HEAD + length;
      if (length > MAX_CHUNK_BYTES) {
        this.damaged += 1;
        if (!(await this.#seek())) return false;
        continue;
      }
      if (!(await this.#ensure(size))) {
        this.isTruncated = true;
        if (!(await this.#seek())) return false;
        continue;
      }
      this.tag = this.raw.view.getUint32(this.#next, true);
      this.from = this.#next + CHUNK_HEAD;
      this.to = this.#next + size;
      this.offset = this.#base + this.#next;
      this.#next = this.to + (-(this.offset + size) & 7);
      return true;
    }
  }

  /** Behind a head that lies: looks for the next thing that can be one, at multiples of eight. */
  async #seek(): Promise<boolean> {
    this.#next += 8;
    while (await this.#ensure(CHUNK_HEAD)) {
      const { view } = this.raw;
      const last = this.#have - CHUNK_HEAD;
      for (; this.#next <= last; this.#next += 8) {
        const tag = view.getUint32(this.#next, true);
        if (tag !== CHUNKSET && tag !== CATALOG) continue;
        const isHead = view.getUint32(this.#next + 4, true) < 0x100 && view.getUint32(this.#next + 12, true) === 0;
        if (isHead) return true;
      }
    }
    return false;
  }

  /** What follows the last chunk may be zeros up to a multiple of eight. */
  #isPadding(): boolean {
    for (let at = this.#next; at < this.#have; at++) if (this.raw.bytes[at] !== 0) return false;
    return true;
  }

  /** Whether `count` bytes from the next chunk on are in the buffer; reads them where they are not. */
  async #ensure(count: number): Promise<boolean> {
    if (this.#have - this.#next >= count) return true;
    this.#shift(count);
    const { bytes } = this.raw;
    while (!this.#isEnd && this.#have - this.#next < count) {
      const answer = this.#file.read(bytes, this.#have, bytes.length - this.#have);
      const got = typeof answer === 'number' ? answer : await answer;
      if (got === 0) this.#isEnd = true;
      this.#have += got;
    }
    return this.#have - this.#next >= count;
  }

  #shift(count: number): void {
    const { bytes } = this.raw;
    const from = Math.min(this.#next, this.#have);
    let target = this.raw;
    // No chunk can be longer than its file: a length that lies takes no memory.
    const needed = Math.min(count, this.#file.size + CHUNK_HEAD);
    if (needed > bytes.length) target = rawBytes(Buffer.allocUnsafeSlow(Math.max(needed, bytes.length * 2)));
    bytes.copy(target.bytes, 0, from, this.#have);
    this.raw = target;
    this.#base += from;
    this.#have -= from;
    this.#next -= from;
  }
}
