import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyze, analyzeSources } from '../../src/analyze.ts';
import { DETECTORS } from '../../src/detect/all.ts';
import { RULE_CAPS } from '../../src/detect/rules/condition.ts';
import type { DetectorSelection } from '../../src/detect/select.ts';
import { bytesSource } from '../../src/lib/bytes-source.ts';
import { recordCommand } from '../../src/lib/record-command.ts';
import type { FindingReport } from '../../src/model/report.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { catalogWith, reportOf, ruleOf } from '../support/rules.ts';
import { connected, type Story, story, UUID } from '../support/story.ts';

/** A line of Acme's tunnel. */
function acme(from: Story, at: number, text: string, pid = 900, level = 'Df'): Story {
  return from.line(at, level, 'acmed', pid, `[com.acme.tunnel:hs] ${text}`);
}

function helper(from: Story, at: number, text: string): Story {
  return from.line(at, 'Df', 'acme-helper', 901, `[com.acme.helper:hs] ${text}`);
}

/** Lines `[at, text]` of Acme's tunnel, the last second of the capture told by a line of its helper. */
function log(lines: readonly (readonly [number, string])[], end = 600): string {
  const told = story();
  for (const [at, text] of lines) acme(told, at, text);
  return helper(told, end, 'nothing known').text();
}

/** As `acme` writes it at 0. */
const START = '2026-03-01 10:00:00.000 Df acmed[900:1a2b] [com.acme.tunnel:hs] handshake a started';
const LOST = 'lost 4 unreliable messages from 81234567890-81234569999 (Mach continuous exact start-approx. end)';
const SLEEPS = "Entering Sleep state due to 'Clamshell Sleep':TCPKeepAlive=active Using Batt (Charge:80%)";
const QUARANTINED = 'Dropped 18234 log messages from acmed[900] quarantined due to high logging volume';

async function outcome(clauses: string, text: string): Promise<string> {
  const { detectors, findings } = await reportOf(clauses, text);
  const [only] = detectors;
  if (only?.status === 'not-observable') return `not-observable: ${only.missing.join('; ')}`;
  if (only?.status === 'failed') return `failed: ${only.error}`;
  return only?.status === 'found' ? findings.map(({ count, title }) => `${count} ${title}`).join(', ') : 'clear';
}

const STARTED = 'acme.tunnel/started';
const DONE = 'acme.tunnel/done';
const FAILED = 'acme.tunnel/failed';

describe('a finding of a rule', () => {
  it('says everything that one of a detector says', async () => {
    const clauses = `per process confidence high means "The server refuses." not-it "One." do developer "Back off." see "s"
      title "{process} failed {count} times with {peer} in {window}" when count ${FAILED} where peer != "b" >= 3 within 1s`;
    const text = log([
      [0, 'handshake a failed: x'],
      [1, 'handshake b failed: x'],
      [1, 'handshake a failed: x'],
      [1.5, 'handshake a failed: x'],
      [2, 'handshake a failed: x'],
    ]);

    const { findings } = await reportOf(clauses, text);

    const line = { input: 'log', process: 'acmed', pid: 900, text: 'handshake a failed: x' };
    expect(findings).toEqual([
      {
        detector: 'r',
        severity: 'warning',
        confidence: 'high',
        title: 'acmed failed 3 times with a in 1 s',
        message: 'acmed failed 3 times with a in 1 s. The server refuses.',
        reasons: [`3 × ${FAILED} where peer != "b" within 1 s, at least 3 asked`],
        count: 3,
        span: { from: '2026-03-01T10:00:01.000000', to: '2026-03-01T10:00:02.000000', durationUs: 1_000_000 },
        subjects: [{ kind: 'process', name: 'acmed', pid: 900 }],
        evidence: [
          { ...line, line: 4, at: '2026-03-01T10:00:01.000000', decisive: false },
          { ...line, line: 5, at: '2026-03-01T10:00:01.500000', decisive: false },
          { ...line, line: 6, at: '2026-03-01T10:00:02.000000', decisive: true },
        ],
        next: [{ for: 'provider-developer', text: 'Back off.' }],
      },
    ] satisfies FindingReport[]);
  });

  it('explains itself as every detector does', async () => {
    const { detector } = await ruleOf(
      `title "{provider} lost {count}" per session confidence low means "m" not-it "n" do apple "a" do nobody "x" see "u"
       when acme.tunnel/detail without acme.tunnel/traced within 90s same peer unless provider.kind == "dns-proxy"`,
    );

    expect(detector.meta).toEqual({
      id: 'r',
      title: '‹provider› lost ‹count›',
      severity: 'warning',
      severityNote: 'always warning',
      why: 'm',
      how: [
        'acme.tunnel/detail, and no acme.tunnel/traced within 1 min 30 s of it, the same peer',
        'one finding for each session',
        'not where provider.kind == "dns-proxy"',
      ],
      confidence: {
        start: 'low',
        because: 'the rule says so of what meets its condition',
        raises: [],
        lowers: [{ to: 'low', says: 'no line tells whom it is about, or a provider is one by its name only' }],
      },
      notIt: ['n'],
      blindSpots: ['acme.tunnel/detail is an info message', 'acme.tunnel/traced is printed only with acmectl trace on'],
      needs: ['acme.tunnel/detail', 'acme.tunnel/traced'],
      levels: ['default', 'info'],
      next: [{ for: 'apple', text: 'a' }],
      references: ['u'],
    });
  });
});

describe('a run', () => {
  const inputs = [fileURLToPath(new URL('../../samples/acme-handshake/capture.log', import.meta.url))];
  const ids = async (detectors?: DetectorSelection) => {
    const catalog = catalogWith(`when seen ${STARTED}`);
    const { report } = await analyze({
      inputs,
      catalog,
      version: '0',
      ...(detectors === undefined ? {} : { detectors }),
    });
    return report.detectors.map(({ id }) => id);
  };

  it('asks the rules of its catalog beside the detectors, and takes and leaves them by name', async () => {
    const shipped = BUILT_IN_CATALOG.rules.map(({ name }) => name);
    const codes = [...DETECTORS.map(({ meta }) => meta.id), ...shipped];

    expect(await ids()).toEqual([...codes, 'r']);
    expect(await ids({ only: ['r'] })).toEqual(['r']);
    expect(await ids({ skip: ['r'] })).toEqual(codes);
  });
});

describe('when seen', () => {
  it('finds each line, folded into one finding', async () => {
    const text = log([
      [0, 'handshake a started'],
      [5, 'handshake b started'],
    ]);

    expect(await outcome(`when seen ${STARTED}`, text)).toBe('2 It happened');
  });

  it('finds only what where selects', async () => {
    const text = log([
      [0, 'handshake a started try 3'],
      [5, 'handshake b started'],
    ]);

    expect(await outcome(`when seen ${STARTED} where attempt >= 3`, text)).toBe('1 It happened');
    expect(await outcome(`when seen ${STARTED} where peer matches "[c-z]"`, text)).toBe('clear');
    expect(await outcome(`when seen ${STARTED} where pid == 900 and eventMessage contains "b"`, text)).toBe(
      '1 It happened',
    );
  });
});

describe('when count', () => {
  const THREE = `when count ${STARTED} >= 3 within 2s`;

  it('is met by as many in a window as are asked for, its edge included', async () => {
    const at = (...times: number[]): string => log(times.map((time) => [time, 'handshake a started']));

    expect(await outcome(THREE, at(0, 1, 2))).toBe('3 It happened');
    expect(await outcome(THREE, at(0, 1, 2.001))).toBe('clear');
    expect(await outcome(THREE, at(0, 1))).toBe('clear');
  });

  it('counts each line of a burst once, and says what the largest burst came to', async () => {
    const text = log([0, 1, 2, 3, 4, 100, 101, 102].map((at) => [at, 'handshake a started']));

    const { findings } = await reportOf(`title "{count} in {window}" ${THREE}`, text);

    expect(findings.map(({ title, count, reasons }) => ({ title, count, reasons }))).toEqual([
      {
        title: '8 in 1 min 42 s',
        count: 8,
        reasons: [`5 × ${STARTED} in 4 s, at least 3 within 2 s asked`, '8 in all, in 2 bursts'],
      },
    ]);
  });

  it('counts lines of overlapping bursts once', async () => {
    const text = log([0, 1, 2, 3.5, 3.6, 3.7].map((at) => [at, 'handshake a started']));

    expect(await outcome(THREE, text)).toBe('6 It happened');
  });

  it('counts the values of FIELD apart', async () => {
    const same = `${THREE} same peer`;
    const mixed: [number, string][] = [
      [0, 'handshake a started'],
      [0.5, 'handshake b started'],
      [1, 'handshake a started'],
      [1.5, 'handshake b started'],
    ];

    expect(await outcome(same, log(mixed))).toBe('clear');
    expect(await outcome(same, log([...mixed, [1.6, 'handshake b started']]))).toBe('3 It happened');
  });

  it('counts entities apart', async () => {
    const told = story();
    for (const [at, pid] of [
      [0, 900],
      [0.5, 902],
      [1, 900],
      [1.5, 902],
      [1.6, 902],
    ] as const)
      acme(told, at, 'handshake a started', pid);

    const { findings } = await reportOf(`per process ${THREE}`, told.text());

    expect(findings.map(({ subjects, count }) => ({ subjects, count }))).toEqual([
      { subjects: [{ kind: 'process', name: 'acmed', pid: 902 }], count: 3 },
    ]);
  });
});

describe('when A then B', () => {
  const rule = `when ${STARTED} then ${FAILED} then ${STARTED} within 10s`;

  it('is met in this order within the time, its edge included', async () => {
    const chain = (end: number) =>
      log([
        [0, 'handshake a started'],
        [1, 'handshake a failed: x'],
        [end, 'handshake b started'],
      ]);

    expect(await outcome(rule, chain(10))).toBe('1 It happened');
    expect(await outcome(rule, chain(10.001))).toBe('clear');
  });

  it('is not met in another order', async () => {
    const text = log([
      [0, 'handshake a failed: x'],
      [1, 'handshake a started'],
      [2, 'handshake b started'],
    ]);

    expect(await outcome(rule, text)).toBe('clear');
  });

  it('uses each line once, and the newest beginning', async () => {
    const text = log([
      [0, 'handshake a started'],
      [8, 'handshake b started'],
      [12, 'handshake b done'],
      [13, 'handshake b done'],
    ]);

    const { findings } = await reportOf(`when ${STARTED} then ${DONE} within 10s`, text);

    expect(findings.map(({ count, reasons, evidence }) => [count, reasons, evidence.map(({ line }) => line)])).toEqual([
      [1, [`${STARTED}, then ${DONE} in 4 s, within 10 s asked`], [3, 4]],
    ]);
  });

  it('follows each value of FIELD', async () => {
    const text = log([
      [0, 'handshake a started'],
      [1, 'handshake b started'],
      [2, 'handshake a done'],
      [3, 'handshake c done'],
    ]);

    const { findings } = await reportOf(`when ${STARTED} then ${DONE} within 10s same peer`, text);

    expect(findings.map(({ count, reasons }) => [count, reasons[1]])).toEqual([[1, 'peer: a']]);
  });

  it('joins what two processes print by FIELD', async () => {
    const told = acme(story(), 0, 'handshake a started');
    helper(told, 1, 'replied to b');
    helper(told, 2, 'replied to a');

    expect(
      await outcome(`per process when ${STARTED} then acme.helper/replied within 10s same peer`, told.text()),
    ).toBe('1 It happened');
  });
});

describe('when A without B', () => {
  const rule = `when ${STARTED} without ${DONE} within 5s`;

  it('is met where the whole time went by', async () => {
    const { findings, detectors } = await reportOf(
      `title "{peer} for {window}" ${rule}`,
      log([[0, 'handshake a started']], 5),
    );

    expect(detectors).toEqual([{ id: 'r', status: 'found' }]);
    expect(findings.map(({ title, reasons, evidence }) => [title, reasons, evidence.length])).toEqual([
      ['a for 5 s', [`1 × ${STARTED}, and no ${DONE} within 5 s of it`], 1],
    ]);
  });

  it('is answered up to the edge of the time', async () => {
    const answered = (at: number) =>
      log([
        [0, 'handshake a started'],
        [at, 'handshake a done'],
      ]);

    expect(await outcome(rule, answered(5))).toBe('clear');
    expect(await outcome(rule, answered(5.001))).toBe('1 It happened');
  });

  it('asks for an answer with the same value of FIELD', async () => {
    const text = log([
      [0, 'handshake a started'],
      [0, 'handshake b started'],
      [1, 'handshake b done'],
    ]);

    expect(await outcome(rule, text)).toBe('clear');
    expect(await outcome(`title "{peer}" ${rule} same peer`, text)).toBe('1 a');
  });

  it('takes an answer of another process for the same value', async () => {
    const told = acme(story(), 0, 'handshake a started');
    helper(told, 1, 'replied to a');
    helper(told, 60, 'nothing');

    const across = `per process when ${STARTED} without acme.helper/replied within 5s same peer`;

    expect(await outcome(across, told.text())).toBe('clear');
  });

  it('takes the next A for the answer of the one before where both are the same event', async () => {
    const text = log([
      [0, 'handshake a started'],
      [4, 'handshake a started'],
    ]);

    expect(await outcome(`title "{attempt}" when ${STARTED} without ${STARTED} within 5s`, text)).toBe('1 (unknown)');
  });

  it('is judged neither way where the capture ends, records are lost, the machine sleeps or starts anew', async () => {
    const left =
      'not-observable: 1 more could not be judged: sleep, lost records or the end of the capture fall into the wait';
    const told = (line: string): string => helper(story(), 60, 'x').text().replace('\n', `\n${START}\n${line}\n`);
    const tool = (message: string): string => `2026-03-01 10:00:02.000 Df ${message}`;

    expect(await outcome(rule, log([[0, 'handshake a started']], 4.9))).toBe(left);
    expect(await outcome(rule, told(tool(`powerd[96:1] [com.apple.powerd:sleepWake] ${SLEEPS}`)))).toBe(left);
    expect(await outcome(rule, told(tool(LOST)))).toBe(left);
    expect(await outcome(rule, told(tool(`logd[90:1] ${QUARANTINED}`)))).toBe(left);
    expect(await outcome(rule, told(tool('=== system boot: 5C0FFEE0-1111-4222-8333-444455556666')))).toBe(left);
    expect(await outcome(rule, told(tool('powerd[96:1] nothing')))).toBe('1 It happened');
  });

  it('is not asked of an A in sleep', async () => {
    const asleep = story().line(0, 'Df', 'powerd', 96, `[com.apple.powerd:sleepWake] ${SLEEPS}`);

    const text = helper(acme(asleep, 1, 'handshake a started'), 60, 'x').text();

    expect(await outcome(rule, text)).toMatch(/^not-observable: 1 more could not be judged/);
  });

  it('counts what can be judged, and says how much cannot', async () => {
    const text = log(
      [
        [0, 'handshake a started'],
        [58, 'handshake b started'],
      ],
      60,
    );

    const { findings } = await reportOf(rule, text);

    expect(findings.map(({ count, reasons }) => [count, reasons[1]])).toEqual([
      [1, '1 more could not be judged: sleep, lost records or the end of the capture fall into the wait'],
    ]);
  });

  it('does not take the end of one input for silence when another goes on', async () => {
    const { catalog, detector } = await ruleOf(rule);
    const first = acme(story(), 0, 'handshake a started').text();
    const second = helper(helper(story(), 1, 'x'), 60, 'x').text();

    const { report } = await analyzeSources([bytesSource(Buffer.from(first)), bytesSource(Buffer.from(second))], {
      detectors: [detector],
      catalog,
      version: '0',
    });

    expect(report.detectors).toMatchObject([{ status: 'not-observable' }]);
  });
});

describe('per', () => {
  const found = async (clauses: string, text: string) =>
    (await reportOf(clauses, text)).findings.map(({ title, confidence, subjects }) => ({
      title,
      confidence,
      subjects,
    }));

  it('provider is the provider of the session that the event names', async () => {
    const text = connected(story(), 0).text();

    expect(
      await found(
        'per provider confidence high title "{provider} of {session}" when seen nesessionmanager.session/status-changed where status == "connected"',
        text,
      ),
    ).toEqual([
      {
        title: 'Acme Proxy of Acme Proxy',
        confidence: 'high',
        subjects: [
          {
            kind: 'provider',
            bundle: 'com.example.acme.extension',
            pid: 569,
            session: UUID,
            name: 'Acme Proxy',
          },
        ],
      },
    ]);
  });

  it('session is the one that the event names, with its provider behind it', async () => {
    const text = connected(story(), 0).text();

    expect(await found('per session title "{session}" when seen nesessionmanager.session/start-command', text)).toEqual(
      [
        {
          title: 'Acme Proxy',
          confidence: 'medium',
          subjects: [{ kind: 'session', session: UUID, name: 'Acme Proxy' }],
        },
      ],
    );
  });

  it('flow is told by its hash', async () => {
    const text = connected(story(), 0)
      .library(1, 7, 'Wrote 3 bytes')
      .library(2, 8, 'flow is closed for writes, cannot write 578 bytes of data')
      .text();

    expect(await found('per flow when seen networkextension.flow/write-after-close', text)).toMatchObject([
      {
        subjects: [
          { kind: 'flow', name: '8' },
          { kind: 'provider', pid: 569 },
        ],
      },
    ]);
  });

  it('is the process that printed the event where the event does not tell, and then it is less sure', async () => {
    const text = log([[0, 'handshake a started']]);

    const { findings } = await reportOf(`per app title "{app}" when seen ${STARTED}`, text);

    expect(
      findings.map(({ title, confidence, reasons, subjects }) => [title, confidence, reasons[1], subjects]),
    ).toEqual([
      ['an app', 'low', 'no line tells the app: acmed printed it', [{ kind: 'process', name: 'acmed', pid: 900 }]],
    ]);
  });
});

describe('unless', () => {
  it('leaves out what its group or its event says', async () => {
    const text = connected(story(), 0).text();
    const rule = 'per provider when seen nesessionmanager.session/status-changed where status == "connected" unless';

    expect(await outcome(`${rule} provider.kind == "transparent-proxy"`, text)).toBe('clear');
    expect(await outcome(`${rule} provider.kind == "dns-proxy"`, text)).toBe('1 It happened');
    expect(await outcome(`${rule} session.name beginswith "Acme"`, text)).toBe('clear');
    expect(
      await outcome(`${rule} session.class == "NESMTransparentProxySession" and status == "connecting"`, text),
    ).toBe('1 It happened');
    expect(await outcome(`${rule} process == "com.example.acme.extension"`, text)).toBe('clear');
  });

  it('knows in the end what it could not know at first', async () => {
    const told = story().line(0, 'Df', 'com.example.acme.extension', 569, '[com.acme.tunnel:hs] handshake a started');

    expect(
      await outcome(
        `per provider when seen ${STARTED} unless provider.kind == "transparent-proxy"`,
        connected(told, 5).text(),
      ),
    ).toBe('clear');
  });
});

describe('what could not have been logged', () => {
  it('is told by the level that the capture lacks', async () => {
    const rule = 'when seen acme.tunnel/detail';
    const [without, withInfo] = [log([[0, 'handshake a done']]), acme(story(), 0, 'something', 900, 'I ').text()];

    expect(await outcome(rule, without)).toBe('not-observable: info messages (acme.tunnel/detail)');
    expect(await outcome(rule, withInfo)).toBe('clear');
  });

  it('is told by the process that the capture lacks, with the command that records it', async () => {
    const { detectors } = await reportOf(`when seen ${STARTED}`, connected(story(), 0).text());

    expect(detectors).toEqual([
      {
        id: 'r',
        status: 'not-observable',
        missing: [`any line of those who print acme.tunnel (${STARTED})`],
        remedy: recordCommand('30m', undefined, ['subsystem == "com.acme.tunnel"']),
      },
    ]);
  });

  it('is told by what has to be switched on, unless it was seen', async () => {
    const rule = `needs acme.tunnel/traced when seen ${FAILED}`;

    expect(await outcome(rule, log([[0, 'handshake a done']]))).toBe(
      'not-observable: acme.tunnel/traced, which is printed only with acmectl trace on',
    );
    expect(await outcome(rule, log([[0, 'trace a']]))).toBe('clear');
  });

  it('asks for what needs names, and only for that', async () => {
    const rule = `needs ${STARTED} when ${STARTED} then acme.tunnel/detail within 1s`;

    expect(await outcome(rule, log([[0, 'handshake a done']]))).toBe('clear');
  });

  it('proves no absence', async () => {
    const rule = `needs ${STARTED} when ${STARTED} without acme.tunnel/detail within 1s`;
    const missing = `needs ${STARTED} when ${STARTED} without acme.helper/replied within 1s`;
    const text = log([[0, 'handshake a started']]);

    expect(await outcome(rule, text)).toMatch(/^not-observable: /);
    expect(await outcome(missing, acme(acme(story(), 0, 'handshake a started'), 60, 'x').text())).toMatch(
      /^not-observable: /,
    );
  });

  it('is no FIELD that only its hash is left of', async () => {
    const hash = "<mask.hash: '2fe004cb835f3a9336cd70=='>";
    const text = log([0, 1, 2].map((at) => [at, `handshake ${hash} started`]));

    expect(await outcome(`title "{peer}" when count ${STARTED} >= 3 within 5s same peer`, text)).toBe(`3 ${hash}`);
  });

  it('is a FIELD that privacy took', async () => {
    const text = log([0, 1, 2].map((at) => [at, 'handshake <private> started']));

    expect(await outcome(`when count ${STARTED} >= 3 within 5s same peer`, text)).toBe(
      'not-observable: 3 more could not be told apart: their peer is private',
    );
  });
});

describe('confidence', () => {
  it('is a step lower where records were lost near by', async () => {
    const lost = (second: string): string =>
      `${log([[0, 'handshake a started']], 1)}2026-03-01 10:00:${second}.000 Df ${LOST}\n`;
    const rule = `confidence high when seen ${STARTED}`;
    const said = async (text: string) =>
      (await reportOf(rule, text)).findings.map(({ confidence, reasons }) => [confidence, reasons.slice(1)]);

    expect(await said(lost('09'))).toEqual([['medium', ['the log lost records near it']]]);
    expect(await said(lost('11'))).toEqual([['high', []]]);
  });

  it('is a step lower where the provider is one by its name only', async () => {
    const text = story()
      .line(0, 'Df', 'com.acme.tunnel-extension', 7, '[com.acme.tunnel:hs] handshake a started')
      .text();

    const { findings } = await reportOf(`per provider confidence high when seen ${STARTED}`, text);

    expect(findings.map(({ confidence, reasons }) => [confidence, reasons.slice(1)])).toEqual([
      ['medium', ['com.acme.tunnel-extension is held for a provider by its name']],
    ]);
  });
});

describe('the caps', () => {
  it('count what they forget, and then nothing is clear', async () => {
    const lines = (count: number, gap: number): string =>
      log(Array.from({ length: count }, (_, i) => [i * gap, `handshake p${i} started`]));
    const caps = { ...RULE_CAPS, states: 10, pending: 10 };
    const clauses = `when count ${STARTED} >= 2 within 5s same peer`;

    expect((await reportOf(clauses, lines(15, 0.1), caps)).detectors).toEqual([
      { id: 'r', status: 'not-observable', missing: ['5 more were forgotten: too many at a time'] },
    ]);
    expect((await reportOf(clauses, lines(15, 10), caps)).detectors).toEqual([{ id: 'r', status: 'clear' }]);
    const { findings } = await reportOf(`when ${STARTED} without ${DONE} within 5s same peer`, lines(15, 0.1), caps);
    expect(findings.map(({ count, reasons }) => [count, reasons.at(-1)])).toEqual([
      [10, '5 more were forgotten: too many at a time'],
    ]);
  });

  it('bound the lines that wait in a window', async () => {
    const text = log(Array.from({ length: 30 }, (_, i) => [i * 0.1, 'handshake a started']));

    const { detectors } = await reportOf(`when count ${STARTED} >= 20 within 5s`, text, { ...RULE_CAPS, times: 10 });

    expect(detectors).toEqual([
      { id: 'r', status: 'not-observable', missing: ['20 more were forgotten: too many at a time'] },
    ]);
  });

  it('bound the number of findings', async () => {
    const told = story();
    for (let pid = 1; pid <= 8; pid++) acme(told, pid, 'handshake a started', pid);

    const { findings } = await reportOf(`per process when seen ${STARTED}`, told.text(), { ...RULE_CAPS, groups: 5 });

    expect(findings.map(({ reasons }) => reasons.at(-1))).toEqual(
      Array.from({ length: 5 }, () => '3 more are of others, for which there was no room'),
    );
  });
});
