import type { JSX } from 'preact';
import { LANE_KINDS, type LaneKind } from '../../../model/timeline.ts';
import { copyText } from './copy.ts';
import type { Theme } from './hash-state.ts';
import { fitView, stepHit, zoomBy } from './moves.ts';
import type { App } from './store.ts';

const KIND_WORDS: Readonly<Record<LaneKind, string>> = {
  capture: 'Capture',
  power: 'Power',
  path: 'Path',
  session: 'Sessions',
  provider: 'Providers',
  kernel: 'Kernel',
  app: 'Apps',
  system: 'System',
};

export function Toolbar({ app }: { readonly app: App }): JSX.Element {
  const kinds = LANE_KINDS.filter((kind) => app.page.config.lanes.some((lane) => lane.kind === kind));
  return (
    <div class="toolbar" role="toolbar" aria-label="Search, filters and view">
      <SearchBox app={app} />
      <label>
        Level{' '}
        <select
          value={String(app.level.value)}
          onChange={(event) => {
            app.level.value = Number(event.currentTarget.value);
          }}
        >
          <option value="0">all</option>
          <option value="1">error and fault</option>
          <option value="2">fault</option>
        </select>
      </label>
      <span class="chips">
        {kinds.map((kind) => (
          <button
            type="button"
            key={kind}
            aria-pressed={!app.hidden.value.has(kind)}
            onClick={() => {
              const next = new Set(app.hidden.value);
              if (!next.delete(kind)) next.add(kind);
              app.hidden.value = next;
            }}
          >
            {KIND_WORDS[kind]}
          </button>
        ))}
      </span>
      <span class="grow" />
      <span class="chips">
        <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => zoomBy(app, 0.5)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" title="Zoom out (−)" onClick={() => zoomBy(app, 2)}>
          −
        </button>
        <button type="button" onClick={() => fitView(app)}>
          Fit
        </button>
      </span>
      <button type="button" onClick={() => copyText(app, location.href, 'Link copied')}>
        Copy link
      </button>
      <ThemeChoice app={app} />
      <button
        type="button"
        onClick={() => {
          app.help.value = true;
        }}
      >
        Keys
      </button>
    </div>
  );
}

function ThemeChoice({ app }: { readonly app: App }): JSX.Element {
  return (
    <label>
      Theme{' '}
      <select
        value={app.theme.value}
        onChange={(event) => {
          // The options below, and no others.
          app.theme.value = event.currentTarget.value as Theme;
        }}
      >
        <option value="auto">auto</option>
        <option value="light">light</option>
        <option value="dark">dark</option>
      </select>
    </label>
  );
}

function SearchBox({ app }: { readonly app: App }): JSX.Element {
  const { hits, progress, current, query, flows } = app.search;
  const found = hits.value;
  const lines = found === undefined ? '' : `${found.length.toLocaleString('en')} lines`;
  const place = current.value >= 0 ? `${(current.value + 1).toLocaleString('en')} / ` : '';
  const share = progress.value < 1 ? ` (${Math.round(progress.value * 100)} %)` : '';
  const words = found === undefined ? '' : `${place}${lines}, ${flows.value?.size ?? 0} flows${share}`;
  const isPartial = app.page.config.embedding !== 'all';
  return (
    <span class="search">
      <label>
        Search{' '}
        <input
          id="search"
          type="search"
          placeholder={isPartial ? 'text of the lines in this file' : 'text in any line'}
          title="Words that must all occur; -word for one that must not; app:, host:, process:, lane:, level:, event:, flow: look in one place"
          value={query.value}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => void app.search.run(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            stepHit(app, event.shiftKey ? -1 : 1);
          }}
        />
      </label>
      <button type="button" aria-label="Previous match" disabled={!found?.length} onClick={() => stepHit(app, -1)}>
        ↑
      </button>
      <button type="button" aria-label="Next match" disabled={!found?.length} onClick={() => stepHit(app, 1)}>
        ↓
      </button>
      {words === '' ? null : <output class="count">{words}</output>}
    </span>
  );
}
