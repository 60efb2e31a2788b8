/** How deep a broken document is followed; what lies deeper is left out. */
const MAX_DEPTH = 64;
const NUMBER = /-?\d[\d.eE+-]*/y;
const WORDS: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

export interface ReadJson {
  readonly value: unknown;
  /** Index of the first character that could not be read; undefined where all of it is valid. */
  readonly brokenAt: number | undefined;
}

/** JSON, or as much of it as comes before the place where it is cut or broken. */
export function readJson(text: string): ReadJson {
  try {
    return { value: JSON.parse(text), brokenAt: undefined };
  } catch {
    const reader = new LenientReader(text);
    return { value: reader.read(), brokenAt: reader.at };
  }
}

/** Reads front to back, and stops for good where it understands nothing more: everything open is closed there. */
class LenientReader {
  readonly #text: string;
  at = 0;
  #isStopped = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): unknown {
    return this.#value(0);
  }

  #value(depth: number): unknown {
    this.#skipBlanks();
    const character = this.#text[this.at];
    if (depth > MAX_DEPTH) return this.#stop();
    if (character === '{') return this.#object(depth);
    if (character === '[') return this.#list(depth);
    if (character === '"') return this.#string();
    return this.#scalar();
  }

  #object(depth: number): unknown {
    const fields: Record<string, unknown> = Object.create(null);
    this.at += 1;
    while (!this.#isStopped && !this.#ends('}')) {
      const key = this.#key();
      if (key === undefined) break;
      const value = this.#value(depth + 1);
      if (value !== undefined) fields[key] = value;
      if (!this.#isStopped) this.#passComma('}');
    }
    return fields;
  }

  #list(depth: number): unknown {
    const items: unknown[] = [];
    this.at += 1;
    while (!this.#isStopped && !this.#ends(']')) {
      const value = this.#value(depth + 1);
      if (value !== undefined) items.push(value);
      if (!this.#isStopped) this.#passComma(']');
    }
    return items;
  }

  #key(): string | undefined {
    const key = this.#text[this.at] === '"' ? this.#string() : this.#stop();
    this.#skipBlanks();
    if (this.#text[this.at] !== ':') return this.#stop();
    this.at += 1;
    return this.#isStopped ? undefined : key;
  }

  /** A string that is cut is what there is of it, and the end of what can be read. */
  #string(): string | undefined {
    const text = this.#text;
    let end = this.at + 1;
    while (end < text.length && text[end] !== '"' && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
    const isClosed = text[end] === '"';
    const raw = text.slice(this.at + 1, Math.min(end, text.length));
    this.at = isClosed ? end + 1 : Math.min(end, text.length);
    if (!isClosed) this.#isStopped = true;
    return unescaped(raw);
  }

  #scalar(): unknown {
    for (const [word, value] of WORDS) {
      if (!this.#text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return value;
    }
    NUMBER.lastIndex = this.at;
    const digits = NUMBER.exec(this.#text)?.[0];
    if (digits === undefined) return this.#stop();
    this.at += digits.length;
    // A number at the very end may be the beginning of a longer one.
    return this.at === this.#text.length || Number.isNaN(Number(digits)) ? this.#stop() : Number(digits);
  }

  #ends(bracket: string): boolean {
    this.#skipBlanks();
    if (this.at >= this.#text.length) {
      this.#stop();
      return true;
    }
    if (this.#text[this.at] !== bracket) return false;
    this.at += 1;
    return true;
  }

  #passComma(bracket: string): void {
    this.#skipBlanks();
    const character = this.#text[this.at];
    if (character === ',') this.at += 1;
    else if (character !== bracket) this.#stop();
  }

  #stop(): undefined {
    this.#isStopped = true;
    return undefined;
  }

  #skipBlanks(): void {
    while (this.at < this.#text.length && this.#text.charCodeAt(this.at) <= 0x20) this.at += 1;
  }
}

function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
