/**
 * Families that are recognised whole, listened to or not: their lines show that a process was alive and that the capture
 * holds it, which is what absence is judged by. All other families are read only as far as somebody listens.
 */
const WITNESSES = [
  'log.meta/',
  'nesessionmanager.',
  'networkextension.',
  'kernel.flow-divert/',
  'system.launchd/',
  'system.report-crash/',
  'system.powerd/',
  'report.',
] as const;

export function isWitness(event: string): boolean {
  return WITNESSES.some((family) => event.startsWith(family));
}
