/** Finds many values in a text at once, whatever their case: short ones as whole words only, long ones inside others too. */
export class Needles {
  readonly #byWord = new Map<string, string[]>();
  readonly #byGram = new Map<string, string[]>();
  readonly #mayBegin = new Uint8Array(1 << 18);
  size = 0;

  /** `value` in small letters. `isWord`: it counts only between characters that are neither letters nor digits. */
  add(value: string, isWord: boolean): void {
    const key = isWord || value.length < LONG ? firstWord(value) : value.slice(0, GRAM);
    const table = isWord || value.length < LONG ? this.#byWord : this.#byGram;
    if (table === this.#byGram) this.#mayBegin[placeOf(hashOf(value, 0))] = 1;
    const bucket = table.get(key);
    if (bucket === undefined) table.set(key, [value]);
    else bucket.push(value);
    // The longest first: what holds another value is replaced whole.
    bucket?.sort((a, b) => b.length - a.length);
    this.size += 1;
  }

  /** The first value in `lower`, a text in small letters, from `from` on; undefined where there is none. */
  find(lower: string, from: number): { readonly at: number; readonly value: string } | undefined {
    if (this.size === 0) return undefined;
    let wasWord = from > 0 && isWordCode(lower.charCodeAt(from - 1));
    const lastGram = this.#byGram.size === 0 ? -1 : lower.length - GRAM;
    let hash = from <= lastGram ? hashOf(lower, from) : 0;
    for (let at = from; at < lower.length; at++) {
      const code = lower.charCodeAt(at);
      const isWord = isWordCode(code);
      const word = isWord && !wasWord ? this.#wordAt(lower, at) : undefined;
      const mayBegin = at <= lastGram && this.#mayBegin[placeOf(hash)] === 1;
      const inside = mayBegin ? this.#gramAt(lower, at) : undefined;
      // The hash of the next one: without its first character, with one more.
      if (at < lastGram)
        hash = (Math.imul(hash - Math.imul(code, FIRST_WEIGHT), WEIGHT) + lower.charCodeAt(at + GRAM)) | 0;
      // The longer one holds the other.
      const value = (word?.length ?? 0) > (inside?.length ?? 0) ? word : (inside ?? word);
      if (value !== undefined) return { at, value };
      wasWord = isWord;
    }
    return undefined;
  }

  #gramAt(lower: string, at: number): string | undefined {
    return this.#byGram.get(lower.slice(at, at + GRAM))?.find((each) => lower.startsWith(each, at));
  }

  #wordAt(lower: string, at: number): string | undefined {
    if (this.#byWord.size === 0) return undefined;
    let end = at + 1;
    while (end < lower.length && isWordCode(lower.charCodeAt(end))) end += 1;
    return this.#byWord
      .get(lower.slice(at, end))
      ?.find((each) => lower.startsWith(each, at) && !isWordCode(lower.charCodeAt(at + each.length)));
  }
}

const GRAM = 6;
/** From this length on a value counts inside a longer word. */
const LONG = 8;

const WEIGHT = 31;
/** That of the first character of a gram: 31 to the fifth. */
const FIRST_WEIGHT = WEIGHT ** (GRAM - 1);

function hashOf(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + GRAM; i++) hash = (Math.imul(hash, WEIGHT) + text.charCodeAt(i)) | 0;
  return hash;
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & 0x3ffff;
}

function firstWord(value: string): string {
  let end = 0;
  while (end < value.length && isWordCode(value.charCodeAt(end))) end += 1;
  return value.slice(0, end);
}

/** Letters and digits; beyond ASCII everything counts as a letter. NaN, which is the end of the text, does not. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code > 127;
}
