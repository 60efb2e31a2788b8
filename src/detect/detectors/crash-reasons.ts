import type { CrashReport } from '../../model/death-report.ts';
import type { ProcessEnd } from '../../model/entity.ts';
import type { NextStep } from '../../model/finding.ts';
import { signatureOf } from '../crash-signatures.ts';

/** What to do about a crash of which only the log tells. */
export const CRASH_STEPS: readonly NextStep[] = [
  {
    for: 'provider-developer',
    text: 'Open the crash report of this pid (Console → Crash Reports, or DiagnosticReports in the sysdiagnose): exception, faulting queue and top app frame.',
  },
  { for: 'reporter', text: 'Attach the .ips files of the provider to the ticket, from the time of the finding.' },
];
const READ_STACK: NextStep = {
  for: 'provider-developer',
  text: 'Symbolicate the report with the dSYM of this very build, then start at the newest call of your own below the exception.',
};
const MAX_STEPS = 3;

/** What the signatures of the reports advise; where a report is missing, to get it. */
export function crashSteps(ends: readonly ProcessEnd[]): NextStep[] {
  const signed = ends.flatMap(({ report }) => (report === undefined ? [] : (signatureOf(report)?.next ?? [])));
  const own = [...new Set(signed)].slice(0, MAX_STEPS);
  if (ends.some(({ report }) => report === undefined)) return [...own, ...CRASH_STEPS];
  return own.length > 0 ? own : [READ_STACK];
}

/** What proves a crash, one sentence each. */
export function crashReasons(end: ProcessEnd): string[] {
  if (end.report !== undefined) return reportReasons(end.report);
  if (end.signal === undefined) return ['a corpse or a crash report names its pid'];
  return [`launchd: ended by ${end.signal}${end.sentBy === undefined ? '' : `, sent by ${end.sentBy}`}`];
}

function reportReasons(report: CrashReport): string[] {
  const { exception, signal, subtype, indicator, thread, queue, appFrame } = report;
  const what = [exception, signal === undefined ? undefined : `(${signal})`, subtype ?? indicator];
  const where = [
    thread === undefined ? undefined : `in thread ${thread}`,
    queue === undefined ? undefined : `on queue ${queue}`,
    appFrame === undefined ? undefined : `at ${appFrame}`,
  ];
  const signature = signatureOf(report);
  return [
    `its crash report: ${defined(what).join(' ')}${report.grade === 'exact' ? '' : ' (joined by bundle and time)'}`,
    ...(defined(where).length === 0 ? [] : [`it crashed ${defined(where).join(' ')}`]),
    ...(signature === undefined ? [] : [`${signature.says}: ${signature.reason}`]),
  ];
}

function defined(parts: readonly (string | undefined)[]): string[] {
  return parts.filter((part) => part !== undefined);
}

/** What crash reports have in common: `: a continuation was resumed twice`; empty where they differ or say nothing. */
export function commonSignature(ends: readonly ProcessEnd[]): string {
  const all = new Set(ends.map(({ report }) => (report === undefined ? undefined : signatureOf(report)?.says)));
  const [only] = all;
  return all.size === 1 && only !== undefined ? `: ${only}` : '';
}
