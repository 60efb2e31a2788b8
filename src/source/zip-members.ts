import { Readable } from 'node:stream';
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import type { ByteSource } from '../lib/byte-source.ts';
import { UserError } from '../lib/errors.ts';
import type { Member, Say } from './container.ts';
import { isAppleDouble, memberPath } from './member-path.ts';

const BLOCK_BYTES = 256 * 1024;
/** A link, as Unix writes it into the upper half of a member's attributes. */
const LINK_MODE = 0o120000;
const KIND_MASK = 0o170000;

/** The regular files of a zip archive that `wants` names. One that is encrypted, damaged or badly named costs only itself. */
export async function* zipMembers(
  source: ByteSource,
  wants: (path: string) => boolean,
  say: Say,
): AsyncGenerator<Member> {
  try {
    const zip = await directoryOf(source, say);
    if (zip === undefined) return;
    for (;;) {
      const entry = await nextEntry(zip, say);
      if (entry === undefined) return;
      const path = pathOf(entry, say);
      if (path === undefined || !wants(path)) continue;
      yield* member(zip, entry, path, say);
    }
  } finally {
    source.close();
  }
}

async function directoryOf(source: ByteSource, say: Say): Promise<ZipFile | undefined> {
  try {
    return await fromRandomAccessReaderPromise(new PeekReader(source), source.size ?? 0, {
      lazyEntries: true,
      decodeStrings: false,
      autoClose: false,
    });
  } catch (error) {
    if (error instanceof UserError) throw error;
    say('container-damaged', 'the zip archive has no readable directory at its end: it is cut short or damaged', '');
    return undefined;
  }
}

function nextEntry(zip: ZipFile, say: Say): Promise<Entry | undefined> {
  return new Promise((resolve) => {
    const done = (entry: Entry | undefined): void => {
      zip.removeAllListeners();
      resolve(entry);
    };
    zip.once('entry', done);
    zip.once('end', () => done(undefined));
    zip.once('error', () => {
      say('container-damaged', 'the directory of the zip archive is damaged; what stands before is read', '');
      done(undefined);
    });
    zip.readEntry();
  });
}

function pathOf(entry: Entry, say: Say): string | undefined {
  const name = nameOf(entry);
  if (name.endsWith('/')) return undefined;
  const path = memberPath(name);
  if (path === undefined)
    say('member-refused', 'members whose names point out of the archive, which are passed over', name);
  else if (((entry.externalFileAttributes >>> 16) & KIND_MASK) === LINK_MODE) {
    say('member-refused', 'links, devices and the like, which are passed over', name);
    return undefined;
  } else if (entry.isEncrypted()) {
    say('member-refused', 'encrypted members, which are passed over: unpack them first', name);
    return undefined;
  }
  return path === undefined || isAppleDouble(path) ? undefined : path;
}

function nameOf(entry: Entry): string {
  // Not decoded by the library, which would give up the whole archive for one bad name.
  const raw: unknown = entry.fileNameRaw;
  if (!(raw instanceof Buffer)) return '';
  return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
}

async function* member(zip: ZipFile, entry: Entry, path: string, say: Say): AsyncGenerator<Member> {
  const damaged = (): void =>
    say('container-damaged', 'members that cannot be unpacked; what came of them is used', path);
  let stream: Readable;
  try {
    stream = await zip.openReadStreamPromise(entry);
  } catch {
    damaged();
    return;
  }
  const pieces: AsyncIterator<unknown> = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  let isOver = false;
  try {
    yield {
      path,
      size: entry.uncompressedSize,
      async read(into, at, max) {
        while (rest.length === 0 && !isOver) {
          try {
            const piece = await pieces.next();
            isOver = piece.done === true;
            if (piece.value instanceof Buffer) rest = piece.value;
          } catch {
            isOver = true;
            damaged();
          }
        }
        const count = rest.copy(into, at, 0, max);
        rest = rest.subarray(count);
        return count;
      },
    };
  } finally {
    stream.destroy();
  }
}

/** Lets the library read a source at any place. */
class PeekReader extends RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(pieces(this.#source, start, end));
  }
}

function* pieces(source: ByteSource, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; ) {
    const block = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, end - at));
    const count = source.peek?.(block, at) ?? 0;
    if (count === 0) return;
    yield block.subarray(0, count);
    at += count;
  }
}
