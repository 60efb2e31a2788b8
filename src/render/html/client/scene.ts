/** What the lanes hold, computed once from the page. Pure. */
import { LEVELS } from '../../../model/log-record.ts';
import type { TimelineLane } from '../../../model/timeline.ts';
import { FAILED_STATES } from '../flow-words.ts';
import { JOINS } from '../page-data.ts';
import {
  addBar,
  type BarList,
  emptyBars,
  FAILED,
  INFERRED,
  indexBars,
  indexLines,
  type LaneBars,
  type LaneLines,
  OPEN,
} from './index-lanes.ts';
import { breathe, type Page } from './read-page.ts';

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
  const states = stateBars(page);
  const lanes: SceneLane[] = [];
  for (const [i, lane] of config.lanes.entries()) {
    const role = lane.kind === 'app' || lane.kind === 'kernel' ? lane.kind : 'provider';
    lanes.push({
      lane,
      index: i,
      lines: index[i] ?? NOTHING,
      bars: indexBars(flows[i] ?? emptyBars(), role, ROWS),
      states: indexBars(states[i] ?? emptyBars(), 'other', STATE_ROWS),
    });
    if ((flows[i]?.from.length ?? 0) > MANY) await breathe();
  }
  return { lanes };
}

const MANY = 5000;

const NOTHING: LaneLines = {
  at: new Float64Array(),
  line: new Uint32Array(),
  errors: new Float64Array(),
  faults: new Float64Array(),
};

function flowBars({ config, flows, tables }: Page): BarList[] {
  const lanes = config.lanes.map(emptyBars);
  const failed = tables.words.map((word) => (FAILED_STATES.has(word) ? FAILED : 0));
  const guessed = JOINS.map((grade) => (grade === 'inferred' || grade === 'presumed' ? INFERRED : 0));
  for (let i = 0; i < config.flows; i++) {
    const opened = flows.opened[i] ?? 0;
    const closed = flows.closed[i] ?? Number.NaN;
    const flags = (failed[flows.state[i] ?? 0] ?? 0) | (Number.isNaN(closed) ? OPEN : 0);
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
