import { BLANK, CLOSE_BRACKET, COLON, OPEN_BRACKET } from '../../lib/ascii.ts';
import { UNKNOWN } from '../levels.ts';
import { LineHeader, readDecimal, skipDigits } from './line-header.ts';

/** A type column of `--style compact` before the process: that style's line, not this one's. */
const COMPACT_TYPE = /^(?:D[fb]|S[tp]|[IEFALS] ) ?\S/;
/** Longest category in brackets. */
const LONGEST_CATEGORY = 128;
const CATEGORY = /^\[(?!C\d)[A-Za-z][\w /-]*\] /;

/**
 * A program's own output in Xcode or on a terminal: `2026-02-23 10:34:30.725912+0800 Acme[30968:492764] [category] message`.
 * The thread is decimal, subsystem and level are not printed; `NSLog` prints neither category nor, in old releases, a zone.
 * Source: line-formats 8.
 */
export class XcodeHeader extends LineHeader {
  override readonly format = 'xcode';
  #pidAt = 0;
  #tidAt = 0;

  constructor() {
    super();
    this.level = UNKNOWN;
  }

  override read(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const { stamp } = this;
    if (!stamp.read(bytes, view, from, end) || bytes[stamp.end] !== BLANK) return false;
    const at = stamp.end + 1;
    if (bytes[at] === BLANK || (!stamp.hasOffset && COMPACT_TYPE.test(bytes.toString('latin1', at, at + 4))))
      return false;
    return this.#readProcess(bytes, at, end);
  }

  override beginsWithTime(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const { stamp } = this;
    return stamp.read(bytes, view, from, end) && (stamp.end === end || bytes[stamp.end] === BLANK);
  }

  override pid(bytes: Buffer): number {
    return readDecimal(bytes, this.#pidAt);
  }

  override tid(bytes: Buffer): number {
    return readDecimal(bytes, this.#tidAt);
  }

  /** A category alone, in brackets. `[C1.1 …] event` and `[12] …` are messages. */
  override readTail(bytes: Buffer, end: number): void {
    const text = bytes.toString('latin1', this.tailFrom, Math.min(end, this.tailFrom + LONGEST_CATEGORY));
    this.skipTail(bytes, CATEGORY.exec(text)?.[0].length ?? 0, end);
  }

  #readProcess(bytes: Buffer, at: number, end: number): boolean {
    for (let i = at + 1; i < end; i++) {
      if (bytes[i] !== OPEN_BRACKET) continue;
      const pidEnd = skipDigits(bytes, i + 1, end);
      if (pidEnd === i + 1 || bytes[pidEnd] !== COLON) continue;
      const tidEnd = skipDigits(bytes, pidEnd + 1, end);
      if (tidEnd === pidEnd + 1 || bytes[tidEnd] !== CLOSE_BRACKET || (tidEnd + 1 < end && bytes[tidEnd + 1] !== BLANK))
        continue;
      this.#pidAt = i + 1;
      this.#tidAt = pidEnd + 1;
      this.nameFrom = at;
      this.nameTo = i;
      this.tailFrom = Math.min(tidEnd + 2, end);
      return true;
    }
    return false;
  }
}
