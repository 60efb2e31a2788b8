import { type AnalyzeOptions, analyze } from './analyze.ts';
import type { CaptureDiff } from './model/diff.ts';
import type { CaptureReport } from './model/report.ts';
import { diffReports } from './report/diff.ts';

export interface Comparison {
  readonly diff: CaptureDiff;
  readonly good: CaptureReport;
  readonly bad: CaptureReport;
}

/** Analyses a capture in which it worked and one in which it does not, each by itself, and compares the reports. */
export async function compare(
  good: readonly string[],
  bad: readonly string[],
  options: Omit<AnalyzeOptions, 'inputs'>,
): Promise<Comparison> {
  const before = (await analyze({ ...options, inputs: good })).report;
  const after = (await analyze({ ...options, inputs: bad })).report;
  return { diff: diffReports(before, after), good: before.capture, bad: after.capture };
}
