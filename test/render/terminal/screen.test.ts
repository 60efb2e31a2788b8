import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { renderScreen } from '../../../src/render/terminal/screen.ts';
import * as reports from '../sample-reports.ts';
import { displayWidth, withoutColour } from './display-width.ts';

const plain = (report: Report, width: number, more = {}): string =>
  renderScreen(report, { width, colour: false, all: false, inputs: ['cap.log'], ...more });
const flat = (text: string): string => text.replace(/\s+/g, ' ');
const widths = [...Array.from({ length: 47 }, (_, index) => index * 3 + 20), 59, 60, 80, 89, 90, 100, 120];

/** The same report with every string that a log can decide replaced by `hostile`. */
function poison(report: Report, hostile: string): Report {
  return {
    ...report,
    capture: {
      ...report.capture,
      inputs: report.capture.inputs.map((input) => ({ ...input, name: hostile })),
      problems: report.capture.problems.map((problem) => ({
        ...problem,
        message: hostile,
        example: { input: hostile, line: 1 },
      })),
      quality: report.capture.quality.map((check) => ({ ...check, message: hostile, remedy: hostile })),
    },
    verdict: { ...report.verdict, text: hostile },
    findings: report.findings.map((finding) => ({
      ...finding,
      title: hostile,
      message: `${hostile}.`,
      reasons: [hostile, hostile],
      subjects: finding.subjects.map(({ kind }) => ({ kind, bundle: hostile, name: `${hostile}!`, session: hostile })),
      evidence: finding.evidence.map((cited) => ({ ...cited, input: hostile, process: hostile, text: hostile })),
      next: finding.next.map((step) => ({ ...step, text: hostile })),
    })),
    detectors: report.detectors.map((outcome) =>
      outcome.status === 'not-observable' ? { ...outcome, missing: [hostile], remedy: hostile } : outcome,
    ),
    flowTotals: { seen: 3, byState: { [hostile]: 3 } },
    lanes: { ...report.lanes, sessions: report.lanes.sessions.map((session) => ({ ...session, name: hostile })) },
  };
}

describe('renderScreen', () => {
  describe.each(Object.entries(reports))('of %s', (name, report) => {
    it.each([45, 60, 80, 100, 120])('is as drawn at %i columns', async (width) => {
      await expect(plain(report, width)).toMatchFileSnapshot(`screens/${name}-${width}.txt`);
    });

    it('is never wider than the terminal, and leaves no blanks at the ends of lines', () => {
      for (const width of widths)
        for (const all of [false, true])
          for (const line of plain(report, width, { all }).split('\n')) {
            expect(displayWidth(line), `${width} columns: ${line}`).toBeLessThanOrEqual(width);
            expect(line).not.toMatch(/ $/);
          }
    });

    it('says the same with colour and without', () => {
      for (const width of [45, 80, 100]) {
        const options = { width, all: true, inputs: ['cap.log'] };

        const coloured = renderScreen(report, { ...options, colour: true });

        expect(withoutColour(coloured)).toBe(renderScreen(report, { ...options, colour: false }));
      }
    });

    it('holds no escape without colour', () => {
      expect(plain(report, 100, { all: true })).not.toContain('\x1b');
    });
  });

  it('colours by what a text is', async () => {
    const screen = renderScreen(reports.selfLoop, { width: 100, colour: true, all: false, inputs: ['cap.log'] });

    await expect(screen.replaceAll('\x1b', '␛')).toMatchFileSnapshot('screens/self-loop-100-colour.txt');
  });

  it.each([
    ['escape sequences', '\x1b[2J\x1b]0;pwned\x07\u009b31m'],
    ['line breaks that would forge a finding', '\n1 ▲ ERROR  fake  forged\r\n'],
    ['bidirectional controls', '\u202egnirts\u2066\u200f'],
    ['wide characters without a blank', '企業ネットワーク'.repeat(20)],
    ['marks without end', `e${'\u0301'.repeat(500)}`],
    ['one long word', 'x'.repeat(1500)],
    ['emoji', '👩‍🔧🇩🇪❤️🩷 '.repeat(10)],
    ['nothing', ''],
    ['blanks', '   '],
  ])('stands %s in every field that a log decides', (_what, hostile) => {
    for (const width of [20, 45, 60, 80, 120]) {
      for (const colour of width === 80 ? [false, true] : [false]) {
        const screen = renderScreen(poison(reports.crowded, hostile), { width, colour, all: true, inputs: [hostile] });

        const bare = withoutColour(screen);
        expect(bare).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        for (const line of bare.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
        expect(bare.match(/^1 ▲ ERROR {2}fake/m)).toBeNull();
      }
    }
  });

  it('says what was read and how far to trust it before it says what broke', () => {
    const screen = plain(reports.selfLoop, 100);

    const order = ['Capture', 'VERDICT', 'new flows', '1 ▲ ERROR', '3 detectors could not look', 'flows  90', 'next  '];
    expect(order.map((part) => screen.indexOf(part))).toEqual(
      [...order.map((part) => screen.indexOf(part))].sort((a, b) => a - b),
    );
    expect(order.filter((part) => !screen.includes(part))).toEqual([]);
  });

  it('drops the lanes first', () => {
    expect(
      [plain(reports.selfLoop, 90), plain(reports.selfLoop, 89)].map((screen) => screen.includes('new flows')),
    ).toEqual([true, false]);
  });

  it('leaves out lanes in which nothing happens', () => {
    const screen = plain(reports.selfLoop, 100);

    expect(screen).not.toMatch(/^power/m);
    expect(
      plain({ ...reports.selfLoop, lanes: { columns: 0, power: [], sessions: [], newFlows: [], findings: [] } }, 100),
    ).not.toContain('═');
  });

  it('shows a short wake in a long sleep', () => {
    const power = Array.from({ length: 120 }, (_, at) => (at === 60 ? 'dark' : 'asleep') as 'dark' | 'asleep');

    const screen = plain({ ...reports.selfLoop, lanes: { ...reports.selfLoop.lanes, power } }, 100);

    expect(
      /^power +(▁+)(▄)(▁+) {2}/m
        .exec(screen)
        ?.slice(1)
        .map((part) => part.length),
    ).toEqual([28, 1, 28]);
  });

  it('opens the worst, at most three, lists five and counts the rest', () => {
    const screen = plain(reports.crowded, 100);

    expect(screen.match(/^\d [▲■●]/gm)).toEqual(['1 ▲', '2 ▲', '3 ■', '4 ■', '5 ■']);
    expect(screen.match(/^ {2}▶ /gm)).toHaveLength(2);
    expect(screen).toContain('1 warning and 2 info findings not shown (--all)');
  });

  it('opens every finding on request', () => {
    const screen = plain(reports.crowded, 100, { all: true });

    expect(screen.match(/^\d [▲■●]/gm)).toHaveLength(8);
    expect(screen.match(/^ {2}▶ /gm)).toHaveLength(8);
    expect(screen).not.toContain('--all');
  });

  it('lists info findings only where there is nothing worse', () => {
    const info = reports.crowded.findings.filter(({ severity }) => severity === 'info');

    expect(plain({ ...reports.crowded, findings: info }, 100).match(/^\d [▲■●]/gm)).toEqual(['1 ●', '2 ●']);
  });

  it('marks the decisive line, shows it to both its ends, and folds what repeats', () => {
    const screen = plain(reports.selfLoop, 80);

    const decisive = screen.split('\n').filter((line) => line.includes('▶'));
    expect(decisive).toEqual([
      expect.stringMatching(/^ {2}▶ …\S+\.extension 5102 {2}14:05:05\.020 {2}\[Extension .* {2}×90 {2}L118$/),
    ]);
    expect(flat(screen)).toContain('203.0.113.80:443');
  });

  it('names inputs by letters where there are several', () => {
    const screen = plain(reports.crowded, 120);

    expect(screen).toMatch(/^A system_logs\.ndjson/);
    expect(screen).toMatch(/▶ .* B L413207$/m);
  });

  it('puts the day before the time where a capture runs over several', () => {
    expect(plain(reports.crowded, 120)).toContain('09-09 00:10:58.112');
    expect(plain(reports.selfLoop, 120)).not.toContain('03-18 14:05:05.020');
  });

  it('names what could not be looked for, and what is missing', () => {
    const screen = flat(plain(reports.selfLoop, 100));

    expect(screen).toContain('3 detectors could not look: this capture lacks');
    expect(screen).toContain('kernel info messages missing-new-flow, closed-by-kernel');
    expect(screen).toContain('powerd messages darkwake-churn');
  });

  it('calls a detector that failed a fault of its own', () => {
    expect(flat(plain(reports.crowded, 100))).toContain(
      'flow-orphaned failed, which is a fault of necropsy: please report it: TypeError: cannot read',
    );
  });

  it('never says that all is well where the capture could not have shown a fault', () => {
    const caution = 'Not a clean bill of health: this capture could not have shown everything.';

    expect(flat(plain(reports.quiet, 100))).toContain(caution);
    expect(flat(plain(reports.clean, 100))).not.toContain(caution);
    const verdicts = [reports.quiet, reports.clean].map((report) =>
      renderScreen(report, { width: 100, colour: true, all: false, inputs: [] }).match(/\x1b\[32mNothing found/),
    );
    expect(verdicts.map((green) => green !== null)).toEqual([false, true]);
  });

  it('says how to retake a capture that cannot answer, right under the verdict', () => {
    const screen = flat(plain(reports.blind, 120));

    expect(screen).toContain('holds no Network Extension message at all. retake it: log show --info --debug');
  });

  it('proposes the command of this very run, ready for a shell', () => {
    expect(plain(reports.selfLoop, 100, { inputs: ["it's a log.ndjson"] })).toContain(
      `necropsy analyze 'it'\\''s a log.ndjson' --format json`,
    );
    expect(plain(reports.selfLoop, 60, { inputs: ['a/very/long/path/to/a/capture/of/a/machine.ndjson'] })).toContain(
      'necropsy analyze … --format json',
    );
  });

  it('says that findings were left out on request', () => {
    expect(plain({ ...reports.selfLoop, omitted: { findings: 2 } }, 100)).toContain(
      '2 findings below --min-severity not shown',
    );
  });
});
