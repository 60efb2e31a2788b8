import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { paintOverview } from './paint-overview.ts';
import { createScale } from './scale.ts';
import type { App } from './store.ts';
import { usePalette } from './use-palette.ts';
import { clampView, wholeView } from './view.ts';

/** The whole capture, and a window on what the timeline shows of it. */
export function Overview({ app }: { readonly app: App }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette(app);
  const redraw = useRef(() => {});
  useEffect(() => {
    let asked = 0;
    redraw.current = () => {
      if (asked !== 0) return;
      asked = requestAnimationFrame(() => {
        asked = 0;
        if (canvas.current !== null) paintOverview(app, canvas.current, palette.peek());
      });
    };
    const sizes = new ResizeObserver(() => redraw.current());
    if (canvas.current !== null) sizes.observe(canvas.current);
    return () => sizes.disconnect();
  }, []);
  useSignalEffect(() => {
    void [app.view.value, app.selection.value, app.level.value, app.search.hits.value, palette.value];
    redraw.current();
  });
  const { durationUs } = app.page.config;
  return (
    <canvas
      class="overview"
      ref={canvas}
      role="img"
      aria-label="Lines of the whole capture over time, with findings, sleep, and the part that is shown"
      onPointerDown={(event) => brush(event, app)}
      onDblClick={() => {
        app.view.value = wholeView(durationUs);
      }}
    />
  );
}

/** Drag within the window moves it, drag outside it draws a new one, a click centres it. */
function brush(event: PointerEvent, app: App): void {
  const element = event.currentTarget as HTMLElement;
  const { durationUs } = app.page.config;
  const scale = createScale(wholeView(durationUs), 0, element.clientWidth);
  const start = scale.time(event.offsetX);
  const view = app.view.value;
  const whole = wholeView(durationUs);
  const isWhole = view.to - view.from > (whole.to - whole.from) * 0.98;
  const isInside = !isWhole && start >= view.from && start <= view.to;
  let hasMoved = false;
  const move = (moved: PointerEvent): void => {
    const at = scale.time(moved.offsetX);
    if (!hasMoved && Math.abs(moved.offsetX - event.offsetX) < 4) return;
    hasMoved = true;
    const next = isInside
      ? { from: view.from + at - start, to: view.to + at - start }
      : { from: Math.min(at, start), to: Math.max(at, start) };
    app.view.value = clampView(next, durationUs);
  };
  const up = (): void => {
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    if (hasMoved || isWhole) return;
    const half = (view.to - view.from) / 2;
    app.view.value = clampView({ from: start - half, to: start + half }, durationUs);
  };
  element.setPointerCapture(event.pointerId);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
}
