import type { DurationUs, Micros } from '../model/units.ts';

/** Counts events in a sliding window of log time, and remembers how many there were at most and where they stood. */
export class SlidingCount {
  readonly #windowUs: DurationUs;
  readonly #times: Micros[] = [];
  #first = 0;
  total = 0;
  /** The most that stood in one window. */
  peak = 0;
  peakFrom: Micros | undefined;

  constructor(windowUs: DurationUs) {
    this.#windowUs = windowUs;
  }

  /** The oldest that stands in the present window. */
  get oldest(): Micros | undefined {
    return this.#times[this.#first];
  }

  add(at: Micros): number {
    this.total += 1;
    this.#times.push(at);
    while (at - (this.#times[this.#first] ?? at) > this.#windowUs) this.#first += 1;
    if (this.#first > 1_024) {
      this.#times.splice(0, this.#first);
      this.#first = 0;
    }
    const now = this.#times.length - this.#first;
    if (now > this.peak) {
      this.peak = now;
      this.peakFrom = this.#times[this.#first];
    }
    return now;
  }
}

/**
 * Whether events come faster and faster: the later half of the time holds at least twice as many as the earlier half.
 * Needs at least eight, so that a handful of stragglers says nothing.
 */
export function grows(times: readonly Micros[]): boolean {
  const first = times[0];
  const last = times.at(-1);
  if (times.length < 8 || first === undefined || last === undefined || last <= first) return false;
  const middle = (first + last) / 2;
  const early = times.filter((at) => at < middle).length;
  return times.length - early >= 2 * Math.max(1, early);
}
