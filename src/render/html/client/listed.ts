/** Which lines and flows the tables list, by the filters and the search. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { lowerBound } from '../index-lanes.ts';
import { ERROR, FAULT } from './scene.ts';
import type { App } from './store.ts';

export function listedLines(app: App): ReadonlySignal<Uint32Array> {
  const { lines, config } = app.page;
  return computed(() => {
    const hits = app.search.hits.value;
    const hidden = config.lanes.map(({ kind }) => app.hidden.value.has(kind));
    const level = app.level.value;
    const isInView = app.inView.value;
    const { from, to } = isInView ? app.view.value : EVERYTHING;
    const isWanted = (i: number): boolean => {
      if (hidden[lines.lane[i] ?? 0] === true) return false;
      if (level > 0 && lines.level[i] !== FAULT && (level > 1 || lines.level[i] !== ERROR)) return false;
      return true;
    };
    const [first, last] = [lowerBound(lines.at, from), lowerBound(lines.at, to)];
    const found = new Uint32Array(hits === undefined ? last - first : hits.length);
    let count = 0;
    const take = (i: number): void => {
      if (isWanted(i)) found[count++] = i;
    };
    if (hits === undefined) for (let i = first; i < last; i++) take(i);
    else for (const i of hits) if (i >= first && i < last) take(i);
    return found.subarray(0, count);
  });
}

export function listedFlows(app: App): ReadonlySignal<Uint32Array> {
  const { flows, config } = app.page;
  return computed(() => {
    const matching = app.search.flows.value;
    const byLine = app.search.hits.value;
    const named = new Set<number>();
    if (byLine !== undefined) for (const line of byLine) named.add((app.page.lines.flow[line] ?? 0) - 1);
    const { from, to } = app.inView.value ? app.view.value : EVERYTHING;
    const found: number[] = [];
    for (let i = 0; i < config.flows; i++) {
      const opened = flows.opened[i] ?? 0;
      const closed = flows.closed[i] ?? Number.NaN;
      if (opened > to || (!Number.isNaN(closed) && closed < from)) continue;
      if (matching === undefined || matching.has(i) || named.has(i)) found.push(i);
    }
    return Uint32Array.from(found);
  });
}

const EVERYTHING = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
