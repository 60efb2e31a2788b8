import { BLANK, COLON, DOT, isDigit, MINUS, PLUS, ZERO } from '../lib/ascii.ts';
import { daysSinceEpoch } from '../lib/time-parse.ts';
import { UNKNOWN_DAY, UNKNOWN_YEAR } from '../lib/unknown-dates.ts';
import { DAY_US, type Lack } from './calendar.ts';
import { Stamp } from './stamp.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Month by its three letters. */
const MONTH_BY_LETTERS = new Map(MONTHS.map((name, index) => [lettersAt(Buffer.from(name), 0), index + 1]));
/** Lengths of `Mon dd ` and of `--MM-dd `. */
const TO_TIME = 7;
const TO_TIME_IN_EVENTS = 8;
/** Length of `YYYY-MM-DD `. */
const TO_TIME_ON_DAY = 11;
const LETTER_T = 0x54;
const LETTER_Z = 0x5a;
/** `HH:MM:SS`. */
const TIME_LENGTH = 8;

/** A time that lacks its year, or its date: `wall` is in the unknown year, or on the unknown day. */
abstract class PartialStamp extends Stamp {
  protected readYearless(bytes: Uint8Array, month: number, day: number, timeAt: number, end: number): boolean {
    const isRead = this.#readTime(bytes, timeAt, end, daysSinceEpoch(UNKNOWN_YEAR, month, day));
    if (isRead) this.lack = 'year';
    return isRead;
  }

  protected readDateless(bytes: Uint8Array, timeAt: number, end: number): boolean {
    const isRead = this.#readTime(bytes, timeAt, end, UNKNOWN_DAY);
    if (isRead) this.lack = 'date';
    return isRead;
  }

  /** `YYYY-MM-DD HH:MM:SS`, the fraction and the offset optional. */
  protected readDated(bytes: Uint8Array, at: number, end: number): boolean {
    if (end - at < TO_TIME_ON_DAY || bytes[at + 4] !== MINUS || bytes[at + 7] !== MINUS) return false;
    if (bytes[at + 10] !== BLANK && bytes[at + 10] !== LETTER_T) return false;
    const [year, month, day] = [
      number(bytes, at, at + 4),
      number(bytes, at + 5, at + 7),
      number(bytes, at + 8, at + 10),
    ];
    const isDate = !Number.isNaN(year + month + day);
    return isDate && this.#readTime(bytes, at + TO_TIME_ON_DAY, end, daysSinceEpoch(year, month, day));
  }

  /** `HH:MM:SS`, a fraction of any length, an offset. */
  #readTime(bytes: Uint8Array, at: number, end: number, days: number): boolean {
    if (end - at < TIME_LENGTH || bytes[at + 2] !== COLON || bytes[at + 5] !== COLON) return false;
    const hour = number(bytes, at, at + 2);
    const minute = number(bytes, at + 3, at + 5);
    const second = number(bytes, at + 6, at + TIME_LENGTH);
    if (Number.isNaN(hour + minute + second)) return false;
    this.end = at + TIME_LENGTH;
    const micros = this.#readFraction(bytes, end);
    const isTime = hour < 24 && minute < 60 && second <= 60;
    // 60 is a leap second.
    this.wall = isTime ? days * DAY_US + ((hour * 60 + minute) * 60 + second) * 1_000_000 + micros : Number.NaN;
    this.readZone(bytes, end);
    return true;
  }

  #readFraction(bytes: Uint8Array, end: number): number {
    if (bytes[this.end] !== DOT || this.end + 1 >= end || !isDigit(bytes[this.end + 1])) return 0;
    let micros = 0;
    let i = this.end + 1;
    for (let unit = 100_000; i < end && isDigit(bytes[i]); i++, unit /= 10)
      micros += ((bytes[i] ?? 0) - ZERO) * Math.floor(unit);
    this.end = i;
    return micros;
  }

  /** `+hhmm`, `+hh:mm` or `Z`; some releases of Console print a blank before it. */
  protected readZone(bytes: Uint8Array, end: number): void {
    const at = bytes[this.end] === BLANK ? this.end + 1 : this.end;
    const sign = bytes[at];
    this.hasOffset = sign === LETTER_Z && at === this.end && at < end;
    if (this.hasOffset) {
      this.offsetMinutes = 0;
      this.end = at + 1;
      return;
    }
    const minutes = bytes[at + 3] === COLON ? at + 4 : at + 3;
    if ((sign !== PLUS && sign !== MINUS) || minutes + 2 > end) return;
    const size = number(bytes, at + 1, at + 3) * 60 + number(bytes, minutes, minutes + 2);
    if (Number.isNaN(size)) return;
    this.hasOffset = true;
    this.offsetMinutes = sign === MINUS ? 0 - size : size;
    this.end = minutes + 2;
  }
}

/** `Mon dd HH:MM:SS`, or with `.ffffff`, as BSD's syslog prints it. */
export class SyslogStamp extends PartialStamp {
  override lack: Lack | undefined = 'year';

  override read(bytes: Uint8Array, _view: DataView, at: number, end: number): boolean {
    if (end - at < TO_TIME || bytes[at + 3] !== BLANK || bytes[at + 6] !== BLANK) return false;
    const month = MONTH_BY_LETTERS.get(lettersAt(bytes, at));
    const day = number(bytes, bytes[at + 4] === BLANK ? at + 5 : at + 4, at + 6);
    return month !== undefined && !Number.isNaN(day) && this.readYearless(bytes, month, day, at + TO_TIME, end);
  }
}

/**
 * A stamp that may be whole, or lack its year or its date: those of Console's time column, and of `necropsy events` for
 * inputs that lack them.
 */
export class AnyStamp extends PartialStamp {
  override read(bytes: Uint8Array, view: DataView, at: number, end: number): boolean {
    this.lack = undefined;
    if (super.read(bytes, view, at, end)) {
      if (!this.hasOffset) this.readZone(bytes, end);
      return true;
    }
    if (bytes[at] !== MINUS) return this.readDated(bytes, at, end) || this.readDateless(bytes, at, end);
    if (bytes[at + 1] !== MINUS || bytes[at + 4] !== MINUS || bytes[at + 7] !== BLANK) return false;
    const month = number(bytes, at + 2, at + 4);
    const day = number(bytes, at + 5, at + 7);
    return !Number.isNaN(month + day) && this.readYearless(bytes, month, day, at + TO_TIME_IN_EVENTS, end);
  }

  /** Takes a time in UTC, in ns since 1970, for the stamp read last; NaN for none. */
  takeNanos(nanos: number): void {
    this.lack = undefined;
    this.hasOffset = nanos > 0;
    this.offsetMinutes = 0;
    this.wall = nanos > 0 ? Math.floor(nanos / 1000) : Number.NaN;
  }
}

function lettersAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}

/** The decimal number in [from, to); NaN where anything else stands there. */
function number(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    if (!isDigit(bytes[i])) return Number.NaN;
    value = value * 10 + (bytes[i] ?? 0) - ZERO;
  }
  return value;
}
