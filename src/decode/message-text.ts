import { isUtf8 } from 'node:buffer';
import { MAX_MESSAGE_CHARS } from '../model/log-record.ts';
import { stripAnsi } from './ansi.ts';
import { MAX_MESSAGE_BYTES } from './limits.ts';

export interface MessageText {
  readonly text: string;
  /** Whether the bytes are UTF-8; where they are not, U+FFFD stands for what is none. */
  readonly isValid: boolean;
}

/**
 * A text message from its bytes: Windows line breaks become plain ones, NUL bytes and terminal colours go, what is beyond
 * `MAX_MESSAGE_CHARS` is cut.
 */
export function decodeMessage(bytes: Buffer, from: number, to: number): MessageText {
  const stop = to - from > MAX_MESSAGE_BYTES ? characterStart(bytes, from, from + MAX_MESSAGE_BYTES) : to;
  let text = bytes.toString('utf8', from, stop);
  const isValid = !text.includes('\ufffd') || isUtf8(bytes.subarray(from, stop));
  if (text.includes('\r')) text = text.replaceAll('\r\n', '\n');
  if (text.includes('\0')) text = text.replaceAll('\0', '');
  text = stripAnsi(text);
  return { text: cutMessage(text), isValid };
}

/** At most `MAX_MESSAGE_CHARS` characters, none of them half of one. */
export function cutMessage(text: string): string {
  if (text.length <= MAX_MESSAGE_CHARS) return text;
  const last = text.charCodeAt(MAX_MESSAGE_CHARS - 1);
  const isHalf = last >= 0xd800 && last < 0xdc00;
  return text.slice(0, isHalf ? MAX_MESSAGE_CHARS - 1 : MAX_MESSAGE_CHARS);
}

/** The start of the UTF-8 character that `at` stands in. */
function characterStart(bytes: Buffer, from: number, at: number): number {
  let start = at;
  while (start > from && at - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}
