/** The stretch of time that is shown, in µs since the beginning of the capture. */
export interface View {
  readonly from: number;
  readonly to: number;
}

/** No stretch is shown shorter than this: lines are known to the µs. */
const SHORTEST_US = 50;
/** Share of the capture that may be shown beyond either end. */
const MARGIN = 0.02;

export function wholeView(durationUs: number): View {
  const margin = Math.max(durationUs * MARGIN, 500);
  return { from: -margin, to: durationUs + margin };
}

/** The view moved and, where need be, widened or narrowed so that it lies on the capture. */
export function clampView({ from, to }: View, durationUs: number): View {
  const whole = wholeView(durationUs);
  const width = Math.min(Math.max(to - from, SHORTEST_US), whole.to - whole.from);
  const start = Math.min(Math.max((from + to - width) / 2, whole.from), whole.to - width);
  return { from: start, to: start + width };
}

export function pan({ from, to }: View, us: number, durationUs: number): View {
  return clampView({ from: from + us, to: to + us }, durationUs);
}

/** Zooms by `factor` (below 1: closer) so that the time `at` stays where it is. */
export function zoom({ from, to }: View, factor: number, at: number, durationUs: number): View {
  const width = Math.max((to - from) * factor, SHORTEST_US);
  const share = (at - from) / (to - from);
  return clampView({ from: at - width * share, to: at + width * (1 - share) }, durationUs);
}

/** A view in which the stretch has room on both sides. */
export function around(from: number, to: number, durationUs: number): View {
  const width = Math.max(to - from, SHORTEST_US * 4);
  return clampView({ from: from - width * 0.15, to: to + width * 0.15 }, durationUs);
}
