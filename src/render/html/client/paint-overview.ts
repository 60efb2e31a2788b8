import { countColumns, logHeight } from '../density.ts';
import { fitCanvas } from './fit-canvas.ts';
import { font } from './frame.ts';
import { hatch } from './hatch.ts';
import { mark } from './paint-lanes.ts';
import { createScale, type Scale } from './scale.ts';
import { sleeps } from './sleeps.ts';
import type { App } from './store.ts';
import { type Palette, severityColour } from './theme.ts';
import { wholeView } from './view.ts';

export const OVERVIEW_HEIGHT = 64;
const TOP = 14;
const BOTTOM = 50;
const COLUMN = 3;

/** How much was logged when, where it went wrong, and when the machine slept. */
export function paintOverview(app: App, box: HTMLElement, palette: Palette): void {
  const width = box.clientWidth;
  const canvas = box.querySelector('canvas');
  const context = canvas === null ? undefined : fitCanvas(canvas, width, OVERVIEW_HEIGHT);
  if (context === undefined) return;
  const scale = createScale(wholeView(app.page.config.durationUs), 0, width);
  context.fillStyle = palette.lane;
  context.fillRect(0, 0, width, OVERVIEW_HEIGHT);
  paintPower(app, context, scale, palette);
  paintDensity(app, context, scale, palette);
  paintFindings(app, context, scale, palette);
}

function paintPower(app: App, context: CanvasRenderingContext2D, scale: Scale, palette: Palette): void {
  for (const { name, from, to } of sleeps(app)) {
    const left = scale.x(from);
    const width = Math.max(1, scale.x(to) - left);
    hatch(context, { left, width, top: TOP, bottom: OVERVIEW_HEIGHT }, name === 'asleep' ? 7 : 14, palette.hatch);
    if (width > 44) {
      context.fillStyle = palette.faint;
      context.font = font(11);
      context.fillText(name === 'asleep' ? 'asleep' : 'dark', left + 4, TOP + 8);
    }
  }
}

function paintDensity(app: App, context: CanvasRenderingContext2D, scale: Scale, palette: Palette): void {
  const columns = Math.ceil(scale.width / COLUMN);
  const sum = (name: 'at' | 'errors' | 'faults'): Uint32Array => {
    const total = new Uint32Array(columns);
    const part = new Uint32Array(columns);
    for (const { lines } of app.scene.value.lanes) {
      countColumns(lines[name], scale.view.from, scale.view.to, part);
      for (let i = 0; i < columns; i++) total[i] = (total[i] ?? 0) + (part[i] ?? 0);
    }
    return total;
  };
  const counts = sum('at');
  let peak = 1;
  for (const count of counts) peak = Math.max(peak, count);
  context.fillStyle = palette.other;
  for (const [i, count] of counts.entries()) {
    const height = logHeight(count, peak, BOTTOM - TOP - 4);
    if (height > 0) context.fillRect(i * COLUMN, BOTTOM - height, COLUMN - 1, height);
  }
  strip(context, sum('errors'), 3, palette.warning);
  strip(context, sum('faults'), 6, palette.error);
}

/** Marks under the density: a ground of their own keeps them apart from it. */
function strip(context: CanvasRenderingContext2D, counts: Uint32Array, height: number, colour: string): void {
  context.fillStyle = colour;
  for (const [i, count] of counts.entries())
    if (count > 0) context.fillRect(i * COLUMN, BOTTOM + 2, COLUMN - 1, height);
}

function paintFindings(app: App, context: CanvasRenderingContext2D, scale: Scale, palette: Palette): void {
  const { report, places } = app.page.config;
  for (const [i, { severity }] of report.findings.entries()) {
    const span = places[i]?.span;
    if (span === undefined) continue;
    const x = Math.min(Math.max(scale.x(span.from), 6), scale.width - 6);
    context.fillStyle = severityColour(severity, palette);
    if (severity === 'info') context.fillRect(x - 3, 4, 6, 6);
    else mark(context, x, 7, severity === 'error', 5);
  }
}
