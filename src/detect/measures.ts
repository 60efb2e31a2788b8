import { median } from '../lib/median.ts';

/** How regularly something comes. */
export interface Period {
  /** Median time from one to the next, µs. */
  readonly us: number;
  /** Half of the gaps are within this share of the median: 0 is a clock, 1 is chance. */
  readonly variation: number;
}

const LEAST_FOR_PERIOD = 3;
const LEAST_FOR_DOUBLING = 8;

/** Of times in µs, in order; undefined for fewer than three, or where all are one. */
export function periodOf(times: readonly number[]): Period | undefined {
  if (times.length < LEAST_FOR_PERIOD) return undefined;
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? at));
  const us = median(gaps);
  return us <= 0 ? undefined : { us, variation: median(gaps.map((gap) => Math.abs(gap - us))) / us };
}

/**
 * µs in which the rate doubles, by how many more stand in the later half of the time than in the earlier one; undefined for
 * fewer than eight times, and where it does not grow.
 */
export function doublingUs(times: readonly number[]): number | undefined {
  const [first, last] = [times[0], times.at(-1)];
  if (times.length < LEAST_FOR_DOUBLING || first === undefined || last === undefined || last <= first) return undefined;
  const half = (last - first) / 2;
  const early = times.filter((at) => at < first + half).length;
  const growth = (times.length - early) / Math.max(1, early);
  return growth <= 1 ? undefined : half / Math.log2(growth);
}
