import { BACKSLASH, COMMA, QUOTE } from '../../lib/ascii.ts';
import { startsWith } from '../same-bytes.ts';
import { JsonFacts, KEYS, TIMESTAMP } from './json-facts.ts';

const PROCESS_PATH = 0;
const NOWHERE = 0x7fff_ffff;
/** `","` between a value and the next key. */
const BETWEEN = 3;
/** Values up to here are walked; in longer ones (paths) the closing quote is searched for natively. */
const SHORT = 24;

/**
 * `key":"` without the quote before it: the search is faster for a letter than for a quote, which is everywhere. A quote
 * inside a JSON string is escaped, so these bytes cannot stand in a value; that a key does not merely end in these letters
 * is checked.
 */
const NEEDLES: readonly Buffer[] = KEYS.map((key) => Buffer.from(`${key}":"`));

/**
 * Finds the values of a one-line JSON object by searching for its keys, natively, instead of walking over every byte.
 * Objects of one export have their keys in the same order: each search begins behind the key before. The order is
 * learnt, and nothing rests on it: a key that is not where it is expected leaves the line to the walker.
 */
export class KeyCursors {
  readonly facts = new JsonFacts();
  /** Keys in the order in which they are looked for. */
  readonly #order = new Int32Array(KEYS.map((_, key) => key));
  #edition = -1;
  /** How many keys of the order the object that was learnt from had; the others are looked for in the whole line. */
  #present = 0;
  /** For each key: it does not occur in [since, next), and it does at next. */
  readonly #since = new Int32Array(KEYS.length).fill(NOWHERE);
  readonly #next = new Int32Array(KEYS.length).fill(-1);

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
      const at = followsAt(bytes, hint, key) ? hint + BETWEEN : this.#find(bytes, key, hint);
      if (at >= end) return false;
      hint = this.#read(bytes, key, at, end);
      if (hint < 0) return false;
    }
    for (let rank = this.#present; rank < KEYS.length; rank++) {
      if (this.#find(bytes, this.#order[rank] ?? 0, from) < end) return false;
    }
    return facts.has(TIMESTAMP) && facts.has(PROCESS_PATH);
  }

  /** Takes the order of the keys from an object that the walker has read. */
  learn(facts: JsonFacts): void {
    const keys = KEYS.map((_, key) => key);
    const placeOf = (key: number): number => (facts.has(key) ? facts.from(key) : NOWHERE);
    keys.sort((a, b) => placeOf(a) - placeOf(b));
    this.#order.set(keys);
    this.#present = keys.filter((key) => facts.has(key)).length;
  }

  /** Index of the first `key":"` at or behind `from`, in this line or any later one. */
  #find(bytes: Buffer, key: number, from: number): number {
    const next = this.#next[key] ?? -1;
    if ((this.#since[key] ?? NOWHERE) <= from && from <= next) return next;
    const needle = NEEDLES[key];
    const found = needle === undefined ? -1 : bytes.indexOf(needle, from);
    this.#since[key] = from;
    this.#next[key] = found < 0 ? NOWHERE : found;
    return found < 0 ? NOWHERE : found;
  }

  /** Reads the value of the key at `at`. Answers the index of its closing quote, or -1 where the line is not as it should be. */
  #read(bytes: Buffer, key: number, at: number, end: number): number {
    if (bytes[at - 1] !== QUOTE) return -1;
    const from = at + (NEEDLES[key]?.length ?? 0);
    let i = from;
    const stop = Math.min(end, from + SHORT);
    while (i < stop && bytes[i] !== QUOTE && bytes[i] !== BACKSLASH) i++;
    if (bytes[i] !== QUOTE) i = bytes.indexOf(QUOTE, i);
    if (i < 0 || i >= end || bytes[i - 1] === BACKSLASH) return -1;
    this.facts.set(key, from, i);
    return i;
  }
}

/** Whether the key follows at once on the value whose closing quote is at `quote`: `","key":"`. */
function followsAt(bytes: Buffer, quote: number, key: number): boolean {
  const needle = NEEDLES[key];
  if (needle === undefined || bytes[quote] !== QUOTE || bytes[quote + 1] !== COMMA) return false;
  return startsWith(bytes, quote + BETWEEN, needle);
}
