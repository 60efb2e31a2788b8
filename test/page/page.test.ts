import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, CHROMIUM, type OpenPage, startBrowser } from './browser.ts';
import { HOSTILE, poisoned } from './corpus.ts';
import { drawnSample, pageOf, writePage } from './make-page.ts';

const NO_BROWSER = CHROMIUM === undefined;
const NAME = NO_BROWSER ? 'the page (skipped: no Chromium here; Debian has the package chromium)' : 'the page';

async function violations(page: Page): Promise<unknown> {
  return page.evaluate(() => (globalThis as { __violations?: unknown }).__violations);
}

/** Nothing was asked of a network, nothing was said, nothing was forbidden, nothing of the log ran. */
async function expectQuiet({ page, complaints, requests }: OpenPage): Promise<void> {
  expect(complaints).toEqual([]);
  expect(requests).toHaveLength(1);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned)).toBeUndefined();
}

describe.skipIf(NO_BROWSER)(NAME, () => {
  let browser: Browser;
  let file: string;

  beforeAll(async () => {
    browser = await startBrowser();
    file = writePage(pageOf(await drawnSample('udp-self-loop')));
  });
  afterAll(async () => {
    await browser?.close();
  });

  it('draws itself without a word to anybody', async () => {
    const opened = await browser.open(file);

    await opened.page.getByRole('tab', { name: 'Timeline' }).waitFor();

    await expectQuiet(opened);
    expect(await opened.page.getByRole('navigation', { name: 'Findings' }).getByRole('button').count()).toBeGreaterThan(
      0,
    );
    expect(await opened.page.locator('#static').isVisible()).toBe(false);
    await opened.page.close();
  });

  it('shows a finding with its evidence, and a line of it', async () => {
    const opened = await browser.open(file);
    const { page } = opened;

    await page.locator('.finding').first().click();
    await page.locator('.details ol.lines button').first().click();
    await page.locator('.details pre.message', { hasText: /.{10}/ }).waitFor();

    expect(await page.locator('.details h2').textContent()).toMatch(/^Line \d/);
    await expectQuiet(opened);
    await page.close();
  });

  it('keeps what is shown in its address and comes back to it', async () => {
    const first = await browser.open(file);
    await first.page.keyboard.press('n');
    await first.page.keyboard.press('2');
    await first.page.waitForTimeout(400);
    const hash = await first.page.evaluate(() => location.hash);
    await first.page.close();

    const again = await browser.open(file, hash);

    expect(hash).toMatch(/^#t=-?\d+--?\d+&sel=n1&tab=flows$/);
    expect(await again.page.locator('[role="tab"][aria-selected="true"]').textContent()).toBe('Flows');
    expect(await again.page.locator('.finding[aria-current="true"]').count()).toBe(1);
    await again.page.close();
  });

  it('finds text in every line, steps through what it found, and lists only that', async () => {
    const { page } = await browser.open(file);

    await page.keyboard.press('/');
    await page.keyboard.type('nesessionmanager');
    await page.locator('output.count').waitFor();
    await page.keyboard.press('Enter');
    const count = await page.locator('output.count').textContent();
    await page.getByRole('tab', { name: 'Lines' }).click();

    const found = Number(/\/ (\d+) lines/.exec(count ?? '')?.[1]);
    expect(found).toBeGreaterThan(0);
    expect(await page.locator('.rows caption').textContent()).toContain(`Lines: ${found} of`);
    await page.close();
  });

  it('zooms by wheel, by keys and by the overview', async () => {
    const { page } = await browser.open(file);
    const span = async (): Promise<string> => (await page.locator('.window').textContent()) ?? '';
    const whole = await span();
    const canvas = page.locator('.lanes canvas');
    const box = (await canvas.boundingBox()) ?? expect.fail('no canvas');

    await page.mouse.move(box.x + box.width / 2, box.y + 100);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    const wheeled = await span();
    await canvas.focus();
    await page.keyboard.press('+');
    const keyed = await span();
    await page.keyboard.press('0');
    const fitted = await span();
    const overview = (await page.locator('canvas.overview').boundingBox()) ?? expect.fail('no overview');
    await page.mouse.move(overview.x + 100, overview.y + 20);
    await page.mouse.down();
    await page.mouse.move(overview.x + 300, overview.y + 20, { steps: 4 });
    await page.mouse.up();

    expect(new Set([whole, wheeled, keyed, await span()]).size).toBe(4);
    expect(fitted).toBe(whole);
    await page.close();
  });

  it('follows a flow in the canvas from a row of the table', async () => {
    const { page } = await browser.open(file, '#tab=flows');

    await page.locator('.rows tbody tr:not(.space)').first().click();

    expect(await page.locator('.details h2').textContent()).toBe('Flow 1');
    await page.getByRole('tab', { name: 'Timeline' }).click();
    expect(await page.locator('.lanes canvas').isVisible()).toBe(true);
    await page.close();
  });

  it('takes no link that does not fit', async () => {
    for (const hash of [
      '#t=9e9-1&sel=f99999999&tab=%3Cscript%3E&theme=__proto__',
      '#q=%E0%A4%A&hide=,,&level=7',
      '#<img src=x onerror=window.__pwned=1>',
    ]) {
      const opened = await browser.open(file, hash);

      await expectQuiet(opened);
      expect(await opened.page.locator('[role="tab"][aria-selected="true"]').textContent()).toBe('Timeline');
      await opened.page.close();
    }
  });

  it('runs nothing that stands in a log, wherever it stands', async () => {
    const clean = await drawnSample('udp-self-loop');
    for (const start of [0, 7, 14]) {
      const page = pageOf(poisoned(clean, start), { title: HOSTILE[start] ?? '' });
      const opened = await browser.open(writePage(page, `${encodeURIComponent(HOSTILE[2] ?? '')}.html`));

      await opened.page.locator('.finding').first().click();
      await opened.page.getByRole('tab', { name: 'Flows' }).click();
      await opened.page.locator('.rows tbody tr:not(.space)').first().click();
      await opened.page.getByRole('tab', { name: 'Lines' }).click();
      await opened.page.locator('.rows tbody tr:not(.space)').first().click();
      await opened.page.waitForTimeout(150);

      await expectQuiet(opened);
      expect(await opened.page.locator('.details img, .details svg, #static img, #static script').count()).toBe(0);
      await opened.page.close();
    }
  });

  it('has no fault that axe knows, in any view, light and dark', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const states = [
      '',
      'sel=n1',
      'tab=flows&sel=f1',
      'tab=lines&sel=l1',
      'tab=lines&q=nesessionmanager',
      '?',
      'static',
    ];
    for (const hash of states) {
      const { page } = await browser.open(file, hash === '?' || hash === 'static' ? '' : `#${hash}`);
      // The help, which is in no link.
      if (hash.endsWith('?')) await page.keyboard.press('?');
      if (hash.includes('q=')) await page.locator('output.count').waitFor();
      if (hash.endsWith('static'))
        await page.evaluate(() => {
          document.documentElement.classList.remove('live');
          document.querySelector('#app')?.remove();
        });

      const session = await browser.context.newCDPSession(page);
      await session.send('Runtime.evaluate', { expression: axe });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { result } = await session.send('Runtime.evaluate', {
          expression:
            "axe.run({ runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', ')))",
          awaitPromise: true,
          returnByValue: true,
        });

        expect(result.value, `${hash} ${colorScheme}`).toEqual([]);
      }
      await page.close();
    }
  });
});

describe.skipIf(NO_BROWSER)(`${NAME} without scripts`, () => {
  it('reads as headings, tables and text, and runs nothing', async () => {
    const browser = await startBrowser({ script: false });
    const file = writePage(pageOf(poisoned(await drawnSample('udp-self-loop'))));

    const { page, requests, complaints } = await browser.open(file);

    expect(await page.locator('#static').isVisible()).toBe(true);
    expect(await page.locator('#static h1, #static h2').count()).toBeGreaterThan(2);
    expect(await page.locator('#static table').count()).toBeGreaterThan(2);
    expect(await page.locator('#static pre').first().textContent()).toMatch(/\d\d:\d\d:\d\d/);
    expect(await page.locator('#static img, #static script, #static [onload]').count()).toBe(0);
    expect(requests).toHaveLength(1);
    // Chromium says in the console that it was told to run no script; nothing else.
    expect(complaints.filter((each) => !each.includes('script'))).toEqual([]);
    await browser.close();
  });

  it('reads where a server forbids script, style and images, and as text alone', async () => {
    const browser = await startBrowser();
    const html = pageOf(await drawnSample('udp-self-loop'));
    // What the HTML publisher of Jenkins sends with it. Source: html-timeline 10.
    const policy = "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self'";
    await browser.context.route('http://ci.invalid/**', (route) =>
      route.fulfill({ body: html, contentType: 'text/html', headers: { 'content-security-policy': policy } }),
    );
    const page = await browser.context.newPage();
    await page.goto('http://ci.invalid/report.html');

    expect(await page.locator('#static h2').count()).toBeGreaterThan(2);
    expect(await page.locator('#static').isVisible()).toBe(true);
    expect(await page.locator('#app').textContent()).toBe('');
    // A sanitiser drops script elements with what is in them; of the rest it may keep the text.
    const text = html.replaceAll(/<(script|style)\b[^>]*>.*?<\/\1>/gs, '').replaceAll(/<[^>]*>/g, ' ');
    expect(text).not.toMatch(/[A-Za-z0-9+/]{120}/);
    expect(text.length).toBeLessThan(60_000);
    await browser.close();
  });

  it('prints as its static part', async () => {
    const browser = await startBrowser();
    const { page } = await browser.open(writePage(pageOf(await drawnSample('udp-self-loop'))));

    await page.emulateMedia({ media: 'print' });
    const printed = await page.pdf({ format: 'A4' });

    expect(await page.locator('#static').isVisible()).toBe(true);
    expect(await page.locator('#app').isVisible()).toBe(false);
    expect(printed.length).toBeGreaterThan(10_000);
    await browser.close();
  });
});
