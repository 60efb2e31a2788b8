import type { FileSet, StreamedFile } from '../../lib/file-set.ts';
import type { ArchiveSource } from '../../lib/input-source.ts';
import type { Micros } from '../../model/units.ts';
import type { InputHead } from '../zones.ts';
import { readCatalog } from './catalog.ts';
import { CATALOG, ChunkStream, HEADER } from './chunk-stream.ts';
import { type FileHeader, readHeader } from './header.ts';
import type { Timesync } from './timesync.ts';

const LIVE = 'logdata.LiveData.tracev3';
const MINUTE_US = 60_000_000;
/** Chunks in which a file's header and its first catalog stand. */
const LOOKED_AT = 4;

/**
 * What an archive says of its time without being read: the first chunkset that a catalog names, and the header of the live
 * buffers, which is written when the archive is made.
 */
export async function readArchiveHead(
  source: ArchiveSource,
  timesync: Timesync,
  isTrace: (path: string) => boolean,
): Promise<InputHead> {
  let first = Number.POSITIVE_INFINITY;
  let last: number | undefined;
  let offsetMinutes: number | undefined;
  const boots = new Set<string>();
  for await (const file of beginningsOf(source.files, isTrace)) {
    const stream = new ChunkStream(file);
    let header: FileHeader | undefined;
    for (let seen = 0; seen < LOOKED_AT && (await stream.next()); seen++) {
      if (stream.tag === HEADER) header = readHeader(stream.raw, stream.from, stream.to);
      if (stream.tag !== CATALOG || header === undefined) continue;
      const [note] = readCatalog(stream.raw, stream.from, stream.to).notes;
      if (note !== undefined) first = Math.min(first, timesync.clockOf(header).wall(note.start.low, note.start.high));
      break;
    }
    if (header !== undefined) boots.add(header.boot);
    offsetMinutes ??= header?.offsetMinutes;
    if (file.path.endsWith(LIVE)) last = header?.sync.micros;
  }
  const wall = (at: number | undefined): Micros | undefined =>
    at === undefined || !Number.isFinite(at) ? undefined : ((at + (offsetMinutes ?? 0) * MINUTE_US) as Micros);
  return {
    name: source.name,
    first: wall(first),
    last: last !== undefined && last >= first ? wall(last) : undefined,
    offsetMinutes,
    lack: undefined,
    boots: [...boots],
    container: source.container,
  };
}

/** The files' first bytes, where they were kept; else the files, which are left after a few chunks. */
async function* beginningsOf(files: FileSet, isTrace: (path: string) => boolean): AsyncGenerator<StreamedFile> {
  const traces = files.files.filter(({ path }) => isTrace(path));
  const kept = traces.flatMap((file) => {
    const bytes = files.beginning?.(file.path);
    return bytes === undefined ? [] : [{ ...file, read: reading(bytes) }];
  });
  if (kept.length === traces.length) yield* kept;
  else yield* files.walk(isTrace);
}

function reading(bytes: Buffer): StreamedFile['read'] {
  let position = 0;
  return (into, at, max) => {
    const count = bytes.copy(into, at, position, Math.min(bytes.length, position + max));
    position += count;
    return count;
  };
}
