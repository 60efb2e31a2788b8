/** First in, first out. What has left is let go of in slices, so that neither end costs more the longer it gets. */
export class Queue<T> implements Iterable<T> {
  #items: T[] = [];
  #first = 0;

  get size(): number {
    return this.#items.length - this.#first;
  }

  /** The oldest; undefined where it is empty. */
  get first(): T | undefined {
    return this.#items[this.#first];
  }

  push(item: T): void {
    this.#items.push(item);
  }

  *[Symbol.iterator](): Iterator<T> {
    yield* this.#items.slice(this.#first);
  }

  shift(): T | undefined {
    const item = this.#items[this.#first];
    if (this.#first < this.#items.length) this.#first += 1;
    // load-bearing: half of the list, so that each item is moved once at most.
    if (this.#first < 64 || this.#first * 2 < this.#items.length) return item;
    this.#items = this.#items.slice(this.#first);
    this.#first = 0;
    return item;
  }
}
