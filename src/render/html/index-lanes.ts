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

export const FAILED = 1;
/** Not said by a line, but concluded: drawn dashed. */
export const INFERRED = 2;
/** No line says when it ended: its end is its last sign of life. */
export const OPEN = 4;

/** Whose half of a flow; `other` is no flow: a state, a life. */
export type BarRole = 'app' | 'kernel' | 'provider' | 'other';

/** Bars as they are collected, a number per column. */
export interface BarList {
  readonly from: number[];
  readonly to: number[];
  /** What it stands for: a place among the flows, or among the page's other bars. */
  readonly item: number[];
  readonly flags: number[];
}

/** Bars of a lane, sorted by beginning. */
export interface LaneBars {
  readonly role: BarRole;
  readonly count: number;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly item: Uint32Array;
  readonly flags: Uint8Array;
  /** Ends in their own order. */
  readonly ends: Float64Array;
  /** Row of each bar. */
  readonly rows: Uint8Array;
  readonly rowCount: number;
  /** Latest end within each block of bars: one long bar does not force a scan. */
  readonly blockEnds: Float64Array;
}

const BLOCK = 64;

export function emptyBars(): BarList {
  return { from: [], to: [], item: [], flags: [] };
}

export function addBar(
  { from, to, item, flags }: BarList,
  bar: readonly [from: number, to: number, item: number, flags: number],
): void {
  from.push(bar[0]);
  to.push(bar[1]);
  item.push(bar[2]);
  flags.push(bar[3]);
}

export function indexBars(list: BarList, role: BarRole, mostRows: number): LaneBars {
  const order = orderOf(list.from);
  const count = order.length;
  const from = gather(list.from, order, new Float64Array(count));
  const to = gather(list.to, order, new Float64Array(count));
  const item = gather(list.item, order, new Uint32Array(count));
  const flags = gather(list.flags, order, new Uint8Array(count));
  return laneBars({ role, from, to, item, flags, ends: to.slice().sort() }, mostRows);
}

/** Of bars in the order of their beginnings. */
export function laneBars(
  bars: Omit<LaneBars, 'count' | 'rows' | 'rowCount' | 'blockEnds'>,
  mostRows: number,
): LaneBars {
  const { from, to } = bars;
  const blockEnds = new Float64Array(Math.ceil(to.length / BLOCK)).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < to.length; i++) {
    const block = Math.floor(i / BLOCK);
    if ((to[i] ?? 0) > (blockEnds[block] ?? 0)) blockEnds[block] = to[i] ?? 0;
  }
  return { ...bars, count: from.length, ...packRows(from, to, mostRows), blockEnds };
}

/** A plain loop: `from` with a function goes by iterators, which takes ten times as long. */
function gather<T extends Float64Array | Uint32Array | Uint8Array>(
  values: readonly number[],
  order: Uint32Array,
  into: T,
): T {
  for (let i = 0; i < order.length; i++) into[i] = values[order[i] ?? 0] ?? 0;
  return into;
}

/** Places in the order of the values; flows come nearly sorted, those of the app wholly. */
function orderOf(values: readonly number[]): Uint32Array {
  const order = new Uint32Array(values.length);
  let isSorted = true;
  for (let i = 0; i < order.length; i++) {
    order[i] = i;
    if ((values[i - 1] ?? 0) > (values[i] ?? 0)) isSorted = false;
  }
  if (isSorted) return order;
  return order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
}

/** Bars that overlap stand in rows of their own; where there are too many, in the row that is free soonest. */
function packRows(from: Float64Array, to: Float64Array, most: number): Pick<LaneBars, 'rows' | 'rowCount'> {
  const rows = new Uint8Array(from.length);
  const free: number[] = [];
  for (let i = 0; i < from.length; i++) {
    const start = from[i] ?? 0;
    let row = 0;
    while (row < free.length && (free[row] ?? 0) > start) row += 1;
    if (row === most) row = free.indexOf(Math.min(...free));
    free[row] = Math.max(free[row] ?? 0, to[i] ?? 0);
    rows[i] = row;
  }
  return { rows, rowCount: free.length };
}

/** Places of the bars that overlap the stretch, in their order; stops behind `most`. */
export function barsWithin(bars: LaneBars, from: number, to: number, most: number): number[] {
  const end = lowerBound(bars.from, to);
  const found: number[] = [];
  for (let block = 0; block * BLOCK < end; block++) {
    if ((bars.blockEnds[block] ?? 0) < from) continue;
    for (let i = block * BLOCK; i < Math.min(end, (block + 1) * BLOCK); i++) {
      if ((bars.to[i] ?? 0) < from) continue;
      found.push(i);
      if (found.length >= most) return found;
    }
  }
  return found;
}

/** How many bars overlap the stretch, exactly, however many there are. */
export function countBars({ from: starts, ends }: LaneBars, from: number, to: number): number {
  return lowerBound(starts, to) - lowerBound(ends, from);
}
