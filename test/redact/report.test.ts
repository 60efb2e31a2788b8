import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { UserError } from '../../src/lib/errors.ts';
import schema from '../../src/model/report.schema.json' with { type: 'json' };
import type { Report } from '../../src/model/report.ts';
import { Dictionary } from '../../src/redact/dictionary.ts';
import type { RedactionLevel } from '../../src/redact/kinds.ts';
import { redactReport } from '../../src/redact/parts.ts';
import { prove } from '../../src/redact/prove.ts';
import { createRedactor, type Redactor } from '../../src/redact/redactor.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderPiped } from '../../src/render/terminal/piped.ts';
import { renderScreen } from '../../src/render/terminal/screen.ts';
import { fails, starts, tunnelStory } from '../support/session-story.ts';

const SAMPLE = new URL('../../samples/udp-self-loop/capture.ndjson', import.meta.url).pathname;
const redactor = (level: RedactionLevel, seed = 7): Redactor =>
  createRedactor({ level, key: Buffer.alloc(32, seed), commonText: '' });

/** A report with something private in every place that can hold it. */
async function loaded(): Promise<Report> {
  const { report } = await analyze({ inputs: [SAMPLE], version: '0.0.0' });
  const [finding] = report.findings;
  if (finding === undefined) throw new Error('the sample has a finding');
  const path = '/Users/quenby/cases/Quagga outage.ndjson';
  return {
    ...report,
    capture: {
      ...report.capture,
      inputs: [{ name: `${path}/a.log`, container: path, format: 'ndjson', bytes: 1, lines: 1, records: 1, events: 1 }],
      problems: [
        {
          code: 'line-unparsed',
          count: 1,
          message: `in ${path}`,
          example: { input: path, text: 'quenby@quagga.example' },
        },
      ],
      extensions: [
        { bundle: 'org.zorilla.vpn', name: 'Zorilla', team: '7QK2M4XN9T', version: '1', state: 'activated enabled' },
      ],
      machines: [
        {
          name: path,
          platform: 'macOS',
          configurations: [
            {
              id: '4DAD2986-CE83-4960-AA06-E9AB85A0BCC1',
              name: 'Quagga Office',
              kind: 'vpn',
              application: 'org.zorilla',
              provider: 'org.zorilla.vpn',
            },
          ],
          profiles: [{ type: 'com.apple.vpn.managed', name: 'Quagga MDM' }],
          interfaces: [{ name: 'utun4', isUp: true, addresses: ['198.51.100.77', 'fe80::1c2d:3eff:fe4f:5a6b'] }],
          unread: ['/Users/quenby/x.plist'],
        },
      ],
    },
    findings: [
      {
        ...finding,
        message: 'Quagga Office was handed its own flows to 198.51.100.77:443',
        reasons: ['all go to vault.quagga.example'],
        subjects: [
          { kind: 'session', session: '4DAD2986-CE83-4960-AA06-E9AB85A0BCC1', name: 'Quagga Office' },
          { kind: 'provider', bundle: 'org.zorilla.vpn', name: 'Zorilla', pid: 5 },
        ],
        evidence: [
          {
            input: path,
            line: 3,
            process: 'Zorilla',
            text: 'quenby: Quagga Office via vault.quagga.example',
            decisive: true,
          },
        ],
      },
    ],
    processes: [
      {
        pid: 5,
        name: 'Zorilla',
        boot: 0,
        generation: 1,
        from: '',
        to: '',
        provider: { kind: 'packet-tunnel', bundle: 'org.zorilla.vpn', grade: 'sure', reasons: ['Zorilla says so'] },
      },
    ],
    flows: [
      {
        id: '4DAD2986-CE83-4960-AA06-E9AB85A0BCC1',
        app: 'org.zorilla',
        remote: 'vault.quagga.example:443',
        state: 'closed',
        openedAt: '',
      },
    ],
    lanes: {
      ...report.lanes,
      sessions: [{ name: 'Quagga Office', uuid: '4DAD2986-CE83-4960-AA06-E9AB85A0BCC1', states: [] }],
    },
  };
}

function drawings(report: Report): string {
  const names = report.capture.inputs.map(({ name }) => name);
  const screen = { colour: false, all: true, inputs: names, grammars: [] };
  return [
    renderJson(report),
    renderPiped(report, { colour: false }),
    renderScreen(report, { ...screen, width: 100 }),
    renderScreen(report, { ...screen, width: 60 }),
  ]
    .join('\n')
    .toLowerCase();
}

describe('a redacted report', () => {
  it('holds nothing private, however it is drawn', async () => {
    const report = await loaded();

    const standard = drawings(redactReport(report, redactor('standard')));
    const strict = drawings(redactReport(report, redactor('strict')));

    const people = ['quenby', 'quagga', '198.51.100', '3eff:fe4f', '4dad2986', 'outage', 'vault'];
    expect(people.filter((canary) => standard.includes(canary))).toEqual([]);
    expect([...people, 'zorilla', '7qk2m4xn9t'].filter((canary) => strict.includes(canary))).toEqual([]);
    expect(standard).toContain('org.zorilla.vpn');
  });

  it('is a report: it fits the schema, and numbers, times and names of detectors are the same', async () => {
    const { report } = await analyze({ inputs: [SAMPLE], version: '0.0.0' });
    const redacted = redactReport(report, redactor('strict'));

    expect(new Ajv2020({ allErrors: true }).compile(schema)(JSON.parse(renderJson(redacted)))).toBe(true);
    const facts = (each: Report): unknown => [
      each.findings.map(({ detector, severity, count, span }) => [detector, severity, count, span]),
      each.detectors,
      each.flowTotals,
      each.capture.span,
      each.power,
    ];
    expect(facts(redacted)).toEqual(facts(report));
  });

  it('says one value in one way: of a session, in its name, its lane, its subject and every sentence', async () => {
    const report = redactReport(await loaded(), redactor('strict'));

    const token = report.lanes.sessions[0]?.name ?? '';
    expect(token).toMatch(/^config-[0-9a-f]{6}$/);
    expect(report.findings[0]?.message).toContain(token);
    expect(report.findings[0]?.subjects[0]?.name).toBe(token);
    expect(report.capture.machines?.[0]?.configurations[0]?.name).toBe(token);
  });

  it('looks at the title that a story is of: a rule may quote the log in it', async () => {
    const report = await loaded();
    const focus = { kind: 'finding', index: 1, detector: 'acme', title: 'org.zorilla.vpn saw 3 flows' } as const;

    const { story } = redactReport({ report, story: { focus, lines: [], omitted: 0 } }, redactor('strict'));

    expect(story.focus).toMatchObject({ title: expect.stringMatching(/^org\.x[0-9a-f]{6}\.vpn saw 3 flows$/) });
  });

  it('learns from lines that the analysis has no use for', async () => {
    // Nothing reads the last line: only it says that the word in the others is a person.
    const path = join(mkdtempSync(join(tmpdir(), 'necropsy-report-')), 'x.log');
    const log = fails(starts(tunnelStory(), 0), 30, 'quenbylin went home');
    writeFileSync(path, log.line(40, 'Df', 'locationd', 99, 'opened /Users/quenbylin/Documents').text());

    const plain = await analyze({ inputs: [path], version: '0' });
    const { report } = await analyze({ inputs: [path], version: '0', redactor: redactor('standard') });
    rmSync(path);

    expect(plain.report.sessions[0]?.runs[0]?.stopReason).toContain('quenbylin');
    expect(renderJson(report).toLowerCase()).not.toContain('quenbylin');
  });

  it('is the same bytes for the same key, and other tokens for another', async () => {
    const report = await loaded();
    const once = renderJson(redactReport(report, redactor('standard')));

    expect(renderJson(redactReport(report, redactor('standard')))).toBe(once);
    expect(renderJson(redactReport(report, redactor('standard', 8)))).not.toBe(once);
  });

  it('comes out of analyze, learnt from every event of the run', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'necropsy-report-')), 'quenby.log');
    const lines = [
      'Timestamp               Ty Process[PID:TID]',
      '2026-01-22 23:50:00.500 Df nesessionmanager[486:1ed7f] [com.apple.networkextension:] NESMVPNSession[Primary Tunnel:Quagga Office:5029A37B-3536-0F38-7055-0124B0772F04:(null)]: status changed to connected',
    ];
    writeFileSync(path, `${lines.join('\n')}\n`);

    const { report } = await analyze({ inputs: [path], version: '0', redactor: redactor('standard') });
    rmSync(path);

    expect(report.sessions[0]?.name).toMatch(/^config-/);
    expect(renderJson(report).toLowerCase()).not.toMatch(/quagga|quenby|5029a37b/);
  });
});

describe('the proof', () => {
  it('refuses with exit code 6 what still holds a value in any writing, and does not say the value', () => {
    const knows = redactor('standard');
    knows.learnText('home /Users/quenby-okafor/x');
    knows.seal();
    for (const text of [
      'quenby-okafor',
      'QUENBY-OKAFOR',
      Buffer.from('quenby-okafor').toString('base64'),
      '%71uenby-okafor',
      Buffer.from('quenby-okafor').toString('hex'),
      '\\u0071uenby-okafor',
    ]) {
      const attempt = (): void => prove(knows, `so ${text} is there`, () => 'a.log:7');

      expect(attempt).toThrow(UserError);
      expect(attempt).toThrow(/a\.log:7: nothing was written$/);
      expect(attempt).not.toThrow(/quenby/i);
    }
    expect(() => prove(knows, 'nothing is there', () => '')).not.toThrow();
  });

  it('refuses where there are more values than can be kept', () => {
    const dictionary = new Dictionary({ commonText: '', keepsSoftware: true });
    const fill = (): void => {
      for (let i = 0; i <= 200_000; i++) dictionary.add('host', `host${i}.quagga.example`);
    };

    expect(fill).toThrow(/nothing was written/);
  });
});
