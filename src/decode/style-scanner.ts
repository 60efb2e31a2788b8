import type { FormatName } from '../model/input.ts';
import type { Suspicion } from './suspicion.ts';
import type { Window } from './window.ts';

/** Reads one style. All of them write what they find into the input's `Intake`. */
export interface StyleScanner {
  readonly format: FormatName;
  /** What must be complete before it can be read: a line, or a JSON object that may stretch over many. */
  readonly unit: 'line' | 'object';
  /** Lines that look like another style's; the reader decides, and calls `cut` where it is so. */
  readonly suspicion: Suspicion;
  /**
   * Reads from the window's `from` to its `to` and moves `from` and `keep`. Stops early when the batch is full, or when
   * the suspicion is ripe.
   */
  scan(window: Window): void;
  /** The style changed at the suspect: what was read from there on is not this scanner's. */
  cut(window: Window): void;
  /** Nothing follows: hands over what is still open. */
  finish(window: Window): void;
}
