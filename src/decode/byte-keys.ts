import { sameBytes } from './same-bytes.ts';

const FIRST_TABLE = 4096;
const FIRST_ARENA = 64 * 1024;
/** Longest part that is hashed whole. */
const LONG = 32;

/**
 * A hash table from byte strings to small integers, for keys that stand in one or several places of a line: set `ranges`,
 * ask `find`, and after a miss `add`. Bytes are compared on every hash hit, a word at a time.
 */
export class ByteKeys {
  /** From and to of each part of the next key, as indices into the bytes asked for. */
  readonly ranges: Int32Array;
  #size = 0;
  #hashes = new Int32Array(FIRST_TABLE);
  #places = new Int32Array(FIRST_TABLE);
  #values = new Int32Array(FIRST_TABLE).fill(-1);
  #arena = Buffer.allocUnsafeSlow(FIRST_ARENA);
  #arenaView = viewOf(this.#arena);
  #used = 0;
  #lastHash = 0;

  /** `parts`: of how many byte strings a key is made. */
  constructor(parts: number) {
    this.ranges = new Int32Array(parts * 2);
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes that all keys take together. */
  get byteLength(): number {
    return this.#used;
  }

  clear(): void {
    this.#values.fill(-1);
    this.#size = 0;
    this.#used = 0;
  }

  /** The value of this key, or -1. */
  find(view: DataView): number {
    const ranges = this.ranges;
    let hash = 0;
    for (let part = 0; part < ranges.length; part += 2) {
      hash = hashRange(view, hash, ranges[part] ?? 0, ranges[part + 1] ?? 0);
    }
    hash ^= hash >>> 15;
    this.#lastHash = hash;
    const mask = this.#values.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const value = this.#values[slot] ?? -1;
      if (value < 0) return -1;
      if (this.#hashes[slot] === hash && this.#isAt(this.#places[slot] ?? 0, view)) return value;
    }
  }

  /** Remembers the key that `find` has just missed. */
  add(view: DataView, value: number): void {
    if ((this.#size + 1) * 2 > this.#values.length) this.#grow();
    this.#put(this.#lastHash, this.#store(view), value);
    this.#size += 1;
  }

  #put(hash: number, place: number, value: number): void {
    const mask = this.#values.length - 1;
    let slot = hash & mask;
    while ((this.#values[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    this.#hashes[slot] = hash;
    this.#places[slot] = place;
    this.#values[slot] = value;
  }

  #grow(): void {
    const [hashes, places, values] = [this.#hashes, this.#places, this.#values];
    this.#hashes = new Int32Array(values.length * 2);
    this.#places = new Int32Array(values.length * 2);
    this.#values = new Int32Array(values.length * 2).fill(-1);
    for (const [slot, value] of values.entries()) {
      if (value >= 0) this.#put(hashes[slot] ?? 0, places[slot] ?? 0, value);
    }
  }

  /** In the arena a key is the lengths of its parts, then their bytes. */
  #store(view: DataView): number {
    const ranges = this.ranges;
    const head = ranges.length * 2;
    let length = head;
    for (let part = 0; part < ranges.length; part += 2) length += (ranges[part + 1] ?? 0) - (ranges[part] ?? 0);
    this.#reserve(length);
    const place = this.#used;
    let at = place + head;
    for (let part = 0; part < ranges.length; part += 2) {
      const from = ranges[part] ?? 0;
      const to = ranges[part + 1] ?? 0;
      this.#arenaView.setInt32(place + part * 2, to - from, true);
      for (let i = from; i < to; i++) this.#arena[at++] = view.getUint8(i);
    }
    this.#used += length;
    return place;
  }

  #reserve(length: number): void {
    if (this.#used + length <= this.#arena.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#arena.length * 2, this.#used + length));
    this.#arena.copy(larger, 0, 0, this.#used);
    this.#arena = larger;
    this.#arenaView = viewOf(larger);
  }

  #isAt(place: number, view: DataView): boolean {
    const ranges = this.ranges;
    const arena = this.#arenaView;
    let at = place + ranges.length * 2;
    for (let part = 0; part < ranges.length; part += 2) {
      const from = ranges[part] ?? 0;
      const length = (ranges[part + 1] ?? 0) - from;
      if (arena.getInt32(place + part * 2, true) !== length) return false;
      if (!sameBytes(view, from, arena, at, length)) return false;
      at += length;
    }
    return true;
  }
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Of a long string only its beginning and its end: the rest is compared, not hashed. */
function hashRange(view: DataView, seed: number, from: number, to: number): number {
  let hash = seed ^ (to - from);
  let i = from;
  if (to - from > LONG) {
    hash = mix(mix(hash, view.getInt32(from, true)), view.getInt32(from + 4, true));
    i = to - LONG + 8;
  }
  for (; i + 4 <= to; i += 4) hash = mix(hash, view.getInt32(i, true));
  for (; i < to; i++) hash = mix(hash, view.getUint8(i));
  return hash;
}

function mix(hash: number, value: number): number {
  return Math.imul(((hash << 5) | (hash >>> 27)) ^ value, 0x9e3779b1);
}
