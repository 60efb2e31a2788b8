import type { Micros } from '../../model/units.ts';

interface Dated {
  /** The last event that touched it. */
  at: Micros;
}

/**
 * States of conditions by key, the least recently touched thrown out where there are too many. One that is older than the
 * condition's window has nothing left to say; a younger one is counted as lost.
 */
export class BoundedStates<S extends Dated> {
  readonly #states = new Map<string, S>();
  readonly #capacity: number;
  readonly #windowUs: number;
  overflow = 0;

  constructor(capacity: number, windowUs: number) {
    this.#capacity = capacity;
    this.#windowUs = windowUs;
  }

  /** The state of this key, made where there is none; it is the youngest from now on. */
  touch(key: string, at: Micros, make: () => S): S {
    const known = this.#states.get(key);
    if (known !== undefined) this.#states.delete(key);
    else if (this.#states.size >= this.#capacity) this.#evict(at);
    const state = known ?? make();
    state.at = at;
    this.#states.set(key, state);
    return state;
  }

  #evict(now: Micros): void {
    for (const [key, state] of this.#states) {
      if (now - state.at <= this.#windowUs) this.overflow += 1;
      this.#states.delete(key);
      return;
    }
  }
}
