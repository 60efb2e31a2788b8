import type { Report, SpanReport } from '../../model/report.ts';
import { clock, later } from '../terminal/clock.ts';
import { cutEnd } from '../terminal/columns.ts';
import { number } from '../terminal/words.ts';
import { newFlowSamples, packRows, type Slice, type Track, type TrackGroup, trackGroups } from '../trace/tracks.ts';
import { type TimeAxis, timeAxis } from '../trace/when.ts';
import { box, INK, rule, SIZE, text } from './drawing.ts';

const LEFT = SIZE.margin + SIZE.label;
const WIDTH = SIZE.width - SIZE.margin - LEFT;
const ROWS_SHOWN = 8;
const FLOWS_HIGH = 36;
const TICKS = 8;

const POWER: Readonly<Record<string, string>> = {
  awake: '#9ecbff',
  dark: '#57606a',
  asleep: 'url(#necropsy-asleep)',
  unknown: INK.lane,
};
const SESSION: Readonly<Record<string, string>> = {
  connected: INK.provider,
  disconnected: '#e1e4e8',
  invalid: '#e1e4e8',
};

/** What is drawn, and where the next thing may begin. */
export interface Drawing {
  readonly parts: readonly string[];
  readonly bottom: number;
}

/** Power, sessions, providers, new flows and findings over the time of the lanes; nothing where the capture has no time. */
export function laneDrawing(report: Report, top: number): Drawing {
  const stretch = report.lanes.span ?? report.capture.span;
  const axis = timeAxis(report);
  if (stretch === undefined || axis === undefined) return { parts: [], bottom: top };
  const scale = scaleOf(axis, stretch);
  const start = axis.place(stretch.from) ?? 0;
  const isWithin = ({ from, to }: Slice): boolean => to > start && from <= start + stretch.durationUs;
  const groups = trackGroups(report);
  const of = (kind: TrackGroup['kind']): readonly Track[] =>
    (groups.find((group) => group.kind === kind)?.tracks ?? [])
      .map(({ name, slices }) => ({ name, slices: slices.filter(isWithin) }))
      .filter(({ slices }) => slices.length > 0);
  const parts: string[] = [];
  let y = top + 24;
  const add = (drawing: Drawing): void => {
    parts.push(...drawing.parts);
    y = drawing.bottom;
  };
  add(rowsOf(of('power'), y, scale, ({ name }) => POWER[name] ?? INK.lane));
  add(rowsOf(of('sessions'), y, scale, ({ name }) => SESSION[name] ?? '#d4a72c'));
  add(rowsOf(providersOf(of('processes')), y, scale, () => INK.provider));
  add(flowBars(report, y, scale));
  add(findingRows(report, of('findings'), y, scale));
  return { parts: [...ticks(stretch, top + 14, y), ...parts], bottom: y + 8 };
}

type Scale = (us: number) => number;

/** The stretch over the width; what begins before it or ends after it is drawn to its edge. */
function scaleOf(axis: TimeAxis, stretch: SpanReport): Scale {
  const start = axis.place(stretch.from) ?? 0;
  const length = Math.max(1, stretch.durationUs);
  return (us) => LEFT + (Math.min(length, Math.max(0, us - start)) / length) * WIDTH;
}

function ticks(stretch: SpanReport, y: number, bottom: number): string[] {
  const step = stretch.durationUs / TICKS;
  const { date, zone } = clock(stretch.from);
  const marks = Array.from({ length: TICKS + 1 }, (_, index) => {
    const x = LEFT + (WIDTH * index) / TICKS;
    const anchor = index === 0 ? {} : { anchor: index === TICKS ? ('end' as const) : ('middle' as const) };
    return [
      rule(x, y + 6, bottom),
      text(x, y, later(stretch.from, step * index, step), { size: 11, fill: INK.quiet, ...anchor }),
    ];
  });
  return [text(SIZE.margin, y, `${date} ${zone}`.trim(), { size: 11, fill: INK.quiet }), ...marks.flat()];
}

/** Only runs of providers. */
function providersOf(tracks: readonly Track[]): Track[] {
  return tracks
    .map(({ name, slices }) => ({ name, slices: slices.filter(({ args }) => args.provider !== undefined) }))
    .filter(({ slices }) => slices.length > 0);
}

function rowsOf(tracks: readonly Track[], top: number, scale: Scale, fill: (slice: Slice) => string): Drawing {
  const rows = tracks.flatMap(({ name, slices }) =>
    packRows(slices).map((row, index) => ({ name: index === 0 ? name : '', row })),
  );
  const shown = rows.slice(0, ROWS_SHOWN);
  const parts = shown.flatMap(({ name, row }, index) => {
    const y = top + index * SIZE.row;
    return [label(name, y), ground(y), ...row.flatMap((slice) => bar(slice, y, scale, fill(slice)))];
  });
  const hidden = rows.length - shown.length;
  const bottom = top + shown.length * SIZE.row;
  if (hidden === 0) return { parts, bottom };
  return { parts: [...parts, label(`and ${number(hidden)} more rows`, bottom)], bottom: bottom + SIZE.row };
}

function label(name: string, y: number): string {
  return text(SIZE.margin, y + SIZE.bar, cutEnd(name, 28), { fill: INK.quiet, size: 11 });
}

function ground(y: number): string {
  return box({ x: LEFT, y: y + 2, width: WIDTH, height: SIZE.bar }, { fill: INK.lane });
}

function bar(slice: Slice, y: number, scale: Scale, fill: string): string[] {
  const x = scale(slice.from);
  const width = Math.max(1.5, scale(slice.to) - x);
  const drawn = box({ x, y: y + 2, width, height: SIZE.bar }, { fill }, slice.name);
  const room = Math.floor((width - 6) / 6);
  if (room < slice.name.length) return [drawn];
  const onDark = fill === INK.provider || fill === POWER.dark;
  return [drawn, text(x + 3, y + 11, slice.name, { size: 9, fill: onDark ? '#ffffff' : INK.text })];
}

function flowBars(report: Report, top: number, scale: Scale): Drawing {
  const samples = newFlowSamples(report);
  const most = Math.max(0, ...samples.map(({ value }) => value));
  if (most === 0) return { parts: [], bottom: top };
  const bars = samples.slice(0, -1).flatMap(({ at, value }, index) => {
    if (value === 0) return [];
    const height = Math.max(1, (value / most) * FLOWS_HIGH);
    const width = Math.max(1, scale(samples[index + 1]?.at ?? at) - scale(at) - 0.5);
    return [box({ x: scale(at), y: top + 4 + FLOWS_HIGH - height, width, height }, { fill: INK.app })];
  });
  const parts = [
    label('new flows', top),
    text(SIZE.margin, top + 28, `at most ${number(most)} a column`, { size: 10, fill: INK.quiet }),
  ];
  return { parts: [...parts, ...bars], bottom: top + FLOWS_HIGH + 10 };
}

/** A row each, numbered as in the list below, its shape at the start. */
function findingRows({ findings }: Report, tracks: readonly Track[], top: number, scale: Scale): Drawing {
  const slices = tracks.flatMap((track) => track.slices);
  const shown = slices.slice(0, ROWS_SHOWN);
  const parts = shown.flatMap((slice, index) => {
    const y = top + index * SIZE.row;
    const place = Number.parseInt(slice.name, 10);
    const severity = findings[place - 1]?.severity ?? 'info';
    const x = scale(slice.from);
    const width = Math.max(3, scale(slice.to) - x);
    return [
      text(SIZE.margin, y + SIZE.bar, `finding ${place}`, { size: 11, fill: INK.quiet }),
      ground(y),
      box({ x, y: y + 2, width, height: SIZE.bar }, { fill: INK[severity] }, slice.name),
      text(Math.min(x + width + 4, SIZE.width - SIZE.margin - 30), y + 12, `${SHAPE[severity]} ${place}`, {
        size: 11,
        weight: 'bold',
        fill: severity === 'error' ? INK.errorText : INK[severity],
      }),
    ];
  });
  const hidden = slices.length - shown.length;
  const bottom = top + shown.length * SIZE.row;
  return hidden === 0
    ? { parts, bottom }
    : { parts: [...parts, label(`and ${number(hidden)} more`, bottom)], bottom: bottom + SIZE.row };
}

export const SHAPE = { error: '▲', warning: '◆', info: '●' } as const;
