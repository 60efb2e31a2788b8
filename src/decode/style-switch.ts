import { type SniffedStyle, sniff } from './sniff.ts';
import type { StyleScanner } from './style-scanner.ts';
import type { Window } from './window.ts';

/** A style that fewer of the lines speak than one in this many has not taken over. */
const SWITCH_SHARE = 4;
/** Records of another style that the end of an input must hold to be taken for that style. */
const SWITCH_VOTES = 3;

/** The style that has taken over from the suspect on; undefined where it only looks like it. */
export function styleFromSuspect(scanner: StyleScanner, window: Window, isEnd: boolean): SniffedStyle | undefined {
  const { suspect, foreign, dueAt } = scanner.suspicion;
  if (suspect === undefined) return undefined;
  // Only the lines that raised the suspicion: what is behind them in the window depends on how the bytes came.
  const to = isEnd ? window.have : dueAt - window.base;
  const sniffed = sniff(window.bytes, window.view, suspect.offset - window.base, to);
  if (sniffed.kind !== 'style' || sniffed.style === scanner.format) return undefined;
  if (sniffed.votes * SWITCH_SHARE < sniffed.lines) return undefined;
  return isEnd && foreign < SWITCH_VOTES && sniffed.votes < SWITCH_VOTES ? undefined : sniffed;
}
