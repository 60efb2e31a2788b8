/**
 * Runs whole programs and says what they cost. Node has no wait4 for a single child, bash has: its `time` counts user
 * and system time of the process it started, to the millisecond.
 */
import { spawnSync } from 'node:child_process';

export interface Job {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Size of what it reads, for the rate; 0 for programs that read nothing. */
  readonly bytes: number;
}

export interface Cost {
  /** User and system time, seconds. */
  readonly cpu: number;
  readonly wall: number;
}

const TIMED = `TIMEFORMAT='%R %U %S'; time "$@" </dev/null >/dev/null 2>/dev/null`;

/** One timed run; its output goes nowhere. */
export function time(job: Job): Cost {
  const { stderr, status } = spawnSync('bash', ['-c', TIMED, 'bash', ...job.command], { encoding: 'utf8' });
  const [wall, user, system] = stderr.trim().split(' ').map(Number);
  if (status !== 0 || wall === undefined || user === undefined || system === undefined)
    throw new Error(`${job.name} ended with ${status}: ${job.command.join(' ')}`);
  return { cpu: user + system, wall };
}

/**
 * One run that is not timed: its output, and the peak memory of a Node program. bash stands in between because a
 * process inherits the peak of the one it was forked from, which would be this one.
 */
export function inspect(
  job: Job,
  peakMemory: string,
): { readonly stdout: string; readonly peakMiB: number | undefined } {
  const [program, ...rest] = job.command;
  const command = program === process.execPath ? [program, '--import', peakMemory, ...rest] : job.command;
  const run = spawnSync('bash', ['-c', '"$@"; exit $?', 'bash', ...command], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0)
    throw new Error(`${job.name} ended with ${run.status}: ${run.stderr.trim().split('\n')[0] ?? ''}`);
  const kib = Number(run.output[3] ?? '');
  return { stdout: run.stdout, peakMiB: kib > 0 ? kib / 1024 : undefined };
}

/** A B C … A B C …, so that a busy machine slows all of them; costs per job name in the order of the rounds. */
export function interleave(
  jobs: readonly Job[],
  rounds: number,
  onRound: (round: number) => void,
): ReadonlyMap<string, readonly Cost[]> {
  const costs = new Map<string, Cost[]>(jobs.map((job) => [job.name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    onRound(round);
    for (const job of jobs) costs.get(job.name)?.push(time(job));
  }
  return costs;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}

/** Median of the ratios round by round: what slows a whole round falls out. */
export function ratio(costs: readonly Cost[], to: readonly Cost[]): number {
  return median(costs.map((cost, round) => cost.cpu / (to[round]?.cpu ?? Number.NaN)));
}

/** The same of the time that a person waits. */
export function wallRatio(costs: readonly Cost[], to: readonly Cost[]): number {
  return median(costs.map((cost, round) => cost.wall / (to[round]?.wall ?? Number.NaN)));
}
