import { closeSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileEntry, FileSet, RandomFile } from '../lib/file-set.ts';
import { readError } from './read-errors.ts';

/** Deeper folders are not looked into: a sysdiagnose nests six deep. */
const DEEPEST = 16;
/** More files than this are not listed: a large sysdiagnose holds some ten thousand. */
const MOST_FILES = 200_000;

/**
 * The regular files of a folder and what is below it. Symbolic links, devices and the AppleDouble files that a Mac leaves on
 * foreign disks (`._*`) are passed over. Throws `UserError` (exit code 3) where the folder itself cannot be read.
 */
export function folderFiles(folder: string): FileSet {
  const files = list(folder).sort((a, b) => (a.path < b.path ? -1 : 1));
  return filesIn(folder, files);
}

/** One file of a folder, whatever else stands beside it. */
export function fileAlone(path: string): FileSet {
  return filesIn(dirname(path), [{ path: basename(path), size: sizeOf(path) }]);
}

function filesIn(folder: string, files: readonly FileEntry[]): FileSet {
  const paths = new Set(files.map((file) => file.path));
  return {
    files,
    open: (path) => (paths.has(path) ? openAt(join(folder, path)) : undefined),
    async *walk(wants) {
      for (const file of files) {
        if (!wants(file.path)) continue;
        const open = openAt(join(folder, file.path));
        let position = 0;
        try {
          yield {
            ...file,
            read(into, at, max) {
              const count = open.read(into.subarray(at, at + max), position);
              position += count;
              return count;
            },
          };
        } finally {
          open.close();
        }
      }
    },
  };
}

function list(folder: string): FileEntry[] {
  const found: FileEntry[] = [];
  const look = (below: string, depth: number): void => {
    for (const entry of entriesOf(join(folder, below), depth === 0)) {
      if (found.length >= MOST_FILES || entry.name.startsWith('._')) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && depth < DEEPEST) look(path, depth + 1);
      else if (entry.isFile()) found.push({ path, size: sizeOf(join(folder, path)) });
    }
  };
  look('', 0);
  return found;
}

/** A folder below that may not be read costs only itself. */
function entriesOf(path: string, isTop: boolean): ReturnType<typeof readDirectory> {
  try {
    return readDirectory(path);
  } catch (error) {
    if (isTop) throw readError(path, error);
    return [];
  }
}

function readDirectory(path: string) {
  return readdirSync(path, { withFileTypes: true });
}

function sizeOf(path: string): number {
  try {
    return lstatSync(path).size;
  } catch {
    // It vanished since the folder was listed: reading it will say so.
    return 0;
  }
}

function openAt(path: string): RandomFile {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (error) {
    throw readError(path, error);
  }
  return {
    size: sizeOf(path),
    read(into, position) {
      try {
        return readSync(fd, into, 0, into.length, position);
      } catch (error) {
        throw readError(path, error);
      }
    },
    close: () => closeSync(fd),
  };
}
