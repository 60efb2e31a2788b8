import type { ProviderKind } from '../../model/entity.ts';

const KINDS: readonly (readonly [RegExp, ProviderKind])[] = [
  [/TransparentProxy/, 'transparent-proxy'],
  [/AppProxy|FlowDivert/, 'app-proxy'],
  [/DNSProxy/, 'dns-proxy'],
  [/Filter/, 'content-filter'],
  [/VPN|PacketTunnel/, 'packet-tunnel'],
];

/** Provider kind by the session's class name. Source: nesessionmanager session tags (userland-messages, nesm.tag.kinds). */
export function traceKind(sessionClass: string): ProviderKind {
  return KINDS.find(([pattern]) => pattern.test(sessionClass))?.[1] ?? 'unknown';
}
