import type { Connection } from '../../model/connection.ts';
import type { Cite, Flow, Grade, Join, World } from '../../model/entity.ts';
import type { TrailLaneKind } from '../../model/flow-trail.ts';
import { SECOND } from '../../model/units.ts';

/** Something that an entity beside a flow did, in our words. */
export interface Beside {
  readonly at: number;
  readonly lane: TrailLaneKind;
  /** The process; without a number where the export prints none. */
  readonly name: string;
  readonly pid?: number;
  readonly says: string;
  readonly grade: Grade;
  readonly cite: Cite | undefined;
}

/** An end of the provider this long after the flow's own may still be of it. */
const REACH_US = 2 * SECOND;

/** What the app's connection, a filter, the provider's process, its sessions and the machine's power did while the flow lived. */
export function besideFlow(flow: Flow, world: World): Beside[] {
  return [
    ...flow.joins.flatMap((join) => [...ofConnection(join, flow, world), ...ofFilter(join, world)]),
    ...ofProvider(flow, world),
    ...ofPower(flow, world),
  ];
}

function ofConnection(join: Join, flow: Flow, world: World): Beside[] {
  if (join.with !== 'connection') return [];
  const connection = [...world.connections].find(({ id, boot }) => id === join.id && boot === flow.boot);
  if (connection === undefined) return [];
  const { process, pid, number, endpoint, startedAt, readyAt, endedAt, state, error, errorText } = connection;
  const step = (at: number, says: string, cite: Cite | undefined): Beside => ({
    at,
    lane: 'app',
    name: process,
    ...(pid < 0 ? {} : { pid }),
    says: `C${number} ${says}`,
    grade: join.grade,
    cite,
  });
  const why = [errorText, error === undefined ? undefined : `[${error}]`]
    .filter((part) => part !== undefined)
    .join(' ');
  const tried = connection.attempts.flatMap((attempt) => [
    step(attempt.startedAt, `tries ${attempt.endpoint ?? attempt.id}`, undefined),
    ...(attempt.failedAt === undefined ? [] : [step(attempt.failedAt, failed(attempt.error), undefined)]),
  ]);
  return [
    step(startedAt, endpoint === undefined ? 'starts' : `starts, to ${endpoint}`, connection.firstCite),
    ...tried,
    ...(readyAt === undefined ? [] : [step(readyAt, 'is ready', undefined)]),
    ...(endedAt === undefined
      ? []
      : [step(endedAt, why === '' ? endWord(state) : `${endWord(state)}: ${why}`, connection.lastCite)]),
  ];
}

function endWord(state: Connection['state']): string {
  return state === 'failed' ? 'fails' : `is ${state}`;
}

function failed(error: number | undefined): string {
  return error === undefined ? 'the attempt fails' : `the attempt fails [${error}]`;
}

function ofFilter(join: Join, world: World): Beside[] {
  if (join.with !== 'filter-flow') return [];
  const filter = [...world.filterFlows].find(({ uuid }) => uuid === join.id);
  if (filter === undefined) return [];
  const { grade } = join;
  const asked = {
    at: filter.startedAt,
    lane: 'filter',
    name: 'filter',
    pid: filter.filterPid,
    says: 'the filter is asked',
    grade,
    cite: undefined,
  } as const;
  if (filter.verdictAt === undefined) return [asked];
  return [asked, { ...asked, at: filter.verdictAt, says: `the filter’s verdict: ${filter.verdict ?? 'unknown'}` }];
}

function ofProvider(flow: Flow, world: World): Beside[] {
  const { providerPid, boot } = flow;
  if (providerPid === undefined || providerPid < 0) return [];
  const from = flow.openedAt;
  const to = (flow.closedAt ?? flow.provider?.lastAt ?? flow.kernel?.lastAt ?? from) + REACH_US;
  const runs = [...world.processes].filter((run) => run.pid === providerPid && run.boot === boot);
  const ends = runs.flatMap(({ end, name, provider }): Beside[] => {
    if (end === undefined || end.at < from || end.at > to) return [];
    const by = end.sentBy === undefined ? '' : ` by ${end.sentBy}`;
    const says = `the provider’s process ends: ${end.kind}${end.signal === undefined ? '' : ` ${end.signal}`}${by}`;
    const grade = provider?.grade ?? 'inferred';
    return [{ at: end.at, lane: 'provider', name, pid: providerPid, says, grade, cite: end.cites[0] }];
  });
  const served = new Set(runs.flatMap(({ provider }) => provider?.sessions ?? []));
  const changes = [...world.sessions].flatMap((session) => {
    if (!served.has(session.uuid)) return [];
    const during = session.history.filter(({ at }) => at >= from && at <= to);
    return during.map(
      ({ at, from: before, to: after, cite }): Beside => ({
        at,
        lane: 'system',
        name: 'nesessionmanager',
        says: `session ${session.name}: ${before} → ${after}`,
        grade: 'exact',
        cite,
      }),
    );
  });
  return [...ends, ...changes];
}

function ofPower(flow: Flow, world: World): Beside[] {
  const to = flow.closedAt ?? Math.max(flow.kernel?.lastAt ?? 0, flow.provider?.lastAt ?? 0, flow.openedAt);
  return world.power.flatMap(({ state, from, reason, cites }): Beside[] => {
    const [cite] = cites;
    if (from < flow.openedAt || from > to) return [];
    const says = `the machine is ${state}${reason === undefined ? '' : ` (${reason})`}`;
    return [{ at: from, lane: 'system', name: cite?.process ?? 'power', says, grade: 'exact', cite }];
  });
}
