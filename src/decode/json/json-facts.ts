/** Keys of a log record that are read from bytes, each at its number; how they are spelled says the dialect. */
export const PROCESS_PATH = 0;
const SUBSYSTEM = 2;
export const TIMESTAMP = 4;
export const MESSAGE_TYPE = 5;
export const EVENT_TYPE = 6;
/** The time as a number of nanoseconds, where a dialect has it. */
export const NANOS = 7;
export const KEY_COUNT = 8;
/** The first four make the origin. */
const ORIGIN_KEYS = 4;

/** Where the values of one object stand, as indices into the bytes it was found in. Only string values count. */
export class JsonFacts {
  /** From and to of each value between its quotes; 0, 0 where the object has none. */
  readonly ranges = new Int32Array(KEY_COUNT * 2);
  /** Number of the dialect's name under which each was found. */
  readonly spellings = new Int8Array(KEY_COUNT);
  readonly #origin = this.ranges.subarray(0, ORIGIN_KEYS * 2);

  clear(): void {
    this.ranges.fill(0);
  }

  set(key: number, from: number, to: number): void {
    this.ranges[key * 2] = from;
    this.ranges[key * 2 + 1] = to;
  }

  has(key: number): boolean {
    return this.from(key) !== 0;
  }

  from(key: number): number {
    return this.ranges[key * 2] ?? 0;
  }

  to(key: number): number {
    return this.ranges[key * 2 + 1] ?? 0;
  }

  /** Process path, sender path, subsystem and category, as `OriginTable.fromJson` takes them. */
  get origin(): Int32Array {
    return this.#origin;
  }

  /** Whether the object is a log record: `{"count":123,"finished":1}` is none. */
  get isRecord(): boolean {
    return this.has(TIMESTAMP) || this.has(PROCESS_PATH) || this.has(SUBSYSTEM) || this.has(EVENT_TYPE);
  }
}
