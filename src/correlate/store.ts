import { Ring } from '../lib/ring.ts';
import { isWithin } from '../lib/signing-id.ts';
import { TwoGenerationMap } from '../lib/two-generation-map.ts';
import type { UnexpectedStep } from '../model/connection.ts';
import type { Boot, PowerPhase, World } from '../model/entity.ts';
import type { PathChange } from '../model/network.ts';
import type { EventBase } from '../model/typed-event.ts';
import type { Micros } from '../model/units.ts';
import { ConnectionStore } from './connection-store.ts';
import { LifetimeStore } from './lifetime-store.ts';
import type {
  MutableDnsRequest,
  MutableEndings,
  MutableExtension,
  MutableFilterFlow,
  MutableFlow,
  MutableInterface,
  MutablePhase,
  MutableProcess,
  MutableSession,
  MutableTask,
} from './mutable.ts';
import { RecentStarts } from './recent-starts.ts';

/** How much of a capture is remembered. What falls out is counted, per kind, in `evicted`. */
export const CAPS = {
  openFlows: 10_000,
  closedFlows: 5_000,
  processes: 4_000,
  providers: 1_000,
  sessions: 500,
  phases: 2_000,
  unexpected: 500,
  dns: { open: 4_000, closed: 2_000 },
  tasks: { open: 4_000, closed: 2_000 },
  filterFlows: { open: 5_000, closed: 2_000 },
};

/**
 * The live entities of one run and the closed ones still remembered. Trackers write, everybody else reads it as `World`.
 */
export class Store implements World {
  readonly boots: Boot[] = [{ index: 0, uuid: undefined, from: 0 as Micros }];
  readonly power: MutablePhase[] = [];
  readonly evicted: Record<string, number> = {};
  readonly endings: MutableEndings = { byCode: {}, byCloser: {} };
  readonly connections = new ConnectionStore((kind, by) => this.count(kind, by));
  readonly dnsStarts = new RecentStarts();
  readonly dns = new LifetimeStore<number, MutableDnsRequest>(CAPS.dns, (lost) => this.count('dnsRequests', lost));
  readonly tasks = new LifetimeStore<string, MutableTask>(CAPS.tasks, (lost) => this.count('tasks', lost));
  readonly filterFlows = new LifetimeStore<string, MutableFilterFlow>(CAPS.filterFlows, (lost) =>
    this.count('filterFlows', lost),
  );
  readonly interfaces = new Map<string, MutableInterface>();
  readonly paths: PathChange[] = [];
  readonly extensions = new Map<string, MutableExtension>();
  readonly unexpected: UnexpectedStep[] = [];
  readonly #processByPid = new Map<number, MutableProcess>();
  readonly #processByName = new Map<string, MutableProcess>();
  readonly #providers: MutableProcess[] = [];
  readonly #sessions = new Map<string, MutableSession>();
  readonly #endedProcesses = new Ring<MutableProcess>(CAPS.processes);
  readonly #openFlows = new TwoGenerationMap<number, MutableFlow>(CAPS.openFlows, (dropped) =>
    this.countFlows(dropped),
  );
  readonly #closedFlows = new Ring<MutableFlow>(CAPS.closedFlows);
  readonly #generations = new Map<number | string, number>();
  readonly #flowGenerations = new TwoGenerationMap<number, number>(CAPS.openFlows);
  #namelessFlows = 0;

  get boot(): number {
    return this.boots.length - 1;
  }

  get processes(): Iterable<MutableProcess> {
    const alive = [...this.#processByPid.values(), ...this.#processByName.values()];
    return [...new Set([...this.#endedProcesses, ...this.#providers, ...alive])];
  }

  get sessions(): Iterable<MutableSession> {
    return this.#sessions.values();
  }

  /** Closed flows still remembered, then open ones, in order of opening. */
  get flows(): Iterable<MutableFlow> {
    const all = [...this.#closedFlows, ...this.liveFlows()];
    return all.filter(({ isMerged }) => !isMerged).sort((a, b) => a.openedAt - b.openedAt);
  }

  process(pid: number): MutableProcess | undefined {
    return this.#processByPid.get(pid);
  }

  /** The live run that printed this line. */
  runOf(event: EventBase): MutableProcess | undefined {
    return event.pid < 0 ? this.#processByName.get(event.origin.process) : this.#processByPid.get(event.pid);
  }

  /** The live or last run without a pid of its own lines, by the process's name. */
  named(name: string): MutableProcess | undefined {
    return this.#processByName.get(name);
  }

  setNamed(name: string, run: MutableProcess): void {
    this.#processByName.set(name, run);
  }

  /** The only live run of which others told the pid, and a name that this process may bear. */
  unnamed(name: string, at: Micros): MutableProcess | undefined {
    let only: MutableProcess | undefined;
    for (const run of this.#processByPid.values()) {
      if (run.isNamed || run.end !== undefined || run.firstAt > at || run.name === '') continue;
      if (!isWithin(name, run.name) && !isWithin(run.name, name)) continue;
      if (only !== undefined) return undefined;
      only = run;
    }
    return only;
  }

  session(uuid: string): MutableSession | undefined {
    return this.#sessions.get(uuid);
  }

  flow(hash: number): MutableFlow | undefined {
    // As a signed integer the hash is no heap number, which costs a map three times as much.
    return this.#openFlows.get(hash | 0);
  }

  powerNow(): PowerPhase | undefined {
    return this.power.at(-1);
  }

  /** Provider runs, all of them, oldest first. */
  get providers(): readonly MutableProcess[] {
    return this.#providers;
  }

  /** 1 for the first run with this pid in this boot, 2 for the next. */
  nextGeneration(pid: number | string): number {
    const generation = (this.#generations.get(pid) ?? 0) + 1;
    this.#generations.set(pid, generation);
    return generation;
  }

  /** 1 for the first flow with this hash that is still remembered in this boot. */
  nextFlowGeneration(hash: number): number {
    const generation = (this.#flowGenerations.get(hash | 0) ?? 0) + 1;
    this.#flowGenerations.set(hash | 0, generation);
    return generation;
  }

  /** Flows of this boot that are not over. */
  *liveFlows(): Iterable<MutableFlow> {
    for (const flow of this.#openFlows.values()) if (flow.closedAt === undefined) yield flow;
  }

  nextNamelessFlow(): number {
    this.#namelessFlows += 1;
    return this.#namelessFlows;
  }

  addProcess(run: MutableProcess): void {
    if (run.pid < 0) {
      const namesake = this.#processByName.get(run.name);
      if (namesake !== undefined) this.retire(namesake);
      // Names are as many as there are programs; a capture with more of them is not of this world.
      if (namesake !== undefined || this.#processByName.size < CAPS.processes) this.#processByName.set(run.name, run);
      else this.addPast(run);
      return;
    }
    const before = this.#processByPid.get(run.pid);
    if (before !== undefined) this.retire(before);
    this.#processByPid.set(run.pid, run);
    if (this.#processByPid.size > CAPS.processes) this.retireIdle();
  }

  /** Remembers a run that is over and never was the live one of its pid, as far as the log shows. */
  addPast(run: MutableProcess): void {
    if (this.#endedProcesses.push(run) !== undefined) this.count('processes');
  }

  addProvider(run: MutableProcess): void {
    this.#providers.push(run);
    if (this.#providers.length > CAPS.providers) {
      this.#providers.shift();
      this.count('providers');
    }
  }

  addSession(session: MutableSession): void {
    if (this.#sessions.size >= CAPS.sessions) this.count('sessions');
    else this.#sessions.set(session.uuid, session);
  }

  openFlow(hash: number, flow: MutableFlow): void {
    this.#openFlows.set(hash | 0, flow);
  }

  /** A finished flow of which no line will come any more: its hash means nothing now. */
  releaseFlow(flow: MutableFlow): void {
    const { hash } = flow;
    if (hash !== undefined && this.#openFlows.get(hash | 0) === flow) this.#openFlows.delete(hash | 0);
  }

  /** Remembers a finished flow. It stays reachable by its hash until it is released or another one takes the hash. */
  closeFlow(flow: MutableFlow): void {
    const dropped = this.#closedFlows.push(flow);
    if (dropped === undefined) return;
    this.count('flows');
    // Only its hash may still be asked for: what would be shown of it goes.
    dropped.cites = [];
    dropped.joins = [];
  }

  addPhase(phase: MutablePhase): void {
    this.power.push(phase);
    if (this.power.length > CAPS.phases) {
      this.power.shift();
      this.count('power');
    }
  }

  /** A new boot: pids, hashes and control units start over. */
  startBoot(boot: Boot): void {
    this.connections.startBoot();
    this.dnsStarts.clear();
    this.dns.startBoot();
    this.interfaces.clear();
    for (const run of this.#processByPid.values()) this.retire(run);
    this.#processByPid.clear();
    for (const run of this.#processByName.values()) this.retire(run);
    this.#processByName.clear();
    this.#generations.clear();
    for (const flow of this.#openFlows.values()) if (flow.closedAt === undefined) this.closeFlow(flow);
    this.#openFlows.clear();
    this.#flowGenerations.clear();
    this.boots.push(boot);
  }

  unexpect(step: UnexpectedStep): void {
    if (this.unexpected.length < CAPS.unexpected) this.unexpected.push(step);
    else this.count('unexpectedSteps');
  }

  count(kind: string, by = 1): void {
    this.evicted[kind] = (this.evicted[kind] ?? 0) + by;
  }

  private retire(run: MutableProcess): void {
    if (run.provider === undefined && this.#endedProcesses.push(run) !== undefined) this.count('processes');
  }

  private retireIdle(): void {
    const idle = [...this.#processByPid.values()]
      .filter((run) => run.provider === undefined)
      .sort((a, b) => a.lastAt - b.lastAt);
    for (const run of idle.slice(0, CAPS.processes / 4)) {
      this.#processByPid.delete(run.pid);
      this.retire(run);
    }
  }

  private countFlows(dropped: ReadonlyMap<number, MutableFlow>): void {
    let open = 0;
    for (const flow of dropped.values()) if (flow.closedAt === undefined) open += 1;
    if (open > 0) this.count('openFlows', open);
  }
}
