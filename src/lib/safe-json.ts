/** What JSON leaves unescaped and a terminal or an editor acts on: DEL, C1 controls, line separators, text direction. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON of a value with nothing in it that acts on a terminal. Integers beyond 2^53 are written as strings. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, wide, indent).replace(UNSAFE, escaped);
}

function wide(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
