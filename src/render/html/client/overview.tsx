import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { drag } from './drag.ts';
import { paintOverview } from './paint-overview.ts';
import { createScale } from './scale.ts';
import type { App } from './store.ts';
import { usePalette } from './use-palette.ts';
import { useRedraw } from './use-redraw.ts';
import { clampView, pan, wholeView } from './view.ts';

/** The whole capture, and a window on what the timeline shows of it. */
export function Overview({ app }: { readonly app: App }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const palette = usePalette(app);
  const redraw = useRedraw(box, () => {
    if (box.current !== null) paintOverview(app, box.current, palette.peek());
  });
  useSignalEffect(() => {
    void [app.scene.value, palette.value];
    redraw();
  });
  const { durationUs } = app.page.config;
  return (
    <div class="overview" ref={box}>
      <canvas
        class="overview"
        role="img"
        aria-label="Lines of the whole capture over time, with findings, sleep, and the part that is shown"
        onPointerDown={(event) => brush(event, app)}
        onDblClick={() => {
          app.view.value = wholeView(durationUs);
        }}
      />
      <Shown app={app} />
    </div>
  );
}

/** An element of its own: while it moves, nothing is drawn anew. */
function Shown({ app }: { readonly app: App }): JSX.Element {
  const { from, to } = app.view.value;
  const scale = createScale(wholeView(app.page.config.durationUs), 0, 100);
  const [left, right] = [scale.x(from), scale.x(to)];
  return <div class="shown" style={{ left: `${left}%`, width: `${right - left}%` }} />;
}

/** Drag within the window moves it, drag outside it draws a new one, a click centres it. */
function brush(event: PointerEvent & { readonly currentTarget: HTMLElement }, app: App): void {
  const { durationUs } = app.page.config;
  const whole = wholeView(durationUs);
  const scale = createScale(whole, 0, event.currentTarget.clientWidth);
  const view = app.view.value;
  const isWhole = view.to - view.from > (whole.to - whole.from) * 0.98;
  const start = scale.time(event.offsetX);
  const isInside = !isWhole && start >= view.from && start <= view.to;
  drag(event, {
    move(x) {
      const at = scale.time(x);
      app.view.value = isInside
        ? pan(view, at - start, durationUs)
        : clampView({ from: Math.min(at, start), to: Math.max(at, start) }, durationUs);
    },
    end(_x, _began, hasMoved) {
      if (!hasMoved && !isWhole) app.view.value = pan(view, start - (view.from + view.to) / 2, durationUs);
    },
  });
}
