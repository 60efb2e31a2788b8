import type { JSX } from 'preact';
import { visible } from '../../terminal/visible.ts';
import { Details } from './details.tsx';
import { Findings } from './findings.tsx';
import type { Tab } from './hash-state.ts';
import { Help } from './help.tsx';
import { Overview } from './overview.tsx';
import type { App } from './store.ts';
import { FlowTable, LineTable } from './tables.tsx';
import { span, timeLabel } from './ticks.ts';
import { Timeline } from './timeline.tsx';
import { Toolbar } from './toolbar.tsx';

export function Shell({ app }: { readonly app: App }): JSX.Element {
  return (
    <>
      <header>
        <h1>{visible(app.page.config.title)}</h1>
        <p class="facts">{factsOf(app)}</p>
        <Toolbar app={app} />
        <Overview app={app} />
      </header>
      <div class="columns">
        <Findings app={app} />
        <main>
          <Tabs app={app} />
          <Panel app={app} />
        </main>
        <Details app={app} />
      </div>
      <div class="said" role="status" aria-live="polite">
        {app.said.value}
      </div>
      <Help app={app} />
    </>
  );
}

/** How much there is, and what of the capture is not in this file. */
function factsOf({ page }: App): string {
  const { config } = page;
  const { leftOut, embedding } = config;
  const count = (value: number, noun: string): string =>
    `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
  return [
    count(config.lines, 'line'),
    count(config.flows, 'flow'),
    span(config.durationUs),
    ...(embedding === 'all'
      ? []
      : [embedding === 'none' ? 'without their text' : `text of ${count(config.textLines, 'line')}`]),
    ...(leftOut.lines > 0 ? [`${count(leftOut.lines, 'line')} left out`] : []),
    ...(leftOut.outside > 0 ? [`${count(leftOut.outside, 'line')} outside the span`] : []),
    ...(config.zones.length === 0 ? ['offset from UTC unknown'] : []),
    ...(config.gaps.length === 0 ? [] : [count(config.gaps.length, 'silence')]),
  ].join(' · ');
}

const TABS: readonly (readonly [Tab, string])[] = [
  ['timeline', 'Timeline'],
  ['flows', 'Flows'],
  ['lines', 'Lines'],
];

function Tabs({ app }: { readonly app: App }): JSX.Element {
  const { from, to } = app.view.value;
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const here = TABS.findIndex(([tab]) => tab === app.tab.value);
    const [next] = TABS[(here + by + TABS.length) % TABS.length] ?? [];
    if (next === undefined) return;
    app.tab.value = next;
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs">
      <div role="tablist" aria-label="Views" onKeyDown={step}>
        {TABS.map(([tab, word]) => (
          <button
            type="button"
            role="tab"
            id={`tab-${tab}`}
            key={tab}
            aria-selected={app.tab.value === tab}
            aria-controls="panel"
            tabIndex={app.tab.value === tab ? 0 : -1}
            onClick={() => {
              app.tab.value = tab;
            }}
          >
            {word}
          </button>
        ))}
      </div>
      <span class="window">
        {timeLabel(Math.max(0, from), app.clock)} – {timeLabel(Math.min(app.page.config.durationUs, to), app.clock)} (
        {span(to - from)})
      </span>
    </div>
  );
}

function Panel({ app }: { readonly app: App }): JSX.Element {
  const tab = app.tab.value;
  return (
    <div id="panel" class={`panel ${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
      {tab === 'timeline' ? (
        <Timeline app={app} />
      ) : !app.scene.value.isWhole ? (
        '…'
      ) : tab === 'flows' ? (
        <FlowTable app={app} />
      ) : (
        <LineTable app={app} />
      )}
    </div>
  );
}
