import type { DataValue } from '../../model/bodies.ts';

/** `{length = 20, bytes = 0x0011 … }`, perhaps with the length in front (`20:{…}`); the end may be missing. */
const BRACED = /^(?:\d{1,15}:)?\{\s*length\s*=\s*(\d{1,15})\s*,\s*bytes\s*=\s*0x([0-9A-Fa-f][0-9A-Fa-f\s.]*|)(?:\}|$)$/;
/** `<00112233 44556677>`, the wording before macOS 10.15; the end may be missing. */
const ANGLED = /^<([0-9A-Fa-f]{2}[0-9A-Fa-f\s.]*|)(?:>|$)$/;
/** Cut before the bytes begin. */
const BEFORE_BYTES = /^(?:\d{1,15}:)?\{\s*length\s*=\s*(\d{1,15})(?:\s*,[^}]*)?$/;

/** The data that a text is, or undefined where it is something else. */
export function readData(text: string): DataValue | undefined {
  const [start] = text;
  if (start === undefined || !(start === '{' || start === '<' || (start >= '0' && start <= '9'))) return undefined;
  const braced = BRACED.exec(text);
  if (braced !== null) return dataValue(Number(braced[1]), braced[2], text.endsWith('}'));
  const angled = ANGLED.exec(text);
  return angled === null || text === '<' ? undefined : dataValue(undefined, angled[1], text.endsWith('>'));
}

/** As `readData`, for a place where nothing but data can stand: what was cut before its bytes is data too. */
export function readCutData(text: string): DataValue | undefined {
  const whole = readData(text);
  const length = whole === undefined ? BEFORE_BYTES.exec(text)?.[1] : undefined;
  return length === undefined ? whole : { length: Number(length), bytes: '', incomplete: true };
}

function dataValue(length: number | undefined, written = '', isClosed = false): DataValue {
  const bytes = written.replaceAll(/\s+/g, '').replaceAll(/\.+/g, '…').toLowerCase();
  const isWhole = isClosed && !bytes.includes('…');
  const value = { length: length ?? Math.floor(bytes.replaceAll('…', '').length / 2), bytes };
  return isWhole ? value : { ...value, incomplete: true };
}
