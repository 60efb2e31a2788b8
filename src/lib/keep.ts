const COPIED_CHARS = 1_024;
/** What is copied passes through here: a buffer for each would be garbage that costs more than the copy. */
const SCRATCH = Buffer.allocUnsafeSlow(3 * COPIED_CHARS);

/**
 * Copies a string that outlives its batch. V8 substrings keep the whole string they were cut from alive: a captured
 * session name would hold its 16 kB message.
 */
export function keep(text: string): string {
  if (text.length < 13) return text;
  if (text.length > COPIED_CHARS) return Buffer.from(text, 'utf8').toString('utf8');
  return SCRATCH.toString('utf8', 0, SCRATCH.write(text, 'utf8'));
}
