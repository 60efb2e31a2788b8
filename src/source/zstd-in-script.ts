import type { ByteSource } from '../lib/byte-source.ts';

const CHUNK_BYTES = 256 * 1024;

/** Unpacks Zstandard where Node does not do it itself (before 22.15). Its `read` throws what the library throws. */
export function zstdInScript(source: ByteSource): (into: Buffer, at: number, max: number) => Promise<number> {
  const ready: Buffer[] = [];
  let unpacker: { push(chunk: Uint8Array, final?: boolean): void } | undefined;
  let isOver = false;
  const feed = async (): Promise<void> => {
    if (unpacker === undefined) {
      const { Decompress } = await import('fzstd');
      unpacker = new Decompress((bytes) => ready.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
    }
    // The library keeps pieces of what it is given.
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const count = await source.read(chunk, 0, chunk.length);
    isOver = count === 0;
    unpacker.push(chunk.subarray(0, count), isOver);
  };
  return async (into, at, max) => {
    for (;;) {
      const [first] = ready;
      if (first === undefined) {
        if (isOver) return 0;
        await feed();
        continue;
      }
      const count = first.copy(into, at, 0, max);
      if (count < first.length) ready[0] = first.subarray(count);
      else ready.shift();
      if (count > 0) return count;
    }
  };
}
