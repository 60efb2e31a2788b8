import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/model/report.ts';

const BIN = new URL('../../bin/run.js', import.meta.url).pathname;

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Written to standard input, which is then closed; left out, standard input is empty. */
  readonly stdin?: Buffer | string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with every piece of stdout; may end the run. */
  readonly onStdout?: (kill: (signal: NodeJS.Signals) => void) => void;
  /** Sends this signal so many ms after the start. */
  readonly signalAfter?: { readonly signal: NodeJS.Signals; readonly ms: number };
  /** Keeps standard input open instead of closing it. */
  readonly holdStdin?: boolean;
}

/** Runs the built program as a person would. */
export function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', ...options.env };
    const child = spawn(process.execPath, [BIN, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => {
      out.push(piece);
      options.onStdout?.((signal) => child.kill(signal));
    });
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    child.on('error', reject);
    // A program that refuses its input closes the pipe while it is still being written.
    child.stdin.on('error', () => {});
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') }),
    );
    if (options.signalAfter !== undefined)
      setTimeout(() => child.kill(options.signalAfter?.signal), options.signalAfter.ms);
    if (options.holdStdin === true) child.stdin.write(options.stdin ?? '');
    else child.stdin.end(options.stdin ?? '');
  });
}

/** The report of a run with `--format json`. */
export async function reportOf(inputs: readonly string[], options: RunOptions = {}): Promise<Report> {
  const { stdout, stderr, code } = await runCli(['analyze', ...inputs, '--format', 'json'], options);
  if (stdout === '') throw new Error(`no report, exit ${code}: ${stderr}`);
  return JSON.parse(stdout);
}

/** A file of this content in a directory of its own. */
export function fileOf(name: string, content: Buffer | string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'necropsy-')), name);
  writeFileSync(path, content);
  return path;
}
