import { read, readSync } from 'node:fs';
import { readError, systemCode } from './read-errors.ts';

/** How long an empty pipe that must not block is left alone before it is asked again, in ms: first and longest pause. */
const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 20;
/** What a full pipe yields on Linux and macOS: its writer is faster than we are, and the next read will not wait. */
const FULL_PIPE_BYTES = 65_536;

export type PipeRead = (into: Buffer, at: number, max: number) => number | Promise<number>;

/**
 * Reads of a pipe. Synchronous while the pipe is full, which costs a third of an asynchronous read; asynchronous where the
 * read may have to wait, so that a signal gets through. An aborted signal ends the input.
 */
export function pipeReader(name: string, fd: number, signal: AbortSignal | undefined): PipeRead {
  let isFull = false;
  const keep = (count: number): number => {
    isFull = count >= FULL_PIPE_BYTES;
    return count;
  };
  return (into, at, max) => {
    if (signal?.aborted === true) return 0;
    const count = isFull ? readNow(name, fd, into, at, max) : undefined;
    if (count !== undefined) return keep(count);
    return readLater({ name, fd, into, at, max, signal }).then(keep);
  };
}

/** Undefined where a pipe that must not block holds nothing at the moment. */
export function readNow(name: string, fd: number, into: Buffer, at: number, max: number): number | undefined {
  try {
    return readSync(fd, into, at, max, null);
  } catch (error) {
    return emptyOrEnd(name, error);
  }
}

interface Request {
  readonly name: string;
  readonly fd: number;
  readonly into: Buffer;
  readonly at: number;
  readonly max: number;
  readonly signal: AbortSignal | undefined;
}

async function readLater(request: Request): Promise<number> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const count = await readOnce(request);
    if (count !== undefined) return count;
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (request.signal?.aborted === true) return 0;
  }
}

function readOnce({ name, fd, into, at, max, signal }: Request): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(0);
    signal?.addEventListener('abort', stop, { once: true });
    read(fd, into, at, max, null, (error, count) => {
      signal?.removeEventListener('abort', stop);
      if (error === null) return resolve(count);
      try {
        resolve(emptyOrEnd(name, error));
      } catch (refused) {
        reject(refused);
      }
    });
  });
}

/** Undefined: nothing there now; 0: the end, which Windows reports as an error. Everything else is thrown. */
function emptyOrEnd(name: string, error: unknown): number | undefined {
  const code = systemCode(error);
  if (code === 'EAGAIN') return undefined;
  if (code === 'EOF') return 0;
  throw readError(name, error);
}
