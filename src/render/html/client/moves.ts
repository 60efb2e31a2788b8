/** What buttons and keys do to the view and the selection. */
import { lowerBound } from '../index-lanes.ts';
import { type App, extentOf, select } from './store.ts';
import { timeLabel } from './ticks.ts';
import { around, pan, wholeView, zoom } from './view.ts';

export function zoomBy(app: App, factor: number): void {
  const { from, to } = app.view.value;
  app.view.value = zoom(app.view.value, factor, (from + to) / 2, app.page.config.durationUs);
}

export function panBy(app: App, share: number): void {
  const { from, to } = app.view.value;
  app.view.value = pan(app.view.value, (to - from) * share, app.page.config.durationUs);
}

export function fitView(app: App): void {
  app.view.value = wholeView(app.page.config.durationUs);
}

export function zoomToSelection(app: App): void {
  const selection = app.selection.value;
  const extent = selection === undefined ? undefined : extentOf(app, selection);
  if (extent !== undefined) app.view.value = around(extent.from, extent.to, app.page.config.durationUs);
}

/** The next lane, or the one before; said to those who cannot see it. */
export function stepLane(app: App, step: number): void {
  const boxes = app.boxes.value;
  const next = Math.min(Math.max(0, app.lane.value + step), boxes.length - 1);
  app.lane.value = next;
  const box = boxes[next];
  if (box === undefined) return;
  const { lane, lines, bars } = box.scene;
  app.said.value = `Lane ${next + 1} of ${boxes.length}: ${lane.name}, ${lines.at.length} lines, ${bars.count} flows`;
}

/** The next line of the lane, or the one before, from the selected line or else from the middle of the view. */
export function stepLine(app: App, step: number): void {
  const lines = app.boxes.value[app.lane.value]?.scene.lines;
  if (lines === undefined || lines.line.length === 0) return;
  const selection = app.selection.value;
  const { from, to } = app.view.value;
  const here =
    selection?.kind === 'line'
      ? lowerBound(lines.line, selection.index)
      : lowerBound(lines.at, (from + to) / 2) - (step > 0 ? 1 : 0);
  const isOn = selection?.kind === 'line' && lines.line[here] === selection.index;
  const next = isOn || step < 0 ? here + step : selection?.kind === 'line' ? here : here + step;
  const index = lines.line[Math.min(Math.max(0, next), lines.line.length - 1)];
  if (index === undefined) return;
  select(app, { kind: 'line', index }, true);
  app.said.value = `${timeLabel(app.page.lines.at[index] ?? 0, app.clock)}, ${app.page.config.lanes[app.page.lines.lane[index] ?? 0]?.name ?? ''}`;
}

export function stepFinding(app: App, step: number): void {
  const { findings } = app.page.config.report;
  if (findings.length === 0) return;
  const selection = app.selection.value;
  const here = selection?.kind === 'finding' ? selection.index : step > 0 ? -1 : 0;
  const index = (here + step + findings.length) % findings.length;
  select(app, { kind: 'finding', index }, true);
  app.said.value = `Finding ${index + 1} of ${findings.length}: ${findings[index]?.title ?? ''}`;
}

export function stepHit(app: App, step: number): void {
  const { hits, current } = app.search;
  const found = hits.value;
  if (found === undefined || found.length === 0) return;
  const next = current.value < 0 && step < 0 ? found.length - 1 : (current.value + step + found.length) % found.length;
  const index = found[next];
  if (index === undefined) return;
  current.value = next;
  select(app, { kind: 'line', index }, true);
  app.said.value = `Match ${next + 1} of ${found.length}`;
}
