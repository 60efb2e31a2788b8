import type { TimeSelection, TimeWindow } from '../lib/time-window.ts';
import { windowOf } from '../lib/time-window.ts';
import type { FlowEndings, Session, Span, World } from '../model/entity.ts';
import type { Finding } from '../model/finding.ts';
import type { Flow } from '../model/flow.ts';
import type { QualityCheck } from '../model/report.ts';
import type { Micros } from '../model/units.ts';
import type { ReportClock } from './iso.ts';

/** The part of a capture that was asked for. The whole of it was read and judged: only what is shown is less. */
export interface Windowed {
  readonly span: Span;
  readonly world: World;
  readonly findings: readonly Finding[];
  /** What lies outside and is not shown, per list. */
  readonly outside: Readonly<Record<string, number>>;
}

/** Undefined where no part was asked for, or where no record has a time. */
export function windowed(
  times: TimeSelection,
  whole: Span | undefined,
  {
    world,
    findings,
    clock,
  }: { readonly world: World; readonly findings: readonly Finding[]; readonly clock: ReportClock },
): Windowed | undefined {
  if (whole === undefined) return undefined;
  const asked = windowOf(times, {
    from: whole.from,
    to: whole.to,
    offsetAt: clock.offsetAt,
    boots: world.boots.map(({ from }) => from),
  });
  if (asked === undefined) return undefined;
  const inside = findings.filter(({ span }) => span === undefined || meets(asked, span.from, span.to));
  const narrow = worldIn(world, asked);
  const lost = (all: Iterable<unknown>, kept: Iterable<unknown>): number => sizeOf(all) - sizeOf(kept);
  const outside = {
    findings: findings.length - inside.length,
    flows: lost(world.flows, narrow.flows),
    sessions: lost(world.sessions, narrow.sessions),
    processes: lost(world.processes, narrow.processes),
    connections: lost(world.connections, narrow.connections),
  };
  return {
    // Still µs: an open end is the capture's own.
    span: {
      from: (Number.isFinite(asked.from)
        ? asked.from
        : asked.from > 0
          ? whole.to
          : Math.min(whole.from, asked.to)) as Micros,
      to: (Number.isFinite(asked.to) ? asked.to : asked.to < 0 ? whole.from : Math.max(whole.to, asked.from)) as Micros,
    },
    world: narrow,
    findings: inside,
    outside: Object.fromEntries(Object.entries(outside).filter(([, count]) => count > 0)),
  };
}

/** Whether the capture holds the time that was asked for: what was not recorded cannot be seen. */
export function windowChecks(asked: Span, whole: Span, clock: ReportClock): QualityCheck[] {
  const held = `the capture holds ${clock.iso(whole.from)} to ${clock.iso(whole.to)}`;
  if (asked.to < asked.from)
    return [{ check: 'asked-time', state: 'red', message: `no time is in the part asked for: ${held}` }];
  if (asked.to < whole.from || asked.from > whole.to)
    return [{ check: 'asked-time', state: 'red', message: `the time asked for is not in it: ${held}` }];
  if (asked.from >= whole.from && asked.to <= whole.to) return [];
  const edge = asked.from < whole.from ? `begins at ${clock.iso(whole.from)}` : `ends at ${clock.iso(whole.to)}`;
  return [{ check: 'asked-time', state: 'amber', message: `the capture ${edge}: beyond that nothing can be seen` }];
}

function worldIn(world: World, window: TimeWindow): World {
  const flows = [...world.flows].filter((flow) => meets(window, flow.openedAt, flow.closedAt ?? lastOf(flow)));
  const within = <T extends { readonly at: number }>(each: T): boolean => meets(window, each.at, each.at);
  return {
    processes: [...world.processes].filter((run) => meets(window, run.firstAt, run.end?.at ?? run.lastAt)),
    sessions: [...world.sessions].flatMap((session) => sessionIn(session, window)),
    flows,
    power: world.power.filter(({ from, to }) => meets(window, from, to ?? Infinity)),
    connections: [...world.connections].filter(({ startedAt, endedAt, lastCite }) =>
      meets(window, startedAt, endedAt ?? lastCite.at),
    ),
    dns: [...world.dns].filter(({ startedAt, stoppedAt }) => meets(window, startedAt, stoppedAt ?? startedAt)),
    tasks: [...world.tasks].filter(({ startedAt, stoppedAt }) => meets(window, startedAt, stoppedAt ?? startedAt)),
    filterFlows: [...world.filterFlows].filter((flow) =>
      meets(window, flow.startedAt, flow.verdictAt ?? flow.startedAt),
    ),
    interfaces: world.interfaces,
    paths: world.paths.filter(within),
    extensions: world.extensions,
    unexpected: world.unexpected.filter(within),
    boots: world.boots,
    endings: endingsOf(flows),
    evicted: world.evicted,
    process: (pid) => world.process(pid),
    runOf: (event) => world.runOf(event),
    session: (uuid) => world.session(uuid),
    flow: (hash) => world.flow(hash),
    powerNow: () => world.powerNow(),
  };
}

/** The session with the runs and steps of that time; none where nothing of it was alive or moved then. */
function sessionIn(session: Session, window: TimeWindow): Session[] {
  const runs = session.runs.filter(({ startedAt, endedAt }) => meets(window, startedAt, endedAt ?? Infinity));
  const history = session.history.filter(({ at }) => meets(window, at, at));
  return runs.length === 0 && history.length === 0 ? [] : [{ ...session, runs, history }];
}

function lastOf({ openedAt, kernel, provider }: Flow): number {
  return Math.max(openedAt, kernel?.lastAt ?? 0, provider?.lastAt ?? 0);
}

function endingsOf(flows: readonly Flow[]): FlowEndings {
  const byCode: Record<string, number> = {};
  const byCloser: Record<string, number> = {};
  for (const { ending } of flows) {
    if (ending === undefined) continue;
    byCode[ending.code] = (byCode[ending.code] ?? 0) + 1;
    byCloser[ending.closedBy.who] = (byCloser[ending.closedBy.who] ?? 0) + 1;
  }
  return { byCode, byCloser };
}

function meets(window: TimeWindow, from: number, to: number): boolean {
  return from <= window.to && to >= window.from;
}

function sizeOf(items: Iterable<unknown>): number {
  let size = 0;
  for (const _ of items) size += 1;
  return size;
}
