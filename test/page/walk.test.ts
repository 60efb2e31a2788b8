import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/model/log-record.ts';
import { type Browser, CHROMIUM, startBrowser } from './browser.ts';
import { drawnFiles, drawnSample, pageOf, writePage } from './make-page.ts';

const LOGS = new URL('../../../shared/cases/logs/', import.meta.url).pathname;
const NO_BROWSER = CHROMIUM === undefined;
const NAME = NO_BROWSER ? 'a walk (skipped: no Chromium here)' : 'a walk';

/** Presses Tab until what has the focus matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  expect.fail(`Tab does not reach ${selector}`);
}

describe.skipIf(NO_BROWSER)(NAME, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it('by keys alone reaches every finding and every line of its evidence', async () => {
    const { page } = await browser.open(writePage(pageOf(await drawnSample('provider-crash'))));
    const findings = await page.locator('.finding').count();
    for (let finding = 0; finding < findings; finding++) {
      await tabTo(page, '.finding');
      await page.keyboard.press('Enter');
      expect(await page.locator('.finding[aria-current="true"]').count()).toBe(1);
      expect(await page.locator('.finding').nth(finding).getAttribute('aria-current')).toBe('true');
    }
    const lines = await page.locator('.details ol.lines button').count();
    for (let line = 0; line < lines; line++) {
      await tabTo(page, '.details ol.lines button');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        await page.locator('.details ol.lines button').nth(line).textContent(),
      );
    }
    await page.keyboard.press('Enter');

    expect(findings).toBeGreaterThan(0);
    expect(lines).toBeGreaterThan(0);
    expect(await page.locator('.details h2').textContent()).toMatch(/^Line \d/);
    await page.close();
  });

  it('by keys alone reaches every flow', async () => {
    const { page } = await browser.open(writePage(pageOf(await drawnSample('flow-endings'))));
    await page.keyboard.press('2');
    await tabTo(page, '.rows');
    const flows = Number(/of (\d+)/.exec((await page.locator('.rows caption').textContent()) ?? '')?.[1]);
    for (let flow = 1; flow <= flows; flow++) {
      await page.keyboard.press('ArrowDown');
      await page.locator('.details h2', { hasText: new RegExp(`^Flow ${flow}$`) }).waitFor();
    }
    expect(flows).toBeGreaterThan(2);
    await page.close();
  });

  it('shows at a glance that the kernel closed each of eight flows before the provider had it', async () => {
    const drawn = await drawnFiles([`${LOGS}apple-767275-kernel-close-first.log`]);
    const { page } = await browser.open(writePage(pageOf(drawn)), '#tab=flows');
    const courses = await page.locator('.course').all();
    for (const course of courses) {
      const kernel = (await course.locator('.kernel').boundingBox()) ?? expect.fail('no kernel');
      const provider = (await course.locator('.provider').boundingBox()) ?? expect.fail('no provider');
      // By the expert's reading of the log: closed 4 ms, offered 7.5 ms, last heard of 11.1 ms after its opening.
      expect(kernel.x + kernel.width).toBeLessThan(provider.x - 20);
      expect((kernel.width * 11.1) / 4 / (provider.x + provider.width - kernel.x)).toBeCloseTo(1, 1);
    }
    expect(courses).toHaveLength(8);
    expect(await page.locator('.rows tr', { hasText: '▲ RSK kernel-closed' }).count()).toBe(8);
    await page.close();
  });

  it('marks an error where and when it stands, in its colour', async () => {
    const { report, timeline } = await drawnSample('provider-crash');
    const { page } = await browser.open(writePage(pageOf({ report, timeline })));
    const error = timeline.lines.level.indexOf(LEVELS.indexOf('error'));
    const at = timeline.lines.at[error] ?? expect.fail('no error in the sample');
    const margin = Math.max(timeline.durationUs * 0.02, 500);
    const share = (at + margin) / (timeline.durationUs + 2 * margin);
    const marked = await page.evaluate((where) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.lanes canvas');
      const context = canvas?.getContext('2d');
      if (canvas == null || context == null) return [];
      const x = 184 + (canvas.width - 184) * where;
      const { data } = context.getImageData(Math.round(x) - 1, 0, 3, canvas.height);
      const colours = new Set<string>();
      for (let i = 0; i < data.length; i += 4) colours.add(`${data[i]} ${data[i + 1]} ${data[i + 2]}`);
      return [...colours];
    }, share);

    // #864a00, the colour of lines at error level in the light theme.
    expect(marked).toContain('134 74 0');
    await page.close();
  });

  it('draws anew when the window gets another size', async () => {
    const { page } = await browser.open(writePage(pageOf(await drawnSample('provider-crash'))));
    const widths = async (): Promise<number[]> => {
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      return page.evaluate(() => [...document.querySelectorAll('canvas')].map(({ clientWidth }) => clientWidth));
    };
    const wide = await widths();
    await page.setViewportSize({ width: 1100, height: 700 });
    const narrow = await widths();
    await page.setViewportSize({ width: 1440, height: 900 });

    // Beside the lanes stand columns of 15 and 22 rem of 14 pixels; the overview has margins of 12 and a border.
    expect(wide).toEqual([1440 - 26, 1440 - 37 * 14]);
    expect(narrow).toEqual(wide.map((width) => width - 340));
    expect(await widths()).toEqual(wide);
    await page.close();
  });
});
