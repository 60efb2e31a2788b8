import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RandomFile, StreamedFile } from '../lib/file-set.ts';

const BLOCK_BYTES = 64 * 1024;
/** Smaller blocks are kept as they are. */
const WORTH_PACKING = 512;
/** Unpacked blocks at hand: string tables are looked into at a few places again and again. */
const AT_HAND = 48;

interface Block {
  readonly bytes: Buffer;
  readonly isPacked: boolean;
}

/**
 * A file of a container that cannot be read at a place, kept in memory: packed block by block, so that a shared cache's
 * strings take a quarter of their size, and any block can be unpacked alone.
 */
export class KeptFile implements RandomFile {
  readonly size: number;
  /** Bytes of memory that it takes. */
  readonly weight: number;
  readonly #blocks: readonly Block[];
  readonly #atHand = new Map<number, Buffer>();

  private constructor(blocks: readonly Block[], size: number) {
    this.#blocks = blocks;
    this.size = size;
    this.weight = blocks.reduce((sum, block) => sum + block.bytes.length, 0);
  }

  /** Reads a file to its end. What it throws is the file's. */
  static async from(file: StreamedFile): Promise<KeptFile> {
    const blocks: Block[] = [];
    const block = Buffer.allocUnsafe(BLOCK_BYTES);
    let have = 0;
    let size = 0;
    for (;;) {
      const count = await file.read(block, have, block.length - have);
      have += count;
      size += count;
      if (count > 0 && have < block.length) continue;
      if (have > 0) blocks.push(packed(block.subarray(0, have)));
      have = 0;
      if (count === 0) return new KeptFile(blocks, size);
    }
  }

  read(into: Buffer, position: number): number {
    let done = 0;
    while (done < into.length && position + done < this.size) {
      const at = position + done;
      const block = this.#block(Math.floor(at / BLOCK_BYTES));
      const count = block.copy(into, done, at % BLOCK_BYTES);
      if (count === 0) break;
      done += count;
    }
    return done;
  }

  close(): void {}

  #block(index: number): Buffer {
    const known = this.#atHand.get(index);
    if (known !== undefined) return known;
    const { bytes, isPacked } = this.#blocks[index] ?? { bytes: Buffer.alloc(0), isPacked: false };
    if (!isPacked) return bytes;
    const block = inflateRawSync(bytes, { maxOutputLength: BLOCK_BYTES });
    if (this.#atHand.size >= AT_HAND) this.#atHand.delete(this.#atHand.keys().next().value ?? index);
    this.#atHand.set(index, block);
    return block;
  }
}

/** The buffer behind `bytes` is used again by the caller. */
function packed(bytes: Buffer): Block {
  if (bytes.length < WORTH_PACKING) return { bytes: Buffer.from(bytes), isPacked: false };
  const smaller = deflateRawSync(bytes, { level: constants.Z_BEST_SPEED });
  if (smaller.length >= bytes.length) return { bytes: Buffer.from(bytes), isPacked: false };
  return { bytes: Buffer.from(smaller), isPacked: true };
}
