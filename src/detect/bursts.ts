import type { Cite, ProcessRun } from '../model/entity.ts';
import type { DurationUs, Micros } from '../model/units.ts';
import { SlidingCount } from './rate.ts';

const CAPS = { runs: 256, cites: 48 };

/** Events of one process run that come in bursts. */
export interface Burst {
  readonly run: ProcessRun;
  readonly window: SlidingCount;
  readonly cites: Cite[];
  last: Cite;
  /** The longest stretch in which every window held as many as asked. */
  longestUs: DurationUs;
  /** Since when the present stretch lasts. */
  since: Micros | undefined;
}

export interface Bursts {
  add(run: ProcessRun | undefined, cite: Cite): void;
  /** Runs that reached the number asked for. */
  full(): readonly Burst[];
  /** Every run that was counted. */
  all(): readonly Burst[];
}

/** Counts events by process run in a sliding window. */
export function createBursts(atLeast: number, windowUs: DurationUs): Bursts {
  const bursts = new Map<string, Burst>();
  return {
    add(run, cite) {
      if (run === undefined || (bursts.size >= CAPS.runs && !bursts.has(run.id))) return;
      const burst = bursts.get(run.id) ?? {
        run,
        window: new SlidingCount(windowUs),
        cites: [],
        last: cite,
        longestUs: 0,
        since: undefined,
      };
      bursts.set(run.id, burst);
      burst.last = cite;
      if (burst.cites.length < CAPS.cites) burst.cites.push(cite);
      const isFull = burst.window.add(cite.at) >= atLeast;
      if (!isFull) burst.since = undefined;
      else {
        // The window that became full began when its oldest event came.
        burst.since ??= burst.window.oldest ?? cite.at;
        burst.longestUs = Math.max(burst.longestUs, cite.at - burst.since);
      }
    },
    all: () => [...bursts.values()],
    full: () => [...bursts.values()].filter(({ window }) => window.peak >= atLeast),
  };
}
