import { isPresumedProvider } from '../lib/provider-name.ts';
import type { Origin } from '../model/log-record.ts';

/** Which processes are providers, as far as names and their own lines say. Only grows. */
export interface Roles {
  /**
   * `provider`; `unknown` where the export prints no sender, which would have told whether a line is the framework's, and the
   * process is none of Apple's; else empty.
   */
  roleOf(origin: Pick<Origin, 'process' | 'processPath' | 'lacksSender'>): string;
  /** True where this is news. */
  mark(processName: string): boolean;
}

const CAP = 10_000;
/** Processes of Apple's that print lines like a provider's: their own families know them. */
const APPLES: ReadonlySet<string> = new Set(
  (
    'kernel logd launchd nesessionmanager nehelper neagent networkserviceproxy sysextd runningboardd ReportCrash mDNSResponder ' +
    'configd powerd symptomsd apsd trustd tccd amfid pkd UserEventAgent locationd cloudd nsurlsessiond'
  ).split(' '),
);

function isApples(process: string): boolean {
  return process === '' || process.startsWith('com.apple.') || APPLES.has(process);
}

export function createRoles(): Roles {
  const providers = new Set<string>();
  const presumed = new Map<string, boolean>();
  const isPresumed = (origin: Pick<Origin, 'process' | 'processPath'>): boolean => {
    const before = presumed.get(origin.process);
    if (before !== undefined) return before;
    const is = isPresumedProvider(origin.process, origin.processPath);
    if (presumed.size < CAP) presumed.set(origin.process, is);
    return is;
  };
  return {
    roleOf(origin) {
      if (providers.has(origin.process) || isPresumed(origin)) return 'provider';
      return origin.lacksSender === true && !isApples(origin.process) ? 'unknown' : '';
    },
    mark(processName) {
      if (providers.has(processName) || providers.size >= CAP) return false;
      providers.add(processName);
      return true;
    },
  };
}
