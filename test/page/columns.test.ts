import { describe, expect, it } from 'vitest';
import type { Timeline, TimelineFlow } from '../../src/model/timeline.ts';
import { endWords, isFailed } from '../../src/render/flow-end.ts';
import { readFlows, readLines } from '../../src/render/html/client/read-columns.ts';
import { encodeColumns } from '../../src/render/html/columns.ts';
import { JOINS } from '../../src/render/html/page-data.ts';
import { PlaneReader } from '../../src/render/html/planes.ts';
import { synthetic } from './synthetic.ts';

const { timeline } = synthetic(3000);

async function decoded({ lines, flows, ...rest }: Timeline) {
  const words: string[] = [];
  const reader = new PlaneReader(encodeColumns({ lines, flows, ...rest }, words));
  return { lines: await readLines(reader, lines.count), flows: await readFlows(reader, flows.length), words };
}

describe('columns', () => {
  it('come back as the lines that they were made of', async () => {
    const { lines } = await decoded(timeline);

    for (const name of ['at', 'source', 'lane', 'level', 'event', 'flow', 'place'] as const)
      expect([...lines[name]], name).toEqual([...timeline.lines[name]]);
  });

  it('come back as the flows that they were made of, with more names than two bytes can number', async () => {
    const some = timeline.flows[0] ?? expect.fail('no flow');
    // Every kind of gap: nothing of the kernel, nothing of the provider, no end, an end before the last sign of life.
    const made = Array.from({ length: 70_000 }, (_, i): TimelineFlow => {
      const openedAt = i * 10;
      const provider = i % 3 === 0 ? undefined : { from: openedAt + 40, to: openedAt + 90 };
      const kernel = i % 5 === 0 ? undefined : { from: openedAt, to: openedAt + 30 };
      const report = { ...some.report, id: `f${i}`, remote: `host${i}.invalid:443`, code: i % 2 === 0 ? 'RSK' : 'OK' };
      return {
        ...some,
        ...{ openedAt, kernel, provider, closedAt: i % 7 === 0 ? undefined : openedAt + 50 },
        report: report as TimelineFlow['report'],
        providerLane: provider === undefined ? undefined : 4,
      };
    });

    const { flows, words } = await decoded({ ...timeline, flows: made });

    const known = (value: number | undefined): number | undefined => (Number.isNaN(value) ? undefined : value);
    for (let i = 0; i < made.length; i += 11) {
      const { report, openedAt, closedAt, kernel, provider, ...lanes } = made[i] ?? expect.fail('no flow');
      expect({
        ...{ opened: flows.opened[i], closed: known(flows.closed[i]) },
        ...{ kernelFrom: known(flows.kernelFrom[i]), kernelTo: known(flows.kernelTo[i]) },
        ...{ providerFrom: known(flows.providerFrom[i]), providerTo: known(flows.providerTo[i]) },
        ...{ app: words[flows.app[i] ?? -1], remote: words[flows.remote[i] ?? -1] },
        ...{ state: words[flows.state[i] ?? -1], protocol: words[flows.protocol[i] ?? -1] },
        ...{ ending: words[flows.ending[i] ?? -1], failed: flows.failed[i] === 1, join: JOINS[flows.join[i] ?? -1] },
        ...{ appLane: flows.appLane[i], kernelLane: flows.kernelLane[i], providerLane: flows.providerLane[i] },
      }).toEqual({
        ...{ opened: openedAt, closed: closedAt },
        ...{ kernelFrom: kernel?.from, kernelTo: kernel?.to },
        ...{ providerFrom: provider?.from, providerTo: provider?.to },
        ...{ app: report.app, remote: report.remote, state: report.state, protocol: report.protocol },
        ...{ ending: endWords(report), failed: isFailed(report), join: report.join?.grade },
        ...{ appLane: lanes.appLane, kernelLane: lanes.kernelLane, providerLane: (lanes.providerLane ?? -1) + 1 },
      });
    }
  });
});
