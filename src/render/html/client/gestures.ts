/** Wheel, drag and pinch on the timeline, as changes of the view. */
import { drag } from './drag.ts';
import { gutter, scaleOf } from './paint-frame.ts';
import type { App } from './store.ts';
import { clampView, pan, zoom } from './view.ts';

export interface GestureTarget {
  readonly app: App;
  /** Width of the canvas in CSS pixels. */
  width(): number;
  /** A place of the canvas was clicked. */
  click(x: number, y: number): void;
  /** Shown while a range is drawn; undefined when it ends. */
  range(from: number | undefined, to?: number): void;
}

const ZOOM_STEP = 1.0018;

/** Ctrl, ⌘ or alt zooms at the pointer, shift pans; a plain wheel scrolls the lanes, which the browser does. */
export function onWheel(event: WheelEvent, { app, width }: GestureTarget): void {
  const { durationUs } = app.page.config;
  const scale = scaleOf(app, width());
  const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
  if (event.ctrlKey || event.metaKey || event.altKey) {
    event.preventDefault();
    const at = scale.time(Math.max(scale.left, event.offsetX));
    app.view.value = zoom(app.view.value, ZOOM_STEP ** (event.deltaY * unit), at, durationUs);
    return;
  }
  const sideways = event.shiftKey ? event.deltaY + event.deltaX : event.deltaX;
  if (sideways === 0 || (!event.shiftKey && Math.abs(event.deltaY) > Math.abs(event.deltaX))) return;
  event.preventDefault();
  const { from, to } = app.view.value;
  app.view.value = pan(app.view.value, (sideways * unit * (to - from)) / scale.width, durationUs);
}

/** Drag pans, shift and drag chooses a range, a click selects. */
export function onPointerDown(event: PointerEvent, { app, width, range, click }: GestureTarget): void {
  if (event.button !== 0) return;
  const { durationUs } = app.page.config;
  const view = app.view.value;
  const scale = scaleOf(app, width());
  const y = event.offsetY;
  const isRange = event.shiftKey && event.offsetX > gutter(width());
  drag(event, {
    move(x, began) {
      if (isRange) range(Math.min(x, began), Math.max(x, began));
      else app.view.value = pan(view, ((began - x) * (view.to - view.from)) / scale.width, durationUs);
    },
    end(x, began, hasMoved) {
      range(undefined);
      if (!hasMoved) click(began, y);
      else if (isRange) {
        const [from, to] = [scale.time(Math.min(x, began)), scale.time(Math.max(x, began))];
        app.view.value = clampView({ from, to }, durationUs);
      }
    },
  });
}
