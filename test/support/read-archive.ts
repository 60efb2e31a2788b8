import type { TimeWindow } from '../../src/decode/input-reader.ts';
import { type OriginParts, OriginTable } from '../../src/decode/origin-table.ts';
import { ArchiveReader } from '../../src/decode/tracev3/archive-reader.ts';
import type { SorterSizes } from '../../src/decode/tracev3/record-sorter.ts';
import type { FileSet } from '../../src/lib/file-set.ts';
import type { Origin } from '../../src/model/log-record.ts';
import type { InputIndex } from '../../src/model/units.ts';
import type { Want } from '../../src/model/want.ts';
import { drain, type ReadResult } from './read-records.ts';

export interface ArchiveOptions {
  readonly gate?: (origin: Origin) => Want;
  readonly mayWant?: (parts: OriginParts) => boolean;
  readonly window?: TimeWindow;
  readonly sizes?: SorterSizes;
}

/** Reads a whole archive, all records wanted unless the gate says otherwise. */
export async function readArchive(files: FileSet, options: ArchiveOptions = {}): Promise<ReadResult> {
  const origins = new OriginTable(options.gate ?? (() => 'all'), options.mayWant);
  const reader = new ArchiveReader(
    { name: 'test.logarchive', files, isSeekable: false, close() {} },
    { origins, index: 0 as InputIndex, ...(options.window === undefined ? {} : { window: options.window }) },
    options.sizes,
  );
  const records = await drain(reader);
  return { records, summary: reader.summary(), problems: reader.problems() };
}

/** A set of files in memory, handed out in small pieces. */
export function memoryFiles(contents: Readonly<Record<string, Buffer>>, piece = 100_000): FileSet {
  const files = Object.entries(contents)
    .map(([path, bytes]) => ({ path, size: bytes.length }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    files,
    open(path) {
      const bytes = contents[path];
      if (bytes === undefined) return undefined;
      return { size: bytes.length, read: (into, position) => bytes.copy(into, 0, position), close() {} };
    },
    async *walk(wants) {
      for (const file of files) {
        const bytes = contents[file.path];
        if (bytes === undefined || !wants(file.path)) continue;
        let position = 0;
        yield {
          ...file,
          read(into, at, max) {
            const count = bytes.copy(into, at, position, Math.min(bytes.length, position + Math.min(max, piece)));
            position += count;
            return count;
          },
        };
      }
    },
  };
}
