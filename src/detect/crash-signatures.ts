import type { CrashReport } from '../model/death-report.ts';
import type { NextStep } from '../model/finding.ts';

/** A fault that a crash report gives away by what is on its stack, or by what it says of the end. */
export interface CrashSignature {
  readonly id: string;
  /** The end of a sentence that says who crashed: `: its completion handler was called twice`. */
  readonly says: string;
  /** The condition with its actual value. */
  readonly reason: string;
  readonly next: NextStep;
}

interface Pattern extends Omit<CrashSignature, 'reason'> {
  /** What of the report shows it; undefined where nothing does. */
  readonly find: (report: CrashReport) => string | undefined;
}

const DEVELOPER = 'provider-developer';
/** The eight-letter codes with which the system ends what does not behave. Source: Apple, termination reasons. */
const ATE_BAD_FOOD = 0x8badf00d;
const DEAD_LOCK = 0xdead10cc;
const ASYNC = /swift::AsyncTask|_ZN5swift9AsyncTask|swift_continuation|flagAsAndEnqueueOnExecutor/;

const PATTERNS: readonly Pattern[] = [
  {
    id: 'neflow-async',
    says: 'a Swift task was resumed on the queue of a flow',
    find: (report) => (report.queue === 'NEFlow queue' ? frame(report, ASYNC) : undefined),
    next: step(
      'Do not let NEAppProxyFlow resume a continuation directly: wrap its completion handlers so that each resumes once, keep the flow alive until it has, and never start a second read before the first has answered.',
    ),
  },
  {
    id: 'continuation-misuse',
    says: 'a continuation was resumed twice',
    find: (report) =>
      said(report, /SWIFT TASK CONTINUATION MISUSE|resume its continuation more than once/) ??
      frame(report, /(?:Checked|Unsafe)Continuation.*(?:misuse|logFailedCheck)/),
    next: step('Resume each continuation exactly once: on error, on cancel and on success, whichever comes first.'),
  },
  {
    id: 'resume-flow',
    says: 'a paused flow was resumed in a way that the framework refuses',
    find: (report) => frame(report, /resumeFlow:withVerdict:|\bresumeFlow\(_:with:\)/),
    next: step(
      'Pass resumeFlow:withVerdict: a verdict that allows or drops, once for each paused flow, and drop flows from the list when they are answered or gone.',
    ),
  },
  {
    id: 'handler-twice',
    says: 'a completion handler was called twice',
    find: (report) =>
      said(
        report,
        /(?:completion|reply)[ -]?(?:handler|block).{0,80}(?:twice|more than once|already (?:been )?(?:called|invoked))/i,
      ),
    next: step('Call each completion handler exactly once; keep it in one place and clear it before the call.'),
  },
  {
    id: 'memory-limit',
    says: 'it went over its memory limit',
    find: (report) =>
      report.exception === 'EXC_RESOURCE'
        ? found(`${report.subtype ?? ''} ${report.message ?? ''}`, /MEMORY.*/i)
        : undefined,
    next: step(
      'Stay below the limit of its kind (50 MB for a packet tunnel on iOS 15 and later): bound buffers and queues per flow.',
    ),
  },
  {
    id: 'watchdog',
    says: 'the system ended it because it did not answer in time',
    find: (report) =>
      report.termination === 'WATCHDOG' || report.terminationCode === ATE_BAD_FOOD ? ending(report) : undefined,
    next: step('Never block the queue on which the framework calls: the stack of the report shows what it waited for.'),
  },
  {
    id: 'dead-lock',
    says: 'the system ended it because it held a lock on a file while it was suspended',
    find: (report) => (report.terminationCode === DEAD_LOCK ? ending(report) : undefined),
    next: step('Close databases and release file locks in shared containers before the process is suspended.'),
  },
  {
    id: 'code-signing',
    says: 'its code signature was refused',
    find: (report) =>
      report.termination === 'CODESIGNING' ? ending(report) : found(report.indicator, /Code Signature Invalid/),
    next: step(
      'Check signature, entitlements and provisioning profile of this very build: codesign --verify --deep --strict --verbose=4.',
    ),
  },
  {
    id: 'dyld',
    says: 'the dynamic linker could not load it',
    find: (report) => (report.termination === 'DYLD' ? ending(report) : undefined),
    next: step(
      'The report names the library or symbol that is missing: ship it in the bundle, or raise the oldest system that is supported.',
    ),
  },
  {
    id: 'mangled-type',
    says: 'the Swift runtime could not find a type, as where concurrency runs on a system older than it',
    find: (report) =>
      found(
        report.frames.slice(0, 4).join('\n'),
        /swift_getTypeByMangledName\w*|ResolveAsSymbolicReference|demangleSymbolicReference/,
      ),
    next: step('Compare the system of the report with the oldest one that the extension supports; test it there.'),
  },
  {
    id: 'uncaught-exception',
    says: 'an exception was not caught',
    find: (report) => said(report, /uncaught exception '[^']{1,120}'.{0,200}/),
    next: step(
      'The exception’s reason is in the report, and the calls that threw it; the newest call of your own is where to look.',
    ),
  },
  {
    id: 'fatal-error',
    says: 'it stopped itself with a fatal error',
    find: (report) => said(report, /(?:Fatal error|Assertion failed|Precondition failed).{0,200}/),
    next: step('The text of the fatal error is in the report: handle that case instead of trapping.'),
  },
];

function step(text: string): NextStep {
  return { for: DEVELOPER, text };
}

/** The first signature that the report bears. */
export function signatureOf(report: CrashReport): CrashSignature | undefined {
  for (const { id, says, next, find } of PATTERNS) {
    const reason = find(report);
    if (reason !== undefined) return { id, says, next, reason };
  }
  return undefined;
}

function frame(report: CrashReport, pattern: RegExp): string | undefined {
  return [...report.thrown, ...report.frames].find((each) => pattern.test(each));
}

function said({ info, message, reasons }: CrashReport, pattern: RegExp): string | undefined {
  for (const text of [...info, message, ...reasons]) {
    const match = found(text, pattern);
    if (match !== undefined) return match;
  }
  return undefined;
}

function found(text: string | undefined, pattern: RegExp): string | undefined {
  return pattern.exec(text ?? '')?.[0];
}

function ending({ termination, terminationCode, indicator, reasons }: CrashReport): string {
  const code = terminationCode === undefined ? '' : ` 0x${terminationCode.toString(16)}`;
  const [detail = indicator] = reasons;
  return `ended for ${termination ?? 'a reason'}${code}${detail === undefined ? '' : `: ${detail}`}`;
}
