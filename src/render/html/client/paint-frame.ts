/** Draws the timeline: axis, findings, lanes and what lies behind and before them. */

import { lowerBound } from '../index-lanes.ts';
import { type Frame, font, HEAD } from './frame.ts';
import { type LaneBox, totalHeight } from './layout.ts';
import { paintArrows } from './paint-arrows.ts';
import { paintBehind } from './paint-behind.ts';
import { paintHead } from './paint-head.ts';
import { COLUMN, columnsOf, paintLane } from './paint-lanes.ts';
import { createScale, type Scale } from './scale.ts';
import type { App } from './store.ts';

/** Width of the column of names. */
export function gutter(width: number): number {
  return width < 560 ? 96 : 184;
}

export function scaleOf(app: App, width: number): Scale {
  return createScale(app.view.value, gutter(width), width);
}

export function paintFrame(app: App, frame: Frame): void {
  const { context, width, height, palette, scrollTop, plot } = frame;
  const scale = scaleOf(app, width);
  const boxes = app.boxes.value.filter(
    ({ top, height: tall }) => top + tall > scrollTop && top < scrollTop + height - HEAD,
  );
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, width, height);
  const offset = HEAD - scrollTop;
  for (const box of boxes) paintGround(box, frame);
  paintTime(
    () => {
      paintBehind(app, frame, scale);
      const selection = app.selection.value;
      const selectedFlow = selection?.kind === 'flow' ? selection.index : undefined;
      const nameOf = (item: number): string => app.page.config.bars[item]?.name ?? '';
      const { lines, tables } = app.page;
      const stepOf = (line = -1): number => tables.sources[lines.source[line] ?? -1]?.stepUs ?? 0;
      const level = app.level.value;
      const marks: (() => void)[] = [];
      plot.clear(columnsOf(scale), Math.max(1, Math.floor(height - HEAD)));
      for (const box of boxes)
        paintLane(box, { context, scale, palette, offset, level, selectedFlow, nameOf, stepOf, plot, marks });
      plot.paint(context, scale.left, HEAD, COLUMN);
      for (const mark of marks) mark();
      paintHits(app, frame, scale, boxes);
      paintArrows(app, { context, scale, palette, offset });
      paintSelected(app, frame, scale);
    },
    frame,
    scale,
  );
  for (const box of boxes) paintName(box, app, frame);
  paintHead(app, frame, scale);
}

/** Draws within the part of the canvas that is time. */
function paintTime(paint: () => void, { context, height }: Frame, scale: Scale): void {
  context.save();
  context.beginPath();
  context.rect(scale.left, HEAD, scale.width, height - HEAD);
  context.clip();
  paint();
  context.restore();
}

function paintGround({ top, height: tall, scene }: LaneBox, frame: Frame): void {
  const { context, width, palette, scrollTop } = frame;
  const y = top + HEAD - scrollTop;
  if (scene.index % 2 === 1) {
    context.fillStyle = palette.lane;
    context.fillRect(0, y, width, tall);
  }
  context.fillStyle = palette.line;
  context.fillRect(0, y + tall - 1, width, 1);
}

/** Lines that the search found. */
function paintHits(app: App, { context, scrollTop, palette }: Frame, scale: Scale, boxes: readonly LaneBox[]): void {
  const hits = app.search.hits.value;
  if (hits === undefined || hits.length === 0) return;
  const { at, lane } = app.page.lines;
  const tops = new Map(boxes.map((box) => [box.scene.index, box.linesTop + HEAD - scrollTop]));
  context.fillStyle = palette.hit;
  let lastX = -1;
  let lastLane = -1;
  for (let i = firstFrom(hits, at, scale.view.from); i < hits.length; i++) {
    const line = hits[i] ?? 0;
    const time = at[line] ?? 0;
    if (time > scale.view.to) break;
    const x = Math.round(scale.x(time));
    const on = lane[line] ?? 0;
    if (x === lastX && on === lastLane) continue;
    lastX = x;
    lastLane = on;
    const top = tops.get(on);
    if (top !== undefined) context.fillRect(x - 1, top, 3, 14);
  }
}

/** First of the lines, which are in order, that is not before a time. */
function firstFrom(lines: readonly number[], at: Float64Array, from: number): number {
  return lowerBound(lines, lowerBound(at, from));
}

function paintSelected(app: App, { context, height, palette, scrollTop }: Frame, scale: Scale): void {
  const selection = app.selection.value;
  if (selection === undefined) return;
  if (selection.kind === 'line') {
    const x = Math.round(scale.x(app.page.lines.at[selection.index] ?? 0));
    context.fillStyle = palette.accent;
    context.fillRect(x, HEAD, 1, height);
    const box = app.boxes.value.find(({ scene }) => scene.index === app.page.lines.lane[selection.index]);
    if (box !== undefined) {
      context.strokeStyle = palette.accent;
      context.lineWidth = 2;
      context.strokeRect(x - 4, box.linesTop + HEAD - scrollTop, 9, 15);
      context.lineWidth = 1;
    }
  }
  if (selection.kind === 'finding') {
    const span = app.page.config.places[selection.index]?.span;
    if (span === undefined) return;
    const left = scale.x(span.from);
    context.fillStyle = palette.accent;
    context.globalAlpha = 0.08;
    context.fillRect(left, HEAD, Math.max(2, scale.x(span.to) - left), totalHeight(app.boxes.value) - scrollTop);
    context.globalAlpha = 1;
  }
}

function paintName(box: LaneBox, app: App, frame: Frame): void {
  const { context, width, palette, scrollTop, isFocused } = frame;
  const y = box.top + HEAD - scrollTop;
  const room = gutter(width);
  const { lane, index } = box.scene;
  context.fillStyle = index % 2 === 1 ? palette.lane : palette.ground;
  context.fillRect(0, y, room - 1, box.height - 1);
  context.fillStyle = palette.line;
  context.fillRect(room - 1, y, 1, box.height);
  context.fillStyle =
    palette[lane.kind === 'app' || lane.kind === 'kernel' || lane.kind === 'provider' ? lane.kind : 'other'];
  context.fillRect(8, y + Math.min(13, box.height / 2) - 4, 8, 8);
  context.fillStyle = palette.text;
  context.font = font(12);
  context.textBaseline = 'middle';
  context.fillText(fitted(context, lane.name, room - 30), 22, y + Math.min(13, box.height / 2) + 0.5);
  if (!isFocused || app.boxes.value[app.lane.value] !== box) return;
  context.strokeStyle = palette.accent;
  context.lineWidth = 2;
  context.strokeRect(1, y + 1, room - 4, box.height - 3);
  context.lineWidth = 1;
}

/** Cut in the middle: of a bundle identifier both ends tell. */
function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let size = Math.floor(text.length * 0.8);
  while (size > 4) {
    const cut = `${text.slice(0, Math.ceil(size / 3))}…${text.slice(-Math.floor((size * 2) / 3))}`;
    if (context.measureText(cut).width <= width) return cut;
    size -= 1;
  }
  return '…';
}
