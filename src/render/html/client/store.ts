/** What the person has chosen, as signals; one store per page. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { LaneKind } from '../../../model/timeline.ts';
import type { LinkState, Selection, Tab, Theme } from './hash-state.ts';
import { type LaneBox, layoutLanes } from './layout.ts';
import type { Page } from './read-page.ts';
import type { Scene } from './scene.ts';
import type { Search } from './search.ts';
import type { Texts } from './texts.ts';
import { type ClockStart, readClock } from './ticks.ts';
import { around, clampView, type View, wholeView } from './view.ts';

export interface App {
  readonly page: Page;
  /** What an outline tells, then all. */
  readonly scene: Signal<Scene>;
  readonly texts: Texts;
  readonly clock: ClockStart;
  readonly search: Search;
  readonly view: Signal<View>;
  readonly selection: Signal<Selection | undefined>;
  readonly tab: Signal<Tab>;
  /** 0 everything, 1 errors and faults, 2 faults. */
  readonly level: Signal<number>;
  readonly hidden: Signal<ReadonlySet<LaneKind>>;
  readonly theme: Signal<Theme>;
  /** Place among the lanes that are shown. */
  readonly lane: Signal<number>;
  readonly boxes: ReadonlySignal<readonly LaneBox[]>;
  /** Single letters are commands. */
  readonly letters: Signal<boolean>;
  readonly help: Signal<boolean>;
  /** What a screen reader is told. */
  readonly said: Signal<string>;
  /** Only lines and flows within the view are listed. */
  readonly inView: Signal<boolean>;
}

export interface Parts {
  readonly page: Page;
  readonly texts: Texts;
  readonly search: Search;
}

export function createApp(parts: Parts, start: LinkState): App {
  const { page } = parts;
  const scene = signal<Scene>({ lanes: [], isWhole: false });
  const { config } = page;
  const { durationUs } = config;
  const hidden = signal<ReadonlySet<LaneKind>>(new Set(start.hidden ?? []));
  const whole = wholeView(durationUs);
  const view =
    start.from === undefined || start.to === undefined
      ? whole
      : clampView({ from: start.from, to: start.to }, durationUs);
  const app: App = {
    ...parts,
    scene,
    clock: readClock(config.from),
    view: signal(view),
    selection: signal(start.selection),
    tab: signal(start.tab ?? 'timeline'),
    level: signal(start.level ?? 0),
    hidden,
    theme: signal(start.theme ?? 'auto'),
    lane: signal(0),
    boxes: computed(() => layoutLanes(scene.value.lanes, hidden.value)),
    letters: signal(true),
    help: signal(false),
    said: signal(''),
    inView: signal(false),
  };
  if (start.selection === undefined && start.from === undefined && config.startAt !== undefined)
    select(app, { kind: 'finding', index: config.startAt }, true);
  return app;
}

/** What stands in the link to what is shown now. */
export function linkOf(app: App): LinkState {
  const { page, view, selection, tab, level, hidden, search, theme } = app;
  const whole = wholeView(page.config.durationUs);
  const { from, to } = view.value;
  const isWhole = from === whole.from && to === whole.to;
  return {
    ...(isWhole ? {} : { from, to }),
    ...(selection.value === undefined ? {} : { selection: selection.value }),
    tab: tab.value,
    level: level.value,
    hidden: [...hidden.value],
    query: search.query.value,
    theme: theme.value,
  };
}

/** Where the selection lies in time; undefined where nothing says. */
export function extentOf({ page }: App, { kind, index }: Selection): View | undefined {
  if (kind === 'line') {
    const at = page.lines.at[index];
    return at === undefined ? undefined : { from: at, to: at };
  }
  if (kind === 'finding') return page.config.places[index]?.span;
  const { opened, closed, kernelTo, providerTo } = page.flows;
  const from = opened[index];
  if (from === undefined) return undefined;
  const ends = [closed[index], kernelTo[index], providerTo[index]].filter(
    (end) => end !== undefined && !Number.isNaN(end),
  );
  return { from, to: Math.max(from, ...(ends as number[])) };
}

/** Chooses something; where `shows` it is brought into view, closely enough to be seen. */
export function select(app: App, selection: Selection | undefined, shows = false): void {
  batch(() => {
    app.selection.value = selection;
    if (selection === undefined || !shows) return;
    const extent = extentOf(app, selection);
    if (extent === undefined) return;
    const { durationUs } = app.page.config;
    const { from, to } = app.view.value;
    if (selection.kind !== 'line') app.view.value = around(extent.from, extent.to, durationUs);
    else if (extent.from < from || extent.to > to) {
      const half = Math.min((to - from) / 2, durationUs / 20);
      app.view.value = clampView({ from: extent.from - half, to: extent.from + half }, durationUs);
    }
  });
}
