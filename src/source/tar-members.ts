import type { Parser, ReadEntry } from 'tar';
import type { ByteSource } from '../lib/byte-source.ts';
import { UserError } from '../lib/errors.ts';
import type { Member, Say } from './container.ts';
import { isAppleDouble, memberPath } from './member-path.ts';

const BLOCK_BYTES = 256 * 1024;

/** What the parser has found in the block that it was given, in its order. */
type Found =
  | { readonly kind: 'member'; readonly path: string; readonly size: number }
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'end' };

/**
 * The regular files of a tar archive that `wants` names, as they come. An archive that ends early, or is damaged, ends the
 * row; links, devices and members whose names point out of the archive are passed over, and said.
 */
export async function* tarMembers(
  source: ByteSource,
  wants: (path: string) => boolean,
  say: Say,
): AsyncGenerator<Member> {
  const stream = new TarStream(source, wants, say);
  try {
    await stream.begin();
    for (;;) {
      const next = await stream.next();
      if (next === undefined) return;
      if (next.kind !== 'member') continue;
      let rest: Buffer = Buffer.alloc(0);
      let isOver = false;
      yield {
        path: next.path,
        size: next.size,
        async read(into, at, max) {
          while (rest.length === 0 && !isOver) {
            const piece = await stream.nextOfMember();
            if (piece === undefined) isOver = true;
            else rest = piece;
          }
          const count = rest.copy(into, at, 0, max);
          rest = rest.subarray(count);
          return count;
        },
      };
    }
  } finally {
    source.close();
  }
}

class TarStream {
  readonly #source: ByteSource;
  readonly #wants: (path: string) => boolean;
  readonly #say: Say;
  readonly #found: Found[] = [];
  #position = 0;
  #parser: Parser | undefined;
  #isEnd = false;
  #isOpen = false;

  constructor(source: ByteSource, wants: (path: string) => boolean, say: Say) {
    this.#source = source;
    this.#wants = wants;
    this.#say = say;
  }

  async begin(): Promise<void> {
    const { Parser } = await import('tar');
    this.#parser = new Parser({
      filter: (path, entry) => this.#admits(path, 'type' in entry ? entry.type : ''),
      onReadEntry: (entry) => this.#take(entry),
      onwarn: (code, message) => this.#warn(code, String(message)),
    });
  }

  async next(): Promise<Found | undefined> {
    while (this.#position >= this.#found.length) {
      if (this.#isEnd) return undefined;
      this.#found.length = 0;
      this.#position = 0;
      await this.#read();
    }
    const found = this.#found[this.#position];
    this.#position += 1;
    return found;
  }

  /** The next bytes of the member that is being read; undefined at its end. Never goes over to another member. */
  async nextOfMember(): Promise<Buffer | undefined> {
    const found = await this.next();
    if (found?.kind === 'bytes') return found.bytes;
    if (found?.kind === 'member') this.#position -= 1;
    return undefined;
  }

  async #read(): Promise<void> {
    // The parser keeps pieces of what it is given.
    const block = Buffer.allocUnsafe(BLOCK_BYTES);
    let count = 0;
    try {
      count = await this.#source.read(block, 0, block.length);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#say('container-damaged', `${error.message}; what came before is used`, '');
    }
    if (count > 0) {
      this.#parser?.write(block.subarray(0, count));
      return;
    }
    this.#isEnd = true;
    if (this.#isOpen) this.#say('container-damaged', 'the tar archive ends in the middle of a member', '');
    this.#parser?.end();
  }

  #admits(name: string, type: string): boolean {
    if (type !== 'File' && type !== 'OldFile' && type !== 'ContiguousFile') {
      if (type !== 'Directory' && type !== 'GNUDumpDir')
        this.#say('member-refused', 'links, devices and the like, which are passed over', name);
      return false;
    }
    const path = memberPath(name);
    if (path === undefined) {
      this.#say('member-refused', 'members whose names point out of the archive, which are passed over', name);
      return false;
    }
    return !isAppleDouble(path) && this.#wants(path);
  }

  #take(entry: ReadEntry): void {
    const path = memberPath(entry.path);
    if (path === undefined) {
      entry.resume();
      return;
    }
    this.#isOpen = true;
    this.#found.push({ kind: 'member', path, size: entry.size });
    entry.on('data', (bytes) => this.#found.push({ kind: 'bytes', bytes }));
    entry.on('end', () => {
      this.#isOpen = false;
      this.#found.push({ kind: 'end' });
    });
  }

  #warn(code: string, message: string): void {
    if (code === 'TAR_ENTRY_INVALID' || code === 'TAR_BAD_ARCHIVE' || code === 'TAR_ABORT')
      this.#say(
        'container-damaged',
        'damaged headers in the tar archive; what can be told from the rest is read',
        message,
      );
  }
}
