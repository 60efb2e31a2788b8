import { isPresumedProvider, saysNetwork } from '../../lib/provider-name.ts';
import type { ProviderKind } from '../../model/entity.ts';
import type { Claim } from './provider.ts';

/** What of a crash report tells whether its process is a provider. */
export interface ReportedProcess {
  readonly name: string;
  readonly bundle: string | undefined;
  readonly path: string | undefined;
  /** Classes, queues and calls on its stacks. */
  readonly words: readonly string[];
}

/**
 * Classes and queues of NetworkExtension that only the provider's side has. A transparent proxy runs through the code of
 * NEAppProxyProvider too, so that class says no more than that it is a proxy. Source: NetworkExtension headers, public
 * crash reports.
 */
const MARKS: readonly (readonly [pattern: RegExp, kind: ProviderKind])[] = [
  [/\bNETransparentProxyProvider\b|\bNEExtensionTransparentProxyProviderContext\b/, 'transparent-proxy'],
  [/\bNEDNSProxyProvider\b|\bNEExtensionDNSProxyProviderContext\b/, 'dns-proxy'],
  [/\bNEPacketTunnelProvider\b|\bNEExtensionPacketTunnelProviderContext\b/, 'packet-tunnel'],
  [
    /\bNEFilter(?:Data|Packet|Control)?Provider\b|\bNEFilter(?:Data|Packet|Control)?ExtensionProviderContext\b/,
    'content-filter',
  ],
  [/\bNEAppProxy(?:Provider|(?:TCP|UDP)?Flow)\b|\bNEExtensionAppProxyProviderContext\b|^NEFlow queue$/, 'unknown'],
  [/\bNE(?:Tunnel)?Provider\b|\bNEExtension\w*ProviderContext\b/, 'unknown'],
];
const SYSTEM = /^\/(?:System|usr)\//;
const SYSTEM_EXTENSION = /\.systemextension\//;
const APP_EXTENSION = /\.appex\//;

/** Why the process of a report is held for a provider; undefined where nothing says so. */
export function claimOf({ name, bundle, path, words }: ReportedProcess): Claim | undefined {
  // Apple's daemons hold the other end of the same machinery.
  const isApple = [name, bundle ?? ''].some((each) => each.startsWith('com.apple.')) || SYSTEM.test(path ?? '');
  if (isApple) return undefined;
  const named = bundle === undefined ? {} : { bundle };
  const mark = MARKS.find(([pattern]) => words.some((word) => pattern.test(word)));
  if (mark !== undefined) {
    const reason = 'its crash report shows it inside the provider side of NetworkExtension';
    return { grade: 'exact', reason, kind: mark[1] === 'unknown' ? kindOfNames(name, bundle) : mark[1], ...named };
  }
  if (path === undefined || !path.includes('/')) {
    const isPresumed = isPresumedProvider(name, undefined);
    return isPresumed
      ? { grade: 'presumed', reason: `its name is that of a network provider (${name})`, ...named }
      : undefined;
  }
  // That it is an extension says nothing by itself: endpoint security has them, and widgets are some.
  const isNetwork = SYSTEM_EXTENSION.test(path)
    ? saysNetwork(name) || saysNetwork(bundle ?? '')
    : APP_EXTENSION.test(path) && (saysNetwork(lastPart(name)) || saysNetwork(lastPart(bundle ?? '')));
  return isNetwork
    ? {
        grade: 'inferred',
        reason: 'it is an extension with the name of a network provider',
        kind: kindOfNames(name, bundle),
        ...named,
      }
    : undefined;
}

/** What names of providers often say of their kind. */
const KIND_NAMES: readonly (readonly [pattern: RegExp, kind: ProviderKind])[] = [
  [/transparent-?proxy/i, 'transparent-proxy'],
  [/dns-?proxy/i, 'dns-proxy'],
  [/packet-?tunnel/i, 'packet-tunnel'],
  [/(?:content|data|packet)-?filter/i, 'content-filter'],
];

function kindOfNames(name: string, bundle = ''): ProviderKind {
  return KIND_NAMES.find(([pattern]) => pattern.test(name) || pattern.test(bundle))?.[1] ?? 'unknown';
}

/** Whether a program at this place can be an extension; where the place is not known, it can. */
export function mayBeExtension(path: string | undefined): boolean {
  return path === undefined || SYSTEM_EXTENSION.test(path) || APP_EXTENSION.test(path);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
