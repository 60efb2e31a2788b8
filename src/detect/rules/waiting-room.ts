import type { Cite } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { Micros } from '../../model/units.ts';
import type { Entity } from './entities.ts';

/** An event that waits for its answer. */
export interface Waiting {
  readonly key: string;
  readonly value: string | undefined;
  readonly entity: Entity;
  readonly event: LooseEvent;
  readonly cite: Cite;
  readonly until: Micros;
  /** Answered, found or thrown out. */
  isGone: boolean;
}

interface Same {
  list: Waiting[];
  alive: number;
}

/**
 * Who waits, in the order in which they came, and by key. Whoever goes is marked first and cleared away later: most go from
 * the front, where a Set that is emptied gets slower and slower.
 */
export class WaitingRoom {
  #queue: Waiting[] = [];
  #head = 0;
  #alive = 0;
  readonly #byKey = new Map<string, Same>();
  readonly #capacity: number;
  /** Thrown out to make room. */
  overflow = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Who came first and is still there. */
  get first(): Waiting | undefined {
    while (this.#queue[this.#head]?.isGone === true) this.#head += 1;
    if (this.#head > 1_024 && this.#head > this.#queue.length / 2) {
      this.#queue = this.#queue.slice(this.#head);
      this.#head = 0;
    }
    return this.#queue[this.#head];
  }

  get all(): readonly Waiting[] {
    return this.#queue.slice(this.#head).filter(({ isGone }) => !isGone);
  }

  of(key: string): readonly Waiting[] {
    return (this.#byKey.get(key)?.list ?? []).filter(({ isGone }) => !isGone);
  }

  add(one: Waiting): void {
    const { first } = this;
    if (this.#alive >= this.#capacity && first !== undefined) {
      this.remove(first);
      this.overflow += 1;
    }
    this.#queue.push(one);
    this.#alive += 1;
    const same = this.#byKey.get(one.key);
    if (same === undefined) {
      this.#byKey.set(one.key, { list: [one], alive: 1 });
      return;
    }
    if (same.list.length > 16 + 2 * same.alive) same.list = same.list.filter(({ isGone }) => !isGone);
    same.list.push(one);
    same.alive += 1;
  }

  remove(one: Waiting): void {
    if (one.isGone) return;
    one.isGone = true;
    this.#alive -= 1;
    const same = this.#byKey.get(one.key);
    if (same === undefined) return;
    same.alive -= 1;
    if (same.alive === 0) this.#byKey.delete(one.key);
  }
}
