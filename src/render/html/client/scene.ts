/** What the lanes hold, computed once from the page. Pure. */
import { LEVELS } from '../../../model/log-record.ts';
import type { TimelineLane } from '../../../model/timeline.ts';
import {
  addBar,
  type BarList,
  type BarRole,
  emptyBars,
  FAILED,
  INFERRED,
  indexBars,
  indexLines,
  type LaneBars,
  type LaneLines,
  laneBars,
  OPEN,
} from '../index-lanes.ts';
import { JOINS, OUTLINE_COLUMNS, OUTLINE_PARTS } from '../page-data.ts';
import { PlaneReader } from '../planes.ts';
import { breathe } from './read-columns.ts';
import type { Page } from './read-page.ts';

export const ERROR = LEVELS.indexOf('error');
export const FAULT = LEVELS.indexOf('fault');

export interface SceneLane {
  readonly lane: TimelineLane;
  readonly index: number;
  readonly lines: LaneLines;
  readonly bars: LaneBars;
  /** States of sessions, lives of providers, power: drawn behind. */
  readonly states: LaneBars;
}

export interface Scene {
  readonly lanes: readonly SceneLane[];
  /** False where it is drawn by counts alone: nothing in it can be chosen. */
  readonly isWhole: boolean;
}

/** Rows of flow bars in one lane. */
const ROWS = 4;
const STATE_ROWS = 2;

/** In pieces, between which the browser may answer. */
export async function buildScene(page: Page): Promise<Scene> {
  const { config, lines } = page;
  const index = indexLines(lines, config.lanes.length, ERROR, FAULT);
  await breathe();
  const flows = flowBars(page);
  await breathe();
  const states = stateBars(page);
  const lanes: SceneLane[] = [];
  for (const [i, lane] of config.lanes.entries()) {
    const [own, bars] = [index[i], flows[i]];
    if (own === undefined || bars === undefined) continue;
    lanes.push(sceneLane(lane, i, own, (role) => indexBars(bars, role, ROWS), states));
    if (bars.from.length > 5000) await breathe();
  }
  return { lanes, isWhole: true };
}

function sceneLane(
  lane: TimelineLane,
  index: number,
  lines: LaneLines,
  bars: (role: BarRole) => LaneBars,
  states: readonly BarList[],
): SceneLane {
  return {
    lane,
    index,
    lines,
    bars: bars(lane.kind === 'app' || lane.kind === 'kernel' ? lane.kind : 'provider'),
    states: indexBars(states[index] ?? emptyBars(), 'other', STATE_ROWS),
  };
}

/** What an outline tells: as many lines and bars as there are, each somewhere in its part of the capture. */
export function outlineScene(page: Page, outline: Uint8Array): Scene {
  const { config } = page;
  const reader = new PlaneReader(outline);
  const states = stateBars(page);
  const lanes = config.lanes.map((lane, i) => {
    const times = OUTLINE_COLUMNS.map(() =>
      spread(reader.read(new Uint32Array(OUTLINE_PARTS)), (config.durationUs + 1) / OUTLINE_PARTS),
    );
    const [at = NONE, errors = NONE, faults = NONE, from = NONE, to = NONE] = times;
    const lines = { at, line: new Uint32Array(), errors, faults };
    const bars = { from, to, item: new Uint32Array(), flags: new Uint8Array(), ends: to };
    return sceneLane(lane, i, lines, (role) => laneBars({ role, ...bars }, ROWS), states);
  });
  return { lanes, isWhole: false };
}

const NONE = new Float64Array();

/** As many times as are counted, evenly within their parts of `width` µs. */
function spread(counts: Uint32Array, width: number): Float64Array {
  const times = new Float64Array(counts.reduce((sum, count) => sum + count, 0));
  let place = 0;
  for (let part = 0; part < counts.length; part++) {
    const count = counts[part] ?? 0;
    for (let i = 0; i < count; i++) times[place++] = (part + (i + 0.5) / count) * width;
  }
  return times;
}

function flowBars({ config, flows }: Page): BarList[] {
  const lanes = config.lanes.map(emptyBars);
  const guessed = JOINS.map((grade) => (grade === 'inferred' || grade === 'presumed' ? INFERRED : 0));
  for (let i = 0; i < config.flows; i++) {
    const opened = flows.opened[i] ?? 0;
    const closed = flows.closed[i] ?? Number.NaN;
    const flags = ((flows.failed[i] ?? 0) * FAILED) | (Number.isNaN(closed) ? OPEN : 0);
    const [kernelTo, providerTo] = [flows.kernelTo[i] ?? Number.NaN, flows.providerTo[i] ?? Number.NaN];
    const add = (lane: number, from: number, to: number, own = 0): void => {
      const bars = lanes[lane];
      if (bars !== undefined && !Number.isNaN(from)) addBar(bars, [from, to, i, flags | own]);
    };
    const lastSign = Math.max(opened, Number.isNaN(kernelTo) ? 0 : kernelTo, Number.isNaN(providerTo) ? 0 : providerTo);
    add(flows.appLane[i] ?? 0, opened, Number.isNaN(closed) ? lastSign : closed);
    add(flows.kernelLane[i] ?? 0, flows.kernelFrom[i] ?? Number.NaN, kernelTo);
    add((flows.providerLane[i] ?? 0) - 1, flows.providerFrom[i] ?? Number.NaN, providerTo, guessed[flows.join[i] ?? 0]);
  }
  return lanes;
}

function stateBars({ config }: Page): BarList[] {
  const lanes = config.lanes.map(emptyBars);
  for (const [item, { lane, from, to, inferred, isOpen }] of config.bars.entries()) {
    const bars = lanes[lane];
    if (bars !== undefined) addBar(bars, [from, to, item, (inferred ? INFERRED : 0) | (isOpen ? OPEN : 0)]);
  }
  return lanes;
}
