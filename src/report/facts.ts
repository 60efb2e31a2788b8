import type { InputSummary } from '../model/input.ts';
import type { Level } from '../model/log-record.ts';

/** What all inputs together could show: the levels that occur, those the exports left out, and their predicates. */
export function factsOf(summaries: readonly InputSummary[]) {
  const levels = new Set<Level>();
  for (const summary of summaries) {
    // The record's keys are exactly the levels.
    for (const [level, count] of Object.entries(summary.levels) as [Level, number][]) if (count > 0) levels.add(level);
  }
  return {
    levels,
    skipped: new Set(summaries.flatMap((summary) => summary.skippedLevels)),
    predicates: summaries.flatMap((summary) => (summary.predicate === undefined ? [] : [summary.predicate])),
  };
}
