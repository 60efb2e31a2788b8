import { keep } from '../../lib/keep.ts';
import { known } from '../../lib/redacted.ts';
import { isWithin, sameSigningId } from '../../lib/signing-id.ts';
import type { Cite, ProcessRun, Span } from '../../model/entity.ts';
import type { Micros } from '../../model/units.ts';
import { SECOND } from '../../model/units.ts';
import { bundlesOf } from '../subjects.ts';
import type { FlowEvent } from './own-flows.ts';

/** So many flows of one app to one endpoint within ten seconds. Source: detectors.md, proxy-capture-loop. */
const AT_LEAST = 50;
const WINDOW_US = 10 * SECOND;
/** From so many on it is followed how they end: of other traffic that is not remembered. */
const FOLLOWED_FROM = 20;
/** Flows of a loop live this short and move nothing, or end with an error. */
const SHORT_US = SECOND;
const UNFOLLOWED = { ends: 0, dead: 0 };
const CAPS = { open: 20_000, bursts: 256, pairs: 2_048, times: 4_096, cites: 24 };

/** One app that keeps asking for one endpoint, as one provider run is told. */
export interface Hammered {
  readonly run: ProcessRun;
  readonly app: string;
  readonly remote: string;
  readonly cites: readonly Cite[];
  /** Flows in the densest ten seconds. */
  readonly peak: number;
  /** Stretches in which every ten seconds held as many as asked, in the order of time. */
  readonly bursts: readonly Span[];
  /** Flows in those stretches. */
  readonly count: number;
  /** How many of the later ones ended, as far as the log tells, and how many of these at once without data or with an error. */
  readonly ends: number;
  readonly dead: number;
}

interface Pair extends Pick<Hammered, 'run' | 'app' | 'remote'> {
  ends: number;
  dead: number;
  readonly cites: Cite[];
  times: Micros[];
  peak: number;
  count: number;
  readonly bursts: { readonly from: Micros; to: Micros }[];
  /** Counted by the lines of one kind: what is accepted, else what is offered. */
  readonly told: 'accepted' | 'announced';
}

/** Counts flows by app and endpoint; flows of the provider itself are another fault (proxy-self-loop). */
export class Hammering {
  /** Of a pair that is not worth following, which most are, only the times within the window. */
  readonly #pairs = new Map<string, Pair | Micros[]>();
  readonly #tellers = new Map<string, number>();
  readonly #open = new Map<number, { readonly pair: Pair; readonly at: Micros; hasError: boolean }>();

  add(run: ProcessRun | undefined, event: FlowEvent, told: Pair['told'], cite: () => Cite): void {
    const app = known(event.fields.app);
    const remote = known(event.fields.remote);
    if (run === undefined || app === undefined || remote === undefined || app === '' || remote === '') return;
    const key = this.#keyOf(run, told, app, remote);
    const seen = this.#pairs.get(key);
    if (seen === undefined) {
      if (this.#pairs.size >= CAPS.pairs) this.#forget(event.at);
      if (this.#pairs.size < CAPS.pairs) this.#pairs.set(keep(key), [event.at]);
      return;
    }
    const times = isPair(seen) ? [] : recent(seen, event.at);
    if (!isPair(seen) && times.length + 1 < FOLLOWED_FROM) {
      this.#pairs.set(key, times.concat(event.at));
      return;
    }
    const pair = isPair(seen) ? seen : pairSince(times, { run, app: keep(app), remote: keep(remote), told });
    if (pair !== seen) this.#pairs.set(key, pair);
    this.#count(pair, event.at, cite);
    const hash = 'flow' in event.fields ? event.fields.flow : undefined;
    if (hash !== undefined && pair.times.length >= FOLLOWED_FROM && this.#open.size < CAPS.open)
      this.#open.set(hash, { pair, at: event.at, hasError: false });
  }

  failed(hash: number): void {
    const flow = this.#open.get(hash);
    if (flow !== undefined) flow.hasError = true;
  }

  ended(hash: number, at: Micros, isEmpty: boolean): void {
    const flow = this.#open.get(hash);
    if (flow === undefined) return;
    this.#open.delete(hash);
    flow.pair.ends += 1;
    if (flow.hasError || (isEmpty && at - flow.at < SHORT_US)) flow.pair.dead += 1;
  }

  /** At the end of the capture. */
  all(): readonly Hammered[] {
    const pairs = [...this.#pairs.values()].filter(isPair);
    const full = pairs.filter(({ peak, run, app }) => peak >= AT_LEAST && !isOwn(run, app));
    const isTold = new Set(full.filter(({ told }) => told === 'accepted').map(({ run }) => run.id));
    return full
      .filter(({ told, run }) => told === 'accepted' || !isTold.has(run.id))
      .map((pair) => {
        // Acceptances carry no hash: the library's own lines tell how the flows ended.
        const announced = this.#pairs.get(this.#keyOf(pair.run, 'announced', pair.app, pair.remote));
        const { ends, dead } = announced === undefined ? pair : isPair(announced) ? announced : UNFOLLOWED;
        return { ...pair, ends, dead };
      });
  }

  #count(pair: Pair, at: Micros, cite: () => Cite): void {
    pair.times = recent(pair.times, at);
    if (pair.times.length < CAPS.times) pair.times.push(at);
    const isWorth = pair.times.length >= FOLLOWED_FROM && pair.times.length % 4 === 0;
    if (isWorth && pair.cites.length < CAPS.cites) pair.cites.push(cite());
    pair.peak = Math.max(pair.peak, pair.times.length);
    if (pair.times.length < AT_LEAST) return;
    const last = pair.bursts.at(-1);
    if (last !== undefined && at - last.to <= WINDOW_US) {
      last.to = at;
      pair.count += 1;
    } else if (pair.bursts.length < CAPS.bursts) {
      pair.bursts.push({ from: pair.times[0] ?? at, to: at });
      pair.count += pair.times.length;
    }
  }

  /** Pairs that were quiet for longer than the window and never reached the number asked for. */
  #forget(now: Micros): void {
    for (const [key, pair] of this.#pairs) {
      const last = (isPair(pair) ? pair.times : pair).at(-1) ?? 0;
      const isFull = isPair(pair) && pair.peak >= AT_LEAST;
      if (!isFull && now - last > WINDOW_US) this.#pairs.delete(key);
    }
  }

  /** Who tells it is a number of ours: keys are many, and long as they are. */
  #keyOf(run: ProcessRun, told: Pair['told'], app: string, remote: string): string {
    const name = `${run.id} ${told}`;
    const teller = this.#tellers.get(name) ?? this.#tellers.size;
    if (teller < this.#tellers.size) return `${teller} ${app} ${remote}`;
    if (teller >= CAPS.pairs) return `${name} ${app} ${remote}`;
    this.#tellers.set(name, teller);
    return `${teller} ${app} ${remote}`;
  }
}

/** A pair that is worth following from now on. */
function pairSince(times: Micros[], parties: Pick<Pair, 'run' | 'app' | 'remote' | 'told'>): Pair {
  return { ...parties, cites: [], times, peak: times.length, count: 0, ends: 0, dead: 0, bursts: [] };
}

function isPair(seen: Pair | Micros[]): seen is Pair {
  return !Array.isArray(seen);
}

/** Those within the window; the list itself where all are, which may then be added to. */
function recent(times: Micros[], at: Micros): Micros[] {
  const first = times.findIndex((each) => at - each <= WINDOW_US);
  return first === 0 ? times : first < 0 ? [] : times.slice(first);
}

/** The source is the provider itself, or the app it belongs to. */
function isOwn(run: ProcessRun, app: string): boolean {
  return bundlesOf(run).some((each) => sameSigningId(app, each) || isWithin(app, each) || isWithin(each, app));
}

/** Within one of its bursts, or so long after. */
export function isNearBurst({ bursts }: Hammered, at: Micros, afterUs: number): boolean {
  return bursts.some(({ from, to }) => at >= from && at <= to + afterUs);
}
