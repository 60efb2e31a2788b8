import { stripAnsi } from '../ansi.ts';

/** Longer values are cut, with an ellipsis at their end. */
const MAX_VALUE_CHARS = 400;
/** What would start another line, move the cursor or turn the direction of writing. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '', '\t': ' ', '\ufeff': '' };
/** Values that would be read as a block, a list, data or a quoted text. */
const NEEDS_QUOTES = /^(?:[{(<"']|\d{1,15}:\{)/;

/** One line of text: what a report says in any of its fields cannot forge another line of the record made of it. */
export function plainText(text: string, longest = MAX_VALUE_CHARS): string {
  // A little more than can be shown is looked at: colours and control characters go before the cut.
  const start = stripAnsi(text.slice(0, 4 * longest));
  const plain = start.replace(CONTROLS, (found) => NAMED[found] ?? escapeOf(found)).trim();
  const isCut = plain.length > longest || text.length > 4 * longest;
  // By way of UTF-8 a half character becomes U+FFFD.
  return Buffer.from(isCut ? `${plain.slice(0, longest)}…` : plain).toString();
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * A report as one readable message: a title, and below it indented `key = value` lines, which the catalog's type
 * `properties` reads.
 */
export class Dump {
  readonly #lines: string[];

  constructor(title: string) {
    this.#lines = [plainText(title)];
  }

  /** Leaves out what is not known. */
  add(key: string, value: string | number | undefined, longest = MAX_VALUE_CHARS): this {
    const text = value === undefined ? '' : plainText(String(value), longest);
    if (text !== '') this.#lines.push(`    ${key} = ${NEEDS_QUOTES.test(text) ? quoted(text) : text}`);
    return this;
  }

  /** The first under `key`, the others under `key 2`, `key 3` and so on. */
  addAll(key: string, values: readonly string[], longest = MAX_VALUE_CHARS): this {
    for (const [index, value] of values.entries()) this.add(index === 0 ? key : `${key} ${index + 1}`, value, longest);
    return this;
  }

  /** As `key 0`, `key 1` and so on: the numbers that a stack has. */
  addNumbered(key: string, values: readonly string[]): this {
    for (const [index, value] of values.entries()) this.add(`${key} ${index}`, value);
    return this;
  }

  get text(): string {
    return this.#lines.join('\n');
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** `name [pid]`, the way in which reports and the log name a process. */
export function processTitle(name: string | undefined, pid: number | undefined): string {
  return `${plainText(name ?? '?', 200) || '?'} [${pid ?? -1}]`;
}
