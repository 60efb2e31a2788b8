import { isPresumedProvider } from '../lib/provider-name.ts';
import type { Origin } from '../model/log-record.ts';

/** Which processes are providers, as far as names and their own lines say. Only grows. */
export interface Roles {
  roleOf(origin: Origin): string;
  /** True where this is news. */
  mark(processName: string): boolean;
}

const CAP = 10_000;

export function createRoles(): Roles {
  const providers = new Set<string>();
  return {
    roleOf: (origin) =>
      providers.has(origin.process) || isPresumedProvider(origin.process, origin.processPath) ? 'provider' : '',
    mark(processName) {
      if (providers.has(processName) || providers.size >= CAP) return false;
      providers.add(processName);
      return true;
    },
  };
}
