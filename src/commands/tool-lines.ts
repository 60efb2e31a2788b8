import type { InputSummary } from '../model/input.ts';

/**
 * What the log tool said of the export, as it says it, with what this run leaves out: whoever reads the lines again must know
 * what they cannot show. Pairs of the event that each line is, and the line.
 */
export function toolLines(
  summaries: readonly InputSummary[],
  selectedBy: readonly string[],
): (readonly [event: string, line: string])[] {
  const skipped = [...new Set(summaries.flatMap(({ skippedLevels }) => skippedLevels))];
  const predicates = [
    ...new Set(summaries.flatMap(({ predicate }) => (predicate === undefined ? [] : [predicate]))),
    ...selectedBy.map((predicate) => predicate.replaceAll(/\s*\n\s*/g, ' ')),
  ];
  const whole = predicates.length > 1 ? predicates.map((each) => `(${each})`).join(' AND ') : predicates[0];
  const pass = skipped.map((level) => `--${level}`).join(' and/or ');
  const filtering = whole === undefined ? [] : [`Filtering the log data using "${whole}"`];
  const skipping = skipped.length === 0 ? [] : [`Skipping ${skipped.join(' and ')} messages, pass ${pass} to include.`];
  return [
    ...filtering.map((line) => ['log.tool/filtering', line] as const),
    ...skipping.map((line) => ['log.tool/skipping', line] as const),
  ];
}
