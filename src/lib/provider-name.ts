import { looksLikeBundleId } from './signing-id.ts';

/**
 * Names that say "network provider" by themselves. Only a presumption: a finding that rests on it says so.
 * Source: names of system extensions and packet-tunnel app extensions in published logs and sysdiagnoses.
 */
const NETWORK_WORD = /network-?extension|packet-?tunnel|tunnel|vpn|proxy|wireguard|gateway/i;
const NETWORK_PART = /(?:^|[.\-_])(?:(?:content|data|packet|network|dns)?-?filter|dns-?proxy|tun|wg)(?:$|[.\-_])/i;
const PLAIN_NAME = /network-?extension|packet-?tunnel|(?:tunnel|proxy|filter)-?(?:provider|extension)$|tunnel$/i;

/**
 * True for a third-party process whose name alone makes it a likely provider. That it is a system extension says nothing:
 * endpoint security extensions are that too.
 */
export function isPresumedProvider(processName: string, processPath: string | undefined): boolean {
  if (processName === '' || processName.startsWith('com.apple.')) return false;
  if (processPath !== undefined && /^\/(?:System|usr)\//.test(processPath)) return false;
  if (!looksLikeBundleId(processName)) return PLAIN_NAME.test(processName);
  return NETWORK_WORD.test(processName) || NETWORK_PART.test(processName);
}

/** Whether a name speaks of networks as the names of providers do, whoever bears it. */
export function saysNetwork(name: string): boolean {
  return NETWORK_WORD.test(name) || NETWORK_PART.test(name) || PLAIN_NAME.test(name);
}
