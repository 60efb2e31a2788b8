import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/model/log-record.ts';
import type { Page } from '../../src/render/html/client/read-page.ts';
import { outlineScene } from '../../src/render/html/client/scene.ts';
import { countColumns } from '../../src/render/html/density.ts';
import { countBars } from '../../src/render/html/index-lanes.ts';
import { encodeOutline } from '../../src/render/html/outline.ts';
import { OUTLINE_PARTS } from '../../src/render/html/page-data.ts';
import { synthetic } from './synthetic.ts';

const { timeline } = synthetic(30_000);
const { lanes, bars, durationUs } = timeline;
const page = { config: { lanes, bars, durationUs } } as unknown as Page;
const scene = outlineScene(page, encodeOutline(timeline));
const WIDTH = (durationUs + 1) / OUTLINE_PARTS;

/** How many of the lines that are wanted lie in each part, by one look at each. */
function scanned(isWanted: (line: number) => boolean): number[] {
  const counts = Array.from({ length: OUTLINE_PARTS }, () => 0);
  for (let i = 0; i < timeline.lines.count; i++) {
    const part = Math.floor((timeline.lines.at[i] ?? 0) / WIDTH);
    if (isWanted(i)) counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}

describe('outline', () => {
  it('counts every line of a lane in its part of the capture, and errors and faults apart', () => {
    const { lane, level } = timeline.lines;
    for (const [i, { lines }] of scene.lanes.entries()) {
      const counted = (times: Float64Array): number[] => [
        ...countColumns(times, 0, durationUs + 1, new Uint32Array(OUTLINE_PARTS)),
      ];

      expect(counted(lines.at)).toEqual(scanned((line) => lane[line] === i));
      expect(counted(lines.errors)).toEqual(
        scanned((line) => lane[line] === i && LEVELS[level[line] ?? 0] === 'error'),
      );
      expect(counted(lines.faults)).toEqual(
        scanned((line) => lane[line] === i && LEVELS[level[line] ?? 0] === 'fault'),
      );
    }
  });

  it('has as many flows open between two parts as there are', () => {
    const kernel = lanes.findIndex(({ kind }) => kind === 'kernel');
    const spans = timeline.flows.flatMap(({ kernelLane, kernel: span }) =>
      kernelLane === kernel && span !== undefined ? [span] : [],
    );
    const bars = scene.lanes[kernel]?.bars ?? expect.fail('no lane of the kernel');

    expect(spans.length).toBeGreaterThan(100);
    for (let part = 1; part < OUTLINE_PARTS; part += 7) {
      const at = part * WIDTH;
      expect(countBars(bars, at, at)).toBe(spans.filter(({ from, to }) => from < at && to >= at).length);
    }
  });

  it('says that nothing in it can be chosen', () => {
    expect(scene.isWhole).toBe(false);
  });

  it('takes some ten kB, however many lines there are', () => {
    expect(encodeOutline(timeline).length).toBeLessThan(lanes.length * 5 * OUTLINE_PARTS * 2);
  });
});
