import { BACKSLASH, COMMA, QUOTE } from '../../lib/ascii.ts';
import { startsWith } from '../same-bytes.ts';
import { APPLE, type JsonDialect } from './json-dialect.ts';
import { JsonFacts, NANOS, PROCESS_PATH, TIMESTAMP } from './json-facts.ts';

/** Keys that are searched for: all but the time as a number. */
const SEARCHED = NANOS;
const NOWHERE = 0x7fff_ffff;
/** `","` between a value and the next key. */
const BETWEEN = 3;
/** Values up to here are walked; in longer ones (paths) the closing quote is searched for natively. */
const SHORT = 24;

/**
 * Finds the values of a one-line JSON object by searching for its keys, natively, instead of walking over every byte.
 * Objects of one export have their keys in the same order: each search begins behind the key before. The order is
 * learnt, and nothing rests on it: a key that is not where it is expected leaves the line to the walker.
 */
export class KeyCursors {
  readonly facts = new JsonFacts();
  /** Keys in the order in which they are looked for. */
  readonly #order = Int32Array.from({ length: SEARCHED }, (_, key) => key);
  readonly #dialect: JsonDialect;
  /**
   * `key":"` without the quote before it: the search is faster for a letter than for a quote, which is everywhere. A quote
   * inside a JSON string is escaped, so these bytes cannot stand in a value; that a key does not merely end in these
   * letters is checked.
   */
  readonly #needles: Buffer[];
  #edition = -1;
  /** How many keys of the order the object that was learnt from had; the others are looked for in the whole line. */
  #present = 0;
  /** For each key: it does not occur in [since, next), and it does at next. */
  readonly #since = new Int32Array(SEARCHED).fill(NOWHERE);
  readonly #next = new Int32Array(SEARCHED).fill(-1);

  constructor(dialect: JsonDialect = APPLE) {
    this.#dialect = dialect;
    this.#needles = Array.from({ length: SEARCHED }, (_, key) => needleOf(dialect, dialect.keys.indexOf(key)));
  }

  /** Forgets where keys stand unless they were found in the same edition of the window's bytes. */
  follow(edition: number): void {
    if (edition === this.#edition) return;
    this.#edition = edition;
    this.#since.fill(NOWHERE);
  }

  /**
   * Sets `facts` for the line [from, end). False where the line has no time or no process, or looks different from the
   * one learnt from: it needs the walker then.
   */
  locate(bytes: Buffer, from: number, end: number): boolean {
    const { facts } = this;
    facts.clear();
    let hint = from;
    for (let rank = 0; rank < this.#present; rank++) {
      const key = this.#order[rank] ?? 0;
      const at = this.#followsAt(bytes, hint, key) ? hint + BETWEEN : this.#find(bytes, key, hint);
      if (at >= end) return false;
      hint = this.#read(bytes, key, at, end);
      if (hint < 0) return false;
    }
    for (let rank = this.#present; rank < SEARCHED; rank++) {
      if (this.#find(bytes, this.#order[rank] ?? 0, from) < end) return false;
    }
    return facts.has(TIMESTAMP) && facts.has(PROCESS_PATH);
  }

  /** Takes the order of the keys from an object that the walker has read. */
  learn(facts: JsonFacts): void {
    const keys = Array.from({ length: SEARCHED }, (_, key) => key);
    for (const key of keys) if (facts.has(key)) this.#spell(key, facts.spellings[key] ?? 0);
    const placeOf = (key: number): number => (facts.has(key) ? facts.from(key) : NOWHERE);
    keys.sort((a, b) => placeOf(a) - placeOf(b));
    this.#order.set(keys);
    this.#present = keys.filter((key) => facts.has(key)).length;
  }

  /** Index of the first `key":"` at or behind `from`, in this line or any later one. */
  #find(bytes: Buffer, key: number, from: number): number {
    const next = this.#next[key] ?? -1;
    if ((this.#since[key] ?? NOWHERE) <= from && from <= next) return next;
    const needle = this.#needles[key];
    const found = needle === undefined ? -1 : bytes.indexOf(needle, from);
    this.#since[key] = from;
    this.#next[key] = found < 0 ? NOWHERE : found;
    return found < 0 ? NOWHERE : found;
  }

  /** Reads the value of the key at `at`. Answers the index of its closing quote, or -1 where the line is not as it should be. */
  #read(bytes: Buffer, key: number, at: number, end: number): number {
    if (bytes[at - 1] !== QUOTE) return -1;
    const from = at + (this.#needles[key]?.length ?? 0);
    let i = from;
    const stop = Math.min(end, from + SHORT);
    while (i < stop && bytes[i] !== QUOTE && bytes[i] !== BACKSLASH) i++;
    if (bytes[i] !== QUOTE) i = bytes.indexOf(QUOTE, i);
    if (i < 0 || i >= end || bytes[i - 1] === BACKSLASH) return -1;
    this.facts.set(key, from, i);
    return i;
  }

  /** Whether the key follows at once on the value whose closing quote is at `quote`: `","key":"`. */
  #followsAt(bytes: Buffer, quote: number, key: number): boolean {
    const needle = this.#needles[key];
    if (needle === undefined || bytes[quote] !== QUOTE || bytes[quote + 1] !== COMMA) return false;
    return startsWith(bytes, quote + BETWEEN, needle);
  }

  /** Looks for a key by the name under which the walker has found it. */
  #spell(key: number, name: number): void {
    const needle = needleOf(this.#dialect, name);
    if (this.#needles[key]?.equals(needle) === true) return;
    this.#needles[key] = needle;
    this.#since[key] = NOWHERE;
  }
}

function needleOf({ names }: JsonDialect, name: number): Buffer {
  return Buffer.concat([names[name] ?? Buffer.alloc(0), Buffer.from(':"')]);
}
