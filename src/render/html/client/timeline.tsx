import { useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { fitCanvas } from './fit-canvas.ts';
import { type Frame, HEAD } from './frame.ts';
import { onPointerDown, onWheel } from './gestures.ts';
import { hitLane } from './hit-test.ts';
import { boxAt, totalHeight } from './layout.ts';
import { paintFrame, scaleOf } from './paint-frame.ts';
import { createPlot } from './plot.ts';
import { type App, select } from './store.ts';
import { usePalette } from './use-palette.ts';
import { useRedraw } from './use-redraw.ts';
import { zoom } from './view.ts';

const LABEL =
  'Timeline. Left and right move in time, plus and minus zoom, up and down choose a lane, brackets its lines. The tabs Flows and Lines hold the same as tables.';

/** The lanes on a canvas that stays in place while the list of lanes is scrolled. */
export function Timeline({ app }: { readonly app: App }): JSX.Element {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const range = useSignal<readonly [number, number] | undefined>(undefined);
  const palette = usePalette(app);
  const plot = useMemo(createPlot, []);
  const redraw = useRedraw(scroller, () => {
    if (scroller.current !== null && canvas.current !== null)
      paintInto(app, scroller.current, canvas.current, { palette: palette.peek(), plot });
  });
  useEffect(() => {
    const wheel = (event: WheelEvent): void => onWheel(event, target);
    const target = { app, width, click, range: showRange };
    // load-bearing: Preact listens passively, and a page that may not say no to a wheel scrolls while it zooms.
    canvas.current?.addEventListener('wheel', wheel, { passive: false });
  }, []);
  useSignalEffect(() => {
    void [app.view.value, app.selection.value, app.level.value, app.boxes.value, app.lane.value];
    void [app.search.hits.value, palette.value];
    redraw();
  });
  useSignalEffect(() => {
    const box = app.boxes.value[app.lane.value];
    if (box !== undefined && scroller.current !== null) bringIntoSight(scroller.current, box.top, box.height);
  });
  const width = (): number => canvas.current?.clientWidth ?? 1;
  const showRange = (from: number | undefined, to?: number): void => {
    range.value = from === undefined || to === undefined ? undefined : [from, to];
  };
  const marked = range.value;
  const click = (x: number, y: number): void => selectAt(app, x, y, width(), scroller.current?.scrollTop ?? 0);
  return (
    <div class="lanes" ref={scroller} onScroll={redraw}>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is an application with keys of its own */}
      <canvas
        ref={canvas}
        role="application"
        aria-roledescription="timeline"
        aria-label={LABEL}
        tabIndex={0}
        onFocus={redraw}
        onBlur={redraw}
        onPointerDown={(event) => onPointerDown(event, { app, width, click, range: showRange })}
        onDblClick={(event) => {
          const at = scaleOf(app, width()).time(event.offsetX);
          app.view.value = zoom(app.view.value, 0.3, at, app.page.config.durationUs);
        }}
      />
      <div class="spacer" style={{ height: `${totalHeight(app.boxes.value) + HEAD}px` }} />
      {marked === undefined ? null : (
        <div class="range" style={{ left: `${marked[0]}px`, width: `${marked[1] - marked[0]}px` }} />
      )}
    </div>
  );
}

function paintInto(
  app: App,
  scroller: HTMLElement,
  canvas: HTMLCanvasElement,
  tools: Pick<Frame, 'palette' | 'plot'>,
): void {
  const [width, height] = [scroller.clientWidth, scroller.clientHeight];
  const context = fitCanvas(canvas, width, height);
  if (context === undefined) return;
  const isFocused = document.activeElement === canvas;
  paintFrame(app, { context, width, height, scrollTop: scroller.scrollTop, isFocused, ...tools });
}

function bringIntoSight(scroller: HTMLElement, top: number, height: number): void {
  const room = scroller.clientHeight - HEAD;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + height > scroller.scrollTop + room) scroller.scrollTop = top + height - room;
}

/** A finding in the row of findings, a flow or a line in a lane; nothing takes the selection away. */
function selectAt(app: App, x: number, y: number, width: number, scrollTop: number): void {
  const scale = scaleOf(app, width);
  if (y < HEAD) {
    const at = scale.time(x);
    const reach = scale.time(x + 12) - at;
    const { places } = app.page.config;
    const index = places.findIndex(
      ({ span }) => span !== undefined && at >= span.from - reach && at <= span.to + reach,
    );
    if (index >= 0) select(app, { kind: 'finding', index });
    return;
  }
  const lanesY = y - HEAD + scrollTop;
  const box = boxAt(app.boxes.value, lanesY);
  if (box === undefined || !app.scene.value.isWhole) return;
  app.lane.value = app.boxes.value.indexOf(box);
  if (x >= scale.left) select(app, hitLane(box, x, lanesY, scale));
}
