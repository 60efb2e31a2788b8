import type { Micros } from '../model/units.ts';
import type { MutableConnection } from './mutable.ts';

const CAPS = { perProcess: 64, processes: 1_024 };

/** A connection that asked its resolver for a name. */
export interface DnsStart {
  readonly connection: MutableConnection;
  readonly at: Micros;
  isTaken: boolean;
}

/** The newest `resolver:start_dns` of each process: what mDNSResponder's requests are joined with. */
export class RecentStarts {
  readonly #byProcess = new Map<string, DnsStart[]>();

  add(connection: MutableConnection, at: Micros): void {
    const list = this.#byProcess.get(connection.process) ?? [];
    if (this.#byProcess.size >= CAPS.processes && !this.#byProcess.has(connection.process)) this.#byProcess.clear();
    this.#byProcess.set(connection.process, list);
    list.push({ connection, at, isTaken: false });
    if (list.length > CAPS.perProcess) list.shift();
  }

  ofProcess(name: string): readonly DnsStart[] {
    return this.#byProcess.get(name) ?? [];
  }

  get processes(): Iterable<string> {
    return this.#byProcess.keys();
  }

  clear(): void {
    this.#byProcess.clear();
  }
}
