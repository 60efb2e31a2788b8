import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, CHROMIUM, startBrowser } from './browser.ts';
import { pageOf, writePage } from './make-page.ts';
import { synthetic } from './synthetic.ts';

const NO_BROWSER = CHROMIUM === undefined;
const NAME = NO_BROWSER ? 'a large page (skipped: no Chromium here)' : 'a large page';
const LINES = 24_000;

interface Held {
  /** Lets the columns be read. */
  __release?: () => void;
}

/** Shares of the canvas in each of its colours but the commonest, of every fourth pixel. */
function coloursOf(page: Page, canvas: string): Promise<Record<string, number>> {
  return page.evaluate((selector) => {
    const drawn = document.querySelector<HTMLCanvasElement>(selector);
    const context = drawn?.getContext('2d');
    if (drawn == null || context == null) return {};
    const { data } = context.getImageData(0, 0, drawn.width, drawn.height);
    const counts: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 16) {
      const colour = `${data[i]} ${data[i + 1]} ${data[i + 2]}`;
      counts[colour] = (counts[colour] ?? 0) + 16 / data.length;
    }
    return counts;
  }, canvas);
}

describe.skipIf(NO_BROWSER)(NAME, () => {
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.context.newPage();
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(() => {
      const wait = new Promise<void>((done) => Object.assign(globalThis, { __release: done }));
      const read = Response.prototype.arrayBuffer;
      let reads = 0;
      // The first block is the outline.
      Response.prototype.arrayBuffer = async function held(this: Response) {
        reads += 1;
        if (reads > 1) await wait;
        return read.call(this);
      };
    });
    const file = writePage(pageOf(synthetic(LINES)));
    await page.goto(`file://${file}`);
    await page.locator('.lanes canvas').waitFor();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  });
  afterAll(async () => {
    await browser?.close();
  });

  it('is drawn before its columns are read, as it looks afterwards', async () => {
    const early = await Promise.all(['.lanes canvas', 'canvas.overview'].map((canvas) => coloursOf(page, canvas)));
    const wasWhole = await page.evaluate(() => document.documentElement.classList.contains('whole'));

    // Whoever is quick finds nothing to choose, and breaks nothing.
    const box = (await page.locator('.lanes canvas').boundingBox()) ?? expect.fail('no canvas');
    await page.mouse.click(box.x + box.width / 2, box.y + 200);
    for (const key of ['[', ']', 'd', 'w', '2', '3', '1', '0', '/']) await page.keyboard.press(key);
    await page.keyboard.type('host77');
    const chosen = await page.locator('.details h2').count();

    await page.evaluate(() => (globalThis as Held).__release?.());
    await page.locator('html.whole').waitFor();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const late = await coloursOf(page, 'canvas.overview');

    expect(wasWhole).toBe(false);
    expect(chosen).toBe(0);
    // Errors, faults, lines, and flows of all three: in the light theme's colours.
    for (const colour of ['110 119 129', '45 80 150', '201 91 220', '59 156 101', '243 84 15', '134 74 0'])
      expect(early[0]?.[colour], colour).toBeGreaterThan(0.0001);
    for (const [colour, share] of Object.entries(late))
      expect(Math.abs(share - (early[1]?.[colour] ?? 0)), colour).toBeLessThan(0.01);
    expect(errors).toEqual([]);
  });

  it('answers a search that was asked for too early', async () => {
    await page.locator('output.count', { hasText: /^\d[\d,]* lines, \d+ flows$/ }).waitFor();

    expect(await page.locator('output.count').textContent()).not.toMatch(/^0 lines/);
  });

  it('lists every line and flow once it is whole', async () => {
    await page.locator('#search').fill('');
    await page.getByRole('tab', { name: 'Lines' }).click();
    expect(await page.locator('.rows caption').textContent()).toBe('Lines: 24,000 of 24,000');
    await page.getByRole('tab', { name: 'Flows' }).click();
    expect(await page.locator('.rows caption').textContent()).toBe('Flows: 2,400 of 2,400');
    expect(errors).toEqual([]);
  });
});
