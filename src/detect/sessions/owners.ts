import { bareSigningId } from '../../lib/signing-id.ts';
import type { Attempt, Client, SessionTrace } from './attempt.ts';

/**
 * Who stops sessions on behalf of the user or the system: the settings, the menus, device management, the session manager
 * itself, and Apple's command line. Source: detectors.md, stopped-by-other-process.
 */
const SYSTEM =
  /^(?:system ?(?:settings|preferences|uiserver)|settings|preferences|control ?center|vpn ?menu.*|network ?(?:settings|preferences).*|com\.apple\..+|loginwindow|nesessionmanager|nehelper|neagent|sysextd|configd|mdmclient|profiles?d?|mobile_?device_?management.*|remotemanagementd|dmd|managedconfiguration.*|scutil|networksetup|springboard|shortcuts.*|backgroundshortcutrunner|siri.*|installd?|appinstalld|storeaccountd|appstored?)$/i;

/** Words that many products share: they make nobody a relative. */
const GENERIC = new Set(
  'vpn proxy tunnel client helper agent service daemon network extension filter secure security connect private privacy mobile desktop macos apple system plugin packet transparent content provider internet online access manager launcher updater default example'.split(
    ' ',
  ),
);
const SHORTEST_WORD = 4;

export function isSystemClient({ name }: Client): boolean {
  return SYSTEM.test(name);
}

/** Programs that started this session of their own accord, not because a rule connects on demand in their name. */
export function ownersOf({ attempts }: SessionTrace): Client[] {
  const owners = new Map<string, Client>();
  for (const { start, isOnDemand } of attempts) {
    if (start === undefined || isOnDemand || isSystemClient(start.client)) continue;
    const { name, pid } = start.client;
    const key = `${name}[${pid}]`;
    // The newest last: it is the one that the finding names.
    owners.delete(key);
    owners.set(key, start.client);
  }
  return [...owners.values()];
}

/** The stop came from a program that is neither an owner, nor of the same product by its name, nor the system. */
export function isForeignStop(trace: SessionTrace, { stop }: Attempt, owners: readonly Client[]): boolean {
  if (stop === undefined || isSystemClient(stop.client) || stop.client.name === '') return false;
  if (owners.some(({ name, pid }) => name === stop.client.name || (pid !== undefined && pid === stop.client.pid)))
    return false;
  return !isOfProduct(stop.client, [trace.name, trace.bundle ?? '', ...owners.map(({ name }) => name)]);
}

/** `Acme Helper` belongs to `com.acme.vpn` and to the session `Acme VPN`: they share a word that is not everybody's. */
export function isOfProduct({ name }: Client, names: readonly string[]): boolean {
  const words = new Set(names.flatMap(wordsOf));
  const own = squeeze(name);
  const all = names.map(squeeze);
  return (
    [...words].some((word) => own.includes(word)) ||
    wordsOf(name).some((word) => all.some((each) => each.includes(word)))
  );
}

function wordsOf(text: string): string[] {
  return bareSigningId(text)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= SHORTEST_WORD && !GENERIC.has(word));
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
