/** A greedy LZ4 block compressor with real matches, overlapping ones among them. */
export function compressBlock(source: Buffer): Buffer {
  const out = Buffer.alloc(source.length + Math.ceil(source.length / 255) + 64);
  const table = new Int32Array(1 << 14).fill(-1);
  let length = 0;
  const more = (value: number): void => {
    let rest = value - 15;
    for (; rest >= 255; rest -= 255) out[length++] = 255;
    out[length++] = rest;
  };
  const sequence = (from: number, to: number, distance: number, match: number): void => {
    const literals = to - from;
    const extra = distance === 0 ? 0 : match - 4;
    out[length++] = (Math.min(literals, 15) << 4) | Math.min(extra, 15);
    if (literals >= 15) more(literals);
    length += source.copy(out, length, from, to);
    if (distance === 0) return;
    length = out.writeUInt16LE(distance, length);
    if (extra >= 15) more(extra);
  };
  let anchor = 0;
  // The format wants the last bytes as literals.
  const last = source.length - 12;
  for (let at = 0; at < last; ) {
    const word = source.readUInt32LE(at);
    const slot = Math.imul(word, 2_654_435_761) >>> 18;
    const before = table[slot] ?? -1;
    table[slot] = at;
    if (before < 0 || at - before > 65_535 || source.readUInt32LE(before) !== word) {
      at += 1;
      continue;
    }
    let match = 4;
    while (at + match < source.length - 5 && source[before + match] === source[at + match]) match += 1;
    sequence(anchor, at, at - before, match);
    at += match;
    anchor = at;
  }
  sequence(anchor, source.length, 0, 0);
  return out.subarray(0, length);
}
