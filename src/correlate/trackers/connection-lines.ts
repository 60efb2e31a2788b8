import type { EventName } from '../../model/typed-event.ts';

/** Which lines of Network.framework move a connection. They are read from their text: only its head matters. */
export const CONNECTION_EVENTS: readonly EventName[] = [
  'network.connection/connection-start',
  'network.connection-end/cancel',
  'network.connection-end/cancelled',
  'network.connection-failure/failed',
  'network.connection-state/state',
  'network.connection-event/path-start',
  'network.connection-event/path-satisfied',
  'network.connection-event/path-unsatisfied',
  'network.connection-event/resolver-start-dns',
  'network.connection-event/resolver-receive-dns',
  'network.connection-event/flow-start-connect',
  'network.connection-event/flow-start-nexus',
  'network.connection-event/flow-finish-transport',
  'network.connection-event/flow-finish-connect',
  'network.connection-event/client-data-stall',
  'network.connection-event/event',
  'network.socket-error/socket-error',
  'network.flow/denied-by-policy',
  'network.flow/tcp-summary',
];

/** The head of a line in brackets: `[C44.1.1:3 UUID host:443 ready socket-flow (…`. */
export interface ConnectionLine {
  readonly number: number;
  /** `C44.1.1`, without the protocol instance. */
  readonly node: string;
  readonly isTop: boolean;
  readonly uuid: string | undefined;
  readonly endpoint: string | undefined;
  readonly handler: string | undefined;
  /** Age of the connection that the line gives, in µs. */
  readonly ageUs: number | undefined;
  readonly errorText: string | undefined;
}

const HEAD =
  /\[C(\d{1,9})((?:\.\d{1,6}){0,8})(?::\d{1,4})?(?: ([0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}))?(?: ([^\s\]]{1,255}))?(?: (?:initial|waiting|in_progress|ready|failed|cancelled) ([a-z-]{1,32}))?/;
const AGE = / @(\d{1,9}(?:\.\d{1,6})?)s/;
const FAILURE = /(?:, error |reporting state \w+ error )([^\n]{1,200})/;
const ERRNO = /\[(\d{1,4}): /;

export function connectionLineOf(message: string): ConnectionLine | undefined {
  const head = HEAD.exec(message);
  if (head === null) return undefined;
  const [, number = '', path = '', uuid, endpoint, handler] = head;
  const age = AGE.exec(message)?.[1];
  return {
    number: Number(number),
    node: `C${number}${path}`,
    isTop: path === '',
    uuid,
    endpoint,
    handler,
    ageUs: age === undefined ? undefined : Math.round(Number(age) * 1_000_000),
    errorText: FAILURE.exec(message)?.[1],
  };
}

/** Words of strerror as Network.framework prints them. Source: errno.h. */
const WORDS: readonly (readonly [pattern: RegExp, error: number])[] = [
  [/connection abort/i, 53],
  [/connection reset/i, 54],
  [/connection refused/i, 61],
  [/timed out/i, 60],
  [/no route to host/i, 65],
  [/network is down/i, 50],
  [/network is unreachable/i, 51],
  [/operation cancell?ed/i, 89],
  [/operation not permitted/i, 1],
  [/permission denied/i, 13],
  [/broken pipe/i, 32],
  [/not connected/i, 57],
  [/invalid argument/i, 22],
];

/** errno of a failure's words, or of the number in brackets before them. */
export function errnoOf(text: string | undefined, message: string): number | undefined {
  const number = ERRNO.exec(message)?.[1];
  if (number !== undefined) return Number(number);
  return text === undefined ? undefined : WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

const ENDS =
  /\[C[\d.]{1,64}(?::\d+)? ?(?:[0-9A-Fa-f-]{36} )?([^\s\]<]{3,64})<->([^\s\]]{3,64})\]|\n\t\[[0-9A-Fa-f-]{36} ([^\s\]<]{3,64})<->([^\s\]]{3,64})\]/;

/** Both ends of a socket, where a summary gives them. */
export function endsOf(message: string): { readonly local: string; readonly remote: string } | undefined {
  if (!message.includes('<->')) return undefined;
  const match = ENDS.exec(message);
  const local = match?.[1] ?? match?.[3];
  const remote = match?.[2] ?? match?.[4];
  return local === undefined || remote === undefined ? undefined : { local, remote };
}

const INTERFACE = /, interface: ([A-Za-z]{1,16}\d{1,5})/;

export function interfaceOf(message: string): string | undefined {
  return INTERFACE.exec(message)?.[1];
}

/** `tcp`, `udp` by the parameters of a start line; QUIC runs over UDP. */
export function protocolOf(message: string): 'tcp' | 'udp' | undefined {
  const end = message.indexOf(']');
  const word = /[ ,](tcp|udp|quic)[-, \]]/.exec(message.slice(0, end + 1))?.[1];
  return word === undefined ? undefined : word === 'tcp' ? 'tcp' : 'udp';
}
