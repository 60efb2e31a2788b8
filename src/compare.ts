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

export interface Attempts {
  /** 1-based places among the runs of the session. */
  readonly good: number;
  readonly bad: number;
  /** Name or UUID; undefined for the one that was started most often. */
  readonly session: string | undefined;
}

/**
 * Compares two attempts of one session in one capture, each within its own time. The capture is read once for the attempts and
 * once for each of them. Throws `UserError` (exit code 2) where there are no such attempts.
 */
export async function compareAttempts(
  inputs: readonly string[],
  attempts: Attempts,
  options: Omit<AnalyzeOptions, 'inputs'>,
): Promise<Comparison> {
  const { attemptWindows } = await import('./report/attempts.ts');
  const whole = (await analyze({ ...options, inputs })).report;
  const { good, bad, diff } = attemptWindows(whole, attempts);
  const before = (await analyze({ ...options, inputs, times: good })).report;
  const after = (await analyze({ ...options, inputs, times: bad })).report;
  return {
    diff: { ...diffReports(before, after), attempts: diff },
    good: before.capture,
    bad: after.capture,
  };
}
