import { ESCAPE, OPEN_BRACKET } from '../lib/ascii.ts';

const CSI = /\x1b\[[0-?]*[ -/]*[@-~]/g;

/** Text without ANSI control sequences, which `log --color` and terminals leave in a copy. */
export function stripAnsi(text: string): string {
  return text.includes('\x1b') ? text.replace(CSI, '') : text;
}

/** Index behind the control sequence at `at`, where one begins there; else `at`. */
export function skipAnsi(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== ESCAPE || bytes[at + 1] !== OPEN_BRACKET) return at;
  let i = at + 2;
  let byte = bytes[i] ?? 0;
  while (i < end && byte >= 0x20 && byte < 0x40) byte = bytes[++i] ?? 0;
  return i < end && byte >= 0x40 && byte <= 0x7e ? i + 1 : at;
}
