/** How long the browser works for a frame, apart from how long it waits for the clock of the display. */
import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** µs. */
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

const STEP = 'necropsy-step';
const CATEGORIES = ['toplevel', 'blink.user_timing', 'cc', 'viz', 'devtools.timeline'];

/**
 * Presses a key that draws, `steps` times, each after the frame of the one before. Per step the ms of every task on the page's
 * main thread (answering, laying out, drawing, rasterising the canvas) and of the drawing of the window. Waiting is not counted:
 * a headless Chromium without a GPU gives out a frame every 17 ms whether there is something to draw or not.
 */
export async function frameWork(page: Page, keys: readonly string[]): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: CATEGORIES },
    transferMode: 'ReportEvents',
  });
  await page.evaluate(
    async ([letters, mark]) => {
      for (const key of letters) {
        performance.mark(mark);
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }
      performance.mark(mark);
    },
    [keys, STEP] as const,
  );
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return workOf(events);
}

function workOf(events: readonly TraceEvent[]): number[] {
  const threads = new Map(
    events.filter(({ name }) => name === 'thread_name').map(({ pid, tid, args }) => [`${pid} ${tid}`, args?.name]),
  );
  const steps = events.filter(({ name }) => name === STEP).sort((a, b) => a.ts - b.ts);
  const busy = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' &&
      ((name === 'ThreadControllerImpl::RunTask' && threads.get(`${pid} ${tid}`) === 'CrRendererMain') ||
        name === 'Display::DrawAndSwap'),
  );
  return steps.slice(1).map(({ ts: end }, i) => {
    const start = steps[i]?.ts ?? end;
    return busy.filter(({ ts }) => ts >= start && ts < end).reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000;
  });
}
