import { printed } from '../../lib/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { Micros } from '../../model/units.ts';
import type { DetectorHandlers } from '../define-detector.ts';

const CAP = 4_096;
const TUNNEL = /^(?:utun|ipsec|ppp|feth|tun|tap)\d/;

export interface NetworkState {
  readonly on: DetectorHandlers;
  /** An interface got its link or address at or after `from`, before `to`. */
  isUpAfter(from: Micros, to: Micros): boolean;
  /** The last that was said before this moment is that an interface is up. */
  isUpAt(at: Micros): boolean;
  /** The link was lost before the end of this time, and none came back in it. */
  isDownDuring(from: Micros, to: Micros): boolean;
}

/** Whether the machine has a network at all, by configd and the session manager. */
export function createNetworkState(): NetworkState {
  const changes: { readonly at: Micros; readonly isUp: boolean }[] = [];
  const add = (event: LooseEvent, isUp: boolean): void => {
    if (changes.length < CAP) changes.push({ at: event.at, isUp });
  };
  return {
    on: {
      'system.configd/link-changed': (event) => {
        if (!TUNNEL.test(printed(event.fields.interface))) add(event, event.fields.link === 'ACTIVE');
      },
      'system.configd/address-bound': (event) => add(event, true),
      'nesessionmanager.server/interface-changed': (event) => {
        const to = printed(event.fields.to);
        if (!TUNNEL.test(to)) add(event, to !== '(null)');
      },
      'nesessionmanager.session/no-network': (event) => add(event, false),
      'nesessionmanager.server/no-network': (event) => add(event, false),
    },
    isUpAfter: (from, to) => changes.some(({ at, isUp }) => isUp && at >= from && at <= to),
    isUpAt: (to) => changes.findLast(({ at }) => at <= to)?.isUp === true,
    isDownDuring: (from, to) => {
      const last = changes.findLast(({ at }) => at <= to);
      return last !== undefined && !last.isUp && last.at <= from;
    },
  };
}
