import { BLANK, CLOSE_BRACKET, CLOSE_PAREN, COLON, GREATER, LESS, OPEN_BRACKET, OPEN_PAREN } from '../../lib/ascii.ts';
import { levelOfSyslogName, UNKNOWN } from '../levels.ts';
import { SyslogStamp } from '../partial-stamp.ts';
import { startsWith } from '../same-bytes.ts';
import { LineHeader, readDecimal, skipDigits } from './line-header.ts';

/** Room for the longest level in angle brackets, `<Critical>`. */
const LONGEST_LEVEL = 12;

/**
 * The syslog of an iOS device, as `idevicesyslog`, Xcode's device window and old Consoles print it: a time without year and
 * zone, in old captures a host, `process(sender)[pid] <level>: message`. A Mac's `system.log` is the same without levels.
 * Source: line-formats 7.
 */
export class DeviceSyslogHeader extends LineHeader {
  override readonly format = 'ios-syslog';
  override readonly stamp = new SyslogStamp();
  readonly #host: Buffer | undefined;
  #pidAt = 0;

  /** `host` stands before every process. */
  constructor(host?: string) {
    super();
    this.#host = host === undefined ? undefined : Buffer.from(`${host} `);
  }

  override read(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const { stamp } = this;
    if (!stamp.read(bytes, view, from, end) || bytes[stamp.end] !== BLANK) return false;
    const host = this.#host;
    const at = stamp.end + 1;
    const hasHost = host !== undefined && at + host.length <= end && startsWith(bytes, at, host);
    this.level = UNKNOWN;
    return this.#readProcess(bytes, hasHost ? at + host.length : at, end);
  }

  override beginsWithTime(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const { stamp } = this;
    return stamp.read(bytes, view, from, end) && (stamp.end === end || bytes[stamp.end] === BLANK);
  }

  override pid(bytes: Buffer): number {
    return readDecimal(bytes, this.#pidAt);
  }

  override tid(): number {
    return 0;
  }

  /** The sender stands before the pid: nothing follows that could be a tail. */
  override readTail(): void {}

  override skipTail(): void {}

  #readProcess(bytes: Buffer, at: number, end: number): boolean {
    for (let i = at; i < end; i++) {
      if (bytes[i] !== OPEN_BRACKET) continue;
      const pidEnd = skipDigits(bytes, i + 1, end);
      if (pidEnd === i + 1 || bytes[pidEnd] !== CLOSE_BRACKET || i === at) continue;
      const colon = this.#skipLevel(bytes, pidEnd + 1, end);
      if (colon >= end || bytes[colon] !== COLON || (colon + 1 < end && bytes[colon + 1] !== BLANK)) continue;
      this.#pidAt = i + 1;
      this.nameFrom = at;
      this.#splitSender(bytes, at, i);
      this.messageFrom = Math.min(colon + 2, end);
      return true;
    }
    return false;
  }

  /** `process(sender)`: a name may hold brackets of its own, the sender is the last pair. */
  #splitSender(bytes: Buffer, from: number, to: number): void {
    this.tailTo = to;
    const open = bytes[to - 1] === CLOSE_PAREN ? openingOf(bytes, from, to - 1) : -1;
    // `Helper (Renderer)` is a name: a blank stands before its bracket.
    const hasSender = open > from && bytes[open - 1] !== BLANK;
    this.nameTo = hasSender ? open : to;
    this.tailFrom = this.nameTo;
  }

  #skipLevel(bytes: Buffer, at: number, end: number): number {
    if (bytes[at] !== BLANK || bytes[at + 1] !== LESS) return at;
    const close = bytes.subarray(at, Math.min(at + LONGEST_LEVEL, end)).indexOf(GREATER);
    if (close < 0) return at;
    this.level = levelOfSyslogName(bytes.toString('latin1', at + 2, at + close));
    return at + close + 1;
  }
}

/** Index of the parenthesis that the one at `close` ends; -1 where there is none from `from` on. */
function openingOf(bytes: Buffer, from: number, close: number): number {
  let depth = 0;
  for (let i = close; i >= from; i--) {
    if (bytes[i] === CLOSE_PAREN) depth += 1;
    else if (bytes[i] === OPEN_PAREN && --depth === 0) return i;
  }
  return -1;
}
