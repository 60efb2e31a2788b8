import type { InterfaceFacts } from '../../model/machine.ts';

const INTERFACE = /^\s+([a-z][a-z_]*\d+) : flags\s+:/;
const VPN_SERVER = /^\s+VPN server : (\S+)/;
const ORDER = /^Network interfaces: (.+)$/m;

/**
 * What `scutil --nwi` says: interfaces in the order in which the system prefers them, and the VPN server behind each.
 * Source: sysdiagnose-layout, network-information.txt.
 */
export function networkOrder(text: string): ReadonlyMap<string, Pick<InterfaceFacts, 'rank' | 'vpnServer'>> {
  const servers = new Map<string, string>();
  const seen: string[] = [];
  for (const line of text.split('\n')) {
    const name = INTERFACE.exec(line)?.[1];
    if (name !== undefined) seen.push(name);
    const server = VPN_SERVER.exec(line)?.[1];
    const last = seen.at(-1);
    if (server !== undefined && last !== undefined) servers.set(last, server);
  }
  const order = ORDER.exec(text)?.[1]?.split(' ') ?? seen;
  return new Map(
    [...new Set(order)]
      .filter((name) => /^[a-z][a-z_]*\d+$/.test(name))
      .map((name, index) => {
        const vpnServer = servers.get(name);
        return [name, { rank: index + 1, ...(vpnServer === undefined ? {} : { vpnServer }) }];
      }),
  );
}

/** The same interfaces, each with its place; those that only the order names come last. */
export function ranked(
  interfaces: readonly InterfaceFacts[],
  order: ReadonlyMap<string, Pick<InterfaceFacts, 'rank' | 'vpnServer'>>,
): InterfaceFacts[] {
  const known = new Set(interfaces.map(({ name }) => name));
  const unlisted = [...order].filter(([name]) => !known.has(name));
  return [
    ...interfaces.map((each) => ({ ...each, ...order.get(each.name) })),
    ...unlisted.map(([name, place]) => ({ name, isUp: true, addresses: [], ...place })),
  ];
}
