import type { ClosedBy, FlowCode } from '../../model/flow.ts';
import { SECOND } from '../../model/units.ts';
import { first, type Said } from './acts.ts';
import type { Circumstances } from './circumstances.ts';

/** The provider library prints `New flow` within milliseconds; a flow that lived shorter had no chance of it. */
const OFFER_US = SECOND / 10;

/** The state code of a flow. Source: cli.md section 5 (after Zeek's conn_state). */
export function codeOf(said: readonly Said[], closedBy: ClosedBy, around: Circumstances): FlowCode {
  switch (closedBy.reason) {
    case 'no-group':
    case 'denied':
      return 'REF';
    case 'declined':
      return 'REJ';
    case 'provider-died':
      return 'ORP';
    case 'kernel-closed':
    case 'kernel-error':
      return 'RSK';
    case 'remote-reset':
    case 'remote-refused':
      return 'RSR';
    case 'remote-timeout':
      return 'TMO';
    case 'provider-error':
      return 'RSP';
    case 'provider-closed':
      return wasUnanswered(said) ? 'RSP' : 'OK';
    case 'app-closed':
      return 'OK';
    case 'app-gave-up':
    case 'app-aborted':
      if (wasNeverOffered(said, closedBy, around)) return 'NOF';
      return closedBy.reason === 'app-gave-up' ? 'TMO' : 'RSA';
    case 'still-open':
    case 'rebooted':
      return 'OPN';
    default:
      return '???';
  }
}

/** The kernel tells of its connect, and nobody of an answer. */
function wasUnanswered(said: readonly Said[]): boolean {
  const isFollowed = said.some(({ act, by }) => act === 'connect' && by === 'kernel');
  return isFollowed && first(said, 'answer', 'delivered', 'accept') === undefined;
}

function wasNeverOffered(said: readonly Said[], closedBy: ClosedBy, around: Circumstances): boolean {
  if (!around.areOffersLogged || first(said, 'offer', 'accept', 'reject') !== undefined) return false;
  const connect = first(said, 'connect', 'new');
  return connect !== undefined && closedBy.at !== undefined && closedBy.at - connect.at >= OFFER_US;
}
