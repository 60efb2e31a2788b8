/**
 * Copies a string that outlives its batch. V8 substrings keep the whole string they were cut from alive: a captured
 * session name would hold its 16 kB message.
 */
export function keep(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8');
}
