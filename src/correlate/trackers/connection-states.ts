import type { ConnectionState } from '../../model/connection.ts';

/** Which state of a connection may follow which. Source: nw_connection_state_t in Network/connection.h. */
const STEPS: Readonly<Record<ConnectionState, readonly ConnectionState[]>> = {
  initial: ['preparing', 'waiting', 'ready', 'failed', 'cancelled'],
  preparing: ['waiting', 'ready', 'failed', 'cancelled'],
  waiting: ['preparing', 'ready', 'failed', 'cancelled'],
  ready: ['waiting', 'failed', 'cancelled'],
  failed: ['cancelled'],
  cancelled: [],
};

export function isExpected(from: ConnectionState, to: ConnectionState): boolean {
  return from === to || STEPS[from].includes(to);
}

export function asConnectionState(word: string | undefined): ConnectionState | undefined {
  return word !== undefined && word in STEPS ? (word as ConnectionState) : undefined;
}
