import { MAX_MESSAGE_CHARS } from '../../model/log-record.ts';
import { type RawBytes, rawBytes } from './raw-bytes.ts';
import { dateText } from './scalar-decoders.ts';

const MAGIC = 'bplist00';
const TRAILER = 32;
/** Deeper lists are shown as an ellipsis: no state is, but a list may hold itself. */
const MAX_DEPTH = 16;
/** Values that are looked at: a list may name the same value a million times. */
const MAX_VALUES = 20_000;
/** Seconds from 1970 to 2001, where the dates of a plist begin. */
const EPOCH_2001 = 978_307_200;
const INDENT = '  ';

/**
 * The text of a state that is a binary property list, in the manner of `plutil -p`. Undefined where the bytes are none, or
 * where they lie about themselves. Source: CoreFoundation's CFBinaryPList.c.
 */
export function decodeStatePlist(bytes: Buffer): string | undefined {
  if (bytes.length < MAGIC.length + TRAILER || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  const printer = new PlistPrinter(rawBytes(bytes));
  const text = printer.print();
  return printer.isBroken ? undefined : text.slice(0, MAX_MESSAGE_CHARS);
}

class PlistPrinter {
  isBroken = false;
  readonly #raw: RawBytes;
  readonly #end: number;
  readonly #offsetSize: number;
  readonly #referenceSize: number;
  readonly #count: number;
  #left = MAX_VALUES;
  #length = 0;

  constructor(raw: RawBytes) {
    const trailer = raw.bytes.length - TRAILER;
    this.#raw = raw;
    this.#offsetSize = raw.bytes[trailer + 6] ?? 0;
    this.#referenceSize = raw.bytes[trailer + 7] ?? 0;
    this.#count = this.#number(trailer + 8, 8);
    this.#end = this.#number(trailer + 24, 8);
    const isSane = [1, 2, 3, 4, 8].includes(this.#offsetSize) && [1, 2, 4].includes(this.#referenceSize);
    if (!isSane || this.#end > trailer || this.#count * this.#offsetSize > trailer - this.#end) this.isBroken = true;
  }

  print(): string {
    return this.isBroken ? '' : this.#value(this.#number(this.#raw.bytes.length - 16, 8), '');
  }

  #value(reference: number, indent: string): string {
    this.#left -= 1;
    if (this.#left < 0 || this.#length > MAX_MESSAGE_CHARS || indent.length > MAX_DEPTH * INDENT.length) return '…';
    const at =
      reference < this.#count ? this.#number(this.#end + reference * this.#offsetSize, this.#offsetSize) : this.#end;
    const marker = at < this.#end ? (this.#raw.bytes[at] ?? 0) : -1;
    if (marker < 0) this.isBroken = true;
    const text = this.#marked(marker, at + 1, indent);
    this.#length += text.length;
    return text;
  }

  #marked(marker: number, at: number, indent: string): string {
    const low = marker & 15;
    switch (marker >> 4) {
      case 0:
        return low === 8 ? 'false' : low === 9 ? 'true' : 'null';
      case 1:
        return this.#integer(at, 2 ** low);
      case 2:
        return this.#has(at, 2 ** low) ? String(low === 2 ? this.#raw.view.getFloat32(at) : this.#double(at)) : '';
      case 3:
        return this.#has(at, 8) ? dateText(this.#double(at) + EPOCH_2001) : '';
      case 8:
        return `UID ${this.#integer(at, low + 1)}`;
      case 4:
      case 5:
      case 6:
      case 10:
      case 12:
      case 13:
        return this.#sized(marker >> 4, low, at, indent);
      default:
        this.isBroken = true;
        return '';
    }
  }

  /** What begins with how many there are of it. */
  #sized(kind: number, low: number, at: number, indent: string): string {
    let count = low;
    let from = at;
    if (low === 15) {
      const size = this.#has(at, 1) ? 2 ** ((this.#raw.bytes[at] ?? 0) & 3) : 0;
      if (!this.#has(at + 1, size)) return '';
      count = this.#number(at + 1, size);
      from = at + 1 + size;
    }
    const width = kind >= 10 ? this.#referenceSize * (kind === 13 ? 2 : 1) : kind === 6 ? 2 : 1;
    if (!this.#has(from, count * width)) return '';
    const { bytes } = this.#raw;
    if (kind === 4)
      return `{length = ${count}, bytes = 0x${bytes.toString('hex', from, from + Math.min(count, 64))}${count > 64 ? '…' : ''}}`;
    if (kind === 5) return bytes.toString('latin1', from, from + Math.min(count, MAX_MESSAGE_CHARS));
    if (kind === 6) return utf16(bytes, from, Math.min(count, MAX_MESSAGE_CHARS));
    return kind === 13 ? this.#dictionary(from, count, indent) : this.#array(from, count, indent);
  }

  #array(from: number, count: number, indent: string): string {
    const inner = indent + INDENT;
    const lines: string[] = [];
    for (let index = 0; index < count && this.#goesOn; index++)
      lines.push(`${inner}${this.#value(this.#reference(from, index), inner)}`);
    return `(\n${lines.join('\n')}\n${indent})`;
  }

  #dictionary(from: number, count: number, indent: string): string {
    const inner = indent + INDENT;
    const lines: string[] = [];
    for (let index = 0; index < count && this.#goesOn; index++) {
      const key = this.#value(this.#reference(from, index), inner);
      lines.push(`${inner}${key} = ${this.#value(this.#reference(from, count + index), inner)}`);
    }
    return `{\n${lines.join('\n')}\n${indent}}`;
  }

  get #goesOn(): boolean {
    return !this.isBroken && this.#left > 0 && this.#length <= MAX_MESSAGE_CHARS;
  }

  #reference(from: number, index: number): number {
    return this.#number(from + index * this.#referenceSize, this.#referenceSize);
  }

  #integer(at: number, size: number): string {
    if (!this.#has(at, size)) return '';
    if (size === 8) return String(this.#raw.view.getBigInt64(at));
    return size > 8 ? `0x${this.#raw.bytes.toString('hex', at, at + size)}` : String(this.#number(at, size));
  }

  #double(at: number): number {
    return this.#has(at, 8) ? this.#raw.view.getFloat64(at) : 0;
  }

  #has(at: number, count: number): boolean {
    if (at + count > this.#end) this.isBroken = true;
    return !this.isBroken;
  }

  /** Numbers of a plist are big-endian. */
  #number(at: number, size: number): number {
    let value = 0;
    for (let index = 0; index < size; index++) value = value * 256 + (this.#raw.bytes[at + index] ?? 0);
    return value;
  }
}

function utf16(bytes: Buffer, from: number, count: number): string {
  return Buffer.from(bytes.subarray(from, from + count * 2))
    .swap16()
    .toString('utf16le');
}
