import type { MemoryKill } from '../../model/death-report.ts';
import type { ExitKind } from '../../model/entity.ts';
import { kindOfReason } from './exit-reasons.ts';

export const MIB = 1024 * 1024;
/** Namespace of exit reasons that are kills for memory, and its code for the process's own hard limit. */
const JETSAM = 1;
const PER_PROCESS_LIMIT = 7;
/** The kernel's word for it. Source: xnu bsd/kern/kern_memorystatus.c, memorystatus_kill_cause_name. */
const OWN_LIMIT = 'per-process-limit';

/** A kill whose reason is printed as a word. */
export function killFor(reason: string | undefined, bytes?: number, limitBytes?: number): MemoryKill {
  return { reason, bytes, limitBytes, isOwnLimit: reason === OWN_LIMIT };
}

export function overOwnLimit(facts: { readonly bytes?: number; readonly limitBytes?: number }): MemoryKill {
  return { reason: OWN_LIMIT, bytes: facts.bytes, limitBytes: facts.limitBytes, isOwnLimit: true };
}

/** An exit reason as launchd and runningboardd report it, with the kill that it may be. */
export function killOrEnd(
  namespace: number | undefined,
  code: number | undefined,
): { readonly kind: ExitKind; readonly memory?: MemoryKill } {
  const kind = kindOfReason(namespace, code);
  return namespace === JETSAM && code === PER_PROCESS_LIMIT ? { kind, memory: overOwnLimit({}) } : { kind };
}

/** What several lines say of one kill, as one. */
export function joinKills(kills: readonly MemoryKill[]): MemoryKill | undefined {
  if (kills.length === 0) return undefined;
  return {
    reason: kills.find(({ reason }) => reason !== undefined)?.reason,
    bytes: kills.find(({ bytes }) => bytes !== undefined)?.bytes,
    limitBytes: kills.find(({ limitBytes }) => limitBytes !== undefined)?.limitBytes,
    isOwnLimit: kills.some(({ isOwnLimit }) => isOwnLimit),
  };
}
