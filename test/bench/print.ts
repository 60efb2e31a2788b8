import { type Cost, type Job, median } from './measure.ts';

export interface Goal {
  readonly name: string;
  readonly wanted: number;
  /** More is better; else less is. */
  readonly atLeast: boolean;
  readonly unit: '×' | 'MiB' | 'µs';
  readonly reached: number;
}

type Print = (text: string) => void;

export function printJobs(
  print: Print,
  jobs: readonly Job[],
  costs: ReadonlyMap<string, readonly Cost[]>,
  peaks: ReadonlyMap<string, number | undefined>,
): void {
  const rows = jobs.map((job) => {
    const runs = costs.get(job.name) ?? [];
    const cpu = median(runs.map((cost) => cost.cpu));
    const peak = peaks.get(job.name);
    return [
      job.name,
      cpu.toFixed(3),
      median(runs.map((cost) => cost.wall)).toFixed(3),
      job.bytes > 1e6 ? (job.bytes / 1e6 / cpu).toFixed(0) : '',
      peak === undefined ? '' : peak.toFixed(0),
    ];
  });
  table(print, ['program', 'CPU s', 'wall s', 'MB/s', 'peak MiB'], rows);
}

export function printGoals(print: Print, goals: readonly Goal[]): void {
  const rows = goals.map(({ name, wanted, atLeast, unit, reached }) => [
    name,
    `${atLeast ? '≥' : '≤'} ${wanted} ${unit}`,
    `${reached.toFixed(unit === 'MiB' ? 0 : 2)} ${unit}`,
    (atLeast ? reached >= wanted : reached <= wanted) ? 'reached' : 'missed',
  ]);
  table(print, ['goal (CPU of the whole process)', 'wanted', 'is', ''], rows);
}

/** First column to the left, the others to the right. */
function table(print: Print, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    print(`${cells.join('  ').trimEnd()}\n`);
  }
  print('\n');
}
