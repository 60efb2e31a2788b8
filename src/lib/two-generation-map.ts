/**
 * A bounded table: when the young generation is full, the old one is dropped whole and the young becomes old. Reading
 * an old entry makes it young again. Deleting single oldest keys from a Map costs six times more (performance.md, 3.6).
 */
export class TwoGenerationMap<K, V> {
  readonly #capacity: number;
  readonly #onDrop: (dropped: ReadonlyMap<K, V>) => void;
  #young = new Map<K, V>();
  #old = new Map<K, V>();

  constructor(capacity: number, onDrop: (dropped: ReadonlyMap<K, V>) => void = () => {}) {
    this.#capacity = capacity;
    this.#onDrop = onDrop;
  }

  get(key: K): V | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old === undefined) return undefined;
    this.#old.delete(key);
    this.set(key, old);
    return old;
  }

  set(key: K, value: V): void {
    if (this.#young.size >= this.#capacity && !this.#young.has(key)) this.turn();
    this.#old.delete(key);
    this.#young.set(key, value);
  }

  /** Drops the old generation now: for tables in which what is older than some time is of no use. */
  turn(): void {
    if (this.#old.size > 0) this.#onDrop(this.#old);
    this.#old = this.#young;
    this.#young = new Map();
  }

  delete(key: K): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }

  *values(): IterableIterator<V> {
    yield* this.#old.values();
    yield* this.#young.values();
  }
}
