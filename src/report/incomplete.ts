import type { ProblemCode } from '../model/input.ts';
import type { Report } from '../model/report.ts';

/** Problems after which the report is not about the whole input: what `--strict` fails on. */
const INCOMPLETE: readonly ProblemCode[] = [
  'line-unparsed',
  'record-truncated',
  'json-invalid',
  'input-unreadable',
  'container-damaged',
  'format-unknown',
  'format-unsupported',
  'input-changed',
  'entities-evicted',
  'archive-partial',
  'interrupted',
];

/** One sentence for each reason; empty where everything was read. */
export function incompleteReasons(report: Report): string[] {
  const problems = report.capture.problems
    .filter((problem) => INCOMPLETE.includes(problem.code))
    .map((problem) => `${problem.message} (${problem.count}×)`);
  const checks = report.capture.quality.filter((check) => check.state === 'red').map((check) => check.message);
  return [...problems, ...checks];
}
