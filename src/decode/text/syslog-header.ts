import { BLANK, CLOSE_BRACKET, COLON, GREATER, LESS, OPEN_BRACKET } from '../../lib/ascii.ts';
import { levelOfSyslogName, UNKNOWN } from '../levels.ts';
import { startsWith } from '../same-bytes.ts';
import { LineHeader, readDecimal, skipBlanks, skipDigits } from './line-header.ts';

/** Room for the longest level in angle brackets, `<Critical>`. */
const LONGEST_LEVEL = 12;

/**
 * `log show --style syslog`: time with offset, two blanks and a host, `process[pid]: `, `(sender) [subsystem:category]
 * message`. No thread; a level only in old releases, `process[pid] <Notice>: `. Source: line-formats 4.
 */
export class SyslogHeader extends LineHeader {
  override readonly format = 'syslog';
  /** The host's name and a blank, learnt from a line that sets it apart by two blanks. */
  #host: Buffer;
  #pidAt = 0;

  constructor(host = 'localhost') {
    super();
    this.#host = Buffer.from(`${host} `);
  }

  override read(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const stamp = this.stamp;
    if (!stamp.read(bytes, view, from, end) || !stamp.hasOffset || bytes[stamp.end] !== BLANK) return false;
    const at = skipBlanks(bytes, stamp.end, end);
    const process = this.#skipHost(bytes, at, end, at > stamp.end + 1);
    this.level = UNKNOWN;
    return this.#readProcess(bytes, process, end);
  }

  override pid(bytes: Buffer): number {
    return this.#pidAt < 0 ? -1 : readDecimal(bytes, this.#pidAt);
  }

  override tid(): number {
    return 0;
  }

  /**
   * Behind two blanks stands a host. Behind one, as in copies that squeeze blanks, only a host known from other lines or
   * `localhost` is taken for one: a process name may hold blanks, too.
   */
  #skipHost(bytes: Buffer, at: number, end: number, isSetApart: boolean): number {
    const host = this.#host;
    if (at + host.length <= end && startsWith(bytes, at, host)) return at + host.length;
    if (!isSetApart) return at;
    let i = at;
    while (i < end && bytes[i] !== BLANK && bytes[i] !== OPEN_BRACKET) i++;
    if (i >= end || bytes[i] !== BLANK) return at;
    this.#host = Buffer.from(bytes.subarray(at, i + 1));
    return i + 1;
  }

  #readProcess(bytes: Buffer, at: number, end: number): boolean {
    for (let i = at; i < end; i++) {
      if (bytes[i] !== OPEN_BRACKET) continue;
      const pidEnd = skipDigits(bytes, i + 1, end);
      if (pidEnd === i + 1 || bytes[pidEnd] !== CLOSE_BRACKET) continue;
      const colon = this.#skipLevel(bytes, pidEnd + 1, end);
      if (colon >= end || bytes[colon] !== COLON || (colon + 1 < end && bytes[colon + 1] !== BLANK)) continue;
      this.#pidAt = i + 1;
      const rest = Math.min(colon + 2, end);
      if (i === at) return this.readMeta(bytes, rest, end);
      this.nameFrom = at;
      this.nameTo = i;
      this.tailFrom = rest;
      return true;
    }
    this.#pidAt = -1;
    return this.readMeta(bytes, at, end);
  }

  #skipLevel(bytes: Buffer, at: number, end: number): number {
    if (bytes[at] !== BLANK || bytes[at + 1] !== LESS) return at;
    const close = bytes.subarray(at, Math.min(at + LONGEST_LEVEL, end)).indexOf(GREATER);
    if (close < 0) return at;
    this.level = levelOfSyslogName(bytes.toString('latin1', at + 2, at + close));
    return at + close + 1;
  }
}
