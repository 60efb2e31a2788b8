/** Wheel, drag and pinch on the timeline, as changes of the view. */
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
/** Pixels that a pointer may tremble and still click. */
const TREMBLE = 4;

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
export function onPointerDown(event: PointerEvent, target: GestureTarget): void {
  if (event.button !== 0) return;
  const { app, width } = target;
  const { durationUs } = app.page.config;
  const element = event.currentTarget as HTMLElement;
  const start = { x: event.offsetX, y: event.offsetY };
  const view = app.view.value;
  const scale = scaleOf(app, width());
  const isRange = event.shiftKey && start.x > gutter(width());
  let hasMoved = false;
  const at = (x: number): number => scale.time(x);
  const move = (moved: PointerEvent): void => {
    const dx = moved.offsetX - start.x;
    if (!hasMoved && Math.abs(dx) < TREMBLE) return;
    hasMoved = true;
    if (isRange) target.range(Math.min(start.x, moved.offsetX), Math.max(start.x, moved.offsetX));
    else app.view.value = clampView(shifted(view, (-dx * (view.to - view.from)) / scale.width), durationUs);
  };
  const up = (ended: PointerEvent): void => {
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    target.range(undefined);
    if (!hasMoved) target.click(start.x, start.y);
    else if (isRange) {
      const [from, to] = [at(start.x), at(ended.offsetX)];
      app.view.value = clampView({ from: Math.min(from, to), to: Math.max(from, to) }, durationUs);
    }
  };
  element.setPointerCapture(event.pointerId);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
}

function shifted<T extends { readonly from: number; readonly to: number }>({ from, to }: T, us: number) {
  return { from: from + us, to: to + us };
}
