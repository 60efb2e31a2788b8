import type { BodyField, BodyFields } from '../../model/bodies.ts';
import { redaction } from '../catalog/values.ts';
import { readData } from './data.ts';

/** Names that the model uses itself: what the log calls so gets a `_` behind it. */
const OWN_NAMES: ReadonlySet<string> = new Set(['incomplete', 'redacted']);
/** Integers that JavaScript holds exactly; a leading zero or a point may belong to a name or a version. */
const INTEGER = /^(?:0|-?[1-9]\d{0,15})$/;
/** Names whose values only look like numbers. */
const TEXT_NAME = /(?:identifier|version|name)$/i;
const ESCAPE = /\\(?:U([0-9A-Fa-f]{4})|([\s\S]))/g;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', "'": "'", '\\': '\\' };

export type OpenFields = Record<string, BodyField>;

export function openFields(): OpenFields {
  return Object.create(null);
}

export function addField(fields: OpenFields, name: string, value: BodyField): void {
  const key = OWN_NAMES.has(name) ? `${name}_` : name;
  if (!(key in fields)) fields[key] = value;
}

export function closeFields(fields: OpenFields, isCut: boolean): BodyFields {
  if (isCut) fields.incomplete = true;
  // Its own `incomplete` is the only one: addField renames the log's.
  return fields as BodyFields;
}

/** A value that stands without quotes. `name` is what it belongs to. */
export function bareValue(text: string, name = ''): BodyField {
  const special = redaction(text) ?? readData(text);
  if (special !== undefined) return special;
  if (TEXT_NAME.test(name)) return text;
  if (text === 'YES' || text === 'NO') return text === 'YES';
  if (INTEGER.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  return text;
}

/** A value in quotes: text, unless it stands for something that is no text. */
export function quotedValue(image: string): BodyField {
  const text = unquote(image);
  return redaction(text) ?? readData(text) ?? text;
}

/** Takes `"…"` apart; the closing quote may be missing. Unknown escapes stay as they are. */
export function unquote(image: string): string {
  const text = image.slice(1, isClosed(image) ? -1 : undefined);
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (whole, code: string | undefined, character: string | undefined) =>
    code === undefined ? (ESCAPED[character ?? ''] ?? whole) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** False for `"…` and for `"…\"`, whose last quote belongs to the text. */
export function isClosed(image: string): boolean {
  return /^"[^"\\]*(?:\\[\s\S][^"\\]*)*"$/.test(image);
}
