/** Where the lanes stand, in CSS pixels from the top of the first. Pure. */
import type { LaneKind } from '../../../model/timeline.ts';
import type { SceneLane } from './scene.ts';

export interface LaneBox {
  readonly scene: SceneLane;
  readonly top: number;
  readonly height: number;
  /** Where its rows of flow bars begin, and the height of one. */
  readonly barsTop: number;
  /** Where its lines are marked. */
  readonly linesTop: number;
  readonly linesHeight: number;
}

export const BAR_HEIGHT = 5;
export const BAR_STEP = 7;
export const STATE_HEIGHT = 16;
const LINES_HEIGHT = 14;
/** Under the lines: marks of errors and faults, on a ground of their own. */
export const FAULT_STRIP = 8;
const PADDING = 5;

export function layoutLanes(lanes: readonly SceneLane[], hidden: ReadonlySet<LaneKind>): LaneBox[] {
  const boxes: LaneBox[] = [];
  let top = 0;
  for (const scene of lanes) {
    if (hidden.has(scene.lane.kind) || isEmpty(scene)) continue;
    const states = scene.states.rowCount > 0 ? STATE_HEIGHT + 2 : 0;
    const barsTop = top + PADDING + states;
    const linesTop = barsTop + scene.bars.rowCount * BAR_STEP;
    const hasLines = scene.lines.at.length > 0;
    const linesHeight = hasLines ? LINES_HEIGHT : 0;
    const strip = hasLines ? FAULT_STRIP : 0;
    const height = Math.max(26, linesTop - top + linesHeight + strip + PADDING - 1);
    boxes.push({ scene, top, height, barsTop, linesTop, linesHeight });
    top += height;
  }
  return boxes;
}

function isEmpty({ lines, bars, states, lane }: SceneLane): boolean {
  return lane.kind !== 'path' && lane.kind !== 'power' && lines.at.length + bars.count + states.count === 0;
}

export function totalHeight(boxes: readonly LaneBox[]): number {
  const last = boxes.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

export function boxAt(boxes: readonly LaneBox[], y: number): LaneBox | undefined {
  return boxes.find(({ top, height }) => y >= top && y < top + height);
}
