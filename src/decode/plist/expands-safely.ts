const TRAILER_BYTES = 32;
/** Values that a property list may hold when every reference in it is written out. */
const MOST_VALUES = 500_000;
const ARRAY = 0xa;
const SET = 0xc;
const DICTIONARY = 0xd;

/**
 * Whether a binary property list can be turned into values: its containers refer to each other without a circle, and do not
 * multiply. A few hundred bytes can otherwise stand for more values than any memory holds. Source: the format's trailer,
 * offset table and markers as Apple's CoreFoundation documents them in CFBinaryPList.c.
 */
export function expandsSafely(bytes: Buffer): boolean {
  const table = readTable(bytes);
  if (table === undefined) return false;
  /** Values that each object stands for; 0 while it is being counted. */
  const sizes = new Map<number, number>();
  const open: { index: number; children: number[]; next: number; size: number }[] = [];
  const enter = (index: number): boolean => {
    const children = childrenOf(bytes, table, index);
    if (children === undefined) return false;
    sizes.set(index, 0);
    open.push({ index, children, next: 0, size: 1 });
    return true;
  };
  if (!enter(table.top)) return false;
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    const child = frame.children[frame.next];
    if (child === undefined) {
      sizes.set(frame.index, frame.size);
      open.pop();
      const parent = open.at(-1);
      if (parent !== undefined) parent.size += frame.size;
      if ((parent ?? frame).size > MOST_VALUES) return false;
      continue;
    }
    frame.next += 1;
    const size = sizes.get(child);
    if (size === 0) return false;
    if (size === undefined) {
      if (!enter(child)) return false;
    } else frame.size += size;
    if (frame.size > MOST_VALUES || open.length > 1000) return false;
  }
  return true;
}

interface Table {
  readonly count: number;
  readonly top: number;
  readonly refBytes: number;
  readonly offsetAt: (index: number) => number;
}

function readTable(bytes: Buffer): Table | undefined {
  const trailer = bytes.length - TRAILER_BYTES;
  if (trailer < 8) return undefined;
  const offsetBytes = bytes[trailer + 6] ?? 0;
  const refBytes = bytes[trailer + 7] ?? 0;
  const count = readWide(bytes, trailer + 8);
  const top = readWide(bytes, trailer + 16);
  const start = readWide(bytes, trailer + 24);
  const isSized = offsetBytes >= 1 && offsetBytes <= 6 && refBytes >= 1 && refBytes <= 6;
  if (!isSized || top >= count || start + count * offsetBytes > trailer) return undefined;
  return { count, top, refBytes, offsetAt: (index) => bytes.readUIntBE(start + index * offsetBytes, offsetBytes) };
}

/** The objects that this one refers to; undefined where it points out of the file. */
function childrenOf(bytes: Buffer, table: Table, index: number): number[] | undefined {
  const at = table.offsetAt(index);
  const marker = bytes[at];
  if (marker === undefined) return undefined;
  const kind = marker >> 4;
  if (kind !== ARRAY && kind !== SET && kind !== DICTIONARY) return [];
  const { length, from } = lengthAt(bytes, at, marker & 0xf);
  const refs = kind === DICTIONARY ? length * 2 : length;
  if (refs > MOST_VALUES || from + refs * table.refBytes > bytes.length) return undefined;
  const children: number[] = [];
  for (let i = 0; i < refs; i++) {
    const child = bytes.readUIntBE(from + i * table.refBytes, table.refBytes);
    if (child >= table.count) return undefined;
    children.push(child);
  }
  return children;
}

/** A length of 15 or more stands behind the marker, as an integer of 1, 2, 4 or 8 bytes. */
function lengthAt(bytes: Buffer, at: number, short: number): { length: number; from: number } {
  if (short !== 0xf) return { length: short, from: at + 1 };
  const size = 1 << ((bytes[at + 1] ?? 0) & 0xf);
  const from = at + 2 + size;
  if (size > 8 || from > bytes.length) return { length: Number.POSITIVE_INFINITY, from };
  return { length: size === 8 ? readWide(bytes, at + 2) : bytes.readUIntBE(at + 2, size), from };
}

function readWide(bytes: Buffer, at: number): number {
  return bytes.readUInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
}
