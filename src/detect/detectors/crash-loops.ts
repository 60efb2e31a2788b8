import type { ProcessRun } from '../../model/entity.ts';
import { HOUR } from '../../model/units.ts';

/** Source: detectors.md, provider-crash-loop: three within an hour. */
export const CRASHES_OF_LOOP = 3;

/** The crashes of one provider that stand so close that they are a loop: the longest row of them. Empty where there is none. */
export function crashLoopOf(runs: readonly ProcessRun[]): ProcessRun[] {
  const row = crashRowOf(runs);
  return row.length >= CRASHES_OF_LOOP ? row : [];
}

/** The longest row of crashes of which any three stand within an hour. */
export function crashRowOf(runs: readonly ProcessRun[]): ProcessRun[] {
  const crashed = runs
    .filter(({ end }) => end?.kind === 'crash')
    .toSorted((a, b) => (a.end?.at ?? 0) - (b.end?.at ?? 0));
  let best: ProcessRun[] = [];
  let row: ProcessRun[] = [];
  for (const run of crashed) {
    const anchor = row.at(-(CRASHES_OF_LOOP - 1)) ?? row[0];
    if (anchor?.end !== undefined && (run.end?.at ?? 0) - anchor.end.at > HOUR) row = [];
    row.push(run);
    if (row.length > best.length) best = [...row];
  }
  return best;
}
