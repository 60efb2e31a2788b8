import type { InputSummary } from '../model/input.ts';
import type { Level } from '../model/log-record.ts';

/**
 * What all inputs of a machine together could show: the levels that occur, those the exports left out, their predicates, who
 * spoke. `isOfMachine` is asked for each input, by its index.
 */
export function factsOf(
  inputs: readonly InputSummary[],
  heard: { readonly families: ReadonlySet<string>; readonly speakers: ReadonlySet<string> },
  isOfMachine: (input: number) => boolean = () => true,
) {
  const summaries = inputs.filter((_, input) => isOfMachine(input));
  const levels = new Set<Level>();
  for (const summary of summaries) {
    // The record's keys are exactly the levels.
    for (const [level, count] of Object.entries(summary.levels) as [Level, number][]) if (count > 0) levels.add(level);
  }
  return {
    levels,
    skipped: new Set(summaries.flatMap((summary) => summary.skippedLevels)),
    predicates: summaries.flatMap((summary) => (summary.predicate === undefined ? [] : [summary.predicate])),
    ...heard,
    begins: inputs.map(({ first }, input) => (isOfMachine(input) ? first : undefined)),
    ends: inputs.map(({ last }, input) => (isOfMachine(input) ? last : undefined)),
  };
}
