import { sameBytes } from '../same-bytes.ts';
import { RecentTails } from './recent-tails.ts';

const FIRST_TABLE = 1024;

/** Finds what is remembered of a process by the bytes of its name: once per line, so it does as little as it can. */
export class ProcessNames {
  #table: (RecentTails | undefined)[] = new Array(FIRST_TABLE).fill(undefined);
  #size = 0;

  find(view: DataView, from: number, to: number): RecentTails | undefined {
    const table = this.#table;
    const mask = table.length - 1;
    const length = to - from;
    for (let slot = hashOf(view, from, length) & mask; ; slot = (slot + 1) & mask) {
      const known = table[slot];
      if (known === undefined) return undefined;
      if (known.nameLength === length && sameBytes(view, from, known.name, 0, length)) return known;
    }
  }

  /** Adds a name that `find` does not know. */
  add(bytes: Buffer, from: number, to: number): RecentTails {
    if ((this.#size + 1) * 2 > this.#table.length) this.#grow();
    const added = new RecentTails(bytes.subarray(from, to));
    this.#put(added);
    this.#size += 1;
    return added;
  }

  clear(): void {
    this.#table.fill(undefined);
    this.#size = 0;
  }

  #put(known: RecentTails): void {
    const mask = this.#table.length - 1;
    let slot = hashOf(known.name, 0, known.nameLength) & mask;
    while (this.#table[slot] !== undefined) slot = (slot + 1) & mask;
    this.#table[slot] = known;
  }

  #grow(): void {
    const before = this.#table;
    this.#table = new Array(before.length * 2).fill(undefined);
    for (const known of before) if (known !== undefined) this.#put(known);
  }
}

/** From the first and the last four bytes: names differ there, or are told apart by their bytes. */
function hashOf(view: DataView, from: number, length: number): number {
  if (length < 4) return length === 0 ? 0 : view.getUint8(from) * 31 + view.getUint8(from + length - 1) + length;
  const mixed = Math.imul(
    view.getInt32(from, true) ^ Math.imul(view.getInt32(from + length - 4, true), 0x85ebca6b),
    0x9e3779b1,
  );
  return (mixed >>> 15) + length;
}
