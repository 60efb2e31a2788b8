import type { Timeline, TimelineBar, TimelineLines, TimelineMark, TimelineSpan } from '../../model/timeline.ts';

const MOST = { marks: 2000, gaps: 200 };
/** Shorter silence is ordinary. */
const LEAST_GAP_US = 5_000_000;
const LEAST_SHARE = 0.02;

const MARKS: Readonly<Record<string, TimelineMark['kind']>> = {
  'log.meta/boot': 'boot',
  'log.meta/loss': 'loss',
  'log.meta/wallclock-adjusted': 'clock',
};

/** Instants that say something about the capture itself: boots, losses, steps of the clock and of its zone. */
export function marksOf(lines: TimelineLines, names: readonly string[], zones: Timeline['zones']): TimelineMark[] {
  const kinds = names.map((name) => MARKS[name]);
  const marks: TimelineMark[] = zones.slice(1).map(({ at, offsetMinutes }) => ({
    at,
    kind: 'zone',
    text: `from here on the clock is ${offsetMinutes} min from UTC`,
  }));
  for (let i = 0; i < lines.count && marks.length < MOST.marks; i++) {
    const kind = kinds[lines.event[i] ?? 0];
    if (kind !== undefined) marks.push({ at: lines.at[i] ?? 0, kind, text: lines.text[i] ?? '' });
  }
  return marks.sort((a, b) => a.at - b.at);
}

/** Long stretches without a line, the longest kept where there are many. What lies in a sleep is no gap. */
export function gapsOf(at: Float64Array, durationUs: number, bars: readonly TimelineBar[]): TimelineSpan[] {
  const least = Math.max(LEAST_GAP_US, durationUs * LEAST_SHARE);
  const sleeps = bars.filter(({ kind, name }) => kind === 'power' && (name === 'asleep' || name === 'dark'));
  const gaps: TimelineSpan[] = [];
  let last = 0;
  for (let i = 0; i <= at.length; i++) {
    const time = at[i] ?? durationUs;
    if (time - last >= least && !sleeps.some(({ from, to }) => from < time && to > last))
      gaps.push({ from: last, to: time });
    last = time;
  }
  return gaps
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, MOST.gaps)
    .sort((a, b) => a.from - b.from);
}
