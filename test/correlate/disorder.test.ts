import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { analyzeText } from '../../src/testing/analyze-text.ts';
import { VARIANTS } from '../../src/testing/variants.ts';
import { reportOn } from '../support/analyze.ts';
import { LABELLED_FLOWS, logOf } from '../support/labelled-flows.ts';
import { labelledTraffic } from '../support/labelled-traffic.ts';
import { connected, story } from '../support/story.ts';

/** The lines written up to 40 ms out of order, their times as they were. Deterministic. */
function shuffled(log: string, seed: number): string {
  const [titles = '', ...lines] = log.trimEnd().split('\n');
  const keyed = lines.map((line, i) => {
    const at = Date.parse(`${line.slice(0, 10)}T${line.slice(11, 23)}Z`);
    return { line, key: at + (((i + 1) * 7_919 * seed) % 81) - 40 };
  });
  return [titles, ...keyed.sort((a, b) => a.key - b.key).map(({ line }) => line), ''].join('\n');
}

function edges({ flows }: Report): string[] {
  return flows
    .map(({ hash, joins = [], join }) => `${hash} ${join?.grade} ${joins.map(({ with: side, id }) => `${side}=${id}`)}`)
    .sort();
}

function verdicts({ flows }: Report): string[] {
  return flows.map(({ hash, closedBy, code }) => `${hash} ${closedBy?.who}/${closedBy?.reason}/${code}`).sort();
}

describe('lines out of order within the clocks’ error', () => {
  it.each(LABELLED_FLOWS)('change no verdict: $name', async (labelled) => {
    const log = logOf(labelled);

    const straight = await reportOn(log);
    const [first, second] = [await reportOn(shuffled(log, 1)), await reportOn(shuffled(log, 5))];

    expect(verdicts(first)).toEqual(verdicts(straight));
    expect(verdicts(second)).toEqual(verdicts(straight));
  });

  it('change no edge', async () => {
    const { log } = labelledTraffic({ seed: 3, flows: 60, pace: 0.3, silent: 0.2, detailed: 0.5 });

    const straight = await reportOn(log);

    for (const seed of [1, 5, 11]) expect(edges(await reportOn(shuffled(log, seed)))).toEqual(edges(straight));
  });
});

describe('how an export is cut, mixed and written', () => {
  it('changes no edge and no verdict', async () => {
    const { log } = labelledTraffic({ seed: 7, flows: 60, pace: 0.3, silent: 0.2, detailed: 0.5 });

    const reports = await Promise.all(
      VARIANTS.map(async ({ of }) => {
        const { bytes, chunk } = await of(log);
        return analyzeText(bytes, { detectors: [], ...(chunk === undefined ? {} : { chunk }) });
      }),
    );

    for (const report of reports) {
      expect(edges(report)).toEqual(edges(reports[0] ?? report));
      expect(verdicts(report)).toEqual(verdicts(reports[0] ?? report));
    }
  });

  it('gives the same bytes for the same input', async () => {
    const { log } = labelledTraffic({ seed: 9, flows: 80, pace: 0.02 });

    expect(JSON.stringify(await reportOn(log))).toBe(JSON.stringify(await reportOn(log)));
  });
});

describe('ids that come back', () => {
  it('are of the boot they were printed in', async () => {
    const log = connected(story(), 0).divert(1, 77, 'Created').divert(1.1, 77, 'Connecting');
    log
      .line(2, 'Df', '', 0, '')
      .divert(3, 77, 'Closing')
      .divert(3.1, 77, 'Destroying, app tx 0, tunnel tx 0, tunnel rx 0');
    const text = log
      .text()
      .replace(/^(\S+ \S+) Df \[0:1a2b\].*$/m, '$1 Df [0:0] === system boot: 0F00BA12-2222-4222-8333-44445555BBBB');

    const { flows } = await reportOn(text);

    expect(verdicts({ flows } as Report)).toEqual(['77 app/app-closed/OK', '77 open/rebooted/OPN']);
  });

  it('give a flow the app that has the pid at that time', async () => {
    const log = connected(story(), 0);
    const app = (at: number, process: string, text: string): void => {
      log.line(at, 'Df', process, 1502, `(Network) [com.apple.network:connection] ${text}`);
    };
    app(1, 'Mailer', '[C1 a.example.com:443 tcp] start');
    app(9, 'Bank', '[C1 a.example.com:443 tcp] start');
    log.divert(9.002, 501, 'Connecting');
    log.library(
      9.004,
      501,
      'New flow: NEFlow type = stream, app = com.example.bank, name = a.example.com, 192.0.2.15:0 <-> 203.0.113.9:443, filter_id = , interface = en0',
    );
    log.divert(10, 501, 'Closing');
    app(10.001, 'Bank', '[C1 1456A725-243C-46A8-8CC4-A0EBA39B72D0 a.example.com:443 tcp] cancel');

    const { flows } = await reportOn(log.text());

    expect(flows[0]?.joins).toMatchObject([{ with: 'connection', id: '1502:C1#2', ambiguous: false }]);
    expect(flows[0]?.closedBy).toMatchObject({ who: 'app', knew: ['kernel', 'app'] });
  });
});
