import { BLANK, CLOSE_PAREN, GREATER, LESS, OPEN_PAREN } from '../../lib/ascii.ts';
import { levelOfSyslogName } from '../levels.ts';
import { LineHeader, type OriginParts, toolOrigin } from './line-header.ts';

/** Labels are short. */
const LONGEST_JOB = 512;
const LEVEL = /^\) <([A-Za-z]{4,8})>: ?/;

/**
 * launchd's own file: `2026-08-14 20:21:43.323787 (gui/501/com.example.acme [30002]) <Notice>: message`, without a zone. The
 * job is what `log show` prints as launchd's subsystem. Source: line-formats 7.
 */
export class LaunchdLogHeader extends LineHeader {
  override readonly format = 'launchd-log';
  override readonly hasOrigin = true;
  #jobFrom = 0;
  #jobTo = 0;

  override read(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const { stamp } = this;
    if (!stamp.read(bytes, view, from, end) || stamp.hasOffset) return false;
    if (bytes[stamp.end] !== BLANK || bytes[stamp.end + 1] !== OPEN_PAREN) return false;
    const job = stamp.end + 2;
    const stop = Math.min(end, job + LONGEST_JOB);
    for (let i = job; i < stop; i++) {
      if (bytes[i] !== CLOSE_PAREN || bytes[i + 1] !== BLANK || bytes[i + 2] !== LESS) continue;
      const close = bytes.indexOf(GREATER, i);
      const match =
        close < 0 || close >= end ? null : LEVEL.exec(bytes.toString('latin1', i, Math.min(end, close + 3)));
      if (match === null) continue;
      this.level = levelOfSyslogName(match[1] ?? '');
      this.#jobFrom = job;
      this.#jobTo = i;
      this.messageFrom = i + match[0].length;
      return true;
    }
    return false;
  }

  override beginsWithTime(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const { stamp } = this;
    return stamp.read(bytes, view, from, end) && !stamp.hasOffset && (stamp.end === end || bytes[stamp.end] === BLANK);
  }

  override readOrigin(bytes: Buffer): OriginParts {
    return toolOrigin('launchd', { subsystem: bytes.toString('utf8', this.#jobFrom, this.#jobTo) });
  }

  /** launchd itself: the pid in brackets is the job's. */
  override pid(): number {
    return 1;
  }

  override tid(): number {
    return 0;
  }
}
