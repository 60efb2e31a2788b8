/** A Chromium of the machine's own, driven for tests of the page. None is ever downloaded. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** Undefined where there is none: tests of the page are skipped then. `CHROMIUM` names another. */
export const CHROMIUM = [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly script?: boolean;
  readonly flags?: readonly string[];
}

export interface OpenPage {
  readonly page: Page;
  /** What must stay empty: console lines, page errors, violations of the policy. */
  readonly complaints: readonly string[];
  /** Addresses that the page asked for. */
  readonly requests: readonly string[];
}

export interface Browser {
  readonly context: BrowserContext;
  open(file: string, hash?: string): Promise<OpenPage>;
  close(): Promise<void>;
}

export async function startBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'necropsy-page-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
    headless: true,
    args: [...FLAGS, ...(options.flags ?? [])],
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.dark === true ? 'dark' : 'light',
    javaScriptEnabled: options.script !== false,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return {
    context,
    async open(file, hash = '') {
      const page = await context.newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => complaints.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('request', (request) => requests.push(request.url()));
      await page.addInitScript(() => {
        const found: string[] = [];
        Object.assign(globalThis, { __violations: found });
        document.addEventListener('securitypolicyviolation', (event) =>
          found.push(`${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      await page.goto(`${pathToFileURL(file).href}${hash}`);
      if (options.script !== false) await drawn(page);
      return { page, complaints, requests };
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Waits until the page has drawn itself. Asks again and again, since the page's policy forbids what a waiting page evaluates. */
async function drawn(page: Page): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const isThere = await page.evaluate(() => document.documentElement.classList.contains('whole'));
    if (isThere) break;
    await page.waitForTimeout(50);
  }
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
