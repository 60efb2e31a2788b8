import { Ring } from '../lib/ring.ts';
import { TwoGenerationMap } from '../lib/two-generation-map.ts';
import type { Micros } from '../model/units.ts';

interface Ending {
  /** When it began: of two of one number the younger counts. */
  readonly startedAt: Micros;
  stoppedAt?: Micros | undefined;
}

/** Entities by a number or name that comes back: the live ones, and the newest of those that are over. */
export class LifetimeStore<K, V extends Ending> implements Iterable<V> {
  readonly #open: TwoGenerationMap<K, V>;
  readonly #closed: Ring<V>;
  readonly #dropped: () => void;

  constructor(caps: { readonly open: number; readonly closed: number }, dropped: (count: number) => void) {
    this.#open = new TwoGenerationMap<K, V>(caps.open, (lost) => dropped(lost.size));
    this.#closed = new Ring<V>(caps.closed);
    this.#dropped = () => dropped(1);
  }

  get(key: K): V | undefined {
    return this.#open.get(key);
  }

  open(key: K, value: V): void {
    const before = this.#open.get(key);
    if (before !== undefined) this.#retire(before);
    this.#open.set(key, value);
  }

  /** It stays reachable by its key until another one takes that. */
  close(value: V, at: Micros): void {
    value.stoppedAt ??= at;
  }

  startBoot(): void {
    for (const value of this.#open.values()) this.#retire(value);
    this.#open.clear();
  }

  *[Symbol.iterator](): Iterator<V> {
    yield* this.#closed;
    yield* this.#open.values();
  }

  #retire(value: V): void {
    if (this.#closed.push(value) !== undefined) this.#dropped();
  }
}
