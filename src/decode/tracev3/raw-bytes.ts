/**
 * Bytes with both ways of reading them. Numbers come through the one `DataView`: it reads an integer many times faster than
 * `Buffer` does. Nothing here checks bounds; who reads does.
 */
export interface RawBytes {
  readonly bytes: Buffer;
  readonly view: DataView;
}

export function rawBytes(bytes: Buffer): RawBytes {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

const TWO_32 = 4_294_967_296;

/** An unsigned 64-bit integer; exact below 2^53. */
export function readU64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * TWO_32;
}

/** The text up to the first NUL, or to `end`. */
export function cString(bytes: Buffer, from: number, end: number): string {
  return bytes.toString('utf8', from, stringEnd(bytes, from, end));
}

/** Where the text that begins at `from` ends: its NUL, or `end`. */
export function stringEnd(bytes: Buffer, from: number, end: number): number {
  // Strings are short, what follows them is not: a native search would run on to the end of the file.
  const near = Math.min(end, from + 64);
  for (let at = from; at < near; at++) if (bytes[at] === 0) return at;
  if (near === end) return end;
  const found = bytes.subarray(near, end).indexOf(0);
  return found < 0 ? end : near + found;
}

/** 32 hexadecimal digits in capitals, as the files of an archive are named. */
export function hexAt(bytes: Buffer, at: number): string {
  return bytes.toString('hex', at, at + 16).toUpperCase();
}

/** `5C0FFEE0-1111-4222-8333-444455556666` of 32 digits. */
export function dashed(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
