import { printed } from '../../lib/redacted.ts';
import type { Micros } from '../../model/units.ts';
import type { DetectorHandlers } from '../define-detector.ts';

const CAP = 4_096;
const TUNNEL = /^(?:utun|ipsec|ppp|feth|tun|tap)\d/;

export interface NetworkChanges {
  readonly on: DetectorHandlers;
  /** The machine's way out changed within this time before. */
  isNear(at: Micros, withinUs: number): boolean;
}

/**
 * Changes of the machine's own interfaces. A tunnel that comes up changes the network as well, so configd's summary and
 * changes between tunnels do not count.
 */
export function createNetworkChanges(): NetworkChanges {
  const times: Micros[] = [];
  const add = (event: { readonly at: Micros }): void => {
    if (times.length < CAP) times.push(event.at);
  };
  return {
    on: {
      'nesessionmanager.server/interface-changed': (event) => {
        const { from, to } = event.fields;
        if (!TUNNEL.test(printed(from)) && !TUNNEL.test(printed(to))) add(event);
      },
      'nesessionmanager.session/no-network': add,
      'nesessionmanager.server/no-network': add,
      'system.configd/link-changed': (event) => {
        if (!TUNNEL.test(printed(event.fields.interface))) add(event);
      },
    },
    isNear: (at, withinUs) => times.some((each) => each <= at && at - each <= withinUs),
  };
}
