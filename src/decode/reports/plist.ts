/** Bounded everywhere: a broken document must not make the search slow. */
const TAG = /<(\/?)([A-Za-z]{1,20})(?:\s[^<>]{0,200})?(\/?)>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export interface ReadPlist {
  readonly value: unknown;
  readonly isComplete: boolean;
}

interface Open {
  readonly value: Record<string, unknown> | unknown[];
  key: string | undefined;
}

/** An XML property list, or as much of it as comes before its cut: dictionaries, arrays, texts, numbers and booleans. */
export function readPlist(text: string): ReadPlist {
  const reader = new PlistReader();
  let from = 0;
  for (const tag of text.matchAll(TAG)) {
    const [whole, closing, name = '', empty] = tag;
    if (closing === '/') reader.close(name, text.slice(from, tag.index));
    else reader.open(name, empty === '/');
    from = tag.index + whole.length;
  }
  return { value: reader.root, isComplete: reader.isComplete };
}

class PlistReader {
  root: unknown;
  isComplete = false;
  readonly #open: Open[] = [];

  open(name: string, isEmpty: boolean): void {
    if (name === 'dict' || name === 'array') {
      const value = name === 'dict' ? Object.create(null) : [];
      this.#put(value);
      if (!isEmpty) this.#open.push({ value, key: undefined });
    } else if (name === 'true' || name === 'false') this.#put(name === 'true');
  }

  close(name: string, content: string): void {
    const parent = this.#open.at(-1);
    if (name === 'plist') this.isComplete = true;
    else if (name === 'dict' || name === 'array') this.#open.pop();
    else if (name === 'key' && parent !== undefined) parent.key = unescaped(content);
    else this.#put(scalar(name, unescaped(content)));
  }

  #put(value: unknown): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) this.root ??= value;
    else if (Array.isArray(parent.value)) parent.value.push(value);
    else if (parent.key !== undefined) parent.value[parent.key] = value;
  }
}

function scalar(name: string, text: string): unknown {
  return name === 'integer' || name === 'real' ? Number(text) : text;
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(\w{1,8}|#\d{1,7}|#x[0-9a-fA-F]{1,6});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
