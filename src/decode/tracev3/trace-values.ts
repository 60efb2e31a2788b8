import type { ArgumentArea } from './items.ts';
import { type RawBytes, rawBytes } from './raw-bytes.ts';

/**
 * The arguments of a trace entry in the form that all others have: values, then one byte of size for each, then how many
 * there are. The kernel writes few of these. Source: libyal.
 */
export function traceArea({ bytes }: RawBytes, from: number, to: number): ArgumentArea {
  const count = to > from ? (bytes[to - 1] ?? 0) : 0;
  const sizesAt = to - 1 - count;
  const items: number[] = [0, 0];
  let at = from;
  for (let index = 0; index < count && sizesAt >= from; index++) {
    const size = bytes[sizesAt + index] ?? 0;
    if (at + size > sizesAt) break;
    items.push(0, size, ...bytes.subarray(at, at + size));
    items[1] = index + 1;
    at += size;
  }
  const raw = rawBytes(Buffer.from(items));
  return { raw, from: 0, to: raw.bytes.length, privateFrom: 0, privateTo: 0 };
}
