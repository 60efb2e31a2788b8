import type { FileSet } from '../lib/file-set.ts';
import { type InputSource, isArchive } from '../lib/input-source.ts';

/** Told of every read: bytes of all inputs so far, and how many there will be, where that is known. */
export type OnRead = (bytes: number, total: number | undefined) => void;

/** The same sources, watched while they are read. An archive may be gone through more than once: then the total is passed. */
export function countReads(sources: readonly InputSource[], onRead: OnRead | undefined): readonly InputSource[] {
  if (onRead === undefined) return sources;
  const sizes = sources.map(sizeOf);
  const total = sizes.every((size) => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
  let bytes = 0;
  const seen = (count: number): number => {
    bytes += count;
    onRead(bytes, total);
    return count;
  };
  return sources.map((source) => {
    if (isArchive(source)) return { ...source, files: watched(source.files, seen) };
    return {
      ...source,
      read: (into: Buffer, at: number, max: number) => {
        const answer = source.read(into, at, max);
        return typeof answer === 'number' ? seen(answer) : answer.then(seen);
      },
    };
  });
}

/** What has to be read of it, in bytes: of an archive its records, not its strings. */
function sizeOf(source: InputSource): number | undefined {
  if (!isArchive(source)) return source.size;
  const traces = source.files.files.filter(({ path }) => path.endsWith('.tracev3'));
  return traces.reduce((sum, { size }) => sum + size, 0);
}

function watched(files: FileSet, seen: (count: number) => number): FileSet {
  return {
    ...files,
    async *walk(wants) {
      for await (const file of files.walk(wants)) {
        yield {
          ...file,
          read: (into, at, max) => {
            const answer = file.read(into, at, max);
            return typeof answer === 'number' ? seen(answer) : answer.then(seen);
          },
        };
      }
    },
  };
}
