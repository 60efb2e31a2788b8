import { ACTIVITY, DEFAULT, LOSS, levelOfWord, SIGNPOST, STATE, UNKNOWN } from '../levels.ts';

/** Keys of a log record that are read from bytes, each at its number. */
export const KEYS = [
  'processImagePath',
  'senderImagePath',
  'subsystem',
  'category',
  'timestamp',
  'messageType',
  'eventType',
] as const;

const SUBSYSTEM = 2;
export const TIMESTAMP = 4;
const MESSAGE_TYPE = 5;
const EVENT_TYPE = 6;
/** The first four make the origin. */
const ORIGIN_KEYS = 4;

/** First letters of event types: activity…, signpost…, state…, loss… and log…, timesync… and trace…. */
const LETTER_A = 0x61;
const LETTER_I = 0x69;
const LETTER_L = 0x6c;
const LETTER_S = 0x73;
const LETTER_T = 0x74;

/** `key"` as it stands in the bytes behind the opening quote. */
export const KEY_BYTES: readonly Buffer[] = KEYS.map((key) => Buffer.from(`${key}"`));

/** Where the values of one object stand, as indices into the bytes it was found in. Only string values count. */
export class JsonFacts {
  /** From and to of each value between its quotes; 0, 0 where the object has none. */
  readonly ranges = new Int32Array(KEYS.length * 2);
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
    return this.has(TIMESTAMP) || this.has(0) || this.has(SUBSYSTEM) || this.has(EVENT_TYPE);
  }

  /** Index into `LEVELS`. An event that is no message has no message type. Source: line-formats 0.6, 5. */
  level(bytes: Buffer, view: DataView): number {
    const event = this.from(EVENT_TYPE);
    const first = event === 0 ? 0 : bytes[event];
    if (first === LETTER_A) return ACTIVITY;
    if (first === LETTER_S) return bytes[event + 1] === LETTER_I ? SIGNPOST : STATE;
    if (first === LETTER_L && bytes[event + 2] === LETTER_S) return LOSS;
    const type = this.from(MESSAGE_TYPE);
    if (this.to(MESSAGE_TYPE) - type >= 4) return levelOfWord(view.getInt32(type, true));
    // Time synchronisation and traces carry no type of their own.
    return first === LETTER_T ? DEFAULT : UNKNOWN;
  }
}
