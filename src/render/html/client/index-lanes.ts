/** Per lane, what is drawn in it, sorted so that any stretch of time is found by bisection. */

/** First place in sorted `values` whose value is at least `least`. */
export function lowerBound(values: ArrayLike<number>, least: number, from = 0, to = values.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lines of a lane in the order of time. */
export interface LaneLines {
  readonly at: Float64Array;
  /** Places in the page's lines. */
  readonly line: Uint32Array;
  /** Times of lines at error level, and at fault level. */
  readonly errors: Float64Array;
  readonly faults: Float64Array;
}

export interface LineColumns {
  readonly at: Float64Array;
  readonly lane: Uint8Array;
  readonly level: Uint8Array;
}

/** The lines of each lane; `error` and `fault` are the numbers of those levels. */
export function indexLines(lines: LineColumns, lanes: number, error: number, fault: number): LaneLines[] {
  const counts = Array.from({ length: lanes }, () => ({ all: 0, errors: 0, faults: 0 }));
  for (let i = 0; i < lines.at.length; i++) {
    const count = counts[lines.lane[i] ?? 0];
    if (count === undefined) continue;
    count.all += 1;
    if (lines.level[i] === error) count.errors += 1;
    else if (lines.level[i] === fault) count.faults += 1;
  }
  const index = counts.map(({ all, errors, faults }) => ({
    at: new Float64Array(all),
    line: new Uint32Array(all),
    errors: new Float64Array(errors),
    faults: new Float64Array(faults),
  }));
  const filled = counts.map(() => ({ all: 0, errors: 0, faults: 0 }));
  for (let i = 0; i < lines.at.length; i++) {
    const lane = index[lines.lane[i] ?? 0];
    const next = filled[lines.lane[i] ?? 0];
    if (lane === undefined || next === undefined) continue;
    const at = lines.at[i] ?? 0;
    lane.at[next.all] = at;
    lane.line[next.all++] = i;
    if (lines.level[i] === error) lane.errors[next.errors++] = at;
    else if (lines.level[i] === fault) lane.faults[next.faults++] = at;
  }
  return index;
}

/** A bar to be drawn. */
export interface LaneBar {
  readonly from: number;
  readonly to: number;
  /** What it stands for: a place among the flows, or among the page's other bars. */
  readonly item: number;
  readonly kind: 'flow' | 'bar';
  /** Which half of a flow. */
  readonly role: 'app' | 'kernel' | 'provider' | 'other';
  readonly isFailed: boolean;
  /** Not said by a line, but concluded: its beginning and end are drawn dashed. */
  readonly isInferred: boolean;
  /** No line says when it ended: `to` is its last sign of life. */
  readonly isOpen: boolean;
}

export interface LaneBars {
  /** Sorted by beginning. */
  readonly bars: readonly LaneBar[];
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Row of each bar. */
  readonly rows: Uint8Array;
  readonly rowCount: number;
  /** Latest end within each block of bars: one long bar does not force a scan. */
  readonly blockEnds: Float64Array;
}

const BLOCK = 64;

export function indexBars(bars: readonly LaneBar[], mostRows: number): LaneBars {
  const sorted = [...bars].sort((a, b) => a.from - b.from || a.to - b.to || a.item - b.item);
  const blockEnds = new Float64Array(Math.ceil(sorted.length / BLOCK)).fill(Number.NEGATIVE_INFINITY);
  for (const [i, { to }] of sorted.entries()) {
    const block = Math.floor(i / BLOCK);
    blockEnds[block] = Math.max(blockEnds[block] ?? 0, to);
  }
  const { rows, rowCount } = packRows(sorted, mostRows);
  return {
    bars: sorted,
    starts: Float64Array.from(sorted, ({ from }) => from),
    ends: Float64Array.from(sorted, ({ to }) => to).sort(),
    rows,
    rowCount,
    blockEnds,
  };
}

/** Bars that overlap stand in rows of their own; where there are too many, in the row that is free soonest. */
function packRows(bars: readonly LaneBar[], most: number): { readonly rows: Uint8Array; readonly rowCount: number } {
  const rows = new Uint8Array(bars.length);
  const free: number[] = [];
  for (const [i, { from, to }] of bars.entries()) {
    let row = free.findIndex((end) => end <= from);
    if (row < 0) row = free.length < most ? free.length : free.indexOf(Math.min(...free));
    free[row] = Math.max(free[row] ?? 0, to);
    rows[i] = row;
  }
  return { rows, rowCount: free.length };
}

/** Places of the bars that overlap the stretch, in their order; stops behind `most`. */
export function barsWithin({ starts, bars, blockEnds }: LaneBars, from: number, to: number, most: number): number[] {
  const end = lowerBound(starts, to);
  const found: number[] = [];
  for (let block = 0; block * BLOCK < end; block++) {
    if ((blockEnds[block] ?? 0) < from) continue;
    for (let i = block * BLOCK; i < Math.min(end, (block + 1) * BLOCK); i++) {
      if ((bars[i]?.to ?? 0) < from) continue;
      found.push(i);
      if (found.length >= most) return found;
    }
  }
  return found;
}

/** How many bars overlap the stretch, exactly, however many there are. */
export function countBars({ starts, ends }: LaneBars, from: number, to: number): number {
  return lowerBound(starts, to) - lowerBound(ends, from);
}
