import { BLANK, EQUALS, GREATER, isDigit, LESS } from '../../lib/ascii.ts';
import type { Origin } from '../../model/log-record.ts';
import { DEFAULT } from '../levels.ts';
import { Stamp } from '../stamp.ts';
import { skipSender, skipSource, skipSubsystem } from './tail.ts';

const LETTER_L = 0x6c;

/** The text styles, by the name under which a report knows them. */
export type TextFormat =
  | 'log-show-default'
  | 'compact'
  | 'syslog'
  | 'ios-syslog'
  | 'launchd-log'
  | 'xcode'
  | 'console-copy'
  | 'pmset'
  | 'systemextensionsctl';

/** Who wrote a line, as far as the style prints it. */
export type OriginParts = Pick<Origin, 'process' | 'sender' | 'lacksSender' | 'subsystem' | 'category'>;

/** Of a tool's output, which names no process: the tool stands for it. */
export function toolOrigin(tool: string, parts: Partial<OriginParts> = {}): OriginParts {
  return { process: tool, sender: tool, subsystem: '', category: '', ...parts };
}

/**
 * Reads the first line of a record of one text style. After `read` has answered true the fields say where its parts
 * stand; they are indices into the same bytes.
 */
export abstract class LineHeader {
  abstract readonly format: TextFormat;
  /** Whether `readOrigin` says who wrote a line; else its name and its tail do. */
  readonly hasOrigin: boolean = false;
  /** Whether a line that is no first line goes on with the record above it. */
  readonly hasContinuations: boolean = true;
  readonly stamp: Stamp = new Stamp();
  /** False where the line read last prints no time: the stamp is not its own then. */
  hasTime = true;
  /** Index into `LEVELS`. */
  level = DEFAULT;
  /** Process name; empty for the log system's own lines. Set by `read`, as is `tailFrom`. */
  nameFrom = 0;
  nameTo = 0;
  /** `(sender) [subsystem:category] `; its end, and the message's start, are set by `readTail` or `skipTail`. */
  tailFrom = 0;
  tailTo = 0;
  messageFrom = 0;

  /** Whether [from, end), without its line break, is the first line of a record. Pure but for the fields. */
  abstract read(bytes: Buffer, view: DataView, from: number, end: number): boolean;

  /** Whether [from, end) begins with a time as this style prints it. */
  beginsWithTime(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const { stamp } = this;
    return stamp.read(bytes, view, from, end) && stamp.hasOffset && (stamp.end === end || bytes[stamp.end] === BLANK);
  }

  /** Process id of the line read last, -1 where it has none. Only asked for records that are wanted. */
  abstract pid(bytes: Buffer): number;

  /** Thread id of the line read last, 0 where it has none. */
  abstract tid(bytes: Buffer): number;

  /** Column titles of this style came by. */
  hearTitles(_hasTtl: boolean): void {}

  /** Whether this line, no record, is one that only this style's tool prints; `page`: so is all up to the next record. */
  readOwn(_bytes: Buffer, _from: number, _end: number): 'line' | 'page' | undefined {
    return undefined;
  }

  /** Who wrote the line read last. Only asked where `hasOrigin`. */
  readOrigin(_bytes: Buffer): OriginParts {
    return { process: '', sender: '', subsystem: '', category: '' };
  }

  /** The message without what pads the tool's columns. */
  tidy(message: string): string {
    return message;
  }

  /** Reads `(sender) [subsystem:category] ` from `tailFrom` on; sets `tailTo` and `messageFrom`, and may amend the name. */
  readTail(bytes: Buffer, end: number): void {
    const tailTo = skipSubsystem(bytes, skipSender(bytes, this.tailFrom, end), end, false);
    this.skipTail(bytes, tailTo - this.tailFrom, end);
  }

  /** Takes a tail of this length for granted. */
  skipTail(bytes: Buffer, length: number, end: number): void {
    this.tailTo = this.tailFrom + length;
    this.messageFrom = bytes[this.tailTo] === LESS ? skipSource(bytes, this.tailTo, end) : this.tailTo;
  }

  /** Looks for a name longer than the one read, where no tail follows that one; true where there is, and sets it. */
  amendName(_bytes: Buffer, _end: number): boolean {
    return false;
  }

  /** `=== system boot: …` and `lost >=63 unreliable messages …`: the log system's own, no process before them. */
  protected readMeta(bytes: Buffer, at: number, end: number): boolean {
    if (!isMeta(bytes, at, end)) return false;
    this.nameFrom = at;
    this.nameTo = at;
    this.tailFrom = at;
    return true;
  }
}

/** Source: line-formats 10. */
function isMeta(bytes: Buffer, at: number, end: number): boolean {
  const first = bytes[at];
  if (first === EQUALS)
    return bytes[at + 1] === EQUALS && bytes[at + 2] === EQUALS && bytes[at + 3] === BLANK && at + 3 < end;
  if (first !== LETTER_L || bytes.toString('latin1', at, Math.min(at + 5, end)) !== 'lost ') return false;
  return bytes[at + 5] === GREATER || isDigit(bytes[at + 5]);
}

/** 1 for the bytes of hexadecimal digits. */
const HEX_DIGITS = new Uint8Array(256);
for (const digit of '0123456789abcdefABCDEF') HEX_DIGITS[digit.charCodeAt(0)] = 1;

export function isHexDigit(byte: number | undefined): boolean {
  return byte !== undefined && HEX_DIGITS[byte] === 1;
}

export function skipBlanks(bytes: Buffer, at: number, end: number): number {
  let i = at;
  while (i < end && bytes[i] === BLANK) i++;
  return i;
}

export function skipDigits(bytes: Buffer, at: number, end: number): number {
  let i = at;
  while (i < end && isDigit(bytes[i])) i++;
  return i;
}

export function skipHexDigits(bytes: Buffer, at: number, end: number): number {
  let i = at;
  while (i < end && isHexDigit(bytes[i])) i++;
  return i;
}

/** The decimal number that begins at `at`; NaN-free: 0 where no digit stands there. */
export function readDecimal(bytes: Buffer, at: number): number {
  let value = 0;
  for (let i = at; isDigit(bytes[i]); i++) value = value * 10 + (bytes[i] ?? 0) - 0x30;
  return value;
}

/** The hexadecimal number that begins at `at`, without `0x`. */
export function readHex(bytes: Buffer, at: number): number {
  let value = 0;
  for (let i = at; isHexDigit(bytes[i]); i++) {
    const byte = bytes[i] ?? 0;
    value = value * 16 + (byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57);
  }
  return value;
}
