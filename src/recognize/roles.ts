import { isPresumedProvider } from '../lib/provider-name.ts';
import type { Origin } from '../model/log-record.ts';

/** Which processes are providers, as far as names and their own lines say. Only grows. */
export interface Roles {
  roleOf(origin: Pick<Origin, 'process' | 'processPath'>): string;
  /** True where this is news. */
  mark(processName: string): boolean;
}

const CAP = 10_000;

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
    roleOf: (origin) => (providers.has(origin.process) || isPresumed(origin) ? 'provider' : ''),
    mark(processName) {
      if (providers.has(processName) || providers.size >= CAP) return false;
      providers.add(processName);
      return true;
    },
  };
}
