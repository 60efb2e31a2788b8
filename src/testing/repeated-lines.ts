/** A line of an example that stands for many: ` x500` at its end. */
const REPEAT = / x(\d{1,6})\r?$/;
const STAMP = /(\d{4})-(\d\d)-(\d\d)([ T])(\d\d):(\d\d):(\d\d)\.(\d{3})/;
const MAX_LINES = 100_000;

/** The log with its repeats written out, each a millisecond after the one before; more than `MAX_LINES` are cut off. */
export function unfoldRepeats(log: string): string {
  const lines: string[] = [];
  for (const line of log.split('\n')) {
    const repeat = REPEAT.exec(line);
    const text = repeat === null ? line : line.slice(0, repeat.index);
    const times = Math.min(repeat === null ? 1 : Number(repeat[1]), MAX_LINES - lines.length);
    for (let i = 0; i < times; i++) lines.push(i === 0 ? text : text.replace(STAMP, (stamp) => later(stamp, i)));
  }
  return lines.join('\n');
}

/** `2026-03-01 10:00:00.123` so many milliseconds later. */
function later(stamp: string, ms: number): string {
  const moved = new Date(Date.parse(`${stamp.replace(' ', 'T')}Z`) + ms);
  return moved
    .toISOString()
    .slice(0, -1)
    .replace('T', stamp[10] ?? ' ');
}
