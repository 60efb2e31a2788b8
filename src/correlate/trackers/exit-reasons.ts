import type { ExitKind } from '../../model/entity.ts';

/** Signals the kernel raises for a fault of the process itself. Source: signal(3), mach exception to signal mapping. */
const FAULTS = new Set(['SIGILL', 'SIGTRAP', 'SIGABRT', 'SIGEMT', 'SIGFPE', 'SIGBUS', 'SIGSEGV', 'SIGSYS']);
const NUMBERS: Readonly<Record<string, string>> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGEMT',
  8: 'SIGFPE',
  9: 'SIGKILL',
  10: 'SIGBUS',
  11: 'SIGSEGV',
  12: 'SIGSYS',
  15: 'SIGTERM',
};

export function isFaultSignal(signal: string): boolean {
  return FAULTS.has(NUMBERS[signal] ?? signal);
}

/**
 * A fault signal is a crash, except where a debugger ends its own run; every other signal was sent by somebody.
 * Source: id-correlation 3.2; detectors.md provider-crash ("Xcode stopping a debug run produces the same line").
 */
export function kindOfSignal(signal: string, sentBy: string | undefined): ExitKind {
  if (sentBy !== undefined && /^(?:debugserver|lldb|Xcode)/i.test(sentBy)) return 'stopped';
  return isFaultSignal(signal) ? 'crash' : 'killed';
}

/**
 * Namespaces of an exit reason that are the process's own fault: code signing 3, dyld 6, libxpc 7, Objective-C 8, exec 9,
 * libsystem 18, guard 23, pointer authentication 28.
 */
const FAULT_NAMESPACES = new Set([3, 6, 7, 8, 9, 18, 23, 28]);

/** An exit reason as launchd and runningboardd report it. Source: xnu bsd/sys/reason.h (OS_REASON_*). */
export function kindOfReason(namespace: number | undefined, code: number | undefined): ExitKind {
  if (namespace === undefined) return 'died';
  if (namespace === 0) return 'exit';
  if (namespace === 1) return 'jetsam';
  if (namespace === 2) return kindOfSignal(String(code ?? ''), undefined);
  return FAULT_NAMESPACES.has(namespace) ? 'crash' : 'killed';
}
