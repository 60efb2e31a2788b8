import type { Plot } from './plot.ts';
import type { Palette } from './theme.ts';

/** Height of the axis and of the row of findings, which stay in sight. */
export const AXIS = 22;
export const FINDINGS = 24;
export const HEAD = AXIS + FINDINGS;

export interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
  readonly palette: Palette;
  readonly isFocused: boolean;
  readonly plot: Plot;
}

export function font(px: number): string {
  return `${px}px system-ui, sans-serif`;
}
