import type { Connection, DnsRequest, FilterFlow, NetworkTask, UnexpectedStep } from '../model/connection.ts';
import type { World } from '../model/entity.ts';
import type { NetworkInterface, PathChange, SystemExtension } from '../model/network.ts';
import type { Report } from '../model/report.ts';
import type {
  ConnectionReport,
  DnsReport,
  FilterFlowReport,
  InterfaceReport,
  PathReport,
  SystemExtensionReport,
  TaskReport,
  UnexpectedReport,
} from '../model/report-network.ts';
import type { Micros } from '../model/units.ts';
import { defined } from './entities.ts';
import { joinReport } from './flows.ts';
import type { ReportClock } from './iso.ts';

/** The report's lists stop here. */
const LIMITS = {
  connections: 500,
  filterFlows: 500,
  dns: 500,
  tasks: 500,
  interfaces: 100,
  path: 200,
  extensions: 100,
  unexpected: 100,
};

type NetworkPart = Pick<
  Report,
  'connections' | 'filterFlows' | 'dns' | 'tasks' | 'interfaces' | 'path' | 'systemExtensions' | 'unexpected'
>;

/** What the log tells of the network beside flows; lists that are empty are left out. */
export function networkReport(world: World, clock: ReportClock): NetworkPart {
  const connections = byStart(world.connections);
  const part = {
    connections: connections.slice(0, LIMITS.connections).map((each) => connectionReport(each, clock)),
    filterFlows: [...world.filterFlows].slice(0, LIMITS.filterFlows).map((each) => filterFlowReport(each, clock)),
    dns: byStart(world.dns)
      .slice(0, LIMITS.dns)
      .map((each) => dnsReport(each, clock)),
    tasks: byStart(world.tasks)
      .slice(0, LIMITS.tasks)
      .map((each) => taskReport(each, clock)),
    interfaces: [...world.interfaces.values()].slice(0, LIMITS.interfaces).map((each) => interfaceReport(each, clock)),
    path: world.paths.slice(0, LIMITS.path).map((each) => pathReport(each, clock)),
    systemExtensions: [...world.extensions.values()]
      .slice(0, LIMITS.extensions)
      .map((each) => extensionReport(each, clock)),
    unexpected: world.unexpected.slice(0, LIMITS.unexpected).map((each) => unexpectedReport(each, clock)),
  };
  return Object.fromEntries(Object.entries(part).filter(([, list]) => list.length > 0));
}

/** How many entries the lists above leave out. */
export function networkOmissions(world: World): Record<string, number> {
  return {
    connections: [...world.connections].length - LIMITS.connections,
    filterFlows: [...world.filterFlows].length - LIMITS.filterFlows,
    dns: [...world.dns].length - LIMITS.dns,
    tasks: [...world.tasks].length - LIMITS.tasks,
    interfaces: world.interfaces.size - LIMITS.interfaces,
    path: world.paths.length - LIMITS.path,
    systemExtensions: world.extensions.size - LIMITS.extensions,
    unexpected: world.unexpected.length - LIMITS.unexpected,
  };
}

function byStart<T extends { readonly startedAt: Micros; readonly id: string }>(entities: Iterable<T>): T[] {
  return [...entities].sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
}

function connectionReport(each: Connection, clock: ReportClock): ConnectionReport {
  const { input, line, file } = each.firstCite.ref;
  const time = (at: Micros | undefined): string | undefined => (at === undefined ? undefined : clock.iso(at, input));
  return defined({
    id: each.id,
    process: each.process,
    pid: each.pid < 0 ? undefined : each.pid,
    endpoint: each.endpoint,
    protocol: each.protocol,
    state: each.state,
    startedAt: clock.iso(each.startedAt, input),
    readyAt: time(each.readyAt),
    endedAt: time(each.endedAt),
    error: each.error,
    errorText: each.errorText,
    local: each.local,
    remote: each.remote,
    interface: each.interfaceName,
    stalls: each.stalls === 0 ? undefined : each.stalls,
    attempts:
      each.attempts.length === 0
        ? undefined
        : each.attempts.map(({ id, endpoint, startedAt, connectedAt, failedAt, error }) =>
            defined({
              id,
              endpoint,
              startedAt: clock.iso(startedAt, input),
              connectedAt: time(connectedAt),
              failedAt: time(failedAt),
              error,
            }),
          ),
    joins: each.joins.length === 0 ? undefined : each.joins.map(joinReport),
    line: file === undefined ? line : undefined,
  }) as ConnectionReport;
}

function filterFlowReport(each: FilterFlow, clock: ReportClock): FilterFlowReport {
  return defined({
    uuid: each.uuid,
    app: each.app,
    pid: each.pid,
    remote: each.remote,
    local: each.local,
    direction: each.direction,
    at: clock.iso(each.startedAt),
    verdict: each.verdict,
    code: each.verdict === 'drop' ? 'DRP' : undefined,
    tookUs: each.verdictAt === undefined ? undefined : each.verdictAt - each.startedAt,
    join: each.join === undefined ? undefined : joinReport(each.join),
  }) as FilterFlowReport;
}

function dnsReport(each: DnsRequest, clock: ReportClock): DnsReport {
  return defined({
    id: each.id,
    name: each.name,
    process: each.client,
    pid: each.clientPid < 0 ? undefined : each.clientPid,
    startedAt: clock.iso(each.startedAt),
    endedAt: each.stoppedAt === undefined ? undefined : clock.iso(each.stoppedAt),
    interfaces: each.interfaces.length === 0 ? undefined : [...each.interfaces],
    notes: each.notes.length === 0 ? undefined : [...each.notes],
    join: each.join === undefined ? undefined : joinReport(each.join),
  }) as DnsReport;
}

function taskReport(each: NetworkTask, clock: ReportClock): TaskReport {
  return defined({
    id: each.id,
    process: each.process,
    pid: each.pid < 0 ? undefined : each.pid,
    startedAt: clock.iso(each.startedAt),
    endedAt: each.stoppedAt === undefined ? undefined : clock.iso(each.stoppedAt),
    outcome: each.outcome,
    error: each.error,
    join: each.join === undefined ? undefined : joinReport(each.join),
  }) as TaskReport;
}

function interfaceReport({ name, delegate, history }: NetworkInterface, clock: ReportClock): InterfaceReport {
  const changes = history.map(({ at, what, other, cite }) =>
    defined({ at: clock.iso(at, cite.ref.input), what, other }),
  );
  return defined({ name, delegate, history: changes }) as InterfaceReport;
}

function pathReport({ at, what, from, to, cite }: PathChange, clock: ReportClock): PathReport {
  return defined({ at: clock.iso(at, cite.ref.input), what, from, to }) as PathReport;
}

function extensionReport({ bundle, state, history }: SystemExtension, clock: ReportClock): SystemExtensionReport {
  const steps = history.map(({ at, from, to, cite }) => ({ at: clock.iso(at, cite.ref.input), from, to }));
  return { bundle, state, history: steps };
}

function unexpectedReport({ entity, id, from, to, at, cite }: UnexpectedStep, clock: ReportClock): UnexpectedReport {
  const line = cite.ref.file === undefined ? cite.ref.line : undefined;
  return defined({ entity, id, from, to, at: clock.iso(at, cite.ref.input), line }) as UnexpectedReport;
}
