import { countColumns, logHeight } from '../density.ts';
import { barsWithin, countBars, FAILED, INFERRED, type LaneBars, lowerBound, OPEN } from '../index-lanes.ts';
import { font, HEAD } from './frame.ts';
import { BAR_HEIGHT, BAR_STEP, FAULT_STRIP, type LaneBox, STATE_HEIGHT } from './layout.ts';
import type { Plot } from './plot.ts';
import type { Scale } from './scale.ts';
import type { Palette } from './theme.ts';

/** Above this many in view they are drawn as counts. */
const MOST_ITEMS = 700;
/** Width of a column of counts. */
export const COLUMN = 2;

export interface LanePainting {
  readonly context: CanvasRenderingContext2D;
  readonly scale: Scale;
  readonly palette: Palette;
  /** Added to a box's own place. */
  readonly offset: number;
  /** 0 everything, 1 errors and faults, 2 faults. */
  readonly level: number;
  readonly selectedFlow: number | undefined;
  /** What a bar that is no flow is called. */
  readonly nameOf: (item: number) => string;
  /** µs within which the time of a line may lie. */
  readonly stepOf: (line: number | undefined) => number;
  /** Where counts are drawn; its top is that of the lanes that are in sight. */
  readonly plot: Plot;
  /** What is drawn when the counts are. */
  readonly marks: (() => void)[];
}

export function paintLane(box: LaneBox, painting: LanePainting): void {
  paintStates(box, painting);
  paintBars(box, painting);
  paintLines(box, painting);
}

function paintStates(box: LaneBox, { context, scale, palette, offset, nameOf }: LanePainting): void {
  const { states } = box.scene;
  const { from, to } = scale.view;
  const y = box.top + offset + 4;
  context.font = font(11);
  for (const place of barsWithin(states, from, to, MOST_ITEMS)) {
    const { left, width } = extent(states, place, scale);
    const flags = states.flags[place] ?? 0;
    const isLow = states.rowCount > 1 && (states.rows[place] ?? 0) > 0;
    const top = isLow ? y + STATE_HEIGHT / 2 : y;
    const height = states.rowCount > 1 ? STATE_HEIGHT / 2 - 1 : STATE_HEIGHT;
    const name = nameOf(states.item[place] ?? 0);
    context.fillStyle = stateColour(name, palette);
    if ((flags & INFERRED) === 0) context.fillRect(left, top, width, height);
    else dashed(context, { left, top, width, height }, palette.faint);
    if ((flags & OPEN) !== 0) dashed(context, { left: left + width, top, width: 1, height }, palette.faint);
    if (width > 46 && height > 10)
      clippedText(context, name, { left: Math.max(left, scale.left), top, width, height }, palette.text);
  }
}

function stateColour(name: string, palette: Palette): string {
  return name === 'asleep' || name === 'dark' ? palette.hatch : palette.state;
}

function clippedText(context: CanvasRenderingContext2D, text: string, box: Box, colour: string): void {
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.width - 3, box.height);
  context.clip();
  context.fillStyle = colour;
  context.textBaseline = 'middle';
  context.fillText(text.slice(0, 80), box.left + 5, box.top + box.height / 2 + 0.5);
  context.restore();
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Dashed: no line says that it is so. */
function dashed(context: CanvasRenderingContext2D, { left, top, width, height }: Box, colour: string): void {
  context.save();
  context.strokeStyle = colour;
  context.setLineDash([4, 3]);
  context.strokeRect(left + 0.5, top + 0.5, Math.max(1, width - 1), height - 1);
  context.restore();
}

function extent(
  { from, to }: LaneBars,
  place: number,
  scale: Scale,
): { readonly left: number; readonly width: number } {
  const left = Math.round(Math.max(scale.x(from[place] ?? 0), scale.left - 8));
  const right = Math.round(Math.min(scale.x(to[place] ?? 0), scale.left + scale.width + 8));
  return { left, width: Math.max(3, right - left) };
}

function paintBars(box: LaneBox, painting: LanePainting): void {
  const { bars } = box.scene;
  if (bars.count === 0) return;
  const { context, scale, palette, offset } = painting;
  const { from, to } = scale.view;
  const y = box.barsTop + offset;
  const places = barsWithin(bars, from, to, MOST_ITEMS + 1);
  if (places.length > MOST_ITEMS) {
    paintBarCounts(bars, y, painting);
    return;
  }
  const colour = palette[bars.role];
  for (const place of places) {
    const flags = bars.flags[place] ?? 0;
    const { left, width } = extent(bars, place, scale);
    const top = y + (bars.rows[place] ?? 0) * BAR_STEP;
    context.fillStyle = colour;
    if ((flags & INFERRED) !== 0) {
      context.globalAlpha = 0.35;
      context.fillRect(left, top, width, BAR_HEIGHT);
      context.globalAlpha = 1;
      dashed(context, { left, top, width, height: BAR_HEIGHT }, colour);
    } else context.fillRect(left, top, width, BAR_HEIGHT);
    if ((flags & OPEN) !== 0) stub(context, left + width, top + BAR_HEIGHT / 2, colour);
    if ((flags & FAILED) !== 0) {
      context.fillStyle = palette.error;
      context.fillRect(left, top, Math.min(width, 3), BAR_HEIGHT);
      context.fillRect(left + Math.max(0, width - 3), top, Math.min(width, 3), BAR_HEIGHT);
    }
    if (bars.item[place] === painting.selectedFlow) {
      context.strokeStyle = palette.text;
      context.lineWidth = 1.5;
      context.strokeRect(left - 1, top - 1, width + 2, BAR_HEIGHT + 2);
      context.lineWidth = 1;
    }
  }
}

/** A short dashed tail: it went on, and no line says until when. */
function stub(context: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  context.fillStyle = colour;
  for (let i = 1; i < 16; i += 4) context.fillRect(x + i, y - 1, 2, 2);
}

/** How many are open at once, per column. */
function paintBarCounts(bars: LaneBars, y: number, painting: LanePainting): void {
  const { scale, palette } = painting;
  const counts = new Uint32Array(columnsOf(scale));
  for (let i = 0; i < counts.length; i++) {
    const start = scale.time(scale.left + i * COLUMN);
    counts[i] = countBars(bars, start, scale.time(scale.left + (i + 1) * COLUMN));
  }
  const most = bars.rowCount * BAR_STEP - 2;
  plotCounts(counts, { bottom: y + most, most, colour: palette[bars.role] }, painting);
}

export function columnsOf({ width }: Scale): number {
  return Math.ceil(width / COLUMN);
}

interface ColumnStyle {
  readonly bottom: number;
  /** Height of the highest. */
  readonly most: number;
  readonly colour: string;
}

function plotCounts(counts: Uint32Array, { bottom, most, colour }: ColumnStyle, { plot }: LanePainting): void {
  let peak = 1;
  for (const count of counts) if (count > peak) peak = count;
  plot.columns(
    counts.map((count) => logHeight(count, peak, most)),
    Math.round(bottom) - HEAD,
    colour,
  );
}

function paintLines(box: LaneBox, painting: LanePainting): void {
  const { context, scale, palette, offset, level, stepOf } = painting;
  const { lines } = box.scene;
  if (lines.at.length === 0) return;
  const { from, to } = scale.view;
  const y = box.linesTop + offset;
  if (level === 0) {
    const first = lowerBound(lines.at, from);
    const last = lowerBound(lines.at, to);
    context.fillStyle = palette.other;
    if (last - first <= MOST_ITEMS)
      for (let i = first; i < last; i++) {
        const at = lines.at[i] ?? 0;
        const x = Math.round(scale.x(at));
        context.fillRect(x, y + box.linesHeight - 8, 1, 8);
        // Printed no finer: it happened somewhere in here.
        const reach = scale.x(at + stepOf(lines.line[i])) - scale.x(at);
        if (reach > 3) context.fillRect(x, y + box.linesHeight - 5, reach, 1);
      }
    else paintCounts(lines.at, { bottom: y + box.linesHeight, most: box.linesHeight, colour: palette.other }, painting);
  }
  const strip = y + box.linesHeight + 1;
  if (level < 2) paintMarks(lines.errors, strip, painting, false);
  paintMarks(lines.faults, strip, painting, true);
}

function paintCounts(times: Float64Array, style: ColumnStyle, painting: LanePainting): void {
  const { scale } = painting;
  const { from, to } = scale.view;
  plotCounts(countColumns(times, from, to, new Uint32Array(columnsOf(scale))), style, painting);
}

/** Errors are diamonds, faults triangles; where they are many, columns in their own strip. */
function paintMarks(times: Float64Array, y: number, painting: LanePainting, isFault: boolean): void {
  if (times.length === 0) return;
  const { context, scale, palette, marks } = painting;
  const { from, to } = scale.view;
  const first = lowerBound(times, from);
  const last = lowerBound(times, to);
  const colour = isFault ? palette.error : palette.warning;
  if (last - first > MOST_ITEMS / 4) {
    paintCounts(times, { bottom: y + FAULT_STRIP - 1, most: isFault ? FAULT_STRIP - 1 : 3, colour }, painting);
    return;
  }
  marks.push(() => {
    context.fillStyle = colour;
    let lastX = Number.NEGATIVE_INFINITY;
    for (let i = first; i < last; i++) {
      const x = Math.round(scale.x(times[i] ?? 0));
      if (x - lastX < 2) continue;
      lastX = x;
      mark(context, x, y + 3.5, isFault);
    }
  });
}

export function mark(context: CanvasRenderingContext2D, x: number, y: number, isTriangle: boolean, size = 3.5): void {
  context.beginPath();
  context.moveTo(x, y - size);
  context.lineTo(x + size, isTriangle ? y + size : y);
  if (!isTriangle) context.lineTo(x, y + size);
  context.lineTo(x - size, isTriangle ? y + size : y);
  context.closePath();
  context.fill();
}
