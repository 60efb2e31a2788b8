import { lowerBound } from './index-lanes.ts';

/** How many of the sorted times lie in each of `columns` equal parts of the stretch; written into `into`. */
export function countColumns(times: Float64Array, from: number, to: number, into: Uint32Array): Uint32Array {
  const width = (to - from) / into.length;
  let place = lowerBound(times, from);
  const last = lowerBound(times, to);
  // Few times: one look at each costs less than a search per column.
  if (last - place < into.length * 4) {
    into.fill(0);
    for (; place < last; place++) {
      const column = Math.min(into.length - 1, Math.floor(((times[place] ?? 0) - from) / width));
      into[column] = (into[column] ?? 0) + 1;
    }
    return into;
  }
  for (let column = 0; column < into.length; column++) {
    const next = column === into.length - 1 ? last : lowerBound(times, from + (column + 1) * width, place, last);
    into[column] = next - place;
    place = next;
  }
  return into;
}

/** Height of a column by the logarithm of its count: at least 1 for anything, `most` for `peak` and above. */
export function logHeight(count: number, peak: number, most: number): number {
  if (count <= 0) return 0;
  const share = Math.log1p(count) / Math.log1p(Math.max(peak, count, 1));
  return Math.max(1, Math.round(share * most));
}
