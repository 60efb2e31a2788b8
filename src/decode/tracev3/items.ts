import type { RawBytes } from './raw-bytes.ts';

/** Kinds of arguments: the high half of an item's type. Source: clang's OSLogBufferItem; hashes and redactions measured. */
export const SCALAR = 0;
/** Width or precision of the next item, no argument of its own. */
export const COUNT = 1;
export const STRING = 2;
export const DATA = 3;
export const OBJECT = 4;
export const WIDE_STRING = 5;
export const ERRNO = 6;
/** Names the mask of the next item. */
export const MASK = 7;
export const REDACTED_OBJECT = 8;
export const HASH = 15;

const PRIVATE = 1;
const SENSITIVE = 4;
/** The text was longer than what was kept. */
const CUT = 0x8000;

/** Where the arguments of an entry stand. */
export interface ArgumentArea {
  readonly raw: RawBytes;
  /** The items, and the values behind them. */
  readonly from: number;
  readonly to: number;
  /** The entry's part of the private area; empty where it has none. */
  readonly privateFrom: number;
  readonly privateTo: number;
}

/** Goes through the arguments of one entry after another. */
export class ItemCursor {
  /** Of the item that `next` has moved to. */
  kind = 0;
  /** What the value is read from: a number where it stands, everything else in the values or the private area. */
  from = 0;
  size = 0;
  /** Nobody outside the machine was meant to read it, and it is not there. */
  isHidden = false;
  /** Only its beginning was kept. */
  isCut = false;
  /** Items that point outside their entry, in all. */
  broken = 0;
  #area: ArgumentArea | undefined;
  #at = 0;
  #left = 0;
  #values = 0;

  begin(area: ArgumentArea): void {
    const { bytes } = area.raw;
    this.#area = area;
    this.#at = area.from + 2;
    this.#left = area.to - area.from >= 2 ? (bytes[area.from + 1] ?? 0) : 0;
    let at = this.#at;
    for (let left = this.#left; left > 0 && at + 2 <= area.to; left--) at += 2 + (bytes[at + 1] ?? 0);
    // Values are found from the end of the items on; a backtrace stands among them.
    this.#values = Math.min(at, area.to);
  }

  /** The kind of the next item, -1 behind the last. */
  peek(): number {
    const area = this.#area;
    if (area === undefined || this.#left === 0 || this.#at + 2 > area.to) return -1;
    return (area.raw.bytes[this.#at] ?? 0) >> 4;
  }

  /** Moves on; false behind the last item. */
  next(): boolean {
    const area = this.#area;
    if (area === undefined || this.#left === 0 || this.#at + 2 > area.to) return false;
    const { bytes } = area.raw;
    const type = bytes[this.#at] ?? 0;
    this.kind = type >> 4;
    this.from = this.#at + 2;
    this.size = bytes[this.#at + 1] ?? 0;
    this.#at = this.from + this.size;
    this.#left -= 1;
    this.isHidden = false;
    this.isCut = false;
    if (this.#at > area.to) {
      this.broken += 1;
      this.#left = 0;
      return false;
    }
    const isInline = this.kind === SCALAR || this.kind === COUNT || this.kind === ERRNO || this.kind === MASK;
    const isPrivate = (type & PRIVATE) !== 0;
    if (!isInline || (isPrivate && this.kind === SCALAR)) this.#follow(area, isPrivate, (type & SENSITIVE) !== 0);
    return true;
  }

  /** The item is a range; `from` and `size` become what it points to. */
  #follow(area: ArgumentArea, isPrivate: boolean, isSensitive: boolean): void {
    if (this.size < 4) {
      this.isHidden = isPrivate;
      this.size = 0;
      return;
    }
    const { view } = area.raw;
    const offset = view.getUint16(this.from, true);
    const length = view.getUint16(this.from + 2, true);
    const size = length & ~CUT;
    this.isCut = (length & CUT) !== 0 && size > 0;
    const base = isPrivate ? area.privateFrom : this.#values;
    const end = isPrivate ? area.privateTo : area.to;
    this.isHidden = isPrivate && (isSensitive || size === 0 || area.privateTo <= area.privateFrom);
    if (this.isHidden) return;
    this.from = Math.min(base + offset, end);
    this.size = Math.min(size, end - this.from);
    if (this.size !== size) {
      this.broken += 1;
      this.isCut = true;
    }
  }
}
