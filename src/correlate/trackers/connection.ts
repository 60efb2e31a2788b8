import { keep } from '../../lib/keep.ts';
import type { ConnectionState } from '../../model/connection.ts';
import type { EventName, LooseEvent } from '../../model/typed-event.ts';
import type { Micros } from '../../model/units.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import type { MutableAttempt, MutableConnection } from '../mutable.ts';
import {
  CONNECTION_EVENTS,
  type ConnectionLine,
  connectionLineOf,
  endsOf,
  errnoOf,
  interfaceOf,
  protocolOf,
} from './connection-lines.ts';
import { asConnectionState, isExpected } from './connection-states.ts';

const CAP_ATTEMPTS = 16;
const NAMES: ReadonlySet<string> = new Set(CONNECTION_EVENTS);

/**
 * Connections of Network.framework by process run and number, with the addresses that were tried. Numbers start at 1 in
 * every process; a second `start` of a number is another connection. Source: id-correlation 2.
 */
export const connectionTracker: Tracker = {
  id: 'connection',
  after: ['process'],
  hears: CONNECTION_EVENTS,
  create(context) {
    return {
      on: {},
      every(event) {
        if (!NAMES.has(event.name)) return;
        const line = connectionLineOf(event.message);
        if (line !== undefined) take(context, event, line);
      },
    };
  },
};

function take(context: TrackerContext, event: LooseEvent, line: ConnectionLine): void {
  const isStart = event.name === 'network.connection/connection-start';
  const connection = connectionOf(context, event, line, isStart);
  connection.lastCite = context.cite(event);
  connection.interfaceName ??= kept(interfaceOf(event.message));
  if (line.isTop) {
    connection.uuid ??= kept(line.uuid);
    if (isStart) connection.endpoint = kept(line.endpoint) ?? connection.endpoint;
    else connection.endpoint ??= kept(line.endpoint);
  }
  if (isStart) {
    connection.startedAt = event.at;
    connection.hasStart = true;
    connection.protocol = protocolOf(event.message);
    return;
  }
  const ends = endsOf(event.message);
  if (ends !== undefined) {
    connection.local ??= keep(ends.local);
    connection.remote ??= keep(ends.remote);
  }
  MOVES.get(event.name)?.(context, connection, event, line);
}

type Move = (context: TrackerContext, connection: MutableConnection, event: LooseEvent, line: ConnectionLine) => void;

const to =
  (state: ConnectionState): Move =>
  (context, connection, event) =>
    move(context, connection, event, state);

const connected: Move = (context, connection, event, line) => {
  const attempt = attemptOf(context, connection, event, line);
  if (attempt !== undefined) attempt.connectedAt ??= event.at;
  move(context, connection, event, 'ready');
};

const MOVES: ReadonlyMap<string, Move> = new Map<EventName, Move>([
  ['network.connection-end/cancelled', to('cancelled')],
  ['network.connection-end/cancel', to('cancelled')],
  ['network.connection-failure/failed', fail],
  ['network.socket-error/socket-error', fail],
  ['network.flow/denied-by-policy', fail],
  ['network.connection-state/state', report],
  [
    'network.connection-event/flow-start-connect',
    (context, connection, event, line) => {
      attemptOf(context, connection, event, line);
      move(context, connection, event, 'preparing');
    },
  ],
  ['network.connection-event/flow-finish-connect', connected],
  ['network.connection-event/flow-finish-transport', connected],
  [
    'network.connection-event/resolver-start-dns',
    (context, connection, event) => {
      context.store.dnsStarts.add(connection, event.at);
      move(context, connection, event, 'preparing');
    },
  ],
  ['network.connection-event/path-unsatisfied', to('waiting')],
  [
    'network.connection-event/client-data-stall',
    (_context, connection) => {
      connection.stalls += 1;
    },
  ],
]);

function report(context: TrackerContext, connection: MutableConnection, event: LooseEvent, line: ConnectionLine): void {
  const word = /reporting state (\w+)/.exec(event.message)?.[1];
  const state = asConnectionState(word);
  if (state === 'failed') fail(context, connection, event, line);
  else if (state !== undefined) move(context, connection, event, state);
}

/** An attempt failed, or the connection as a whole; both keep what the line says. */
function fail(context: TrackerContext, connection: MutableConnection, event: LooseEvent, line: ConnectionLine): void {
  const error = errnoOf(line.errorText, event.message);
  connection.error = error ?? connection.error;
  connection.errorText = kept(line.errorText) ?? connection.errorText;
  if (!line.isTop) {
    const attempt = attemptOf(context, connection, event, line);
    if (attempt !== undefined) {
      attempt.failedAt ??= event.at;
      attempt.error ??= error;
    }
    return;
  }
  move(context, connection, event, 'failed');
}

function move(context: TrackerContext, connection: MutableConnection, event: LooseEvent, to: ConnectionState): void {
  const { state: from, id } = connection;
  // The events of one connection come from several queues: what a failed or ready one prints late moves it no more.
  const isBehind = to === 'preparing' && from !== 'initial' && from !== 'waiting';
  if (isBehind || from === to || (from === 'cancelled' && to === 'failed')) return;
  if (!isExpected(from, to))
    context.unexpect({ entity: 'connection', id, from, to, at: event.at, cite: context.cite(event) });
  connection.state = to;
  if (to === 'ready') connection.readyAt ??= event.at;
  if (to !== 'failed' && to !== 'cancelled') return;
  connection.endedAt ??= event.at;
  context.store.connections.close(connection);
}

function connectionOf(
  context: TrackerContext,
  event: LooseEvent,
  line: ConnectionLine,
  isStart: boolean,
): MutableConnection {
  const { store } = context;
  const known = store.connections.get(event, line.number);
  const isAgain = isStart && known !== undefined && (known.hasStart || known.endedAt !== undefined);
  // Its start line may be written a little after its first event.
  if (known !== undefined && !(isAgain && event.at > known.startedAt)) return known;
  const cite = context.cite(event);
  const from = (line.ageUs === undefined ? event.at : event.at - line.ageUs) as Micros;
  return store.connections.open(event, line.number, from, cite, store.boot);
}

function attemptOf(
  context: TrackerContext,
  connection: MutableConnection,
  event: LooseEvent,
  line: ConnectionLine,
): MutableAttempt | undefined {
  const known = connection.attempts.find(({ id }) => id === line.node);
  if (known !== undefined) return known;
  if (connection.attempts.length >= CAP_ATTEMPTS) {
    context.store.count('attempts');
    return undefined;
  }
  const attempt: MutableAttempt = {
    id: keep(line.node),
    endpoint: kept(line.endpoint),
    handler: kept(line.handler),
    startedAt: event.at,
    connectedAt: undefined,
    failedAt: undefined,
    error: undefined,
    flowId: undefined,
  };
  connection.attempts.push(attempt);
  context.store.connections.addTry(connection, attempt);
  return attempt;
}

function kept(text: string | undefined): string | undefined {
  return text === undefined ? undefined : keep(text);
}
