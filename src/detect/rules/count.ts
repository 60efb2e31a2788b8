import type { RuleCondition } from '../../model/catalog.ts';
import type { Cite } from '../../model/entity.ts';
import type { Micros } from '../../model/units.ts';
import { inWords } from '../durations.ts';
import { BoundedStates } from './bounded-states.ts';
import type { Burst, Condition, ConditionContext, Match, Occurrence } from './condition.ts';

type Count = Extract<RuleCondition, { form: 'count' }>;

interface Tick {
  readonly at: Micros;
  /** Only some of them, evenly: a finding cites seven lines at most. */
  readonly cite: Cite | undefined;
}

interface Window {
  at: Micros;
  /** The most that stood in T, for those who ask why. */
  peak: { readonly count: number; readonly occurrence: Occurrence; readonly cite: Cite } | undefined;
  /** From `head` on the newest of the window, at most as many as are asked for: the oldest of those decides. */
  ticks: Tick[];
  head: number;
  /** Occurrences so far, and how many of them are counted in a burst already. */
  seen: number;
  counted: number;
  burst: Burst | undefined;
}

const CITES = 6;

/** `count A >= N within T`: met while the last N of them stand in a window of T. */
export function createCount(when: Count, context: ConditionContext): Condition {
  const { atLeast, withinUs } = when;
  const { caps } = context;
  // Few keys may have long windows, or many keys short ones: the lines remembered in all stay bounded.
  const longest = Math.min(atLeast, caps.times);
  const keys = Math.max(1, Math.min(caps.states, Math.floor(caps.times / Math.max(1, longest))));
  const windows = new BoundedStates<Window>(keys, withinUs);
  const every = Math.max(1, Math.ceil(atLeast / CITES));
  let lost = 0;
  const peaks = context.missed === undefined ? undefined : new Map<string, Window>();
  const measure = (window: Window, occurrence: Occurrence, cite: Cite): void => {
    const count = window.ticks.length - window.head;
    if (count <= (window.peak?.count ?? 0)) return;
    window.peak = { count, occurrence: { ...occurrence, event: context.keepEvent(occurrence.event) }, cite };
    if (peaks !== undefined && peaks.size < caps.states) peaks.set(occurrence.key, window);
  };
  return {
    on: {
      [when.event](occurrence) {
        const { event, key } = occurrence;
        const window = windows.touch(key, event.at, newWindow);
        const cite = context.cite(event);
        window.ticks.push({ at: event.at, cite: window.seen % every === 0 ? cite : undefined });
        window.seen += 1;
        lost += shorten(window, event.at - withinUs, longest, atLeast);
        if (peaks !== undefined) measure(window, occurrence, cite);
        if (window.ticks.length - window.head >= atLeast) context.met(grow(window, occurrence, cite));
      },
    },
    finish() {
      for (const { peak } of peaks?.values() ?? []) {
        if (peak === undefined || peak.count >= atLeast) continue;
        const { occurrence, cite, count } = peak;
        const actual = `at most ${count} within ${inWords(withinUs)}`;
        context.missed?.({ entity: occurrence.entity, event: occurrence.event, actual, holds: false, cite });
      }
    },
    get overflow() {
      return windows.overflow + lost;
    },
  };
}

/** Drops what is too old or not needed; answers how many would have been needed. */
function shorten(window: Window, from: number, longest: number, atLeast: number): number {
  let lost = 0;
  const { ticks } = window;
  if (ticks.length - window.head > longest) {
    window.head += 1;
    if (longest < atLeast) lost = 1;
  }
  while ((ticks[window.head]?.at ?? from) < from) window.head += 1;
  if (window.head > 1_024 && window.head > ticks.length / 2) {
    window.ticks = ticks.slice(window.head);
    window.head = 0;
  }
  return lost;
}

/** The burst goes on where the window still holds lines of it; each line is counted once. */
function grow(window: Window, { event, entity, value }: Occurrence, decisive: Cite): Match {
  const { ticks, head } = window;
  const oldest = window.seen - (ticks.length - head);
  const first = ticks[head]?.at ?? event.at;
  const isNew = window.burst === undefined || oldest >= window.counted;
  const burst = isNew || window.burst === undefined ? { count: 0, from: first, to: event.at } : window.burst;
  const from = Math.max(oldest, window.counted);
  const count = window.seen - from;
  burst.count += count;
  burst.to = event.at;
  window.burst = burst;
  window.counted = window.seen;
  const others = isNew ? ticks.slice(head).flatMap(({ cite }) => cite ?? []) : [];
  const since = ticks[head + from - oldest]?.at ?? event.at;
  return { entity, event, decisive, others, value, count, from: since, to: event.at, burst };
}

function newWindow(): Window {
  return { at: 0 as Micros, peak: undefined, ticks: [], head: 0, seen: 0, counted: 0, burst: undefined };
}
