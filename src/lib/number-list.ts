/**
 * A list of numbers outside of the heap: 8 bytes each, nothing for the garbage collector to walk through. Where many things of
 * one kind are remembered, one list per field takes a fourth of an object per thing. NaN stands for what is not there.
 */
export class NumberList {
  #numbers = new Float64Array(16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = new Float64Array(this.#length + (this.#length >> 1));
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** NaN where the list has no such index. */
  at(index: number): number {
    return index < this.#length ? (this.#numbers[index] ?? Number.NaN) : Number.NaN;
  }

  /** Changes a number that the list has. */
  set(index: number, number: number): void {
    if (index < this.#length) this.#numbers[index] = number;
  }
}
