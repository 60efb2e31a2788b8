import { mayBeSameApp, sameSigningId } from '../../lib/signing-id.ts';
import type { Join } from '../../model/cite.ts';
import type { AppEnd } from '../endings/circumstances.ts';
import type { MutableFlow } from '../mutable.ts';
import type { Store } from '../store.ts';
import { beginningOf, type Candidate, scoreApp } from './app-score.ts';
import { exactJoin, MARGIN, portOf, type Score, scoredJoin, THRESHOLD } from './score.ts';

/** An app's try and the flow it became begin within this time. Source: id-correlation 3.6 (0 to 50 ms). */
const WINDOW_US = 250_000;
/** A name is resolved within this time, or the app has given up. */
const RESOLVE_US = 30_000_000;
const CAPS = { back: 96, rivals: 24, apps: 1_024, joins: 8, recent: 512 };

export interface AppJoin {
  /** A flow of which the app is known: from now on it is a rival of others for the same connection. */
  flowSeen(flow: MutableFlow): void;
  /** Joins a flow with the app's connection, once; how that connection ended. */
  join(flow: MutableFlow): AppEnd | undefined;
  clear(): void;
}

interface Scored extends Candidate {
  readonly score: Score;
}

/**
 * Joins diverted flows with the connections of Network.framework that apps print. No number is shared, so pairs are
 * scored, the best pair of all that are near in time first; each try belongs to one flow, while one UDP flow may carry
 * several connections. Source: id-correlation 3.6.
 */
export function createAppJoin(store: Store): AppJoin {
  const flowsByApp = new Map<string, MutableFlow[]>();
  const processesByApp = new Map<string, { readonly count: number; readonly names: readonly string[] }>();

  const processesOf = (app: string): readonly string[] => {
    const known = processesByApp.get(app);
    if (known !== undefined && known.count === store.connections.processCount) return known.names;
    const names = [...store.connections.processes].filter(
      (name) => sameSigningId(name, app) || mayBeSameApp(name, app),
    );
    if (processesByApp.size >= CAPS.apps) processesByApp.clear();
    processesByApp.set(app, { count: store.connections.processCount, names });
    return names;
  };
  const candidatesOf = (flow: MutableFlow): Scored[] => {
    if (flow.app === undefined) return [];
    const near: Candidate[] = [];
    for (const name of processesOf(flow.app)) {
      for (const candidate of nearOnes(store.connections.ofProcess(name), flow.openedAt)) near.push(candidate);
    }
    return near.flatMap((candidate) => {
      const score = scoreApp(candidate, flow);
      return score === undefined || score.points < THRESHOLD ? [] : [{ ...candidate, score }];
    });
  };
  const rivalsOf = (flow: MutableFlow): MutableFlow[] => {
    const list = flow.app === undefined ? [] : (flowsByApp.get(flow.app) ?? []);
    const near = list.filter((other) => other !== flow && Math.abs(other.openedAt - flow.openedAt) <= WINDOW_US);
    return near.slice(0, CAPS.rivals);
  };

  return {
    flowSeen(flow) {
      if (flow.app === undefined) return;
      const list = flowsByApp.get(flow.app) ?? [];
      if (flowsByApp.size >= CAPS.apps && !flowsByApp.has(flow.app)) flowsByApp.clear();
      flowsByApp.set(flow.app, list);
      list.push(flow);
      if (list.length >= 2 * CAPS.recent) list.splice(0, CAPS.recent);
    },
    join(flow) {
      const candidates = candidatesOf(flow).sort(byScore);
      if (candidates.length === 0) return undefined;
      const rivals = rivalsOf(flow);
      if (flow.protocol === 'udp') return joinMany(flow, candidates, rivals);
      const free = candidates.filter((each) => ownerOf(each) === undefined && !isBetterOf(each, flow, rivals));
      const best = free[0];
      if (best === undefined) return undefined;
      const join = joinOf(flow, best, runnerUp(best, candidates, rivals));
      take(flow, best, join);
      return join.isAmbiguous ? undefined : appEndOf(best);
    },
    clear() {
      flowsByApp.clear();
      processesByApp.clear();
    },
  };
}

/** Datagrams of several connections may share one socket, and so one flow. */
function joinMany(
  flow: MutableFlow,
  candidates: readonly Scored[],
  rivals: readonly MutableFlow[],
): AppEnd | undefined {
  let end: AppEnd | undefined;
  for (const each of candidates.slice(0, CAPS.joins)) {
    if (ownerOf(each) !== undefined || isBetterOf(each, flow, rivals)) continue;
    const join = joinOf(flow, each, runnerUp(each, [], rivals));
    take(flow, each, join);
    if (!join.isAmbiguous) end ??= appEndOf(each);
  }
  return end;
}

function joinOf(flow: MutableFlow, { connection, attempt, score }: Scored, second: number | undefined): Join {
  const id = attempt === undefined ? connection.id : `${connection.id.replace(/:C.*$/, '')}:${attempt.id}`;
  const local = portOf(flow.local);
  // Both ends of the socket are the same on both sides: that is one socket.
  const isSocket = local !== undefined && local !== 0 && portOf(connection.local) === local;
  const isRemote = connection.remote !== undefined && connection.remote === flow.remote;
  if (isSocket && isRemote) return exactJoin('connection', id, `same socket ${connection.local}<->${flow.remote}`);
  return scoredJoin('connection', id, score.points, second, score.reasons);
}

function take(flow: MutableFlow, { connection, attempt }: Scored, join: Join): void {
  if (attempt !== undefined) attempt.flow = flow;
  else connection.flow = flow;
  if (flow.joins.length < CAPS.joins) flow.joins.push(join);
  if (connection.joins.length < CAPS.joins) connection.joins.push({ ...join, with: 'flow', id: flow.id });
}

function ownerOf({ connection, attempt }: Candidate): MutableFlow | undefined {
  return attempt === undefined ? connection.flow : attempt.flow;
}

/** Some other flow that has none yet fits this try clearly better. */
function isBetterOf(each: Scored, flow: MutableFlow, rivals: readonly MutableFlow[]): boolean {
  return rivals.some((rival) => {
    if (rival === flow || hasConnection(rival)) return false;
    return (scoreApp(each, rival)?.points ?? 0) >= each.score.points + MARGIN;
  });
}

/** The nearest that another pairing comes: this flow with another try, or this try with another flow. */
function runnerUp(best: Scored, all: readonly Scored[], rivals: readonly MutableFlow[]): number | undefined {
  const tries = all.filter((each) => each !== best).map(({ score }) => score.points);
  const flows = rivals.map((rival) => scoreApp(best, rival)?.points ?? 0);
  const others = [...tries, ...flows].filter((points) => points >= THRESHOLD - MARGIN);
  return others.length === 0 ? undefined : Math.max(...others);
}

function hasConnection(flow: MutableFlow): boolean {
  return flow.joins.some((join) => join.with === 'connection');
}

function appEndOf({ connection, attempt }: Candidate): AppEnd | undefined {
  if (attempt?.failedAt !== undefined)
    return { at: attempt.failedAt as AppEnd['at'], how: 'failed', error: attempt.error };
  const { endedAt, state, error } = connection;
  if (endedAt === undefined) return undefined;
  const hasFailed = state === 'failed' || error !== undefined;
  return { at: endedAt, how: hasFailed ? 'failed' : 'cancelled', error };
}

/** Tries that began near this time; the list is in the order of its connections' first lines. */
function* nearOnes(connections: readonly Candidate['connection'][], at: number): Iterable<Candidate> {
  const last = lastBefore(connections, at + WINDOW_US);
  // A name may take long to resolve: the try that became the flow can belong to a connection begun some time before.
  for (let i = last; i >= 0 && i > last - CAPS.back; i -= 1) {
    const connection = connections[i];
    if (connection === undefined || at - connection.startedAt > RESOLVE_US) return;
    if (connection.attempts.length === 0) {
      const whole = { connection, attempt: undefined };
      if (Math.abs(beginningOf(whole) - at) <= WINDOW_US) yield whole;
    }
    for (const attempt of connection.attempts)
      if (Math.abs(attempt.startedAt - at) <= WINDOW_US) yield { connection, attempt };
  }
}

/** Index of the last connection that began by then; -1 where none did. */
function lastBefore(connections: readonly Candidate['connection'][], at: number): number {
  let low = 0;
  let high = connections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((connections[middle]?.startedAt ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function byScore(a: Scored, b: Scored): number {
  return b.score.points - a.score.points || beginningOf(a) - beginningOf(b);
}
