/** What `decompressBlock` answers where the bytes are no LZ4 block, or one that does not fit. */
export const LZ4_DAMAGED = -1;

/**
 * Decompresses the plain LZ4 block in [from, end) of `source` into `into` from `start` on, not beyond `limit`. Answers where
 * it ends, or `LZ4_DAMAGED`; nothing outside the given ranges is read or written. Source: the LZ4 block format.
 */
export function decompressBlock(
  source: Uint8Array,
  from: number,
  end: number,
  into: Uint8Array,
  start: number,
  limit: number,
): number {
  let at = from;
  let to = start;
  while (at < end) {
    // Indices are checked against the ends, so every byte is there.
    const token = source[at++] as number;
    let count = token >>> 4;
    for (let more = count === 15 ? 255 : 0; more === 255 && at < end; count += more) more = source[at++] as number;
    if (count > Math.min(end - at, limit - to)) return LZ4_DAMAGED;
    copyLiterals(source, at, into, to, count);
    at += count;
    to += count;
    // The last sequence has no match.
    if (at === end) return to;
    // A distance that is cut off is none.
    const distance = at + 1 < end ? (source[at] as number) | ((source[at + 1] as number) << 8) : 0;
    at += 2;
    let length = token & 15;
    for (let more = length === 15 ? 255 : 0; more === 255 && at < end; length += more) more = source[at++] as number;
    length += 4;
    if (distance === 0 || distance > to - start || length > limit - to) return LZ4_DAMAGED;
    to = copyMatch(into, to, distance, length);
  }
  return to;
}

/** Below so many bytes a loop is faster than a call. */
const FEW = 48;

function copyLiterals(source: Uint8Array, from: number, into: Uint8Array, to: number, count: number): void {
  if (count > FEW) into.set(source.subarray(from, from + count), to);
  else for (let i = 0; i < count; i++) into[to + i] = source[from + i] as number;
}

/** Bytes of a match may overlap what they are copied to: then they repeat. */
function copyMatch(into: Uint8Array, to: number, distance: number, length: number): number {
  if (length > FEW && distance >= length) {
    into.copyWithin(to, to - distance, to - distance + length);
    return to + length;
  }
  const end = to + length;
  let at = to - distance;
  let next = to;
  while (next < end) into[next++] = into[at++] as number;
  return end;
}
