import type { ProcessRun } from '../../model/entity.ts';
import { HOUR } from '../../model/units.ts';

/** Source: detectors.md, provider-crash-loop: three within an hour. */
const AT_LEAST = 3;

/** The crashes of one provider that stand so close that they are a loop: the longest row of them. Empty where there is none. */
export function crashLoopOf(runs: readonly ProcessRun[]): ProcessRun[] {
  const crashed = runs
    .filter(({ end }) => end?.kind === 'crash')
    .toSorted((a, b) => (a.end?.at ?? 0) - (b.end?.at ?? 0));
  let best: ProcessRun[] = [];
  let row: ProcessRun[] = [];
  for (const run of crashed) {
    const anchor = row.at(-(AT_LEAST - 1)) ?? row[0];
    if (anchor?.end !== undefined && (run.end?.at ?? 0) - anchor.end.at > HOUR) row = [];
    row.push(run);
    if (row.length > best.length) best = [...row];
  }
  return best.length >= AT_LEAST ? best : [];
}
