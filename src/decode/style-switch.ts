import { type SniffedStyle, sniff } from './sniff.ts';
import type { StyleScanner } from './style-scanner.ts';
import type { Window } from './window.ts';

/** Records of another style that it takes: fewer are a quotation. */
const SWITCH_VOTES = 3;

/** The style that has taken over from the suspect on; undefined where it only looks like it. */
export function styleFromSuspect(scanner: StyleScanner, window: Window, isEnd: boolean): SniffedStyle | undefined {
  const { suspect, dueAt } = scanner.suspicion;
  if (suspect === undefined) return undefined;
  // Only the lines that raised the suspicion: what is behind them in the window depends on how the bytes came.
  const to = isEnd ? window.have : dueAt - window.base;
  const sniffed = sniff(window.bytes, window.view, suspect.offset - window.base, to);
  if (sniffed.kind !== 'style' || sniffed.style === scanner.format) return undefined;
  // Column titles are no record, and need none.
  return sniffed.votes === 0 || sniffed.votes >= SWITCH_VOTES ? sniffed : undefined;
}
