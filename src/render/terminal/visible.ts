/**
 * The one gate for text that comes from a log. A log line can hold anything an attacker wrote into it: escape sequences
 * that clear the screen or fake a prompt, bidirectional controls that reorder a line, newlines that forge a finding.
 */

/** Everything that moves the cursor, changes direction, or has no picture of its own. Blanks other than U+0020 too. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Cn}\p{Co}]/gu;
const HAS_UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Cn}\p{Co}]/u;
const LINE_BREAKS = /[ \t]*(?:\r\n|\n|\r(?!\n))\s*/g;

/**
 * The text on one line, with nothing in it that a terminal would act on: line breaks with the indentation after them
 * become ` ↵ `, tabs blanks, other C0 controls their control pictures (`ESC` → `␛`), everything else invisible its code
 * point (`\u{202e}`). Applying it twice changes nothing.
 */
export function visible(text: string): string {
  if (!HAS_UNSEEN.test(text)) return text;
  return text.replace(LINE_BREAKS, ' ↵ ').replaceAll('\t', ' ').replace(UNSEEN, picture);
}

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `\\u{${code.toString(16)}}`;
}

/** A copy of plain data with every string in it, keys included, made visible. */
export function visibleDeep<T>(value: T): T {
  // Strings stay strings and shapes stay shapes, so the copy has the type of the original.
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value === 'string') return visible(value);
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [visible(key), copy(inner)]));
}
