import { BLANK, COLON, DOT, isDigit, OPEN_BRACKET, OPEN_PAREN, ZERO } from '../../lib/ascii.ts';
import { levelOfWord, word } from '../levels.ts';
import { ColonNames } from './colon-names.ts';
import { LineHeader, readDecimal, readHex, skipBlanks, skipDigits, skipHexDigits } from './line-header.ts';
import { skipSender, skipSubsystem } from './tail.ts';

const LETTER_X = 0x78;
/** ` 0x` in the lower three bytes of a word. */
const BLANK_0X = word(' 0x\0');
const THREE_BYTES = 0xff_ff_ff;
const META_EQUALS = word('=== ');
const META_LOST = word('lost');

/** Where the columns stand when none overflows, counted from the start of the line. */
const THREAD = 32;
const TYPE = 43;
const ACTIVITY = 55;
const PID = 76;
const TTL = 83;
const PROCESS = 88;

/** How far behind the first `: ` a longer process name is looked for. */
const LONGEST_REST = 64;

/**
 * `log show --style default`, also written when no style is given: time with offset, thread, type, activity, pid, TTL,
 * `process: (sender) [subsystem:category] message`. macOS 10.12 prints no TTL. Source: line-formats 2.
 */
export class DefaultHeader extends LineHeader {
  override readonly format = 'log-show-default';
  /** From the column titles, where the export has them; else every line is asked. */
  #hasTtl: boolean | undefined;
  #threadAt = 0;
  #pidAt = 0;
  #hasTtlHere = true;
  readonly #colonNames = new ColonNames();

  override read(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const stamp = this.stamp;
    if (!stamp.read(bytes, view, from, end) || !stamp.hasOffset) return false;
    if (
      this.#hasTtl !== false &&
      end - from > PROCESS + 4 &&
      stamp.end === from + THREAD - 1 &&
      hasColumns(bytes, view, from)
    ) {
      const first = view.getInt32(from + PROCESS, true);
      if (first !== META_EQUALS && first !== META_LOST) {
        this.level = levelOfWord(view.getInt32(from + TYPE, true));
        this.#threadAt = from + THREAD + 2;
        this.#pidAt = from + PID;
        this.#hasTtlHere = true;
        return this.#readName(bytes, from + PROCESS, end);
      }
    }
    return this.#readColumns(bytes, view, stamp.end, end);
  }

  override hearTitles(hasTtl: boolean): void {
    this.#hasTtl = hasTtl;
  }

  override pid(bytes: Buffer): number {
    return readDecimal(bytes, this.#pidAt);
  }

  override tid(bytes: Buffer): number {
    return readHex(bytes, this.#threadAt);
  }

  /** The columns one after the other, whatever blanks are between them: copies squeeze them, long values push them. */
  #readColumns(bytes: Buffer, view: DataView, at: number, end: number): boolean {
    const thread = skipBlanks(bytes, at, end);
    const threadEnd = skipHexNumber(bytes, thread, end);
    const type = skipBlanks(bytes, threadEnd, end);
    const typeEnd = skipLetters(bytes, type, end);
    const activity = skipBlanks(bytes, typeEnd, end);
    const activityEnd = skipHexNumber(bytes, activity, end);
    const pid = skipBlanks(bytes, activityEnd, end);
    const pidEnd = skipDigits(bytes, pid, end);
    const rest = skipBlanks(bytes, pidEnd, end);
    const isInOrder = thread > at && type > threadEnd && threadEnd > thread && activity > typeEnd && typeEnd > type;
    if (!isInOrder || pid <= activityEnd || activityEnd <= activity || rest <= pidEnd || pidEnd <= pid) return false;
    this.level = typeEnd - type >= 4 ? levelOfWord(view.getInt32(type, true)) : levelOfWord(0);
    this.#threadAt = thread + 2;
    this.#pidAt = pid;
    const process = this.#hasTtl === false ? rest : skipTtl(bytes, rest, end);
    this.#hasTtlHere = process > rest;
    return this.readMeta(bytes, process, end) || this.#readName(bytes, process, end);
  }

  #readName(bytes: Buffer, at: number, end: number): boolean {
    let i = at;
    const last = end - 1;
    while (i < last && !(bytes[i] === COLON && bytes[i + 1] === BLANK)) i++;
    // A colon that ends the line is one whose message is empty and whose blanks were trimmed.
    if (i >= last && bytes[last] !== COLON) return false;
    if (i === at) return false;
    this.nameFrom = at;
    this.nameTo =
      this.#colonNames.size === 0 ? i : Math.max(i, at + this.#colonNames.lengthAt(this.pid(bytes), bytes, at, end));
    this.tailFrom = Math.min(this.nameTo + 2, end);
    return true;
  }

  override readTail(bytes: Buffer, end: number): void {
    const tailTo = skipSubsystem(bytes, skipSender(bytes, this.tailFrom, end), end, !this.#hasTtlHere);
    this.skipTail(bytes, tailTo - this.tailFrom, end);
    if (this.tailTo === this.tailFrom && this.amendName(bytes, end)) super.readTail(bytes, end);
  }

  /** A name with `: ` inside shows itself where sender and subsystem both follow a later colon. */
  override amendName(bytes: Buffer, end: number): boolean {
    const stop = Math.min(this.messageFrom + LONGEST_REST, end - 2);
    for (let i = this.messageFrom; i < stop; i++) {
      const byte = bytes[i] ?? 0;
      if (byte === OPEN_BRACKET || byte < BLANK) return false;
      if (byte !== COLON || bytes[i + 1] !== BLANK || bytes[i + 2] !== OPEN_PAREN) continue;
      const sender = skipSender(bytes, i + 2, end);
      if (sender === i + 2 || !hasDottedSubsystem(bytes, sender, end)) continue;
      this.nameTo = i;
      this.tailFrom = i + 2;
      this.#colonNames.learn(this.pid(bytes), bytes.subarray(this.nameFrom, i));
      return true;
    }
    return false;
  }
}

/** Whether a subsystem stands at `at` that is a name in reverse DNS: a message that quotes `: (a) [b:c]` is no header. */
function hasDottedSubsystem(bytes: Buffer, at: number, end: number): boolean {
  const behind = skipSubsystem(bytes, at, end, false);
  return bytes.subarray(at, behind).includes(DOT);
}

/** Whether every column begins and ends where it does when none overflows. */
function hasColumns(bytes: Buffer, view: DataView, from: number): boolean {
  return (
    (view.getInt32(from + THREAD - 1, true) & THREE_BYTES) === BLANK_0X &&
    (view.getInt32(from + ACTIVITY - 1, true) & THREE_BYTES) === BLANK_0X &&
    bytes[from + TYPE - 1] === BLANK &&
    bytes[from + TYPE] !== BLANK &&
    bytes[from + PID - 1] === BLANK &&
    isDigit(bytes[from + PID]) &&
    bytes[from + TTL - 1] === BLANK &&
    isDigit(bytes[from + TTL]) &&
    bytes[from + PROCESS - 1] === BLANK &&
    bytes[from + PROCESS] !== BLANK
  );
}

/** Index behind `0x…`; `at` where none stands there. */
function skipHexNumber(bytes: Buffer, at: number, end: number): number {
  if (bytes[at] !== ZERO || bytes[at + 1] !== LETTER_X || at + 2 >= end) return at;
  const digits = skipHexDigits(bytes, at + 2, end);
  return digits === at + 2 ? at : digits;
}

function skipLetters(bytes: Buffer, at: number, end: number): number {
  let i = at;
  while (i < end && isLetter(bytes[i] ?? 0)) i++;
  return i;
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Index behind a TTL and its blanks; `at` where the digits belong to a process name or are none. */
function skipTtl(bytes: Buffer, at: number, end: number): number {
  const digits = skipDigits(bytes, at, end);
  const next = skipBlanks(bytes, digits, end);
  return digits > at && next > digits ? next : at;
}
