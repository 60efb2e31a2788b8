import type { InterfaceFacts } from '../../model/machine.ts';

const HEAD = /^([a-z][a-z_]*\d+): flags=[0-9a-f]+<([^>]*)>(?:.* mtu (\d+))?/;
const ADDRESS = /^\s+inet6? (\S+)/;
const TUNNEL = /^(?:utun|ipsec|ppp|tun|tap)\d/;
const MOST = 200;

/**
 * Tunnels, and other interfaces that carry an address of their own, of `ifconfig`'s output. The loopback and link-local
 * addresses tell nothing. Source: sysdiagnose-layout.
 */
export function interfacesOf(text: string): InterfaceFacts[] {
  const found: { name: string; mtu?: number; isUp: boolean; addresses: string[] }[] = [];
  for (const line of text.split('\n')) {
    const head = HEAD.exec(line);
    if (head !== null) {
      const [, name = '', flags = '', mtu] = head;
      const isUp = flags.split(',').includes('UP');
      found.push({ name, ...(mtu === undefined ? {} : { mtu: Number(mtu) }), isUp, addresses: [] });
      continue;
    }
    const address = ADDRESS.exec(line)?.[1];
    if (address !== undefined && !/^(?:fe80|127\.|::1)/.test(address)) found.at(-1)?.addresses.push(address);
  }
  return found.filter(({ name, addresses }) => TUNNEL.test(name) || addresses.length > 0).slice(0, MOST);
}
