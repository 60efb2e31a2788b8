import { effect } from '@preact/signals';
import { render } from 'preact';
import { formatHash, parseHash } from './hash-state.ts';
import { listenToKeys } from './keys.ts';
import { fromBase64, readPage, textOf } from './read-page.ts';
import { buildScene, outlineScene } from './scene.ts';
import { createSearch } from './search.ts';
import { Shell } from './shell.tsx';
import { type App, createApp, linkOf } from './store.ts';
import { createTexts } from './texts.ts';
import { clampView } from './view.ts';

/** ms after a change until the link says it. */
const LINK_DELAY = 150;

async function start(): Promise<void> {
  const host = document.getElementById('app');
  if (host === null) return;
  const page = await readPage();
  const { config } = page;
  const bounds = {
    durationUs: config.durationUs,
    flows: config.flows,
    lines: config.lines,
    findings: config.report.findings.length,
  };
  const texts = createTexts(config.lines);
  const state = parseHash(location.hash, bounds);
  const search = createSearch(page, texts);
  const app = createApp({ page, texts, search }, state);
  if (state.query !== undefined) void search.run(state.query);
  const outline = textOf('pre');
  if (outline === '') await fill(app);
  else app.scene.value = outlineScene(page, fromBase64(outline));
  document.documentElement.classList.add('live');
  effect(() => {
    document.documentElement.dataset.theme = app.theme.value;
  });
  keepLink(app);
  addEventListener('hashchange', () => follow(app, parseHash(location.hash, bounds)));
  listenToKeys(app);
  render(<Shell app={app} />, host);
  if (outline !== '') {
    await frame();
    await fill(app);
  }
  document.documentElement.classList.add('whole');
}

async function fill(app: App): Promise<void> {
  await app.page.fill();
  app.scene.value = await buildScene(app.page);
}

/** When the browser has drawn, or, where nobody sees it, soon. */
function frame(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 300);
  });
}

/** Writes what is shown into the address, so that it can be copied and comes back after a reload. */
function keepLink(app: App): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isFirst = true;
  effect(() => {
    const hash = formatHash(linkOf(app));
    if (isFirst) {
      isFirst = false;
      return;
    }
    clearTimeout(waiting);
    waiting = setTimeout(() => history.replaceState(null, '', hash === '' ? '#' : hash), LINK_DELAY);
  });
}

/** A link to this page was opened in this page. */
function follow(app: App, state: ReturnType<typeof parseHash>): void {
  if (state.from !== undefined && state.to !== undefined)
    app.view.value = clampView({ from: state.from, to: state.to }, app.page.config.durationUs);
  app.selection.value = state.selection;
  app.tab.value = state.tab ?? 'timeline';
  app.level.value = state.level ?? 0;
  app.hidden.value = new Set(state.hidden ?? []);
  if ((state.query ?? '') !== app.search.query.value) void app.search.run(state.query ?? '');
}

start().catch((error: unknown) => {
  // The static part stays in sight; what failed is said above it, as text.
  const note = document.createElement('p');
  note.textContent = `The timeline could not be drawn: ${error instanceof Error ? error.message : String(error)}`;
  document.getElementById('app')?.append(note);
});
