import type { CrashReport } from '../../model/death-report.ts';
import type { SignFacts } from './death.ts';
import { kindOfSignal } from './exit-reasons.ts';
import { killFor, MIB, overOwnLimit } from './memory-kills.ts';

/** "Ate bad food": it did not answer a watchdog in time; "dead lock": it held a file lock while it was suspended. */
const WATCHDOG_CODES: ReadonlySet<number> = new Set([0x8badf00d, 0xdead10cc]);
const DEBUGGER = /^(?:debugserver|lldb|Xcode)/i;

/**
 * How the process ended, as its crash report tells; undefined where it does not tell that it ended. Source: Apple,
 * "Understanding the exception types in a crash report"; xnu bsd/sys/reason.h.
 */
export function signOfCrash(report: CrashReport, isSimulated: boolean): SignFacts | undefined {
  if (isSimulated) return undefined;
  const { exception, signal, termination } = report;
  if (exception === undefined && signal === undefined && termination === undefined) return undefined;
  const shared = { report, ...(signal === undefined ? {} : { signal }) };
  if (DEBUGGER.test(report.terminatedBy ?? '')) return { ...shared, kind: 'stopped' };
  if (termination === 'JETSAM') return { ...shared, kind: 'jetsam', memory: jetsamOf(report) };
  if (exception === 'EXC_RESOURCE') return ofResource(report, shared);
  if (termination === 'RUNNINGBOARD' && !WATCHDOG_CODES.has(report.terminationCode ?? 0))
    return { ...shared, kind: 'killed' };
  const isPlainSignal = signal !== undefined && (termination === undefined || termination === 'SIGNAL');
  return { ...shared, kind: isPlainSignal ? kindOfSignal(signal, undefined) : 'crash' };
}

/** Such a report alone tells of an offence; with an exit reason, of its punishment. */
function ofResource(report: CrashReport, shared: Omit<SignFacts, 'kind'>): SignFacts | undefined {
  if (report.termination === undefined && report.signal !== 'SIGKILL') return undefined;
  if (!/MEMORY/i.test(`${report.subtype} ${report.codes}`)) return { ...shared, kind: 'killed' };
  const limit = /limit[= ]+(\d{1,7}) ?MB/i.exec(`${report.subtype} ${report.message} ${report.codes}`)?.[1];
  const facts = limit === undefined ? {} : { limitBytes: Number(limit) * MIB };
  return { ...shared, kind: 'jetsam', memory: overOwnLimit(facts) };
}

function jetsamOf({ indicator, reasons, terminationCode }: CrashReport): ReturnType<typeof killFor> {
  const isOwn = terminationCode === 7 || [indicator, ...reasons].some((text) => /per-process-limit/i.test(text ?? ''));
  return isOwn ? overOwnLimit({}) : killFor(undefined);
}
