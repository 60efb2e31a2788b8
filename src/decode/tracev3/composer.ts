import { MAX_MESSAGE_CHARS } from '../../model/log-record.ts';
import { MAX_MESSAGE_BYTES } from '../limits.ts';
import { decodeData } from './data-decoders.ts';
import { errnoText } from './errno-names.ts';
import { type Conversion, type FormatString, parseFormat } from './format-string.ts';
import {
  type ArgumentArea,
  COUNT,
  DATA,
  ERRNO,
  HASH,
  ItemCursor,
  MASK,
  OBJECT,
  REDACTED_OBJECT,
  SCALAR,
  STRING,
  WIDE_STRING,
} from './items.ts';
import { printFloat } from './printf-float.ts';
import { padded, printInteger } from './printf-integer.ts';
import type { RawBytes } from './raw-bytes.ts';
import { decodeScalar } from './scalar-decoders.ts';

const MISSING = '<decode: missing data>';
const PRIVATE = '<private>';
const INTEGER_LETTERS = 'diouxXpDOU';
const FLOAT_LETTERS = 'fFeEgGaA';
/** How an argument is shown whose format string is not there. */
const [LISTED_NUMBER, LISTED_TEXT, LISTED_DATA] = parseFormat('%d%s%P').conversions;

/** Makes the text of an entry out of its format string and its arguments, as Apple's tool does. */
export class Composer {
  readonly #items = new ItemCursor();

  /** Arguments that pointed outside their entry, in all. */
  get broken(): number {
    return this.#items.broken;
  }

  compose(format: FormatString, area: ArgumentArea): string {
    const { literals, conversions } = format;
    let text = literals[0] ?? '';
    if (conversions.length === 0) return text;
    this.#items.begin(area);
    for (const [index, conversion] of conversions.entries()) {
      text += this.#convert(conversion, area);
      // What is behind this is cut anyway.
      if (text.length > MAX_MESSAGE_CHARS) return text;
      text += literals[index + 1] ?? '';
    }
    return text;
  }

  /** What is known of an entry whose format string is not there: its arguments. */
  list(area: ArgumentArea): string {
    const items = this.#items;
    items.begin(area);
    const parts: string[] = [];
    let length = 0;
    while (items.next() && length < MAX_MESSAGE_CHARS) {
      if (items.kind === COUNT || items.kind === MASK) continue;
      const isText = items.kind === STRING || items.kind === OBJECT || items.kind === REDACTED_OBJECT;
      const spec = items.kind === SCALAR ? LISTED_NUMBER : isText ? LISTED_TEXT : LISTED_DATA;
      const part = spec === undefined ? '' : this.#print(spec, area.raw, -1, -1);
      parts.push(isText && !items.isHidden && items.size > 0 ? `"${part}"` : part);
      length += part.length + 2;
    }
    return parts.join(', ');
  }

  #convert(conversion: Conversion, area: ArgumentArea): string {
    const items = this.#items;
    let spec = conversion;
    let { width, precision } = spec;
    if (spec.hasWidthItem && (items.peek() === SCALAR || items.peek() === COUNT) && items.next()) {
      width = this.#count(area.raw);
      if (width < 0) spec = { ...spec, isLeft: true };
      width = Math.abs(width);
    }
    while ((items.peek() === COUNT || items.peek() === MASK) && items.next())
      if (items.kind === COUNT) precision = this.#count(area.raw);
    return items.next() ? this.#print(spec, area.raw, width, precision) : MISSING;
  }

  #count({ view, bytes }: RawBytes): number {
    const { from, size } = this.#items;
    if (size >= 4) return view.getInt32(from, true);
    return size > 0 ? (bytes[from] ?? 0) : -1;
  }

  #print(spec: Conversion, raw: RawBytes, width: number, precision: number): string {
    const { kind, isHidden } = this.#items;
    if (isHidden) return PRIVATE;
    switch (kind) {
      case SCALAR:
      case ERRNO:
        return this.#number(spec, raw, width, precision);
      case STRING:
      case OBJECT:
      case REDACTED_OBJECT:
        return this.#text(spec, raw, width, precision);
      case DATA:
        return this.#data(spec, raw);
      case WIDE_STRING:
        return padded(this.#wide(raw), spec.isLeft, width);
      case HASH:
        return this.#hash(raw);
      default:
        return `<decode: mismatch for [${spec.text}] got [kind ${kind}]>`;
    }
  }

  #number(spec: Conversion, raw: RawBytes, width: number, precision: number): string {
    const { from, size } = this.#items;
    const { letter } = spec;
    if (size === 0 && letter === 'm') return errnoText(0);
    if (size !== 1 && size !== 2 && size !== 4 && size !== 8) return mismatch(spec, 'SCALAR', size);
    if (spec.decoder !== '') {
      const decoded = decodeScalar(spec.decoder, raw, from, size);
      if (decoded !== undefined) return padded(decoded, spec.isLeft, width);
    }
    if (INTEGER_LETTERS.includes(letter)) return printInteger(spec, raw.view, from, size, width, precision);
    if (FLOAT_LETTERS.includes(letter) && size >= 4) {
      const value = size === 8 ? raw.view.getFloat64(from, true) : raw.view.getFloat32(from, true);
      return printFloat(spec, value, width, precision);
    }
    if (letter === 'm')
      return padded(errnoText(size === 1 ? raw.view.getInt8(from) : raw.view.getInt16(from, true)), spec.isLeft, width);
    if (letter === 'c' || letter === 'C') return padded(this.#character(spec, raw), spec.isLeft, width);
    return mismatch(spec, 'SCALAR', size);
  }

  #character(spec: Conversion, { view, bytes }: RawBytes): string {
    const { from, size } = this.#items;
    const isWide = size === 4 && (spec.letter === 'C' || spec.size === 'l');
    const code = isWide ? view.getUint32(from, true) : (bytes[from] ?? 0);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : '\ufffd';
  }

  #text(spec: Conversion, raw: RawBytes, width: number, precision: number): string {
    const { from, size, isCut } = this.#items;
    const { letter } = spec;
    if (INTEGER_LETTERS.includes(letter) || FLOAT_LETTERS.includes(letter) || letter === 'c')
      return mismatch(spec, 'STRING', size);
    if (letter === 'P') return this.#data(spec, raw);
    if (size === 0) return padded('(null)', spec.isLeft, width);
    let end = from + Math.min(size, MAX_MESSAGE_BYTES);
    // The length counts the NUL, the precision does not; a precision of 0 is none in Apple's tool.
    if (raw.bytes[end - 1] === 0) end -= 1;
    if (letter === 's' && precision > 0) end = Math.min(end, from + precision);
    const text = raw.bytes.toString('utf8', from, end);
    return padded(isCut ? `${text}<…>` : text, spec.isLeft, width);
  }

  #data(spec: Conversion, raw: RawBytes): string {
    const { from, size, isCut } = this.#items;
    const text = decodeData(spec.decoder, raw, from, Math.min(size, MAX_MESSAGE_BYTES));
    return isCut ? `${text}<…>` : text;
  }

  /** Characters of 32 bits each. */
  #wide({ view }: RawBytes): string {
    const { from, size } = this.#items;
    let text = '';
    for (let at = from; at + 4 <= from + Math.min(size, MAX_MESSAGE_BYTES); at += 4) {
      const code = view.getUint32(at, true);
      if (code === 0) break;
      text += code <= 0x10_ffff ? String.fromCodePoint(code) : '\ufffd';
    }
    return size === 0 ? '(null)' : text;
  }

  #hash({ bytes }: RawBytes): string {
    const { from, size } = this.#items;
    return size === 0 ? '<mask.hash: (null)>' : `<mask.hash: '${bytes.toString('base64', from, from + size)}'>`;
  }
}

function mismatch(spec: Conversion, kind: string, size: number): string {
  return `<decode: mismatch for [${spec.text}] got [${kind} sz:${size}]>`;
}
