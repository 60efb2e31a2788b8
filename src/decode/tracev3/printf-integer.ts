import type { Conversion } from './format-string.ts';

/** Wider and more precise numbers than a message may be long are cut to this. */
export const MAX_WIDTH = 16_384;
const TWO_32 = 4_294_967_296;

/** An integer of 1, 2, 4 or 8 bytes as C's printf prints it, on the argument's own width. */
export function printInteger(
  spec: Conversion,
  view: DataView,
  at: number,
  bytes: number,
  width: number,
  precision: number,
): string {
  const { letter } = spec;
  const size = narrowed(spec.size, bytes);
  if (letter === 'd' || letter === 'i' || letter === 'D') {
    const value = signed(view, at, size);
    const isNegative = value < 0;
    const sign = isNegative ? '-' : spec.hasPlus ? '+' : spec.hasBlank ? ' ' : '';
    const text = String(value);
    return layOut(spec, sign, isNegative ? text.slice(1) : text, width, precision);
  }
  const radix = letter === 'o' || letter === 'O' ? 8 : letter === 'u' || letter === 'U' ? 10 : 16;
  let text = unsigned(view, at, size).toString(radix);
  if (letter === 'X') text = text.toUpperCase();
  return layOut(
    spec,
    prefixOf(spec, text),
    alternateOctal(spec, text, precision),
    width,
    leastDigits(spec, text, precision),
  );
}

/** Sign or prefix, zeros up to the precision, and what fills the width. */
function layOut(spec: Conversion, prefix: string, text: string, width: number, precision: number): string {
  let digits = precision === 0 && text === '0' ? '' : text;
  if (precision > digits.length) digits = digits.padStart(Math.min(precision, MAX_WIDTH), '0');
  if (spec.isZeroPadded && !spec.isLeft && precision < 0)
    digits = digits.padStart(Math.min(width, MAX_WIDTH) - prefix.length, '0');
  return padded(prefix + digits, spec.isLeft, width);
}

export function padded(text: string, isLeft: boolean, width: number): string {
  if (width <= text.length) return text;
  const to = Math.min(width, MAX_WIDTH);
  return isLeft ? text.padEnd(to) : text.padStart(to);
}

function prefixOf({ letter, isAlternate }: Conversion, text: string): string {
  if (letter === 'p') return '0x';
  if (!isAlternate || text === '0') return '';
  return letter === 'x' ? '0x' : letter === 'X' ? '0X' : '';
}

/** An octal number of the alternate form begins with a zero, whatever the precision. */
function leastDigits({ letter, isAlternate }: Conversion, text: string, precision: number): number {
  return precision === 0 && isAlternate && text === '0' && (letter === 'o' || letter === 'O') ? 1 : precision;
}

function alternateOctal({ letter, isAlternate }: Conversion, text: string, precision: number): string {
  const isOctal = letter === 'o' || letter === 'O';
  return isOctal && isAlternate && !text.startsWith('0') && precision <= text.length ? `0${text}` : text;
}

/** `%hhd` takes the lowest byte of what is passed as an int. */
function narrowed(size: string, bytes: number): number {
  if (size === 'hh') return 1;
  return size === 'h' ? Math.min(bytes, 2) : bytes;
}

export function signed(view: DataView, at: number, size: number): number | bigint {
  if (size === 4) return view.getInt32(at, true);
  if (size === 1) return view.getInt8(at);
  if (size === 2) return view.getInt16(at, true);
  const high = view.getInt32(at + 4, true);
  if (high >= -0x20_0000 && high < 0x20_0000) return high * TWO_32 + view.getUint32(at, true);
  return view.getBigInt64(at, true);
}

export function unsigned(view: DataView, at: number, size: number): number | bigint {
  if (size === 4) return view.getUint32(at, true);
  if (size === 1) return view.getUint8(at);
  if (size === 2) return view.getUint16(at, true);
  const high = view.getUint32(at + 4, true);
  return high < 0x20_0000 ? high * TWO_32 + view.getUint32(at, true) : view.getBigUint64(at, true);
}
