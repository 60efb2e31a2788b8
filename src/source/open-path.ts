import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { ByteSource } from '../lib/byte-source.ts';
import { UserError } from '../lib/errors.ts';
import type { FileSet } from '../lib/file-set.ts';
import type { InputSource, MachineSource } from '../lib/input-source.ts';
import type { Problem } from '../model/input.ts';
import { type Container, openContainer } from './container.ts';
import { type Folder, inputsOf } from './container-inputs.ts';
import { fileAlone, folderFiles } from './folder-files.ts';
import { lookAhead } from './look-ahead.ts';
import { isKept } from './members.ts';
import { openSource } from './open-source.ts';
import { type Packing, packingOf } from './packing.ts';
import { readError } from './read-errors.ts';
import { Recorder } from './recorder.ts';
import { singleArchive } from './single-archive.ts';
import { unpack } from './unpack.ts';

export interface OpenedPath {
  readonly inputs: readonly InputSource[];
  /** Where the path is a folder or container. */
  readonly machine?: MachineSource;
  readonly problems: readonly Problem[];
}

/** Packed in more layers than this, it is left as it is: the decoder says what it found. */
const MOST_LAYERS = 4;

/**
 * Everything of a path that is an input: a file or pipe itself, what is packed in it, the log archives and reports of a
 * folder, tar or zip. What it is, is told by its content. Throws `UserError` (exit code 3) where nothing can be read.
 */
export async function openPath(path: string, signal?: AbortSignal): Promise<OpenedPath> {
  if (path !== '-' && isDirectory(path)) return openFolder(path);
  const raw = await openSource(path, signal);
  if (raw.isSeekable) return new Unpacking(raw.name, () => openSource(path, signal)).open(raw);
  const recorder = new Recorder(raw);
  return new Unpacking(raw.name, undefined, recorder).open(recorder.source);
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw readError(path, error);
  }
}

function openFolder(path: string): OpenedPath {
  const files = folderFiles(path);
  if (files.files.some((file) => /^timesync\/[^/]+\.timesync$|^[^/]+\.tracev3$/.test(file.path)))
    return { inputs: [{ name: path, files, isSeekable: false, close() {} }], problems: [] };
  return contentsOf({ name: path, files, isOnDisk: true }, []);
}

function contentsOf(folder: Folder, problems: readonly Problem[]): OpenedPath {
  const { inputs, facts, leftOut } = inputsOf(folder);
  const { name, files } = folder;
  if (inputs.length === 0 && facts.length === 0) {
    const what = folder.isOnDisk ? 'a folder' : 'a container';
    throw new UserError(`${name} is ${what} without a log in it (${files.files.length} files)`, {
      exitCode: 3,
      hint: 'expected a log archive, a sysdiagnose, or files that end in .log, .txt, .ndjson, .json, .csv, .ips or .crash',
    });
  }
  const message = 'logs of one container beyond the first 2,000; they are left out';
  const more: Problem[] =
    leftOut === 0 ? [] : [{ code: 'container-damaged', count: leftOut, message, example: { input: name } }];
  return { inputs, machine: { name, files, facts }, problems: [...problems, ...more] };
}

/** Takes one layer of packing off after the other. */
class Unpacking {
  readonly #name: string;
  /** Opens the outermost bytes again; undefined for a pipe, whose recorder does it. */
  readonly #again: (() => Promise<ByteSource>) | undefined;
  readonly #recorder: Recorder | undefined;
  readonly #layers: ('gzip' | 'zstd')[] = [];

  constructor(name: string, again: (() => Promise<ByteSource>) | undefined, recorder?: Recorder) {
    this.#name = name;
    this.#again = again;
    this.#recorder = recorder;
  }

  async open(outer: ByteSource): Promise<OpenedPath> {
    let looked = await lookAhead(outer);
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
  async #lookInto(inner: ByteSource, outer: ByteSource): Promise<Awaited<ReturnType<typeof lookAhead>>> {
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
      keeps: isKept,
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
