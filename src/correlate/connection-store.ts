import { packed } from '../lib/packed.ts';
import { Ring } from '../lib/ring.ts';
import { TwoGenerationMap } from '../lib/two-generation-map.ts';
import type { Cite } from '../model/cite.ts';
import type { EventBase } from '../model/typed-event.ts';
import type { Micros } from '../model/units.ts';
import type { MutableAttempt, MutableConnection } from './mutable.ts';

export const CONNECTION_CAPS = { open: 4_000, closed: 3_000, tries: 2_048, processes: 1_024 };

/** One time that an app tried to connect: an address of a connection, or, as long as no address is told, the connection. */
export interface Try {
  /** Of its first line. */
  readonly at: Micros;
  readonly connection: MutableConnection;
  readonly attempt: MutableAttempt | undefined;
  /** What of it is compared with flows, once somebody asked. */
  ends: TryEnds | undefined;
}

/** Ports, addresses and names of the other end that a try names, and its own port. */
export interface TryEnds {
  /** The connection's `remote` when this was read: it may be told later. */
  readonly remote: string | undefined;
  readonly ports: readonly number[];
  readonly addresses: readonly string[];
  readonly names: readonly string[];
  readonly localPort: number | undefined;
}

/** Connections of one run: the live ones by process and number, closed ones, and all of them by process in time. */
export class ConnectionStore implements Iterable<MutableConnection> {
  readonly #open = new TwoGenerationMap<string, MutableConnection>(CONNECTION_CAPS.open, (dropped) =>
    this.#countOpen(dropped),
  );
  readonly #closed = new Ring<MutableConnection>(CONNECTION_CAPS.closed);
  readonly #byProcess = new Map<string, Try[]>();
  readonly #count: (kind: string, by?: number) => void;

  constructor(count: (kind: string, by?: number) => void) {
    this.#count = count;
  }

  get(event: EventBase, number: number): MutableConnection | undefined {
    return this.#open.get(keyOf(event, number));
  }

  open(event: EventBase, number: number, from: Micros, cite: Cite, boot: number): MutableConnection {
    const key = keyOf(event, number);
    const before = this.#open.get(key);
    if (before !== undefined && before.endedAt === undefined) this.close(before);
    const generation = (before?.generation ?? 0) + 1;
    const connection: MutableConnection = {
      id: generation === 1 ? key : `${key}#${generation}`,
      generation,
      number,
      process: cite.process,
      pid: event.pid,
      boot,
      uuid: undefined,
      endpoint: undefined,
      protocol: undefined,
      state: 'initial',
      startedAt: from,
      hasStart: false,
      readyAt: undefined,
      endedAt: undefined,
      error: undefined,
      errorText: undefined,
      local: undefined,
      remote: undefined,
      interfaceName: undefined,
      stalls: 0,
      attempts: [],
      joins: [],
      firstCite: cite,
      lastCite: cite,
      flowId: undefined,
      isClosed: false,
    };
    this.#open.set(key, connection);
    this.#index({ at: cite.at, connection, attempt: undefined, ends: undefined });
    return connection;
  }

  close(connection: MutableConnection): void {
    if (connection.isClosed) return;
    connection.isClosed = true;
    connection.attempts = packed(connection.attempts);
    if (this.#closed.push(connection) !== undefined) this.#count('connections');
  }

  /** Another address of a connection. */
  addTry(connection: MutableConnection, attempt: MutableAttempt): void {
    this.#index({ at: attempt.startedAt, connection, attempt, ends: undefined });
  }

  /** Tries of processes with this name in the order of their lines, the newest 4,096. */
  triesOf(name: string): readonly Try[] {
    return this.#byProcess.get(name) ?? [];
  }

  get processes(): Iterable<string> {
    return this.#byProcess.keys();
  }

  get processCount(): number {
    return this.#byProcess.size;
  }

  *[Symbol.iterator](): Iterator<MutableConnection> {
    yield* this.#closed;
    for (const connection of this.#open.values()) if (!connection.isClosed) yield connection;
  }

  /** The machine restarted: numbers and pids start over. */
  startBoot(): void {
    for (const connection of this.#open.values()) this.close(connection);
    this.#open.clear();
    this.#byProcess.clear();
  }

  #index(next: Try): void {
    const { process } = next.connection;
    const list = this.#byProcess.get(process);
    if (list === undefined) {
      if (this.#byProcess.size < CONNECTION_CAPS.processes) this.#byProcess.set(process, [next]);
      return;
    }
    list.push(next);
    if (list.length >= 2 * CONNECTION_CAPS.tries) list.splice(0, CONNECTION_CAPS.tries);
  }

  #countOpen(dropped: ReadonlyMap<string, MutableConnection>): void {
    let open = 0;
    for (const connection of dropped.values()) if (!connection.isClosed) open += 1;
    if (open > 0) this.#count('openConnections', open);
  }
}

function keyOf({ pid, origin }: EventBase, number: number): string {
  return `${pid < 0 ? origin.process : pid}:C${number}`;
}
