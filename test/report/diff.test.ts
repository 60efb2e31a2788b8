import { describe, expect, it } from 'vitest';
import type { FindingReport, Report, SessionReport } from '../../src/model/report.ts';
import { diffReports } from '../../src/report/diff.ts';
import { selfLoop } from '../render/sample-reports.ts';

const [loop] = selfLoop.findings;
if (loop === undefined) throw new Error('the sample has a finding');
const finding = (parts: Partial<FindingReport> = {}): FindingReport => ({ ...loop, ...parts });
const report = (parts: Partial<Report> = {}): Report => ({ ...selfLoop, findings: [], sessions: [], ...parts });

function session(...history: readonly (readonly [at: string, from: string, to: string])[]): SessionReport {
  return {
    uuid: '48F165D5-7B00-47F4-B81E-F86F5C8CC1AB',
    name: 'Acme VPN',
    class: 'NESMVPNSession',
    kind: 'packet-tunnel',
    state: history.at(-1)?.[2] ?? 'disconnected',
    runs: [{ from: '2026-03-18T14:05:00.000000+01:00', stopReason: 'Stop command received', providerPids: [] }],
    history: history.map(([time, from, to], index) => ({
      at: `2026-03-18T14:05:${time}+01:00`,
      from,
      to,
      line: index + 1,
      expected: true,
    })),
  };
}

describe('diffReports', () => {
  it.each<[string, readonly FindingReport[], readonly FindingReport[], string, readonly string[]]>([
    ['new', [], [finding()], 'new', [`proxy-self-loop is new: ${loop.message}`]],
    ['gone', [finding()], [], 'gone', []],
    ['the same', [finding()], [finding()], 'same', []],
    ['about other pids and times, but the same', [finding()], [finding({ span: undefined as never })], 'same', []],
    [
      'graver',
      [finding({ severity: 'warning' })],
      [finding()],
      'changed',
      [`proxy-self-loop of ${loop.subjects[0]?.bundle} went from warning to error`],
    ],
    [
      'twice as often',
      [finding({ count: 3 })],
      [finding({ count: 6 })],
      'changed',
      [`proxy-self-loop of ${loop.subjects[0]?.bundle} went from 3 to 6 times`],
    ],
    ['a little more often', [finding({ count: 30 })], [finding({ count: 40 })], 'changed', []],
    ['new, but no more than a remark', [], [finding({ severity: 'info' })], 'new', []],
  ])('tells a finding that is %s', (_, good, bad, change, regressions) => {
    const diff = diffReports(report({ findings: good }), report({ findings: bad }));

    expect(diff.findings.map((each) => each.change)).toEqual([change]);
    expect(diff.regressions).toEqual(regressions);
  });

  it('sets the sessions beside each other: connected for how long, lost how often, after what time', () => {
    const good = session(['01.000000', 'disconnected', 'connecting'], ['01.400000', 'connecting', 'connected']);
    const bad = session(
      ['01.000000', 'disconnected', 'connecting'],
      ['04.000000', 'connecting', 'connected'],
      ['06.000000', 'connected', 'reasserting'],
      ['07.000000', 'reasserting', 'connected'],
      ['09.000000', 'connected', 'disconnected'],
    );
    const diff = diffReports(report({ sessions: [good] }), report({ sessions: [bad] }));

    expect(diff.sessions).toMatchObject([
      {
        name: 'Acme VPN',
        // Up to the end of the capture, 14:05:13.639204.
        good: { connectedUs: 12_239_204, drops: 0, connectUs: 400_000, state: 'connected' },
        bad: { connectedUs: 4_000_000, drops: 2, connectUs: 3_000_000, state: 'disconnected' },
      },
    ]);
    expect(diff.regressions).toEqual(['session Acme VPN lost its connection 2 times, before 0']);
  });

  it('calls a shift of the flows a regression only where there are enough of them and they fail', () => {
    const totals = (seen: number, byState: Record<string, number>) => report({ flowTotals: { seen, byState } });

    expect(diffReports(totals(100, { closed: 100 }), totals(50, { closed: 25, created: 25 })).regressions).toEqual([
      '50 % of the flows are created, before 0 %',
    ]);
    expect(diffReports(totals(100, { closed: 100 }), totals(50, { closed: 25, rejected: 25 })).regressions).toEqual([]);
    expect(diffReports(totals(5, { closed: 5 }), totals(5, { created: 5 })).regressions).toEqual([]);
  });

  it('names detectors that only one capture could answer', () => {
    const detectors: Report['detectors'] = [{ id: 'provider-crash', status: 'not-observable', missing: ['launchd'] }];

    expect(
      diffReports(report({ detectors }), report({ detectors: [{ id: 'provider-crash', status: 'clear' }] })),
    ).toMatchObject({
      incomparable: ['provider-crash'],
    });
  });
});
