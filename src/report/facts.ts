import type { InputSummary } from '../model/input.ts';
import type { Level } from '../model/log-record.ts';

/** What all inputs together could show: the levels that occur, those the exports left out, their predicates, who spoke. */
export function factsOf(summaries: readonly InputSummary[], families: ReadonlySet<string>) {
  const levels = new Set<Level>();
  for (const summary of summaries) {
    // The record's keys are exactly the levels.
    for (const [level, count] of Object.entries(summary.levels) as [Level, number][]) if (count > 0) levels.add(level);
  }
  return {
    levels,
    skipped: new Set(summaries.flatMap((summary) => summary.skippedLevels)),
    predicates: summaries.flatMap((summary) => (summary.predicate === undefined ? [] : [summary.predicate])),
    families,
    ends: summaries.map(({ last }) => last),
  };
}
