import { dirname, relative, resolve, sep } from 'node:path';
import type { ByteSource } from '../lib/byte-source.ts';
import type { FileSet } from '../lib/file-set.ts';
import { type Container, openContainer } from './container.ts';
import { fileAlone, folderFiles } from './folder-files.ts';
import { type LookedAt, lookAhead } from './look-ahead.ts';
import { whatIsKept } from './members.ts';
import { contentsOf } from './open-folder.ts';
import type { OpenedPath } from './opened-path.ts';
import { type Packing, packingOf } from './packing.ts';
import { Recorder } from './recorder.ts';
import { singleArchive } from './single-archive.ts';
import { unpack } from './unpack.ts';

/** Packed in more layers than this, it is left as it is: the decoder says what it found. */
const MOST_LAYERS = 4;

/** Takes one layer of packing off after the other. */
export class Unpacking {
  readonly #name: string;
  /** Opens the outermost bytes again; undefined for a pipe, whose recorder does it. */
  readonly #again: (() => Promise<ByteSource>) | undefined;
  #recorder: Recorder | undefined;
  readonly #layers: ('gzip' | 'zstd')[] = [];

  constructor(raw: ByteSource, again: () => Promise<ByteSource>) {
    this.#name = raw.name;
    this.#again = raw.isSeekable ? again : undefined;
  }

  async open(outermost: LookedAt): Promise<OpenedPath> {
    let looked = outermost;
    if (this.#again === undefined) {
      this.#recorder = new Recorder(outermost.source);
      looked = { ...outermost, source: this.#recorder.source };
    }
    for (;;) {
      const packing = packingOf(looked.head);
      if ((packing === 'gzip' || packing === 'zstd') && this.#layers.length < MOST_LAYERS) {
        const again = this.#again === undefined ? undefined : opener(this.#again, this.#layers);
        this.#layers.push(packing);
        looked = await this.#lookInto(unpack(looked.source, packing, again), looked.source);
      } else if (packing === 'tar' || packing === 'zip' || packing === 'tracev3') {
        looked.source.close();
        return this.#openContainer(packing);
      } else {
        this.#recorder?.forget();
        return { inputs: [looked.source], problems: [] };
      }
    }
  }

  /** Data so damaged that its first bytes cannot be unpacked are an input whose reading fails. */
  async #lookInto(inner: ByteSource, outer: ByteSource): Promise<LookedAt> {
    try {
      return await lookAhead(inner);
    } catch (error) {
      outer.close();
      throw error;
    }
  }

  async #openContainer(packing: Extract<Packing, 'tar' | 'zip' | 'tracev3'>): Promise<OpenedPath> {
    let reopen = await this.#reopener();
    if (packing === 'zip' && this.#layers.length > 0) {
      // A zip's directory stands at its end: it has to be read at any place.
      const inMemory = await new Recorder(await reopen()).whole();
      reopen = async () => inMemory();
    }
    if (packing === 'tracev3') return this.#openTracev3(reopen);
    const members = await readerOf(packing);
    const container: Container = await openContainer({
      name: this.#name,
      keeps: whatIsKept,
      async *members(wants, say) {
        yield* members(await reopen(), wants, say);
      },
    });
    return contentsOf({ name: this.#name, files: container.files, isOnDisk: false }, container.problems);
  }

  /** A file of a log archive alone: where it still stands in its archive, the strings are taken from there. */
  async #openTracev3(reopen: () => Promise<ByteSource>): Promise<OpenedPath> {
    const name = this.#name;
    const isFile = this.#layers.length === 0 && this.#again !== undefined;
    const files: FileSet = isFile ? aroundOf(name) : singleArchive(reopen);
    return { inputs: [{ name, files, isSeekable: false, close() {} }], problems: [] };
  }

  /** Opens the innermost bytes again from their beginning. */
  async #reopener(): Promise<() => Promise<ByteSource>> {
    const outermost = this.#again ?? (await this.#recorder?.whole());
    if (outermost === undefined) throw new Error('a source is a file or recorded');
    return opener(outermost, this.#layers);
  }
}

/** Opens the outermost bytes and takes these layers off. */
function opener(
  outermost: () => Promise<ByteSource> | ByteSource,
  layers: readonly ('gzip' | 'zstd')[],
): () => Promise<ByteSource> {
  const all = [...layers];
  return async () => {
    let source = await outermost();
    for (const layer of all) source = unpack(source, layer);
    return source;
  };
}

/** What reads a container is loaded when one comes. */
async function readerOf(packing: 'tar' | 'zip') {
  if (packing === 'tar') return (await import('./tar-members.ts')).tarMembers;
  return (await import('./zip-members.ts')).zipMembers;
}

/** A tracev3 file with the string tables of the archive around it, if there is one. */
function aroundOf(path: string): FileSet {
  const whole = resolve(path);
  for (const folder of [dirname(whole), dirname(dirname(whole))]) {
    if (!folder.endsWith('.logarchive')) continue;
    const own = relative(folder, whole).split(sep).join('/');
    return narrowed(folderFiles(folder), (each) => each === own || !each.endsWith('.tracev3'));
  }
  return fileAlone(path);
}

function narrowed(files: FileSet, isIn: (path: string) => boolean): FileSet {
  return {
    files: files.files.filter(({ path }) => isIn(path)),
    open: (path) => (isIn(path) ? files.open(path) : undefined),
    walk: (wants) => files.walk((path) => isIn(path) && wants(path)),
  };
}
