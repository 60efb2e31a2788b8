import type { ByteSource } from '../lib/byte-source.ts';
import type { FileEntry, FileSet } from '../lib/file-set.ts';
import type { ArchiveSource, InputSource } from '../lib/input-source.ts';
import { archiveOf, isSysdiagnosePath, kindOfMember } from './members.ts';

/** More logs of one container are not read: it is no capture but a disk. */
const MOST_INPUTS = 2000;

export interface ContainerInputs {
  readonly inputs: readonly InputSource[];
  /** Files that say what the machine is, by their paths in `files`. */
  readonly facts: readonly FileEntry[];
  /** Logs that were left out because there are too many. */
  readonly leftOut: number;
}

export interface Folder {
  /** As the person gave it. */
  readonly name: string;
  readonly files: FileSet;
  /** Whether `name/path` is a file that can be read again later. */
  readonly isOnDisk: boolean;
}

/** The log archives, logs and reports of a folder or container, archives first, then by path. */
export function inputsOf(folder: Folder): ContainerInputs {
  const { files } = folder;
  const isSysdiagnose = files.files.some(({ path }) => isSysdiagnosePath(path));
  const archives = [...new Set(files.files.flatMap(({ path }) => archiveOf(path) ?? []))];
  const logs = files.files.filter(({ path }) => kindOfMember(path, isSysdiagnose) === 'input');
  return {
    inputs: [
      ...archives.map((inside) => archiveIn(folder, inside)),
      ...logs.slice(0, MOST_INPUTS).map((entry) => memberSource(folder, entry.path)),
    ],
    facts: files.files.filter(({ path }) => kindOfMember(path, isSysdiagnose) === 'facts'),
    leftOut: Math.max(0, logs.length - MOST_INPUTS),
  };
}

/** A sysdiagnose packs its members below a folder of its own name: that is not said twice. */
function nameIn({ name, isOnDisk }: Folder, path: string): string {
  const top = path.slice(0, path.indexOf('/') + 1);
  const isOwn = !isOnDisk && top !== '' && name.includes(top.slice(0, -1));
  return `${name}/${isOwn ? path.slice(top.length) : path}`;
}

function archiveIn(folder: Folder, inside: string): ArchiveSource {
  return {
    name: inside === '' ? folder.name : nameIn(folder, inside.slice(0, -1)),
    files: within(folder.files, inside),
    container: folder.name,
    isSeekable: false,
    close() {},
  };
}

/** The part of a set below a folder (with a slash behind it), as a set of its own. */
export function within(files: FileSet, folder: string): FileSet {
  const inside = ({ path, ...entry }: FileEntry): FileEntry => ({ ...entry, path: path.slice(folder.length) });
  return {
    files: files.files.filter(({ path }) => path.startsWith(folder)).map(inside),
    open: (path) => files.open(folder + path),
    beginning: (path) => files.beginning?.(folder + path),
    async *walk(wants) {
      for await (const file of files.walk((path) => path.startsWith(folder) && wants(path.slice(folder.length)))) {
        yield { ...file, path: file.path.slice(folder.length) };
      }
    },
  };
}

/** One member as an input. */
function memberSource(folder: Folder, path: string): ByteSource {
  const { files, isOnDisk } = folder;
  const name = nameIn(folder, path);
  const size = sizeOf(files, path);
  if (size === undefined) return walkedSource(folder, path);
  let position = 0;
  return {
    name,
    size,
    isSeekable: isOnDisk,
    container: folder.name,
    read(into, at, max) {
      const count = readOnce(files, path, into.subarray(at, at + max), position);
      position += count;
      return count;
    },
    peek: (into, from) => readOnce(files, path, into, from),
    close() {},
  };
}

/** Opens the file for one read: a sysdiagnose has more reports than a process may hold open files. */
function readOnce(files: FileSet, path: string, into: Buffer, position: number): number {
  const file = files.open(path);
  try {
    return file?.read(into, position) ?? 0;
  } finally {
    file?.close();
  }
}

function sizeOf(files: FileSet, path: string): number | undefined {
  const file = files.open(path);
  file?.close();
  return file?.size;
}

/** A member too large to be kept: the container is read up to it. */
function walkedSource(folder: Folder, path: string): ByteSource {
  const walk = folder.files.walk((each) => each === path);
  let file: Promise<IteratorResult<{ read: ByteSource['read'] }>> | undefined;
  return {
    name: nameIn(folder, path),
    size: undefined,
    isSeekable: false,
    container: folder.name,
    async read(into, at, max) {
      file ??= walk.next();
      const { value, done } = await file;
      return done === true ? 0 : value.read(into, at, max);
    },
    close() {
      void walk.return(undefined);
    },
  };
}
