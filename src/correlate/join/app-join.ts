import { mayBeSameApp, sameSigningId } from '../../lib/signing-id.ts';
import type { Join } from '../../model/cite.ts';
import type { Micros } from '../../model/units.ts';
import type { Try } from '../connection-store.ts';
import type { AppEnd } from '../endings/circumstances.ts';
import type { MutableFlow } from '../mutable.ts';
import type { Store } from '../store.ts';
import { beginningOf, endsOfFlow, type FlowEnds, scoreApp } from './app-score.ts';
import { exactJoin, MARGIN, portOf, type Score, scoredJoin, THRESHOLD } from './score.ts';

/** An app's try and the flow it became begin within this time. Source: id-correlation 3.6 (0 to 50 ms). */
const WINDOW_US = 100_000;
/** Lines may come a little out of order. */
const SHUFFLE_US = 50_000;
const CAPS = { rivals: 12, apps: 1_024, joins: 8, recent: 512 };

export interface AppJoin {
  /** A flow of which the app is known: from now on it is a rival of others for the same connection. */
  flowSeen(flow: MutableFlow, at: Micros): void;
  /** Joins a flow with the app's connection, once; how that connection ended. */
  join(flow: MutableFlow): AppEnd | undefined;
  clear(): void;
}

/** A flow since its app is known. */
interface SeenFlow {
  readonly at: Micros;
  readonly flow: MutableFlow;
  /** Read when it is first compared: by then its lines are in. */
  ends: FlowEnds | undefined;
}

interface Scored {
  readonly each: Try;
  readonly isSameName: boolean;
  readonly score: Score;
}

/** A process whose connections may be an app's; `isSameName` where it bears the app's very name. */
interface Namesake {
  readonly name: string;
  readonly isSameName: boolean;
}

/**
 * Joins diverted flows with the connections of Network.framework that apps print. No number is shared, so pairs are
 * scored, and a pair stands back behind one that is clearly better; each try belongs to one flow, while one UDP flow may
 * carry several connections. Source: id-correlation 3.6.
 */
export function createAppJoin(store: Store): AppJoin {
  const flowsByApp = new Map<string, SeenFlow[]>();
  const processesByApp = new Map<string, { readonly count: number; readonly names: readonly Namesake[] }>();

  const processesOf = (app: string): readonly Namesake[] => {
    const known = processesByApp.get(app);
    const count = store.connections.processCount;
    if (known?.count === count) return known.names;
    const names = [...store.connections.processes].flatMap((name) => {
      const isSameName = sameSigningId(name, app);
      return isSameName || mayBeSameApp(name, app) ? [{ name, isSameName }] : [];
    });
    if (processesByApp.size >= CAPS.apps) processesByApp.clear();
    processesByApp.set(app, { count, names });
    return names;
  };
  const candidatesOf = (app: string, ends: FlowEnds): Scored[] => {
    const scored: Scored[] = [];
    const at = ends.flow.openedAt;
    for (const { name, isSameName } of processesOf(app)) {
      const tries = store.connections.triesOf(name);
      for (let i = firstFrom(tries, at - WINDOW_US); i < tries.length; i += 1) {
        const each = tries[i];
        if (each === undefined || each.at > at + WINDOW_US) break;
        // Of a connection that tells its addresses, those are what may be the flow.
        if (each.attempt === undefined && each.connection.attempts.length > 0) continue;
        const score = scoreApp(each, isSameName, ends);
        if (score !== undefined && score.points >= THRESHOLD) scored.push({ each, isSameName, score });
      }
    }
    return scored.sort(byScore);
  };
  const rivalsOf = (app: string, { flow }: FlowEnds): FlowEnds[] => {
    const list = flowsByApp.get(app) ?? [];
    const rivals: FlowEnds[] = [];
    for (let i = firstFrom(list, flow.openedAt - WINDOW_US - SHUFFLE_US); i < list.length; i += 1) {
      const other = list[i];
      if (other === undefined || other.at > flow.openedAt + WINDOW_US || rivals.length >= CAPS.rivals) break;
      if (other.flow === flow || hasConnection(other.flow)) continue;
      other.ends ??= endsOfFlow(other.flow);
      rivals.push(other.ends);
    }
    return rivals;
  };

  return {
    flowSeen(flow, at) {
      if (flow.app === undefined) return;
      const list = flowsByApp.get(flow.app) ?? [];
      if (flowsByApp.size >= CAPS.apps && !flowsByApp.has(flow.app)) flowsByApp.clear();
      flowsByApp.set(flow.app, list);
      list.push({ at, flow, ends: undefined });
      if (list.length >= 2 * CAPS.recent) list.splice(0, CAPS.recent);
    },
    join(flow) {
      if (flow.app === undefined) return undefined;
      const ends = endsOfFlow(flow);
      const candidates = candidatesOf(flow.app, ends);
      if (candidates.length === 0) return undefined;
      const rivals = rivalsOf(flow.app, ends);
      if (flow.protocol === 'udp') return joinMany(flow, candidates, rivals);
      const best = candidates.find((scored) => ownerOf(scored.each) === undefined && !isTaken(scored, rivals));
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
function joinMany(flow: MutableFlow, candidates: readonly Scored[], rivals: readonly FlowEnds[]): AppEnd | undefined {
  let end: AppEnd | undefined;
  for (const each of candidates.slice(0, CAPS.joins)) {
    if (ownerOf(each.each) !== undefined || isTaken(each, rivals)) continue;
    const join = joinOf(flow, each, runnerUp(each, [], rivals));
    take(flow, each, join);
    if (!join.isAmbiguous) end ??= appEndOf(each);
  }
  return end;
}

function joinOf(flow: MutableFlow, { each, score }: Scored, second: number | undefined): Join {
  const { connection, attempt } = each;
  const id = attempt === undefined ? connection.id : `${connection.id.replace(/:C.*$/, '')}:${attempt.id}`;
  const local = portOf(flow.local);
  // Both ends of the socket are the same on both sides: that is one socket.
  const isSocket = local !== undefined && local !== 0 && portOf(connection.local) === local;
  const isRemote = connection.remote !== undefined && connection.remote === flow.remote;
  if (isSocket && isRemote) return exactJoin('connection', id, `same socket ${connection.local}<->${flow.remote}`);
  return scoredJoin('connection', id, score.points, second, score.reasons);
}

function take(flow: MutableFlow, { each: { connection, attempt } }: Scored, join: Join): void {
  if (attempt !== undefined) attempt.flowId = flow.id;
  else connection.flowId = flow.id;
  // Not pushed: there is one of most, and a list that grows has room for many (`packed`).
  if (flow.joins.length < CAPS.joins) flow.joins = flow.joins.concat(join);
  if (connection.joins.length < CAPS.joins)
    connection.joins = connection.joins.concat({ ...join, with: 'flow', id: flow.id });
}

function ownerOf({ connection, attempt }: Try): string | undefined {
  return attempt === undefined ? connection.flowId : attempt.flowId;
}

/** Some other flow that has no connection yet fits this try clearly better. */
function isTaken(each: Scored, rivals: readonly FlowEnds[]): boolean {
  return rivals.some((rival) => pointsOf(each, rival) >= each.score.points + MARGIN);
}

/** The nearest that another pairing comes: this flow with another try, or this try with another flow. */
function runnerUp(best: Scored, all: readonly Scored[], rivals: readonly FlowEnds[]): number | undefined {
  let second = THRESHOLD - MARGIN - 1;
  for (const each of all) if (each !== best) second = Math.max(second, each.score.points);
  for (const rival of rivals) second = Math.max(second, pointsOf(best, rival));
  return second < THRESHOLD - MARGIN ? undefined : second;
}

function pointsOf({ each, isSameName }: Scored, rival: FlowEnds): number {
  return scoreApp(each, isSameName, rival)?.points ?? 0;
}

function hasConnection(flow: MutableFlow): boolean {
  return flow.joins.some((join) => join.with === 'connection');
}

function appEndOf({ each: { connection, attempt } }: Scored): AppEnd | undefined {
  if (attempt?.failedAt !== undefined)
    return { at: attempt.failedAt as AppEnd['at'], how: 'failed', error: attempt.error };
  const { endedAt, state, error } = connection;
  if (endedAt === undefined) return undefined;
  const hasFailed = state === 'failed' || error !== undefined;
  return { at: endedAt, how: hasFailed ? 'failed' : 'cancelled', error };
}

/** Index of the first entry from this time on. */
function firstFrom(list: readonly { readonly at: number }[], from: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byScore(a: Scored, b: Scored): number {
  return b.score.points - a.score.points || beginningOf(a.each) - beginningOf(b.each);
}
