import type { Flow, ProcessRun, Session } from '../../model/entity.ts';
import { LANE_KINDS, type LaneKind, type TimelineLane } from '../../model/timeline.ts';
import type { SourceKey } from './collector.ts';

/** Lanes per kind; what comes after goes into one lane `other …`. */
const MOST: Readonly<Record<LaneKind, number>> = {
  capture: 1,
  power: 2,
  path: 1,
  session: 12,
  provider: 16,
  kernel: 14,
  app: 24,
  system: 24,
};

const OTHER: Readonly<Partial<Record<LaneKind, string>>> = {
  session: 'other sessions',
  provider: 'other providers',
  kernel: 'kernel: other',
  app: 'other apps',
  system: 'other processes',
};

/** Processes that speak for sessions. */
const SESSION_PROCESSES: ReadonlySet<string> = new Set(['nesessionmanager', 'neagent', 'nehelper', 'neconfigd']);
const POWER_EVENT = /^(?:kernel\.power|kernel\.wake|system\.powerd|system\.pmset)/;
const PATH_EVENT = /^(?:kernel\.interface\/|system\.configd\/)|[/-]path(?:-|$)/;

/** Where things are drawn. Lanes are numbered in the order of their kinds, within a kind by how much they hold. */
export interface LanePlan {
  readonly lanes: readonly TimelineLane[];
  lineLane(source: number, event: string): number;
  appLane(flow: Flow): number;
  providerLane(bundle: string): number;
  sessionLane(session: Session): number;
  place(kind: LaneKind, name: string): number;
}

export interface LaneInput {
  readonly sources: readonly SourceKey[];
  /** Per line its source and event name. */
  readonly lines: Iterable<{ readonly source: number; readonly event: string }>;
  readonly flows: readonly Flow[];
  readonly sessions: readonly Session[];
  readonly providers: readonly ProcessRun[];
}

export function planLanes(input: LaneInput): LanePlan {
  const homeOf = createHomes(input);
  const weights = new Map<string, number>();
  const add = (kind: LaneKind, name: string, weight: number): void => {
    const key = `${kind}\n${name}`;
    weights.set(key, (weights.get(key) ?? 0) + weight);
  };
  // What a reader looks for first has a lane even where nothing is in it.
  add('power', 'power', Number.MAX_SAFE_INTEGER);
  add('path', 'network path', 1);
  for (const session of input.sessions) add('session', sessionName(session), 1e9);
  for (const run of input.providers) add('provider', bundleOf(run), 1e9);
  for (const flow of input.flows) {
    add('app', appName(flow), 1000);
    if (flow.kernel !== undefined) add('kernel', FLOW_DIVERT, 1000);
  }
  for (const { source, event } of input.lines) add(...homeOf(source, event), 1);
  const { lanes, place } = numbered(weights);
  return {
    lanes,
    place,
    lineLane: (source, event) => place(...homeOf(source, event)),
    appLane: (flow) => place('app', appName(flow)),
    providerLane: (bundle) => place('provider', bundle),
    sessionLane: (session) => place('session', sessionName(session)),
  };
}

export const FLOW_DIVERT = 'kernel: flow-divert';

export function bundleOf(run: ProcessRun): string {
  return run.provider?.bundle ?? run.name;
}

function appName(flow: Flow): string {
  return flow.app ?? 'app not named';
}

function sessionName(session: Session): string {
  return session.name === '' ? session.uuid : session.name;
}

/** Kind and name of the lane of a line: by its event where that decides, else by who wrote it. */
function createHomes(input: LaneInput): (source: number, event: string) => [LaneKind, string] {
  const bundles = new Map<string, string>();
  for (const run of input.providers) {
    bundles.set(run.name, bundleOf(run));
    bundles.set(`${run.pid}`, bundleOf(run));
  }
  // `com.apple.Safari` is the signing identifier of a process `Safari`.
  const apps = new Map<string, string>();
  for (const { app } of input.flows) {
    if (app === undefined) continue;
    apps.set(app, app);
    apps.set(app.slice(app.lastIndexOf('.') + 1), app);
  }
  const homes = input.sources.map(({ origin, pid }): [LaneKind, string] => {
    const { process } = origin;
    if (process === '') return ['capture', 'capture'];
    if (process === 'kernel') return ['kernel', 'kernel'];
    if (process === 'powerd') return ['power', 'power'];
    if (SESSION_PROCESSES.has(process)) return ['session', process];
    const bundle = bundles.get(process) ?? bundles.get(`${pid}`);
    if (bundle !== undefined) return ['provider', bundle];
    const app = apps.get(process);
    return app === undefined ? ['system', process] : ['app', app];
  });
  const families = new Map<string, [LaneKind, string] | undefined>();
  const byEvent = (event: string): [LaneKind, string] | undefined => {
    if (POWER_EVENT.test(event)) return ['power', 'power'];
    if (PATH_EVENT.test(event)) return ['path', 'network path'];
    const [, part] = /^kernel\.([a-z-]+)\//.exec(event) ?? [];
    return part === undefined ? undefined : ['kernel', `kernel: ${part}`];
  };
  return (source, event) => {
    if (event !== '' && !families.has(event)) families.set(event, byEvent(event));
    return (event === '' ? undefined : families.get(event)) ?? homes[source] ?? ['system', ''];
  };
}

function numbered(weights: ReadonlyMap<string, number>): Pick<LanePlan, 'lanes' | 'place'> {
  const lanes: TimelineLane[] = [];
  const places = new Map<string, number>();
  const others = new Map<LaneKind, number>();
  for (const kind of LANE_KINDS) {
    const names = [...weights]
      .filter(([key]) => key.startsWith(`${kind}\n`))
      .map(([key, weight]) => ({ name: key.slice(kind.length + 1), weight }))
      .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
    const own = names.length > MOST[kind] ? names.slice(0, MOST[kind] - 1) : names;
    for (const { name } of own) places.set(`${kind}\n${name}`, lanes.push({ kind, name }) - 1);
    if (own.length < names.length) others.set(kind, lanes.push({ kind, name: OTHER[kind] ?? 'other' }) - 1);
  }
  return { lanes, place: (kind, name) => places.get(`${kind}\n${name}`) ?? others.get(kind) ?? 0 };
}
