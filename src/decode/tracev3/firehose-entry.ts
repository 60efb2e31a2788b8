import { type RawBytes, readU64 } from './raw-bytes.ts';

export const ACTIVITY_ENTRY = 2;
export const TRACE_ENTRY = 3;
export const LOG_ENTRY = 4;
export const SIGNPOST_ENTRY = 6;
export const LOSS_ENTRY = 7;

/** Where the format string of an entry is (`flags & 0xe`). */
export const MAIN_EXE = 2;
export const SHARED_CACHE = 4;
export const ABSOLUTE = 8;
export const UUID_RELATIVE = 0xa;
export const LARGE_SHARED_CACHE = 0xc;

const HAS_ACTIVITY = 0x1;
const HAS_UNIQUE_PID = 0x10;
const HAS_LARGE_OFFSET = 0x20;
const HAS_PRIVATE = 0x100;
const HAS_SUBSYSTEM = 0x200;
const HAS_OTHER_ACTIVITY = 0x200;
const HAS_TTL = 0x400;
const HAS_OVERSIZE = 0x800;
const HAS_NAME = 0x8000;
/** Level of an activity entry that is no new activity but what the user did. */
const USER_ACTION = 3;

/** Bytes in front of an entry's data. */
export const ENTRY_HEAD = 24;

/** One entry of a firehose chunk, field by field. The same object is filled for every entry. Source: libyal, checked. */
export class FirehoseEntry {
  type = 0;
  level = 0;
  flags = 0;
  thread = 0;
  /** Reference of the format string, `upper` times 2^31 plus `lower`. */
  lower = 0;
  upper = 0;
  /** The entry brings its text; the reference only says whose code it is. */
  isDynamic = false;
  /** Apple's own mark for a code pointer that leads nowhere. */
  isInvalid = false;
  location = 0;
  pcLow = 0;
  pcHigh = 0;
  /** Where the UUID of the image stands, for `UUID_RELATIVE`. */
  uuidAt = 0;
  /** 0 for none. */
  subsystem = 0;
  privateOffset = 0;
  privateLength = 0;
  /** -1 for none. */
  oversize = -1;
  signpostAt = 0;
  /** Name of a signpost, as a reference; -1 for none. */
  nameLower = -1;
  nameUpper = 0;
  /** Items and values. */
  itemsAt = 0;
  end = 0;

  /** Reads the entry at `at`, whose data ends at `end`. False where its fields do not fit in. */
  read({ view }: RawBytes, at: number, end: number): boolean {
    const flags = view.getUint16(at + 2, true);
    const reference = view.getUint32(at + 4, true);
    this.type = view.getUint8(at);
    this.level = view.getUint8(at + 1);
    this.flags = flags;
    this.thread = readU64(view, at + 8);
    this.lower = reference & 0x7fff_ffff;
    this.upper = 0;
    this.isDynamic = reference >= 0x8000_0000;
    this.isInvalid = false;
    this.location = flags & 0xe;
    this.pcHigh = 0;
    this.subsystem = 0;
    this.privateLength = 0;
    this.oversize = -1;
    this.nameLower = -1;
    this.end = end;
    // No entry has more than 60 bytes of fields: only short ones need their length looked at.
    const from = at + ENTRY_HEAD;
    if (end - from < MOST_FIELDS && end - from < fieldBytes(this.type, this.level, flags)) return false;
    const behind = this.type === ACTIVITY_ENTRY ? this.#readActivity(view, from) : this.#readIds(view, from);
    this.itemsAt = this.type === TRACE_ENTRY ? behind : this.#readRest(view, this.#readLocation(view, behind));
    return true;
  }

  #readActivity(view: DataView, from: number): number {
    let at = from;
    if (this.level !== USER_ACTION) at += 8;
    if ((this.flags & HAS_UNIQUE_PID) !== 0) at += 8;
    if ((this.flags & HAS_ACTIVITY) !== 0) at += 8;
    if ((this.flags & HAS_OTHER_ACTIVITY) !== 0) at += 8;
    this.pcLow = view.getUint32(at, true);
    return at + 4;
  }

  #readIds(view: DataView, from: number): number {
    let at = from;
    if (this.type !== TRACE_ENTRY) {
      if ((this.flags & HAS_ACTIVITY) !== 0) at += 8;
      if ((this.flags & HAS_PRIVATE) !== 0) {
        this.privateOffset = view.getUint16(at, true);
        this.privateLength = view.getUint16(at + 2, true);
        at += 4;
      }
    }
    this.pcLow = view.getUint32(at, true);
    return at + 4;
  }

  /** The large offset comes first. */
  #readLocation(view: DataView, from: number): number {
    let at = from;
    let large = 0;
    if ((this.flags & HAS_LARGE_OFFSET) !== 0) {
      large = view.getUint16(at, true);
      at += 2;
    }
    this.isInvalid = large >= 0xfffe;
    this.upper = large;
    if (this.location === ABSOLUTE) {
      this.pcHigh = view.getUint16(at, true);
      return at + 2;
    }
    if (this.location === UUID_RELATIVE) {
      this.uuidAt = at;
      return at + 16;
    }
    if (this.location !== LARGE_SHARED_CACHE) return at;
    const cache = view.getUint16(at, true);
    if (cache !== 0) this.upper = cache;
    return at + 2;
  }

  #readRest(view: DataView, from: number): number {
    if (this.type === ACTIVITY_ENTRY) return from;
    const { flags } = this;
    let at = from;
    if ((flags & HAS_SUBSYSTEM) !== 0) {
      this.subsystem = view.getUint16(at, true);
      at += 2;
    }
    if (this.type === SIGNPOST_ENTRY) {
      this.signpostAt = at;
      at += 8;
    }
    if ((flags & HAS_TTL) !== 0) at += 1;
    if ((flags & HAS_OVERSIZE) !== 0) {
      this.oversize = view.getUint32(at, true);
      at += 4;
    }
    if (this.type === SIGNPOST_ENTRY && (flags & HAS_NAME) !== 0) {
      this.nameLower = view.getUint32(at, true) & 0x7fff_ffff;
      at += 4;
      this.nameUpper = 0;
      if ((flags & HAS_LARGE_OFFSET) !== 0) {
        this.nameUpper = view.getUint16(at, true);
        at += 2;
      }
    }
    return at;
  }
}

const MOST_FIELDS = 64;

/** Bytes that the fields of such an entry take. */
function fieldBytes(type: number, level: number, flags: number): number {
  if (type === TRACE_ENTRY) return 4;
  const has = (flag: number, bytes: number): number => ((flags & flag) === 0 ? 0 : bytes);
  const location = flags & 0xe;
  const place = location === UUID_RELATIVE ? 16 : location === ABSOLUTE || location === LARGE_SHARED_CACHE ? 2 : 0;
  const shared = 4 + has(HAS_ACTIVITY, 8) + has(HAS_LARGE_OFFSET, 2) + place;
  if (type === ACTIVITY_ENTRY)
    return shared + (level === USER_ACTION ? 0 : 8) + has(HAS_UNIQUE_PID, 8) + has(HAS_OTHER_ACTIVITY, 8);
  const log = shared + has(HAS_PRIVATE, 4) + has(HAS_SUBSYSTEM, 2) + has(HAS_TTL, 1) + has(HAS_OVERSIZE, 4);
  if (type !== SIGNPOST_ENTRY) return log;
  return log + 8 + has(HAS_NAME, (flags & HAS_LARGE_OFFSET) === 0 ? 4 : 6);
}
