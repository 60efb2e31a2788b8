import {
  BLANK,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  DOT,
  GREATER,
  isDigit,
  LESS,
  OPEN_BRACKET,
  OPEN_PAREN,
} from '../../lib/ascii.ts';

/**
 * What `log` prints between process and message: `(sender) [subsystem:category] `, each part optional. A message may begin
 * with the same characters, so these functions decide, on bytes, what is still header. Source: line-formats 2.
 */
const LETTER_C = 0x43;

/** Bytes that occur in the file name of an image: letters, digits, blanks, some punctuation, everything beyond ASCII. */
const IN_IMAGE_NAME = new Uint8Array(256).map((_, byte) =>
  byte >= 0x80 || /[A-Za-z0-9 ._\-+@&'!()]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** Index behind `(sender) `; `at` where no sender stands there. `(2271938402): …` and `(42) …` are message text. */
export function skipSender(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== OPEN_PAREN) return at;
  let depth = 1;
  let isNumber = true;
  for (let i = at + 1; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === CLOSE_PAREN && --depth === 0) return bytes[i + 1] === BLANK && i + 1 < end && !isNumber ? i + 2 : at;
    if (byte === OPEN_PAREN) depth += 1;
    if (IN_IMAGE_NAME[byte] === 0) return at;
    if (byte < 0x30 || byte > 0x39) isNumber = false;
  }
  return at;
}

/**
 * Index behind `[subsystem:category] `; `at` where none stands there. A subsystem holds no blank and no bracket, except
 * for launchd's job labels, which end in ` [pid]`. `[C1 …]` and `[C1:2]` are connections: message text.
 * `hasDots`: macOS 10.12 printed a dot for the colon, `[com.apple.network.connection]`.
 */
export function skipSubsystem(bytes: Uint8Array, at: number, end: number, hasDots: boolean): number {
  if (bytes[at] !== OPEN_BRACKET) return at;
  let i = at + 1;
  let byte = bytes[i] ?? 0;
  while (i < end && byte > BLANK && byte !== COLON && byte !== OPEN_BRACKET && byte !== CLOSE_BRACKET)
    byte = bytes[++i] ?? 0;
  if (i >= end || i === at + 1) return at;
  if (byte === COLON) {
    if (isNumeric(bytes, at + 1, i)) return at;
  } else if (byte === CLOSE_BRACKET) {
    const isDotted = bytes[i - 1] === DOT || (hasDots && countDots(bytes, at + 1, i) > 1);
    return isDotted ? behindBracket(bytes, i, end, at) : at;
  } else {
    i = skipJobPid(bytes, i, end);
    if (i < 0) return at;
  }
  return behindCategory(bytes, i + 1, end, at);
}

/** Index of the colon in ` [1234]:`, or -1. */
function skipJobPid(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== BLANK || bytes[at + 1] !== OPEN_BRACKET) return -1;
  let i = at + 2;
  while (isDigit(bytes[i])) i++;
  return i > at + 2 && i + 1 < end && bytes[i] === CLOSE_BRACKET && bytes[i + 1] === COLON ? i + 1 : -1;
}

/** No category begins with a blank: `[AcmeTunnel: killed] …` is a message. */
function behindCategory(bytes: Uint8Array, from: number, end: number, at: number): number {
  if (bytes[from] === BLANK) return at;
  let depth = 1;
  for (let i = from; i < end; i++) {
    const byte = bytes[i];
    if (byte === OPEN_BRACKET) depth += 1;
    else if (byte === CLOSE_BRACKET && --depth === 0) return behindBracket(bytes, i, end, at);
  }
  return at;
}

/** A bracket that closes a subsystem stands before a blank, or at the end of a line whose blanks were trimmed. */
function behindBracket(bytes: Uint8Array, bracket: number, end: number, at: number): number {
  if (bracket + 1 >= end) return end;
  return bytes[bracket + 1] === BLANK ? bracket + 2 : at;
}

/** `12`, `12.3` or a connection's name, `C12.1`: no subsystem is called that. */
function isNumeric(bytes: Uint8Array, from: number, to: number): boolean {
  let i = bytes[from] === LETTER_C ? from + 1 : from;
  if (!isDigit(bytes[i])) return false;
  while (i < to && (isDigit(bytes[i]) || bytes[i] === DOT)) i++;
  return i === to;
}

function countDots(bytes: Uint8Array, from: number, to: number): number {
  let dots = 0;
  for (let i = from; i < to; i++) if (bytes[i] === DOT) dots += 1;
  return dots;
}

/** Index behind what `--source` adds, `<file.c:123> `; `at` where it is not there. */
export function skipSource(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== LESS) return at;
  let i = at + 1;
  let byte = bytes[i] ?? 0;
  while (i < end && byte > BLANK && byte !== COLON && byte !== LESS && byte !== GREATER) byte = bytes[++i] ?? 0;
  if (byte !== COLON || i === at + 1) return at;
  const digits = i + 1;
  i = digits;
  while (isDigit(bytes[i])) i++;
  return i > digits && i + 1 < end && bytes[i] === GREATER && bytes[i + 1] === BLANK ? i + 2 : at;
}

export interface TailParts {
  /** Empty where the export prints none. */
  readonly sender: string;
  readonly subsystem: string;
  readonly category: string;
}

/** The parts of a tail whose extent `skipSender` and `skipSubsystem` have found. */
export function splitTail(tail: string): TailParts {
  const bracket = tail.startsWith('(') ? tail.indexOf(') [') + 2 : 0;
  const hasSubsystem = tail.startsWith('[', bracket);
  const sender = tail.startsWith('(')
    ? hasSubsystem
      ? tail.slice(1, bracket - 2)
      : tail.slice(1, tail.lastIndexOf(')'))
    : '';
  if (!hasSubsystem) return { sender, subsystem: '', category: '' };
  const inside = tail.slice(bracket + 1, tail.lastIndexOf(']'));
  const job = / \[\d+\]:/.exec(inside);
  const colon = job === null ? inside.indexOf(':') : job.index + job[0].length - 1;
  const split = colon < 0 ? inside.lastIndexOf('.') : colon;
  // Xcode prints the category alone.
  if (split < 0) return { sender, subsystem: '', category: inside };
  return { sender, subsystem: inside.slice(0, split), category: inside.slice(split + 1) };
}
