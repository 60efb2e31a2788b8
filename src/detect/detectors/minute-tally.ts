import type { Micros } from '../../model/units.ts';
import { SECOND } from '../../model/units.ts';

const SLOTS = 60;

/** Counts of several kinds over the last minute of log time, second by second. */
export class MinuteTally<K extends string> {
  readonly #kinds: readonly K[];
  readonly #slots: Float64Array;
  readonly #sums: Float64Array;
  #second = Number.NEGATIVE_INFINITY;

  constructor(kinds: readonly K[]) {
    this.#kinds = kinds;
    this.#slots = new Float64Array(SLOTS * kinds.length);
    this.#sums = new Float64Array(kinds.length);
  }

  /** Counts one; what stands before the minute that ends here is forgotten. */
  add(kind: K, at: Micros): void {
    this.#moveTo(Math.floor(at / SECOND));
    const index = this.#kinds.indexOf(kind);
    const slot = (this.#second % SLOTS) * this.#kinds.length + index;
    this.#slots[slot] = (this.#slots[slot] ?? 0) + 1;
    this.#sums[index] = (this.#sums[index] ?? 0) + 1;
  }

  /** In the minute up to the last that was counted. */
  of(kind: K): number {
    return this.#sums[this.#kinds.indexOf(kind)] ?? 0;
  }

  #moveTo(second: number): void {
    // A line that comes late belongs to the present second.
    if (second <= this.#second) return;
    const steps = Math.min(SLOTS, second - this.#second);
    for (let step = 0; step < steps; step++) this.#clear((second - step) % SLOTS);
    this.#second = second;
  }

  #clear(place: number): void {
    const width = this.#kinds.length;
    for (let index = 0; index < width; index++) {
      const slot = place * width + index;
      this.#sums[index] = (this.#sums[index] ?? 0) - (this.#slots[slot] ?? 0);
      this.#slots[slot] = 0;
    }
  }
}
