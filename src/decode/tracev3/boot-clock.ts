import type { Micros } from '../../model/units.ts';
import type { SyncPoint, Timebase } from './header.ts';

const TWO_32 = 4_294_967_296;

/** Continuous time, in two halves. */
interface Moment {
  readonly low: number;
  readonly high: number;
}

/**
 * Turns continuous time of one boot into wall clock: from the last sync point before it, without a number that a double
 * does not hold. `points` are sorted by continuous time, at least one.
 */
export class BootClock {
  readonly #points: readonly SyncPoint[];
  readonly #numerator: number;
  readonly #denominator: number;
  #at = 0;

  constructor(timebase: Timebase, points: readonly SyncPoint[]) {
    this.#points = points;
    this.#numerator = timebase.numerator;
    this.#denominator = timebase.denominator;
  }

  /** µs since 1970, rounded down as Apple's tool does. */
  wall(low: number, high: number): Micros {
    const point = this.#pointBefore(low, high);
    return point === undefined ? (0 as Micros) : this.#from(point, low, high);
  }

  #from(point: SyncPoint, low: number, high: number): Micros {
    const ticks = (high - point.high) * TWO_32 + (low - point.low);
    const whole = Math.floor(ticks / this.#denominator);
    const rest = ticks - whole * this.#denominator;
    const nanos = point.nanos + whole * this.#numerator + Math.floor((rest * this.#numerator) / this.#denominator);
    return (point.micros + Math.floor(nanos / 1000)) as Micros;
  }

  /** Earliest and latest wall clock of a stretch of continuous time: the clock may have been set back in it. */
  span(first: Moment, last: Moment): readonly [Micros, Micros] {
    let earliest = this.wall(first.low, first.high);
    let latest = Math.max(earliest, this.wall(last.low, last.high)) as Micros;
    for (let at = this.#indexBefore(first.low, first.high) + 1; at < this.#points.length; at++) {
      const point = this.#points[at];
      if (point === undefined || isLater(point, last.low, last.high)) break;
      const before = this.#from(this.#points[at - 1] ?? point, point.low, point.high);
      if (point.micros < earliest) earliest = point.micros as Micros;
      if (before > latest) latest = before;
    }
    return [earliest, latest];
  }

  /** Entries come in rows: the point of the one before is mostly that of the next. */
  #pointBefore(low: number, high: number): SyncPoint | undefined {
    const points = this.#points;
    const point = points[this.#at];
    const next = points[this.#at + 1];
    if (point !== undefined && !isLater(point, low, high) && (next === undefined || isLater(next, low, high)))
      return point;
    this.#at = this.#indexBefore(low, high);
    return points[this.#at];
  }

  /** The last point that is not later; the first where all are. */
  #indexBefore(low: number, high: number): number {
    const points = this.#points;
    let from = 0;
    let to = points.length - 1;
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      const candidate = points[middle];
      if (candidate !== undefined && isLater(candidate, low, high)) to = middle - 1;
      else from = middle;
    }
    return from;
  }
}

function isLater(point: SyncPoint, low: number, high: number): boolean {
  return point.high > high || (point.high === high && point.low > low);
}
