/** Which rows of a long table are drawn, and where. All in CSS pixels. */
export interface RowWindow {
  readonly first: number;
  readonly count: number;
  /** Height of the whole table's body. */
  readonly height: number;
  /** Where the first drawn row stands. */
  readonly top: number;
}

/** Browsers cannot scroll further than some 17 million pixels. */
const TALLEST = 8_000_000;
const SPARE = 6;

/** A table too tall to scroll through row by row is scrolled through in proportion. */
export function rowWindow(rows: number, rowHeight: number, scrollTop: number, viewHeight: number): RowWindow {
  const natural = rows * rowHeight;
  const height = Math.min(natural, TALLEST);
  const shown = Math.ceil(viewHeight / rowHeight);
  if (natural <= TALLEST) {
    const first = Math.max(0, Math.min(rows, Math.floor(scrollTop / rowHeight)) - SPARE);
    return { first, count: Math.max(0, Math.min(rows - first, shown + 2 * SPARE)), height, top: first * rowHeight };
  }
  const share = Math.min(1, scrollTop / Math.max(1, height - viewHeight));
  const first = Math.min(Math.max(0, rows - shown), Math.floor(share * (rows - shown)));
  return { first, count: Math.min(rows - first, shown + SPARE), height, top: scrollTop };
}

/** The scroll position that shows a row near the top third. */
export function scrollTo(row: number, rows: number, rowHeight: number, viewHeight: number): number {
  const natural = rows * rowHeight;
  const target = Math.max(0, row * rowHeight - viewHeight / 3);
  if (natural <= TALLEST) return target;
  const shown = Math.ceil(viewHeight / rowHeight);
  return (Math.max(0, row - shown / 3) / Math.max(1, rows - shown)) * (TALLEST - viewHeight);
}
