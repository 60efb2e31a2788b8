import { BLANK, CLOSE_BRACKET, COLON, OPEN_BRACKET } from '../../lib/ascii.ts';
import { levelOfCode } from '../levels.ts';
import { isHexDigit, LineHeader, readDecimal, readHex, skipBlanks, skipDigits, skipHexDigits } from './line-header.ts';

/**
 * `log show --style compact`: time in ms without offset, one or two letters of type, `process[pid:tid]`,
 * `(sender) [subsystem:category] message`. Source: line-formats 3.
 */
export class CompactHeader extends LineHeader {
  override readonly format = 'compact';
  #pidAt = 0;
  #tidAt = 0;

  override read(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const stamp = this.stamp;
    if (!stamp.read(bytes, view, from, end) || stamp.hasOffset || bytes[stamp.end] !== BLANK) return false;
    const type = stamp.end + 1;
    const first = bytes[type] ?? 0;
    const second = bytes[type + 1] ?? 0;
    if (!isLetter(first)) return false;
    const hasTwo = isLetter(second);
    const typeEnd = type + (hasTwo ? 2 : 1);
    if (bytes[typeEnd] !== BLANK || typeEnd >= end) return false;
    this.level = levelOfCode(first, hasTwo ? second : BLANK);
    return this.#readProcess(bytes, skipBlanks(bytes, typeEnd, end), end);
  }

  override beginsWithTime(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const { stamp } = this;
    return stamp.read(bytes, view, from, end) && !stamp.hasOffset && (stamp.end === end || bytes[stamp.end] === BLANK);
  }

  override pid(bytes: Buffer): number {
    return this.#pidAt < 0 ? -1 : readDecimal(bytes, this.#pidAt);
  }

  override tid(bytes: Buffer): number {
    return this.#tidAt < 0 ? 0 : readHex(bytes, this.#tidAt);
  }

  #readProcess(bytes: Buffer, at: number, end: number): boolean {
    for (let i = at; i < end; i++) {
      if (bytes[i] !== OPEN_BRACKET) continue;
      const pidEnd = skipDigits(bytes, i + 1, end);
      if (pidEnd === i + 1 || bytes[pidEnd] !== COLON || !isHexDigit(bytes[pidEnd + 1])) continue;
      const tidEnd = skipHexDigits(bytes, pidEnd + 1, end);
      if (bytes[tidEnd] !== CLOSE_BRACKET || tidEnd >= end || (tidEnd + 1 < end && bytes[tidEnd + 1] !== BLANK))
        continue;
      this.#pidAt = i + 1;
      this.#tidAt = pidEnd + 1;
      const rest = Math.min(tidEnd + 2, end);
      // The log system's own lines have no process before the brackets.
      if (i === at) return this.readMeta(bytes, rest, end);
      this.nameFrom = at;
      this.nameTo = i;
      this.tailFrom = rest;
      return true;
    }
    this.#pidAt = -1;
    this.#tidAt = -1;
    return this.readMeta(bytes, at, end);
  }
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
