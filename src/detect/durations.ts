import { median as medianOf } from '../lib/median.ts';
import type { DurationUs } from '../model/units.ts';

/** "410 ms", "3.2 s", "4 min 10 s", "2 h 5 min": for messages and reasons. */
export function inWords(us: DurationUs): string {
  const ms = us / 1_000;
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1_000;
  if (seconds < 60) return `${seconds < 10 ? Number(seconds.toFixed(1)) : Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds - minutes * 60);
  if (minutes < 60) return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export const median = medianOf;

/** `once`, `3 times`. */
export function inTimes(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
