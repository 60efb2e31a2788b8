import { type Frame, font, HEAD } from './frame.ts';
import { hatch } from './hatch.ts';
import { totalHeight } from './layout.ts';
import type { Scale } from './scale.ts';
import { sleeps } from './sleeps.ts';
import type { App } from './store.ts';
import { ticks } from './ticks.ts';

/** Sleep, silence, and the ends of the capture. */
export function paintBehind(app: App, { context, height: tall, palette, scrollTop }: Frame, scale: Scale): void {
  const { config } = app.page;
  const bottom = Math.min(tall, totalHeight(app.boxes.value) + HEAD - scrollTop);
  const band = (from: number, to: number, paint: (left: number, width: number) => void): void => {
    if (to < scale.view.from || from > scale.view.to) return;
    const left = Math.max(scale.left, scale.x(from));
    paint(left, Math.max(1, Math.min(scale.left + scale.width, scale.x(to)) - left));
  };
  for (const tick of ticks(scale.view, app.clock, scale.width / 110)) {
    context.fillStyle = palette.line;
    context.fillRect(Math.round(scale.x(tick.at)), HEAD, 1, bottom - HEAD);
  }
  for (const { name, from, to } of sleeps(app)) {
    band(from, to, (left, width) =>
      hatch(context, { left, width, top: HEAD, bottom }, name === 'asleep' ? 8 : 16, palette.hatch),
    );
  }
  context.fillStyle = palette.hatch;
  for (const { from, to } of config.gaps) {
    band(from, to, (left, width) => {
      for (let y = HEAD + 6; y < bottom - 2; y += 14)
        for (let x = left + 4; x < left + width; x += 14) context.fillRect(x, y, 2, 2);
    });
  }
  for (const outside of [
    { from: -1e18, to: 0 },
    { from: config.durationUs, to: 1e18 },
  ]) {
    band(outside.from, outside.to, (left, width) => {
      context.globalAlpha = 0.35;
      context.fillRect(left, HEAD, width, bottom - HEAD);
      context.globalAlpha = 1;
    });
  }
  context.font = font(10);
  for (const { at, kind } of config.marks) {
    if (at < scale.view.from || at > scale.view.to) continue;
    const x = Math.round(scale.x(at)) + 0.5;
    dashedLine(context, x, HEAD, bottom, palette.faint);
    context.fillStyle = palette.faint;
    context.fillText(kind, x + 3, bottom - 7);
  }
}

function dashedLine(context: CanvasRenderingContext2D, x: number, top: number, bottom: number, colour: string): void {
  context.save();
  context.strokeStyle = colour;
  context.setLineDash([3, 4]);
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.stroke();
  context.restore();
}
