import { BLANK, COLON, DOT, MINUS, PLUS, ZERO } from '../lib/ascii.ts';
import { minuteMicros } from '../lib/time-parse.ts';
import type { Lack } from './calendar.ts';

const LETTER_T = 0x54;
const MINUTE_US = 60_000_000;
const HIGH_NIBBLES = 0xf0f0f0f0 | 0;
const DIGIT_NIBBLES = 0x30303030;
const SIXES = 0x06060606;
const COLON_AND_DOT_BYTES = 0xff0000ff | 0;
const COLON_AND_DOT = (DOT << 24) | COLON;
/** `YYYY-MM-DD HH:MM:SS`: what comes before the fraction. */
const TO_SECONDS = 19;

/** Value of an ASCII digit, or something outside 0…9. */
function digit(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) - ZERO;
}

function isDigit(value: number): boolean {
  return value >= 0 && value <= 9;
}

/** The number in two digits, or NaN. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = digit(bytes, at);
  const ones = digit(bytes, at + 1);
  return isDigit(tens) && isDigit(ones) ? tens * 10 + ones : Number.NaN;
}

/** Whether all four bytes of a word are ASCII digits: high nibble 3, and still 3 with 6 added to each. */
function isDigits(word: number): boolean {
  return (word & HIGH_NIBBLES) === DIGIT_NIBBLES && ((word + SIXES) & HIGH_NIBBLES) === DIGIT_NIBBLES;
}

/** The number in four digits, the first in the lowest byte. */
function fourDigits(word: number): number {
  return (word & 15) * 1000 + ((word >>> 8) & 15) * 100 + ((word >>> 16) & 15) * 10 + ((word >>> 24) & 15);
}

/** The number in `:SS.`, or -1. */
function readSeconds(word: number): number {
  if ((word & COLON_AND_DOT_BYTES) !== COLON_AND_DOT) return -1;
  const tens = ((word >>> 8) & 0xff) - ZERO;
  const ones = ((word >>> 16) & 0xff) - ZERO;
  return isDigit(tens) && isDigit(ones) ? tens * 10 + ones : -1;
}

/**
 * Reads `YYYY-MM-DD HH:MM:SS.ffffff±hhmm` from bytes. The minute and the offset read last are remembered: lines follow
 * each other in time, so most stamps cost four word comparisons and the digits of a second.
 */
export class Stamp {
  /** Wall clock in µs; NaN where the digits are no time (`2026-13-45 …`). */
  wall = Number.NaN;
  /** Index behind the stamp, its offset included. */
  end = 0;
  /** Whether this stamp carries an offset; `offsetMinutes` is its own then. */
  hasOffset = false;
  offsetMinutes = 0;
  /** What the stamp does not say; `wall` is in the unknown year, or on the unknown day, then. */
  lack: Lack | undefined;
  #word0 = 0;
  #word1 = 0;
  #word2 = 0;
  #word3 = 0;
  #minute = Number.NaN;
  #offsetWord = 0;
  #offsetLast = 0;

  /** False where no stamp begins at `at`; bytes from `end` on are not looked at. */
  read(bytes: Uint8Array, view: DataView, at: number, end: number): boolean {
    // The shortest stamp has a fraction of one digit.
    if (end - at < TO_SECONDS + 2) return false;
    if (
      view.getInt32(at + 12, true) !== this.#word3 ||
      view.getInt32(at + 8, true) !== this.#word2 ||
      view.getInt32(at + 4, true) !== this.#word1 ||
      view.getInt32(at, true) !== this.#word0
    ) {
      if (!this.#readMinute(bytes, view, at)) return false;
    }
    const seconds = readSeconds(view.getInt32(at + 16, true));
    return seconds >= 0 && this.#readFraction(bytes, view, at + TO_SECONDS + 1, end, seconds);
  }

  /** Reads `YYYY-MM-DD HH:MM:SS ±hhmm`, as pmset prints it; false where none begins at `at`. */
  readWhole(bytes: Uint8Array, view: DataView, at: number, end: number): boolean {
    const zone = at + TO_SECONDS + 1;
    if (end - zone < 5 || bytes[at + 16] !== COLON || bytes[zone - 1] !== BLANK) return false;
    if (bytes[zone] !== PLUS && bytes[zone] !== MINUS) return false;
    const seconds = twoDigits(bytes, at + 17);
    if (Number.isNaN(seconds) || !this.#readMinute(bytes, view, at)) return false;
    this.wall = seconds > 60 ? Number.NaN : this.#minute + seconds * 1_000_000;
    this.hasOffset = false;
    this.#readOffset(bytes, view, zone);
    return this.hasOffset;
  }

  #readMinute(bytes: Uint8Array, view: DataView, at: number): boolean {
    if (bytes[at + 4] !== MINUS || bytes[at + 7] !== MINUS || bytes[at + 13] !== COLON) return false;
    if (bytes[at + 10] !== BLANK && bytes[at + 10] !== LETTER_T) return false;
    const year = twoDigits(bytes, at) * 100 + twoDigits(bytes, at + 2);
    const month = twoDigits(bytes, at + 5);
    const day = twoDigits(bytes, at + 8);
    const hour = twoDigits(bytes, at + 11);
    const minute = twoDigits(bytes, at + 14);
    if (Number.isNaN(year + month + day + hour + minute)) return false;
    this.#minute = minuteMicros(year, month, day, hour, minute);
    this.#word0 = view.getInt32(at, true);
    this.#word1 = view.getInt32(at + 4, true);
    this.#word2 = view.getInt32(at + 8, true);
    this.#word3 = view.getInt32(at + 12, true);
    return true;
  }

  #readFraction(bytes: Uint8Array, view: DataView, at: number, end: number, seconds: number): boolean {
    let micros = 0;
    let i = at + 6;
    const first = end - at >= 7 ? view.getInt32(at, true) : 0;
    if (
      isDigits(first) &&
      isDigit(digit(bytes, at + 4)) &&
      isDigit(digit(bytes, at + 5)) &&
      !isDigit(digit(bytes, i))
    ) {
      micros = fourDigits(first) * 100 + digit(bytes, at + 4) * 10 + digit(bytes, at + 5);
    } else {
      i = at;
      for (let unit = 100_000; i < end && isDigit(digit(bytes, i)); i++) {
        // Nanoseconds are cut.
        micros += digit(bytes, i) * Math.floor(unit);
        unit /= 10;
      }
      if (i === at) return false;
    }
    // 60 is a leap second.
    this.wall = seconds > 60 ? Number.NaN : this.#minute + (seconds * 1_000_000 + micros);
    this.end = i;
    this.hasOffset = false;
    const sign = bytes[i];
    if ((sign === PLUS || sign === MINUS) && i + 5 <= end) this.#readOffset(bytes, view, i);
    return true;
  }

  #readOffset(bytes: Uint8Array, view: DataView, at: number): void {
    const first = view.getInt32(at, true);
    const last = bytes[at + 4] ?? 0;
    if (first !== this.#offsetWord || last !== this.#offsetLast) {
      const hours = twoDigits(bytes, at + 1);
      const minutes = twoDigits(bytes, at + 3);
      if (Number.isNaN(hours + minutes)) return;
      const size = hours * 60 + minutes;
      // Not a product with -1: -0000 must not become a negative zero.
      this.offsetMinutes = bytes[at] === MINUS ? 0 - size : size;
      this.#offsetWord = first;
      this.#offsetLast = last;
    }
    this.hasOffset = true;
    this.end = at + 5;
  }

  /** UTC where the stamp has an offset, else the wall clock. */
  get utc(): number {
    return this.hasOffset ? this.wall - this.offsetMinutes * MINUTE_US : this.wall;
  }
}
