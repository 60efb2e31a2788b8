import { Ring } from '../lib/ring.ts';
import { TwoGenerationMap } from '../lib/two-generation-map.ts';
import type { Cite } from '../model/cite.ts';
import type { EventBase } from '../model/typed-event.ts';
import type { Micros } from '../model/units.ts';
import type { MutableConnection } from './mutable.ts';

export const CONNECTION_CAPS = { open: 10_000, closed: 5_000, perProcess: 2_048, processes: 1_024 };

/** Connections of one run: the live ones by process and number, closed ones, and all of them by process in time. */
export class ConnectionStore implements Iterable<MutableConnection> {
  readonly #open = new TwoGenerationMap<string, MutableConnection>(CONNECTION_CAPS.open, (dropped) =>
    this.#countOpen(dropped),
  );
  readonly #closed = new Ring<MutableConnection>(CONNECTION_CAPS.closed);
  readonly #byProcess = new Map<string, MutableConnection[]>();
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
      flow: undefined,
    };
    this.#open.set(key, connection);
    this.#index(connection);
    return connection;
  }

  close(connection: MutableConnection): void {
    if (connection.isClosed === true) return;
    connection.isClosed = true;
    if (this.#closed.push(connection) !== undefined) this.#count('connections');
  }

  /** Connections of processes with this name, in the order of their first lines, the newest 2,048. */
  ofProcess(name: string): readonly MutableConnection[] {
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
    for (const connection of this.#open.values()) if (connection.isClosed !== true) yield connection;
  }

  /** The machine restarted: numbers and pids start over. */
  startBoot(): void {
    for (const connection of this.#open.values()) this.close(connection);
    this.#open.clear();
    this.#byProcess.clear();
  }

  #index(connection: MutableConnection): void {
    const list = this.#byProcess.get(connection.process);
    if (list === undefined) {
      if (this.#byProcess.size < CONNECTION_CAPS.processes) this.#byProcess.set(connection.process, [connection]);
      return;
    }
    list.push(connection);
    if (list.length >= 2 * CONNECTION_CAPS.perProcess) list.splice(0, CONNECTION_CAPS.perProcess);
  }

  #countOpen(dropped: ReadonlyMap<string, MutableConnection>): void {
    let open = 0;
    for (const connection of dropped.values()) if (connection.isClosed !== true) open += 1;
    if (open > 0) this.#count('openConnections', open);
  }
}

function keyOf({ pid, origin }: EventBase, number: number): string {
  return `${pid < 0 ? origin.process : pid}:C${number}`;
}
