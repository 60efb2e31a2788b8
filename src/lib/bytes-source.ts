import type { ByteSource } from './byte-source.ts';

/** Bytes in memory as an input; `chunk` says how many the n-th read yields. */
export function bytesSource(bytes: Buffer, chunk: (read: number) => number = () => bytes.length): ByteSource {
  let position = 0;
  let reads = 0;
  return {
    name: 'log',
    size: undefined,
    isSeekable: false,
    read(into, at, max) {
      const end = Math.min(bytes.length, position + Math.min(max, Math.max(1, chunk(reads))));
      reads += 1;
      const count = bytes.copy(into, at, position, end);
      position += count;
      return count;
    },
    close() {},
  };
}
