import { closeSync, mkdtempSync, openSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Inputs that can all be read several times. */
export interface Spool {
  readonly inputs: readonly string[];
  release(): void;
}

/** A pipe can be read once only: what comes through it is put into a file that its owner alone can read, until `release`. */
export async function keepStandardInput(inputs: readonly string[]): Promise<Spool> {
  if (!inputs.includes('-')) return { inputs, release: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'necropsy-pipe-'));
  const file = join(folder, 'standard-input');
  const end = (): void => process.exit(130);
  const release = (): void => {
    process.off('exit', release).off('SIGINT', end).off('SIGTERM', end).off('SIGHUP', end);
    unlinkSync(file);
    rmdirSync(folder);
  };
  const fd = openSync(file, 'wx', 0o600);
  // What is private must not stay behind, however the run ends.
  process.on('exit', release).on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end);
  try {
    for await (const piece of process.stdin) writeWhole(fd, Buffer.from(piece));
  } catch (error) {
    release();
    throw error;
  } finally {
    closeSync(fd);
  }
  // From here on Ctrl-C ends the pass that runs.
  process.off('SIGINT', end);
  return { inputs: inputs.map((input) => (input === '-' ? file : input)), release };
}

function writeWhole(fd: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}
