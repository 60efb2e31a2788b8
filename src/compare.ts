import { type AnalyzeOptions, analyze } from './analyze.ts';
import { UserError } from './lib/errors.ts';
import type { AttemptsDiff, CaptureDiff } from './model/diff.ts';
import type { CaptureReport, Report } from './model/report.ts';
import { blankParts, learnParts, rewriteParts } from './redact/parts.ts';
import type { Redactor } from './redact/redactor.ts';
import { diffReports } from './report/diff.ts';

export interface Comparison {
  readonly diff: CaptureDiff;
  readonly good: CaptureReport;
  readonly bad: CaptureReport;
  /** Where it was redacted: the same with nothing of the captures' in it, so that a drawing says what is ours. */
  readonly blank?: Omit<Comparison, 'blank'>;
}

type CompareOptions = Omit<AnalyzeOptions, 'inputs' | 'redactsLater'>;

/**
 * Analyses a capture in which it worked and one in which it does not, each by itself, and compares the reports. One redactor
 * learns from both before either is rewritten: one value is one token on both sides.
 */
export async function compare(
  good: readonly string[],
  bad: readonly string[],
  options: CompareOptions,
): Promise<Comparison> {
  const before = (await analyze({ ...options, inputs: good, redactsLater: true })).report;
  const after = (await analyze({ ...options, inputs: bad, redactsLater: true })).report;
  return comparison({ good: before, bad: after }, options.redactor);
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
  asked: Attempts,
  options: CompareOptions,
): Promise<Comparison> {
  const { attemptWindows } = await import('./report/attempts.ts');
  const whole = (await analyze({ ...options, inputs, redactsLater: true })).report;
  const { good, bad, diff } = named(whole, options.redactor, () => attemptWindows(whole, asked));
  const before = (await analyze({ ...options, inputs, times: good, redactsLater: true })).report;
  const after = (await analyze({ ...options, inputs, times: bad, redactsLater: true })).report;
  return comparison({ good: before, bad: after, attempts: diff }, options.redactor);
}

interface Compared {
  readonly good: Report;
  readonly bad: Report;
  readonly attempts?: AttemptsDiff;
}

function comparison(log: Compared, redactor: Redactor | undefined): Comparison {
  const { good, bad, attempts } = redacted(log, redactor);
  const diff = { ...diffReports(good, bad), ...(attempts === undefined ? {} : { attempts }) };
  const drawn = { diff, good: good.capture, bad: bad.capture };
  return redactor === undefined ? drawn : { ...drawn, blank: blankParts(drawn) };
}

function redacted(log: Compared, redactor: Redactor | undefined): Compared {
  if (redactor === undefined) return log;
  learnParts(log, redactor);
  redactor.seal();
  return rewriteParts(log, redactor);
}

/** Runs what may refuse in words of the capture: whoever redacts is told them as tokens. */
function named<T>(report: Report, redactor: Redactor | undefined, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (redactor === undefined || !(error instanceof UserError)) throw error;
    learnParts(report, redactor);
    redactor.seal();
    const { message, exitCode, hint } = error;
    // No cause: it says the names.
    throw new UserError(redactor.text(message), { exitCode, hint: hint === undefined ? hint : redactor.text(hint) });
  }
}
