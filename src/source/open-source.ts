import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { ByteSource } from '../lib/byte-source.ts';
import { directoryError, readError, systemCode } from './read-errors.ts';

const STDIN = 0;
/** How long an empty pipe that must not block is left alone before it is asked again, in ms: first and longest pause. */
const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 20;

/**
 * Opens a file, a named pipe, or standard input (`-`). Throws `UserError` (exit code 3) for what does not exist, may not
 * be read, or is a directory.
 */
export async function openSource(path: string): Promise<ByteSource> {
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
  return createSource(name, fd, stats, isStdin);
}

function createSource(name: string, fd: number, stats: Stats, isStdin: boolean): ByteSource {
  const isSeekable = stats.isFile() && !isStdin;
  let isClosed = false;
  return {
    name,
    size: stats.isFile() ? stats.size : undefined,
    isSeekable,
    read(into, at, max) {
      const count = readNow(name, fd, into, at, max);
      return count ?? readLater(name, fd, into, at, max);
    },
    ...(isSeekable ? { peek: (into, position) => readSync(fd, into, 0, into.length, position) } : {}),
    close() {
      if (isClosed) return;
      isClosed = true;
      if (!isStdin) closeSync(fd);
    },
  };
}

/** Undefined where a pipe that must not block holds nothing at the moment. */
function readNow(name: string, fd: number, into: Buffer, at: number, max: number): number | undefined {
  try {
    // A synchronous read costs a seventh of a stream's chunk, for files and pipes alike (performance.md, section 2).
    return readSync(fd, into, at, max, null);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EAGAIN') return undefined;
    // Windows reports the end of a pipe as an error.
    if (code === 'EOF') return 0;
    throw readError(name, error);
  }
}

async function readLater(name: string, fd: number, into: Buffer, at: number, max: number): Promise<number> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const count = readNow(name, fd, into, at, max);
    if (count !== undefined) return count;
  }
}
