import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { ByteSource } from '../lib/byte-source.ts';
import { directoryError, readError } from './read-errors.ts';
import { pipeReader, readNow } from './read-pipe.ts';

const STDIN = 0;

/**
 * Opens a file, a named pipe, or standard input (`-`). Throws `UserError` (exit code 3) for what does not exist, may not
 * be read, or is a directory. An aborted signal ends an input that is being waited for.
 */
export async function openSource(path: string, signal?: AbortSignal): Promise<ByteSource> {
  const isStdin = path === '-';
  const name = isStdin ? 'stdin' : path;
  let fd = STDIN;
  let stats: Stats;
  try {
    if (!isStdin) fd = openSync(path, 'r');
    stats = fstatSync(fd);
  } catch (error) {
    throw readError(name, error);
  }
  if (stats.isDirectory()) {
    if (!isStdin) closeSync(fd);
    throw directoryError(name);
  }
  const isFile = stats.isFile();
  const isSeekable = isFile && !isStdin;
  let isClosed = false;
  return {
    name,
    size: isFile ? stats.size : undefined,
    isSeekable,
    read: isFile ? (into, at, max) => readNow(name, fd, into, at, max) ?? 0 : pipeReader(name, fd, signal),
    ...(isSeekable ? { peek: (into: Buffer, position: number) => readSync(fd, into, 0, into.length, position) } : {}),
    close() {
      if (isClosed) return;
      isClosed = true;
      if (!isStdin) closeSync(fd);
    },
  };
}
