import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../src/testing/analyze-text.ts';
import { VARIANTS } from '../../src/testing/variants.ts';
import { allEdges, trafficWithAllJoins } from '../support/all-joins.ts';
import { reportOn } from '../support/analyze.ts';

const SEEDS = [2, 13, 29];

/** The records written up to `withinMs` out of order, their times as they were. Deterministic. */
function shuffled(log: string, seed: number, withinMs: number): string {
  const [titles = '', ...records] = log.trimEnd().split(/\n(?=\d{4}-)/);
  const keyed = records.map((record, i) => {
    const at = Date.parse(`${record.slice(0, 10)}T${record.slice(11, 23)}Z`);
    return { record, key: at + (((i + 1) * 7_919 * seed) % (2 * withinMs + 1)) - withinMs };
  });
  return [titles, ...keyed.sort((a, b) => a.key - b.key).map(({ record }) => record), ''].join('\n');
}

describe('edges between what processes tell', () => {
  it('are there of every kind', async () => {
    const edges = allEdges(await reportOn(trafficWithAllJoins(2)));

    const kinds = new Set(edges.map((edge) => edge.replace(/^(\w+) \S+(?: > (\S+))?.*/, '$1 $2').trim()));
    expect([...kinds].sort()).toEqual([
      'connection dns',
      'connection flow',
      'connection task',
      'dns connection',
      'filter flow',
      'flow',
      'flow connection',
      'flow filter-flow',
      'task connection',
    ]);
  });

  it.each(SEEDS)('do not change with chunks, chatter and style: seed %i', async (seed) => {
    const log = trafficWithAllJoins(seed);
    const straight = allEdges(await reportOn(log));

    for (const { of } of VARIANTS) {
      const { bytes, chunk } = await of(log);
      const report = await analyzeText(bytes, { detectors: [], ...(chunk === undefined ? {} : { chunk }) });
      expect(allEdges(report)).toEqual(straight);
    }
  });

  it.each(SEEDS)('do not change with lines out of order within the clocks’ error: seed %i', async (seed) => {
    const log = trafficWithAllJoins(seed);
    const straight = allEdges(await reportOn(log));

    for (const withinMs of [1, 8]) {
      expect(allEdges(await reportOn(shuffled(log, seed, withinMs)))).toEqual(straight);
    }
  });
});
