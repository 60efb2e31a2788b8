import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = join(ROOT, 'bin', 'run.js');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Written to standard input, which is empty otherwise. */
  readonly input?: string | Iterable<string | Buffer>;
}

/** The program as it ships, started as a person starts it, with none of this machine's colour settings. */
export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { FORCE_COLOR: _, NO_COLOR: __, NODE_ENV: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...inherited, ...options.env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // The program may end before it has read everything.
  child.stdin.on('error', () => undefined);
  void feed(child.stdin, options.input ?? '');
  const code = await new Promise<number | null>((done, failed) => child.on('error', failed).on('close', done));
  return { code, stdout, stderr };
}

async function feed(stdin: NodeJS.WritableStream, input: string | Iterable<string | Buffer>): Promise<void> {
  for (const chunk of typeof input === 'string' ? [input] : input) {
    if (!stdin.writable) return;
    if (!stdin.write(chunk)) await new Promise((done) => stdin.once('drain', done));
  }
  stdin.end();
}
