import type { ByteSource } from '../lib/byte-source.ts';
import type { FileSet } from '../lib/file-set.ts';

/** One tracev3 file that comes packed or through a pipe: an archive of that file alone, without string tables. */
export function singleArchive(open: () => Promise<ByteSource>): FileSet {
  const path = 'logdata.tracev3';
  return {
    files: [{ path, size: 0 }],
    open: () => undefined,
    async *walk(wants) {
      if (!wants(path)) return;
      const source = await open();
      try {
        yield { path, size: source.size ?? 0, read: (into, at, max) => source.read(into, at, max) };
      } finally {
        source.close();
      }
    },
  };
}
