/** What the lanes hold, computed once from the page. Pure. */
import { LEVELS } from '../../../model/log-record.ts';
import type { TimelineLane } from '../../../model/timeline.ts';
import { FAILED_STATES } from '../flow-words.ts';
import { JOINS } from '../page-data.ts';
import { indexBars, indexLines, type LaneBar, type LaneBars, type LaneLines } from './index-lanes.ts';
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
}

/** Rows of flow bars in one lane. */
const ROWS = 4;
const STATE_ROWS = 2;

export function buildScene(page: Page): Scene {
  const { config, lines } = page;
  const count = config.lanes.length;
  const index = indexLines(lines, count, ERROR, FAULT);
  const flows = flowBars(page);
  const states = stateBars(page);
  return {
    lanes: config.lanes.map((lane, i) => ({
      lane,
      index: i,
      lines: index[i] ?? NOTHING,
      bars: indexBars(flows[i] ?? [], ROWS),
      states: indexBars(states[i] ?? [], STATE_ROWS),
    })),
  };
}

const NOTHING: LaneLines = {
  at: new Float64Array(),
  line: new Uint32Array(),
  errors: new Float64Array(),
  faults: new Float64Array(),
};

function flowBars({ config, flows, tables }: Page): LaneBar[][] {
  const lanes: LaneBar[][] = config.lanes.map(() => []);
  const failed = tables.words.map((word) => FAILED_STATES.has(word));
  for (let i = 0; i < config.flows; i++) {
    const isFailed = failed[flows.state[i] ?? 0] === true;
    const opened = flows.opened[i] ?? 0;
    const closed = flows.closed[i] ?? Number.NaN;
    const isOpen = Number.isNaN(closed);
    const add = (lane: number, role: LaneBar['role'], from: number, to: number, isInferred = false): void => {
      if (!Number.isNaN(from))
        lanes[lane]?.push({ from, to, item: i, kind: 'flow', role, isFailed, isInferred, isOpen });
    };
    const [kernelTo, providerTo] = [flows.kernelTo[i] ?? Number.NaN, flows.providerTo[i] ?? Number.NaN];
    const lastSign = Math.max(opened, Number.isNaN(kernelTo) ? 0 : kernelTo, Number.isNaN(providerTo) ? 0 : providerTo);
    const grade = JOINS[flows.join[i] ?? 0];
    add(flows.appLane[i] ?? 0, 'app', opened, isOpen ? lastSign : closed);
    add(flows.kernelLane[i] ?? 0, 'kernel', flows.kernelFrom[i] ?? Number.NaN, kernelTo);
    const isGuessed = grade === 'inferred' || grade === 'presumed';
    add((flows.providerLane[i] ?? 0) - 1, 'provider', flows.providerFrom[i] ?? Number.NaN, providerTo, isGuessed);
  }
  return lanes;
}

function stateBars({ config }: Page): LaneBar[][] {
  const lanes: LaneBar[][] = config.lanes.map(() => []);
  for (const [item, { lane, from, to, inferred, isOpen }] of config.bars.entries())
    lanes[lane]?.push({ from, to, item, kind: 'bar', role: 'other', isFailed: false, isInferred: inferred, isOpen });
  return lanes;
}
