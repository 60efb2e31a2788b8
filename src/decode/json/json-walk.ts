import {
  BACKSLASH,
  BLANK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from '../../lib/ascii.ts';
import { startsWith } from '../same-bytes.ts';
import { APPLE, type JsonDialect } from './json-dialect.ts';
import { type JsonFacts, NANOS } from './json-facts.ts';

/** The object goes on behind the bytes that are there. */
export const INCOMPLETE = -1;
/** The bytes are no JSON object. */
export const INVALID = -2;

/**
 * Walks over one JSON object key by key, whatever its order and blanks, without making a string or an object. Numbers and
 * words are not checked: what is wanted goes through `JSON.parse` anyway.
 */
export class JsonWalker {
  /** Line breaks inside the object walked last. */
  newlines = 0;
  readonly #names: readonly Buffer[];
  readonly #keys: readonly number[];
  readonly #hasNanos: boolean;
  #bytes: Uint8Array = new Uint8Array(0);
  #to = 0;

  constructor(dialect: JsonDialect = APPLE) {
    this.#names = dialect.names;
    this.#keys = dialect.keys;
    this.#hasNanos = dialect.hasNanos;
  }

  /**
   * Walks the object that begins at `from` with `{`. Answers the index behind its end, `INCOMPLETE` or `INVALID`; `facts`
   * then holds where its values stand.
   */
  walk(bytes: Uint8Array, from: number, to: number, facts: JsonFacts): number {
    this.#bytes = bytes;
    this.#to = to;
    this.newlines = 0;
    facts.clear();
    let i = this.#skipBlanks(from + 1);
    for (;;) {
      if (i >= to) return INCOMPLETE;
      const byte = bytes[i];
      if (byte === CLOSE_BRACE) return i + 1;
      if (byte === COMMA) {
        i = this.#skipBlanks(i + 1);
        continue;
      }
      if (byte !== QUOTE) return INVALID;
      const keyFrom = i + 1;
      const keyEnd = this.#stringEnd(keyFrom);
      if (keyEnd < 0) return keyEnd;
      i = this.#skipBlanks(keyEnd + 1);
      if (i >= to) return INCOMPLETE;
      if (bytes[i] !== COLON) return INVALID;
      i = this.#skipBlanks(i + 1);
      const valueEnd =
        bytes[i] === QUOTE && i < to
          ? this.#readString(facts, keyFrom, keyEnd, i + 1)
          : this.#readScalar(facts, keyFrom, keyEnd, i);
      if (valueEnd < 0) return valueEnd;
      i = this.#skipBlanks(valueEnd);
    }
  }

  /** Notes a string value where its key is one that is read. Answers the index behind the closing quote. */
  #readString(facts: JsonFacts, keyFrom: number, keyEnd: number, valueFrom: number): number {
    const valueTo = this.#stringEnd(valueFrom);
    if (valueTo < 0) return valueTo;
    const name = nameAt(this.#bytes, keyFrom, keyEnd, this.#names);
    if (name >= 0) {
      const key = this.#keys[name] ?? 0;
      facts.set(key, valueFrom, valueTo);
      facts.spellings[key] = name;
    }
    return valueTo + 1;
  }

  /** Passes over a value that is no string; notes it where it is a time. */
  #readScalar(facts: JsonFacts, keyFrom: number, keyEnd: number, at: number): number {
    const end = this.#skipValue(at);
    if (!this.#hasNanos || end < 0) return end;
    if (this.#keys[nameAt(this.#bytes, keyFrom, keyEnd, this.#names)] === NANOS) facts.set(NANOS, at, end);
    return end;
  }

  #skipValue(at: number): number {
    const bytes = this.#bytes;
    const byte = bytes[at];
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) return this.#skipNested(at);
    let i = at;
    while (i < this.#to && !endsScalar(bytes[i] ?? 0)) i++;
    if (i >= this.#to) return INCOMPLETE;
    return i === at ? INVALID : i;
  }

  #skipNested(at: number): number {
    const bytes = this.#bytes;
    let depth = 0;
    for (let i = at; i < this.#to; i++) {
      const byte = bytes[i];
      if (byte === QUOTE) {
        i = this.#stringEnd(i + 1);
        if (i < 0) return i;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1;
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        depth -= 1;
        if (depth === 0) return i + 1;
      } else if (byte === NEWLINE) this.newlines += 1;
    }
    return INCOMPLETE;
  }

  /** Index of the quote that ends the string whose text begins at `from`. A line break inside it is no JSON. */
  #stringEnd(from: number): number {
    const bytes = this.#bytes;
    for (let i = from; i < this.#to; i++) {
      const byte = bytes[i];
      if (byte === QUOTE) return i;
      if (byte === BACKSLASH) i++;
      else if (byte === NEWLINE) return INVALID;
    }
    return INCOMPLETE;
  }

  #skipBlanks(at: number): number {
    const bytes = this.#bytes;
    let i = at;
    for (; i < this.#to; i++) {
      const byte = bytes[i] ?? 0;
      if (byte > BLANK) break;
      if (byte === NEWLINE) this.newlines += 1;
    }
    return i;
  }
}

function endsScalar(byte: number): boolean {
  return byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET || byte <= BLANK;
}

/** Which of these names of keys, with the quote behind them, stands in [from, end), or -1. */
function nameAt(bytes: Uint8Array, from: number, end: number, names: readonly Buffer[]): number {
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (name !== undefined && name.length === end - from + 1 && startsWith(bytes, from, name)) return index;
  }
  return -1;
}

/** Finds the end of an object that is too long to be kept, block by block. */
export class ObjectSkipper {
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  /** Line breaks passed over by the last `skip`. */
  newlines = 0;

  /** Index behind the object's end, or -1 where it goes on behind `to`. */
  skip(bytes: Uint8Array, from: number, to: number): number {
    this.newlines = 0;
    for (let i = from; i < to; i++) {
      const byte = bytes[i];
      if (byte === NEWLINE) this.newlines += 1;
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = this.#isInString;
      else if (byte === QUOTE) this.#isInString = !this.#isInString;
      else if (!this.#isInString && this.#changesDepth(byte) && this.#depth === 0) return i + 1;
    }
    return -1;
  }

  #changesDepth(byte: number | undefined): boolean {
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) this.#depth += 1;
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) this.#depth -= 1;
    else return false;
    return true;
  }
}
