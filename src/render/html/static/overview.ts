import { LEVELS } from '../../../model/log-record.ts';
import type { Report } from '../../../model/report.ts';
import type { Timeline, TimelineSpan } from '../../../model/timeline.ts';
import { SEVERITY } from '../../terminal/words.ts';
import { shortHtml } from '../escape.ts';

const COLUMNS = 180;
const CELL = 5;
const LABEL = 190;
const ROW = 16;
const TOP = 40;
const MOST_LANES = 26;
const WIDTH = LABEL + COLUMNS * CELL + 10;

/** Presentation attributes only: neither style nor script may be there. Darker is more, in steps of the logarithm. */
const SHADES = ['#c3cad2', '#8d98a5', '#57616d', '#24292f'] as const;

/** One row per lane, its lines counted in columns; sleep hatched, findings numbered above. Empty without a time. */
export function overviewSvg(report: Report, timeline: Timeline): string {
  const { durationUs, lanes } = timeline;
  if (durationUs <= 0) return '';
  const counts = countLines(timeline);
  const shown = lanes
    .map((lane, index) => ({ lane, index, total: sum(counts.all[index]) }))
    .filter(({ total }) => total > 0)
    .slice(0, MOST_LANES);
  const height = TOP + shown.length * ROW + 26;
  const rows = shown.map(({ lane, index }, row) => {
    const y = TOP + row * ROW;
    const label = `<text x="${LABEL - 6}" y="${y + 12}" text-anchor="end">${shortHtml(lane.name, 32)}</text>`;
    return label + cells(counts.all[index] ?? [], y) + faults(counts.faults[index] ?? [], y);
  });
  return [
    `<h2>Overview</h2><svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Lines per lane over time, with findings and sleep" font-family="sans-serif" font-size="11" fill="#24292f">`,
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6L6 0" stroke="#6e7781"/></pattern></defs>',
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...sleeps(timeline, height),
    ...rows,
    ...findingMarks(report, timeline),
    axis(timeline, height),
    '</svg><p>Each row is one lane; darker is more lines, orange below a row has lines at error or fault level. Hatched: asleep.</p>',
  ].join('');
}

interface Counts {
  readonly all: readonly number[][];
  readonly faults: readonly number[][];
}

function countLines({ lines, lanes, durationUs }: Timeline): Counts {
  const empty = (): number[][] => lanes.map(() => new Array<number>(COLUMNS).fill(0));
  const all = empty();
  const faults = empty();
  const bad = LEVELS.map((level) => level === 'error' || level === 'fault');
  for (let i = 0; i < lines.count; i++) {
    const column = Math.min(COLUMNS - 1, Math.floor(((lines.at[i] ?? 0) / durationUs) * COLUMNS));
    const lane = lines.lane[i] ?? 0;
    const row = all[lane];
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
    const faulty = bad[lines.level[i] ?? 0] === true ? faults[lane] : undefined;
    if (faulty !== undefined) faulty[column] = (faulty[column] ?? 0) + 1;
  }
  return { all, faults };
}

/** Neighbours of one shade are one stroke, all of a shade one path. */
function cells(counts: readonly number[], y: number): string {
  const paths = SHADES.map(() => '');
  const shadeOf = (count: number): number =>
    count === 0 ? -1 : Math.min(SHADES.length - 1, Math.floor(Math.log10(count) * 1.5));
  for (const { from, to, value } of runs(counts.map(shadeOf)))
    if (value >= 0) paths[value] += `M${LABEL + from * CELL} ${y + 7}h${(to - from) * CELL}`;
  return paths
    .map((d, shade) => (d === '' ? '' : `<path d="${d}" stroke="${SHADES[shade]}" stroke-width="9"/>`))
    .join('');
}

function faults(counts: readonly number[], y: number): string {
  let d = '';
  for (const { from, to, value } of runs(counts.map((count) => (count > 0 ? 1 : 0))))
    if (value === 1) d += `M${LABEL + from * CELL} ${y + 13}h${(to - from) * CELL}`;
  return d === '' ? '' : `<path d="${d}" stroke="#f3540f" stroke-width="2"/>`;
}

function runs(values: readonly number[]): { from: number; to: number; value: number }[] {
  const found: { from: number; to: number; value: number }[] = [];
  for (const [i, value] of values.entries()) {
    const last = found.at(-1);
    if (last !== undefined && last.value === value) last.to = i + 1;
    else found.push({ from: i, to: i + 1, value });
  }
  return found;
}

function x(us: number, { durationUs }: Timeline): number {
  return Math.round(LABEL + (Math.min(Math.max(us, 0), durationUs) / durationUs) * COLUMNS * CELL);
}

function sleeps(timeline: Timeline, height: number): string[] {
  const rect = ({ from, to }: TimelineSpan): string => {
    const left = x(from, timeline);
    return `<rect x="${left}" y="${TOP - 4}" width="${Math.max(1, x(to, timeline) - left)}" height="${height - TOP - 18}" fill="url(#hatch)" opacity="0.5"/>`;
  };
  return timeline.bars
    .filter(({ kind, name }) => kind === 'power' && name === 'asleep')
    .slice(0, 60)
    .map(rect);
}

/** Numbers of the findings at their beginnings; those that would cover each other stand one below the other. */
function findingMarks({ findings }: Report, timeline: Timeline): string[] {
  const ends = [-100, -100];
  return timeline.findings.slice(0, 40).flatMap(({ span }, index) => {
    if (span === undefined || span.to < 0 || span.from > timeline.durationUs) return [];
    const at = x(span.from, timeline);
    const row = ends.findIndex((end) => end < at);
    const line = row < 0 ? 1 : row;
    ends[line] = at + 22;
    const { shape } = SEVERITY[findings[index]?.severity ?? 'info'];
    return [`<text x="${at}" y="${14 + line * 14}" font-weight="bold" fill="#b83a00">${shape}${index + 1}</text>`];
  });
}

function axis({ from, durationUs }: Timeline, height: number): string {
  const y = height - 8;
  const seconds = (durationUs / 1e6).toFixed(durationUs < 1e7 ? 3 : 0);
  return `<text x="${LABEL}" y="${y}">${shortHtml(from, 40)}</text><text x="${WIDTH - 10}" y="${y}" text-anchor="end">+${seconds} s</text>`;
}

function sum(values: readonly number[] | undefined): number {
  return (values ?? []).reduce((total, value) => total + value, 0);
}
