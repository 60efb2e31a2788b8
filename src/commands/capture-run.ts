import { closeSync, openSync } from 'node:fs';
import { describeError } from '../lib/describe-error.ts';
import { UserError } from '../lib/errors.ts';
import { planOf } from './capture-plan-run.ts';
import { note } from './output.ts';
import { type ReportFlags, type ReportProgram, runReport } from './report-run.ts';
import type { SymptomFlags } from './symptom-flags.ts';

export interface CaptureRunFlags extends SymptomFlags, ReportFlags {
  readonly last?: string | undefined;
  readonly archive: boolean;
  readonly save?: string | undefined;
}

/** What runs it: given, so that it can be tried where there is no Mac. */
export interface Recorder {
  readonly platform: string;
  readonly log: string;
  readonly sudo: readonly string[];
}

const THIS: Recorder = { platform: process.platform, log: '/usr/bin/log', sudo: ['/usr/bin/sudo'] };

/** Records, then analyses. Throws `UserError` (exit code 2) where this is no Mac, nothing is there to record, or a file is in the way. */
export async function runCapture(flags: CaptureRunFlags, program: ReportProgram, on = THIS): Promise<number> {
  const plan = await planOf(flags);
  if (on.platform !== 'darwin')
    throw new UserError('capture run needs a Mac: here is no log to record', {
      exitCode: 2,
      hint: 'necropsy capture plan says what to run on the Mac that has the trouble',
    });
  const last = flags.last ?? plan.last;
  if (!/^\d{1,6}[smhd]$/.test(last))
    throw new UserError(`--last ${last} is no time`, { exitCode: 2, hint: 'write it like 90s, 30m, 2h or 1d' });
  const file = flags.save ?? (flags.archive ? 'capture.logarchive' : 'capture.ndjson');
  if (flags.archive) await recordArchive(file, last, on);
  else await recordLines(file, [...showArgs(plan.predicate, plan.levels), '--last', last], on);
  if (!flags.quiet) note(`recorded ${file}`);
  return runReport([file], flags, program);
}

function showArgs(predicate: string, levels: readonly string[]): string[] {
  const wanted = ['info', 'debug'].filter((level) => levels.includes(level)).map((level) => `--${level}`);
  return ['show', ...wanted, '--style', 'ndjson', '--predicate', predicate];
}

async function recordLines(file: string, args: readonly string[], { log }: Recorder): Promise<void> {
  const fd = openNew(file);
  try {
    await finished(log, args, fd);
  } finally {
    closeSync(fd);
  }
}

async function recordArchive(file: string, last: string, { log, sudo }: Recorder): Promise<void> {
  const [command = log, ...args] = [...sudo, log, 'collect', '--last', last, '--output', file];
  await finished(command, args, 'inherit');
}

/** Never over something that is there. */
function openNew(file: string): number {
  try {
    return openSync(file, 'wx');
  } catch (cause) {
    const reason = describeError(cause).replace(/, open '.*$/s, '');
    throw new UserError(`cannot write ${file}: ${reason}`, { exitCode: 2, cause, hint: 'name another with --save' });
  }
}

async function finished(command: string, args: readonly string[], out: number | 'inherit'): Promise<void> {
  const { spawn } = await import('node:child_process');
  const code = await new Promise<number | null>((done, failed) => {
    const child = spawn(command, args, { stdio: ['inherit', out, 'inherit'] });
    child.on('error', failed);
    child.on('close', done);
  }).catch((cause: unknown) => {
    throw new UserError(`${command} did not start: ${describeError(cause)}`, { exitCode: 2, cause });
  });
  if (code !== 0)
    throw new UserError(`${command} ended with ${code ?? 'a signal'}: nothing to analyse`, { exitCode: 2 });
}
