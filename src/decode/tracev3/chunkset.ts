import { decompressBlock, LZ4_DAMAGED } from './lz4.ts';
import { type RawBytes, rawBytes } from './raw-bytes.ts';

const COMPRESSED = 0x3134_7662; // bv41
const STORED = 0x2d34_7662; // bv4-
const END = 0x2434_7662; // bv4$

/** Larger ones are taken for damage: none above 65,536 bytes has been seen. */
const MAX_CHUNKSET_BYTES = 16 * 1024 * 1024;
/** LZ4 makes at most 255 bytes out of one. */
export const MAX_LZ4_RATIO = 255;

/** Decompresses chunksets, one after another, into one buffer that is used again. */
export class Chunkset {
  raw: RawBytes = rawBytes(Buffer.allocUnsafeSlow(256 * 1024));
  /** Bytes of the chunkset in `raw`. */
  length = 0;

  /** False where a part could not be decompressed; what came before it is there. Source: Apple's LZ4 frames. */
  load({ bytes, view }: RawBytes, from: number, end: number): boolean {
    this.length = 0;
    let at = from;
    while (end - at >= 4) {
      const magic = view.getUint32(at, true);
      if (magic === END) return true;
      const head = magic === COMPRESSED ? 12 : 8;
      if ((magic !== COMPRESSED && magic !== STORED) || end - at < head) return false;
      const rawLength = view.getUint32(at + 4, true);
      const length = magic === COMPRESSED ? view.getUint32(at + 8, true) : rawLength;
      at += head;
      if (length > end - at || !this.#reserve(rawLength, length)) return false;
      const limit = this.length + rawLength;
      if (magic === STORED) this.length += bytes.copy(this.raw.bytes, this.length, at, at + length);
      else {
        const to = decompressBlock(bytes, at, at + length, this.raw.bytes, this.length, limit);
        if (to !== LZ4_DAMAGED) this.length = to;
      }
      if (this.length !== limit) return false;
      at += length;
    }
    return false;
  }

  /** Never more than the compressed bytes can hold, whatever the frame says. */
  #reserve(rawLength: number, length: number): boolean {
    const needed = this.length + rawLength;
    if (needed > MAX_CHUNKSET_BYTES || rawLength > (length + 1) * MAX_LZ4_RATIO) return false;
    if (needed <= this.raw.bytes.length) return true;
    const larger = rawBytes(Buffer.allocUnsafeSlow(Math.max(needed, this.raw.bytes.length * 2)));
    this.raw.bytes.copy(larger.bytes, 0, 0, this.length);
    this.raw = larger;
    return true;
  }
}
