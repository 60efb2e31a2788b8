import type { TimeWindow } from '../../lib/time-window.ts';
import { STORY_LINES } from '../../model/story.ts';
import { MINUTE } from '../../model/units.ts';
import { byTime } from '../place.ts';
import { type Moment, placeKey } from './moment.ts';

/** What led to it may lie so far before. */
const LEAD_US = 60 * MINUTE;
/** So many of a kind become one line where there is no room for each. */
const FOLD_FROM = 3;

export interface Chosen {
  readonly moments: readonly Moment[];
  readonly omitted: number;
}

/** The moments of a story: those in its time, and the last of each kind that led to it, as many as there is room for. */
export function choose(all: readonly Moment[], window: TimeWindow | undefined): Chosen {
  const inOrder = oneLineEach(all).toSorted(byTime);
  const within = window === undefined ? inOrder : inOrder.filter((moment) => isWithin(moment, window));
  const lead = window === undefined ? [] : leadTo(inOrder, window.from);
  const folded = lead.length + within.length > STORY_LINES ? fold(within) : within;
  const kept = [...lead, ...folded];
  const byWeight = kept.toSorted((a, b) => b.weight - a.weight || a.at - b.at);
  const best = new Set(byWeight.slice(0, STORY_LINES));
  const dropped = byWeight.slice(STORY_LINES).reduce((sum, { times = 1 }) => sum + times, 0);
  return { moments: kept.filter((moment) => best.has(moment)), omitted: dropped };
}

function isWithin({ at, until = at }: Moment, { from, to }: TimeWindow): boolean {
  return at <= to && until >= from;
}

/** Two of one line are one moment: our words, and the graver weight. */
function oneLineEach(all: readonly Moment[]): Moment[] {
  const byPlace = new Map<string, Moment>();
  const loose: Moment[] = [];
  for (const moment of all) {
    if (moment.cite === undefined) {
      loose.push(moment);
      continue;
    }
    const key = placeKey(moment.cite);
    const known = byPlace.get(key);
    byPlace.set(key, known === undefined ? moment : merged(known, moment));
  }
  return [...byPlace.values(), ...loose];
}

function merged(a: Moment, b: Moment): Moment {
  const told = a.says === undefined ? b : a;
  return {
    ...told,
    weight: Math.max(a.weight, b.weight),
    decisive: a.decisive === true || b.decisive === true,
    times: Math.max(a.times ?? 1, b.times ?? 1),
  };
}

/** The last state before it of power, each session, each process, the path: what stood when it began. */
function leadTo(inOrder: readonly Moment[], from: number): Moment[] {
  const last = new Map<string, Moment>();
  for (const moment of inOrder) {
    if (moment.at >= from || moment.at < from - LEAD_US || moment.says === undefined) continue;
    const [kind = '', name = ''] = moment.key.split(' ');
    if (kind === 'flow' || kind === 'same') continue;
    last.set(kind === 'power' || kind === 'path' ? kind : `${kind} ${name}`, moment);
  }
  return [...last.values()].map((moment) => ({ ...moment, weight: moment.weight / 2 })).toSorted(byTime);
}

/** Many of one kind as its first, counted; what decides stays by itself. */
function fold(inOrder: readonly Moment[]): Moment[] {
  const kinds = grouped(inOrder);
  const done = new Set<string>();
  return inOrder.flatMap((moment): Moment[] => {
    const alike = kinds.get(kindOf(moment)) ?? [];
    if (moment.decisive === true || alike.length < FOLD_FROM) return [moment];
    if (done.has(kindOf(moment))) return [];
    done.add(kindOf(moment));
    const times = alike.reduce((sum, each) => sum + (each.times ?? 1), 0);
    const until = alike.at(-1)?.at ?? moment.at;
    return [{ ...moment, times, until, weight: Math.max(...alike.map(({ weight }) => weight)) }];
  });
}

function kindOf({ key, who, decisive }: Moment): string {
  return decisive === true ? `decisive ${key}` : `${who} ${key}`;
}

function grouped(moments: readonly Moment[]): Map<string, Moment[]> {
  const kinds = new Map<string, Moment[]>();
  for (const moment of moments) {
    const kind = kinds.get(kindOf(moment));
    if (kind === undefined) kinds.set(kindOf(moment), [moment]);
    else kind.push(moment);
  }
  return kinds;
}
