import { barsWithin, lowerBound } from '../index-lanes.ts';
import type { Selection } from './hash-state.ts';
import { BAR_STEP, type LaneBox } from './layout.ts';
import type { Scale } from './scale.ts';

const REACH = 5;

/** What stands at a place within a lane: a flow's bar, else the nearest line. `y` is that of the lanes. */
export function hitLane(box: LaneBox, x: number, y: number, scale: Scale): Selection | undefined {
  const { bars, lines } = box.scene;
  const [from, to] = [scale.time(x - REACH), scale.time(x + REACH)];
  if (bars.rowCount > 0 && y >= box.barsTop - 2 && y < box.barsTop + bars.rowCount * BAR_STEP) {
    const row = Math.floor((y - box.barsTop) / BAR_STEP);
    const places = barsWithin(bars, from, to, 500);
    const place = places.find((each) => bars.rows[each] === row) ?? places[0];
    const index = place === undefined ? undefined : bars.item[place];
    if (index !== undefined) return { kind: 'flow', index };
  }
  const line = nearest(lines.at, scale.time(x), from, to);
  const index = line === undefined ? undefined : lines.line[line];
  return index === undefined ? undefined : { kind: 'line', index };
}

function nearest(times: Float64Array, at: number, from: number, to: number): number | undefined {
  const next = lowerBound(times, at);
  const found = [next - 1, next].filter(
    (i) => i >= 0 && i < times.length && (times[i] ?? 0) >= from && (times[i] ?? 0) <= to,
  );
  return found.sort((a, b) => Math.abs((times[a] ?? 0) - at) - Math.abs((times[b] ?? 0) - at))[0];
}
