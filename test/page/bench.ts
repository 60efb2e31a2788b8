/** `npm run bench:report`: the page's size and speed against the goals of html-timeline 14. Needs a Chromium. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { PageCode } from '../../src/render/html/html.ts';
import { renderTimeline } from '../../src/render/html/html.ts';
import { type Browser, CHROMIUM, startBrowser } from './browser.ts';
import { frameWork } from './frame-work.ts';
import { synthetic } from './synthetic.ts';

const RUNS = 3;
const CODE = JSON.parse(readFileSync(join(process.cwd(), 'dist/page.json'), 'utf8')) as PageCode;
const folder = mkdtempSync(join(tmpdir(), 'necropsy-bench-'));

interface Measured {
  /** ms until the second frame after the first drawing, and until every column is read and drawn. */
  readonly paint: number;
  readonly whole: number;
  readonly longest: number;
  /** ms of work per step, up to the frame that shows it. */
  readonly pan: readonly number[];
  readonly zoom: readonly number[];
  readonly search: number;
  readonly heap: number;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function median(values: readonly number[], share = 0.5): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

async function measure(browser: Browser, file: string): Promise<Measured> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { __tasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    });
  });
  await page.goto(`file://${file}`, { waitUntil: 'commit' });
  const paint = await page.evaluate(async () => {
    while (document.querySelector('canvas.overview') === null) await new Promise((done) => setTimeout(done, 2));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now();
  });
  const whole = await page.evaluate(async () => {
    while (!document.documentElement.classList.contains('whole')) await new Promise((done) => setTimeout(done, 2));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now();
  });
  await page.waitForTimeout(400);
  const longest = await page.evaluate(() => Math.max(0, ...((globalThis as { __tasks?: number[] }).__tasks ?? [])));
  const keys = (letters: string, times: number): string[] => Array.from({ length: times }, () => [...letters]).flat();
  await frameWork(page, keys('w', 2));
  const pan = await frameWork(page, [...keys('d', 8), ...keys('a', 8)]);
  const zoom = await frameWork(page, [...keys('w', 12), ...keys('s', 12)]);
  const search = await page.evaluate(async () => {
    const box = document.querySelector<HTMLInputElement>('#search');
    if (box === null) return Number.NaN;
    const began = performance.now();
    box.value = 'host77.invalid';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 1));
    for (;;) {
      const words = document.querySelector('output.count')?.textContent ?? '%';
      if (!words.includes('%') && words !== '') return performance.now() - began;
      await new Promise((done) => setTimeout(done, 4));
    }
  });
  const session = await browser.context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const heap =
    (await page.evaluate(() => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0)) /
    1e6;
  await page.close();
  return { paint, whole, longest, pan, zoom, search, heap };
}

async function run(): Promise<void> {
  if (CHROMIUM === undefined) {
    say('bench:report needs a Chromium (Debian: apt-get install chromium; elsewhere CHROMIUM=path)');
    return;
  }
  say(`script ${CODE.script.length} B (goal 80,000), style ${CODE.style.length} B (goal 10,000)`);
  const browser = await startBrowser({ flags: ['--disable-frame-rate-limit', '--enable-precise-memory-info'] });
  let base = 1;
  for (const [lines, embed] of [
    [200, 'all'],
    [10_000, 'all'],
    [100_000, 'all'],
    [1_000_000, 'all'],
    [1_000_000, 'none'],
  ] as const) {
    const { report, timeline } = synthetic(lines);
    const gzipBegan = performance.now();
    if (lines === 1_000_000 && embed === 'all') gzipSync(timeline.lines.text.join('\n'), { level: 9 });
    const gzipMs = performance.now() - gzipBegan;
    const began = performance.now();
    const html = renderTimeline(report, timeline, { code: CODE, title: 'synthetic', embed });
    const made = performance.now() - began;
    const file = join(folder, `${lines}-${embed}.html`);
    writeFileSync(file, html);
    const fixed = CODE.script.length + CODE.style.length;
    const staticBytes = /<main id="static">.*<\/main>/s.exec(html)?.[0].length ?? 0;
    const all: Measured[] = [];
    for (let i = 0; i < RUNS; i++) all.push(await measure(browser, file));
    const paint = median(all.map((each) => each.paint));
    if (lines === 200) base = paint;
    const pan = all.flatMap((each) => each.pan);
    const zoom = all.flatMap((each) => each.zoom);
    say(
      [
        `${lines} lines, ${timeline.flows.length} flows, text ${embed}: ${(html.length / 1e6).toFixed(2)} MB`,
        `${((html.length - fixed - staticBytes) / lines).toFixed(1)} B/line`,
        `static ${staticBytes} B`,
        `made in ${Math.round(made)} ms${gzipMs > 100 ? ` (gzip of the text alone ${Math.round(gzipMs)} ms)` : ''}`,
        `paint ${Math.round(paint)} ms (${(paint / base).toFixed(2)}×)`,
        `whole ${Math.round(median(all.map((each) => each.whole)))} ms`,
        `longest task ${Math.round(median(all.map((each) => each.longest)))} ms`,
        `pan ${median(pan).toFixed(1)}/${median(pan, 0.95).toFixed(1)} ms`,
        `zoom ${median(zoom).toFixed(1)}/${median(zoom, 0.95).toFixed(1)} ms`,
        `search ${Math.round(median(all.map((each) => each.search)))} ms`,
        `heap ${Math.round(median(all.map((each) => each.heap)))} MB`,
      ].join(', '),
    );
  }
  await browser.close();
}

await run();
