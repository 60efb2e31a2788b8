import type { View } from './view.ts';

/** Between times and CSS pixels of the canvas. */
export interface Scale {
  readonly view: View;
  /** Where the time begins, behind the names of the lanes. */
  readonly left: number;
  readonly width: number;
  x(at: number): number;
  time(x: number): number;
}

export function createScale(view: View, left: number, right: number): Scale {
  const width = Math.max(1, right - left);
  const perPixel = (view.to - view.from) / width;
  return {
    view,
    left,
    width,
    x: (at) => left + (at - view.from) / perPixel,
    time: (x) => view.from + (x - left) * perPixel,
  };
}
