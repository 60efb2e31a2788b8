import { LEVELS } from '../../model/log-record.ts';
import type { Timeline } from '../../model/timeline.ts';
import { countColumns } from './density.ts';
import { indexLines } from './index-lanes.ts';
import { OUTLINE_COLUMNS, OUTLINE_PARTS } from './page-data.ts';
import { encodePlanes } from './planes.ts';

/** How much lies where in each lane: what a first picture of the whole capture needs, some ten kB for any number of lines. */
export function encodeOutline(timeline: Timeline): Uint8Array {
  const { lanes, lines, durationUs } = timeline;
  const index = indexLines(lines, lanes.length, LEVELS.indexOf('error'), LEVELS.indexOf('fault'));
  const ends = flowEnds(timeline);
  const counts = index.flatMap((lane, i) => {
    const times = { ...lane, from: sorted(ends[i]?.from), to: sorted(ends[i]?.to) };
    return OUTLINE_COLUMNS.map((name) => countColumns(times[name], 0, durationUs + 1, new Uint32Array(OUTLINE_PARTS)));
  });
  return encodePlanes(counts);
}

interface Ends {
  readonly from: number[];
  readonly to: number[];
}

/** Per lane, where bars of flows begin and end: as the page draws them once it has the columns. */
function flowEnds({ lanes, flows, durationUs }: Timeline): readonly Ends[] {
  const ends = lanes.map((): Ends => ({ from: [], to: [] }));
  const within = (at: number): number => Math.min(Math.max(at, 0), durationUs);
  const add = (lane: number | undefined, from: number, to: number): void => {
    const found = ends[lane ?? -1];
    found?.from.push(within(from));
    found?.to.push(within(to));
  };
  for (const { openedAt, closedAt, kernel, provider, appLane, kernelLane, providerLane } of flows) {
    add(appLane, openedAt, closedAt ?? Math.max(openedAt, kernel?.to ?? 0, provider?.to ?? 0));
    if (kernel !== undefined) add(kernelLane, kernel.from, kernel.to);
    if (provider !== undefined) add(providerLane, provider.from, provider.to);
  }
  return ends;
}

function sorted(times: readonly number[] = []): Float64Array {
  return Float64Array.from(times).sort();
}
