import type { ProviderKind, SessionState } from '../../model/entity.ts';

/**
 * Which status may follow which. Source: nesessionmanager's `status changed to …` lines in published logs and
 * NEVPNStatus. A step that is not in here is recorded as unexpected, never dropped.
 */
const STEPS: Readonly<Record<SessionState, readonly SessionState[]>> = {
  unknown: ['invalid', 'disconnected', 'connecting', 'connected', 'reasserting', 'disconnecting'],
  invalid: ['disconnected', 'connecting'],
  disconnected: ['connecting', 'invalid'],
  connecting: ['connected', 'disconnecting', 'disconnected'],
  connected: ['reasserting', 'disconnecting', 'disconnected'],
  reasserting: ['connected', 'disconnecting', 'disconnected'],
  disconnecting: ['disconnected'],
};

export function isExpectedStep(from: SessionState, to: SessionState): boolean {
  return from === to || STEPS[from].includes(to);
}

export function asSessionState(word: string | undefined): SessionState {
  return word !== undefined && word in STEPS ? (word as SessionState) : 'unknown';
}

/** Provider kind by the session's class name. Source: nesessionmanager session tags (userland-messages, nesm.tag.kinds). */
export function kindOfSessionClass(sessionClass: string): ProviderKind {
  if (/TransparentProxy/.test(sessionClass)) return 'transparent-proxy';
  if (/AppProxy|FlowDivert/.test(sessionClass)) return 'app-proxy';
  if (/DNSProxy/.test(sessionClass)) return 'dns-proxy';
  if (/Filter/.test(sessionClass)) return 'content-filter';
  if (/VPN|PacketTunnel/.test(sessionClass)) return 'packet-tunnel';
  return 'unknown';
}
