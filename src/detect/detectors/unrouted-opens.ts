import { keep } from '../../lib/keep.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { EventOf } from '../../model/typed-event.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

const CAP = 20_000;
/** Source: tailscale wgengine/pendopen.go; `TCP 192.0.2.9:52210 => 198.51.100.1:443`. */
const OPEN = /timeout opening \((?:[A-Za-z]{2,5} )?\S{3,64} => (\S{3,64})\); no associated peer node/;
/** Source: tailscale net/dns; the resolvers that were asked, the first of them. */
const LOOK_UP = /dns udp query: waiting for response or error from \[(\d{1,3}(?:\.\d{1,3}){3})\b/;
const DNS = 53;
const ADDRESS = /^(?:\[([0-9a-fA-F:.]+)\]|(\d{1,3}(?:\.\d{1,3}){3})):(\d{1,5})$/;

/** A connection that went into a mesh VPN's tunnel and that no peer of it serves. */
export interface UnroutedOpen {
  readonly run: ProcessRun;
  /** A look-up that nobody answered, where no line says that no peer serves it. */
  readonly isLookUp: boolean;
  readonly address: string;
  readonly port: number;
  readonly cite: Cite;
}

export interface UnroutedOpens {
  readonly on: DetectorHandlers;
  all(): readonly UnroutedOpen[];
}

/** `open-conn-track: timeout opening (…); no associated peer node`, which the vocabulary reads as a failure. */
export function createUnroutedOpens<M extends Messages>(context: DetectorContext<M>): UnroutedOpens {
  const all: UnroutedOpen[] = [];
  const add = (event: EventOf<'provider.words/failed'>): void => {
    if (all.length >= CAP) {
      context.overlook();
      return;
    }
    const run = context.world.runOf(event);
    const target = targetOf(event.message);
    if (target !== undefined && run !== undefined)
      all.push({ ...target, address: keep(target.address), run, cite: context.cite(event) });
  };
  return { all: () => all, on: { 'provider.words/failed': add } };
}

function targetOf(message: string): Pick<UnroutedOpen, 'address' | 'port' | 'isLookUp'> | undefined {
  const [, open = ''] = OPEN.exec(message) ?? [];
  const [, v6, v4, port] = ADDRESS.exec(open) ?? [];
  if (port !== undefined) return { address: v6 ?? v4 ?? '', port: Number(port), isLookUp: false };
  const [, asked] = LOOK_UP.exec(message) ?? [];
  return asked === undefined ? undefined : { address: asked, port: DNS, isLookUp: true };
}

/** 100.64.0.0/10: carriers use it behind their gateways, mesh VPNs inside of themselves. */
export function isShared(address: string): boolean {
  const [a, b] = octets(address);
  return a === 100 && b >= 64 && b < 128;
}

/** An address of the internet at large, as far as its form tells. */
export function isPublic(address: string): boolean {
  if (address.includes(':')) return /^[23]/.test(address);
  const [a, b] = octets(address);
  const isPrivate = a === 10 || a === 127 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168);
  return !isPrivate && !isShared(address) && a !== 0 && a < 224 && !(a === 169 && b === 254);
}

function octets(address: string): readonly [number, number] {
  const [a = 0, b = 0] = address.split('.').map(Number);
  return [a, b];
}

/** The densest stretch of so long that holds these, which are in the order of time. */
export function densest<T extends { readonly cite: Cite }>(items: readonly T[], withinUs: number): readonly T[] {
  let best: readonly [number, number] = [0, 0];
  let from = 0;
  items.forEach(({ cite }, to) => {
    while (cite.at - (items[from]?.cite.at ?? cite.at) > withinUs) from += 1;
    if (to + 1 - from > best[1] - best[0]) best = [from, to + 1];
  });
  return items.slice(...best);
}
