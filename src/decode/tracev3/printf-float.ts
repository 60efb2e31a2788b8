import type { Conversion } from './format-string.ts';
import { MAX_WIDTH, padded } from './printf-integer.ts';

/** Digits that JavaScript prints of a number. */
const MOST_DIGITS = 100;
/** So many digits more tell a tie from what is next to it. */
const GUARD = 25;

/** A float or double as C's printf prints it. */
export function printFloat(spec: Conversion, value: number, width: number, precision: number): string {
  const size = Math.abs(value);
  const isNegative = value < 0 || Object.is(value, -0);
  const sign = isNegative ? '-' : spec.hasPlus ? '+' : spec.hasBlank ? ' ' : '';
  const isUpper = spec.letter < 'a';
  const letter = spec.letter.toLowerCase();
  if (!Number.isFinite(size)) {
    const text = (Number.isNaN(size) ? '' : sign) + (Number.isNaN(size) ? 'nan' : 'inf');
    return padded(isUpper ? text.toUpperCase() : text, spec.isLeft, width);
  }
  let text = digitsOf(letter, size, Math.min(precision, MAX_WIDTH), spec.isAlternate);
  if (isUpper) text = text.toUpperCase();
  if (spec.isZeroPadded && !spec.isLeft) {
    const head = letter === 'a' ? text.slice(0, 2) : '';
    const room = Math.min(width, MAX_WIDTH) - sign.length - head.length;
    text = head + text.slice(head.length).padStart(room, '0');
  }
  return padded(sign + text, spec.isLeft, width);
}

function digitsOf(letter: string, size: number, precision: number, isAlternate: boolean): string {
  switch (letter) {
    case 'f':
      return fixed(size, precision < 0 ? 6 : precision, isAlternate);
    case 'e':
      return exponential(size, precision < 0 ? 6 : precision, isAlternate);
    case 'g':
      return general(size, precision < 0 ? 6 : Math.max(1, precision), isAlternate);
    default:
      return hexadecimal(size, precision, isAlternate);
  }
}

function fixed(size: number, precision: number, isAlternate: boolean): string {
  if (size >= 1e21) return BigInt(size).toString() + fraction('', precision, isAlternate);
  const digits = Math.min(MOST_DIGITS, precision + GUARD);
  const [whole = '0', rest = ''] = size.toFixed(digits).split('.');
  if (precision >= rest.length) return whole + fraction(rest, precision, isAlternate);
  const rounded = roundAt(whole + rest, whole.length + precision);
  const wholeLength = rounded.length - precision;
  return rounded.slice(0, wholeLength) + fraction(rounded.slice(wholeLength), precision, isAlternate);
}

function exponential(size: number, precision: number, isAlternate: boolean): string {
  const shown = Math.min(precision, MOST_DIGITS);
  const [mantissa = '0', power = '0'] = size.toExponential(Math.min(MOST_DIGITS, shown + GUARD)).split('e');
  const digits = mantissa.replace('.', '');
  let rounded = digits.length > shown + 1 ? roundAt(digits, shown + 1) : digits;
  let exponent = Number(power);
  if (rounded.length > shown + 1) {
    rounded = rounded.slice(0, -1);
    exponent += 1;
  }
  const sign = exponent < 0 ? '-' : '+';
  const tail = String(Math.abs(exponent)).padStart(2, '0');
  return `${rounded[0] ?? '0'}${fraction(rounded.slice(1), precision, isAlternate)}e${sign}${tail}`;
}

/** The shorter of both, without the zeros at its end. */
function general(size: number, precision: number, isAlternate: boolean): string {
  const inScience = exponential(size, precision - 1, isAlternate);
  const [mantissa = '', power = '0'] = inScience.split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= precision) return isAlternate ? inScience : `${withoutZeros(mantissa)}e${power}`;
  const plain = fixed(size, precision - 1 - exponent, isAlternate);
  return isAlternate ? plain : withoutZeros(plain);
}

function withoutZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function fraction(digits: string, precision: number, isAlternate: boolean): string {
  if (precision === 0) return isAlternate ? '.' : '';
  return `.${digits.padEnd(precision, '0')}`;
}

/** Rounds decimal digits to the first `count` of them, a tie to the even one; a carry makes it one longer. */
function roundAt(digits: string, count: number): string {
  const kept = digits.slice(0, count);
  const rest = digits.slice(count);
  const isTie = /^50*$/.test(rest);
  const isOdd = (kept.charCodeAt(kept.length - 1) & 1) === 1;
  const isUp = isTie ? isOdd : rest >= '5';
  if (!isUp) return kept;
  return (BigInt(`1${kept}`) + 1n).toString().replace(/^(?:1|2(?=0))/, (first) => (first === '2' ? '1' : ''));
}

/** `0x1.8p+1`. */
function hexadecimal(size: number, precision: number, isAlternate: boolean): string {
  if (size === 0) return `0x0${precision > 0 ? fraction('', precision, isAlternate) : isAlternate ? '.' : ''}p+0`;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, size);
  const bits = view.getBigUint64(0);
  const stored = Number(bits >> 52n);
  const exponent = stored === 0 ? -1022 : stored - 1023;
  let mantissa = (bits & 0xf_ffff_ffff_ffffn) | (stored === 0 ? 0n : 1n << 52n);
  if (precision >= 0 && precision < 13) mantissa = roundBits(mantissa, BigInt(52 - precision * 4));
  const digits = mantissa.toString(16).padStart(14, '0');
  const rest = precision >= 0 ? digits.slice(1, 1 + precision) : digits.slice(1).replace(/0+$/, '');
  const dot = rest === '' && precision <= 0 ? (isAlternate ? '.' : '') : `.${rest.padEnd(Math.max(precision, 0), '0')}`;
  return `0x${digits[0] ?? '0'}${dot}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

function roundBits(value: bigint, low: bigint): bigint {
  const unit = 1n << low;
  const rest = value & (unit - 1n);
  const kept = value - rest;
  const half = unit >> 1n;
  return rest > half || (rest === half && (kept & unit) !== 0n) ? kept + unit : kept;
}
