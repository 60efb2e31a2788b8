import type { Span } from '../model/entity.ts';
import { type InputSummary, REPORT_FORMATS } from '../model/input.ts';

const REPORTS: ReadonlySet<string> = new Set(REPORT_FORMATS);

/** What the capture covers, by the first and last lines of its inputs. */
export function spanOfInputs(summaries: readonly InputSummary[]): Span | undefined {
  let span: Span | undefined;
  // Reports may be of other days than the log: where there is a log, its time is what the capture covers.
  const logs = summaries.filter(({ format, first }) => first !== undefined && !REPORTS.has(format));
  for (const { first, last } of logs.length > 0 ? logs : summaries) {
    if (first === undefined || last === undefined) continue;
    span = {
      from: span === undefined || first < span.from ? first : span.from,
      to: span === undefined || last > span.to ? last : span.to,
    };
  }
  return span;
}
