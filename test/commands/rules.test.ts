import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/detect/all.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { ROOT, runCli } from './run-cli.ts';

const ACME = join('samples', 'acme-handshake', 'acme.grammar');

let folder = '';
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('rules list', () => {
  it('has every detector in code and every rule, each once, and yours with its place', async () => {
    const { code, stdout } = await runCli(['rules', 'list', '--json', '--rules', ACME]);
    const rows = JSON.parse(stdout) as { id: string; kind: string; file?: string; line?: number }[];
    const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id);

    expect(code).toBe(0);
    expect(of('code')).toEqual(DETECTORS.map(({ meta }) => meta.id).toSorted());
    expect(of('rule')).toEqual(BUILT_IN_CATALOG.rules.map(({ name }) => name).toSorted());
    expect(rows.filter(({ kind }) => kind === 'user rule')).toMatchObject([
      { id: 'acme-handshake-storm', file: ACME },
      { id: 'acme-keepalive-without-reply', file: ACME },
    ]);
  });

  it('chooses by severity and kind', async () => {
    const { stdout, stderr } = await runCli(['rules', 'list', '--json', '--kind', 'rule', '--severity', 'error']);

    expect(JSON.parse(stdout).map(({ id }: { id: string }) => id)).toEqual(['network-rule-refused']);
    expect(stderr).toMatch(/^necropsy: 1 of \d+ detectors\n$/);
  });

  it.each([40, 60, 80, 120])('fits %d columns', async (width) => {
    const { stdout } = await runCli(['rules', 'list', '--width', String(width)]);

    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  it('refuses an unknown severity', async () => {
    expect((await runCli(['rules', 'list', '--severity', 'bad'])).code).toBe(2);
  });
});

describe('rules show', () => {
  it('prints a rule as it is written, with its place', async () => {
    const [shipped, own] = await Promise.all([
      runCli(['rules', 'show', 'network-rule-refused']),
      runCli(['rules', 'show', 'acme-handshake-storm', '--rules', ACME]),
    ]);
    const written = readFileSync(join(ROOT, 'grammars/rules/network-rule-refused.grammar'), 'utf8');

    expect(shipped.stdout).toMatch(/^grammars\/rules\/network-rule-refused\.grammar:2\n\nrule network-rule-refused\n/);
    expect(written).toContain(shipped.stdout.slice(shipped.stdout.indexOf('\n\n') + 2));
    expect(own.stdout).toMatch(/^samples\/acme-handshake\/acme\.grammar:\d+\n\nrule acme-handshake-storm\n/);
  });

  it('prints the page of a detector in code, the same as explain', async () => {
    const [show, explain] = await Promise.all([
      runCli(['rules', 'show', 'proxy-self-loop', '--width', '80']),
      runCli(['explain', 'proxy-self-loop', '--width', '80']),
    ]);

    expect(show.stdout).toBe(explain.stdout);
  });

  it('knows what was meant', async () => {
    const { code, stderr } = await runCli(['rules', 'show', 'proxy-selfloop']);

    expect([code, stderr]).toEqual([
      2,
      'necropsy: no detector is called proxy-selfloop\ndid you mean proxy-self-loop?\n',
    ]);
  });

  it('lets nothing of a file reach the terminal as more than text', async () => {
    const path = file(
      'esc.grammar',
      `${readFileSync(join(ROOT, ACME), 'utf8')}\n-- \u001b[2J\u202e\n`.replace('rule ', '-- \u001b[2J\nrule '),
    );

    const { stdout } = await runCli(['rules', 'show', 'acme-handshake-storm', '--rules', path]);

    expect(stdout).not.toMatch(/\u001b|\u202e/);
  });
});

describe('rules doc', () => {
  it('prints the committed page', async () => {
    const { stdout } = await runCli(['rules', 'doc', 'provider-crash']);

    expect(stdout).toBe(readFileSync(join(ROOT, 'src/detect/docs/provider-crash.md'), 'utf8'));
  });

  it('writes a page each and an index into a folder, your rules included', async () => {
    const into = join(folder, 'pages');
    const { code, stdout } = await runCli(['rules', 'doc', '--all', '--rules', ACME, '-o', into]);

    expect([code, stdout]).toEqual([0, '']);
    expect(readdirSync(into)).toEqual(
      expect.arrayContaining(['README.md', 'acme-handshake-storm.md', 'provider-crash.md']),
    );
    expect(readFileSync(join(into, 'README.md'), 'utf8')).toContain('(acme-handshake-storm.md)');
  });

  it.each([
    [['rules', 'doc'], 'name a detector, or ask for --all'],
    [['rules', 'doc', 'provider-crash', '--all'], 'detectors and --all exclude each other'],
    [['rules', 'doc', 'provider-crsh'], 'no detector is called provider-crsh'],
  ])('refuses %j', async (args, said) => {
    const { code, stderr } = await runCli(args);

    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

/** A rule of its own family, whose example is right. */
const SOUND = `family acme.gate
  title "Acme gate"
  where subsystem == "com.acme.gate"
message stuck
  text   "gate {gate:word} is stuck"
  sample "gate a is stuck" -> gate=a
rule acme-gate-stuck
  title    "Gate {gate} is stuck"
  severity warning
  -- three retries are normal
  when     count acme.gate/stuck >= 4 within 10s
  means    "Nothing goes through."
  not-it   "A gate that is closed."
  do       developer "Reset it."
  example found "four" """
    2026-03-01 10:00:00.000 Df acmed[9:1] [com.acme.gate:main] gate b is stuck x4
  """ -> count=4
  example clear "two" """
    2026-03-01 10:00:00.000 Df acmed[9:1] [com.acme.gate:main] gate b is stuck x2
  """
`;

describe('rules test', () => {
  it('runs the examples of the rules that ship, and they come out', async () => {
    const { code, stdout } = await runCli(['rules', 'test']);

    expect(code).toBe(0);
    expect(stdout).toMatch(/\n\d+ examples of 3 rules: all as they say\n$/);
  });

  it('says what was expected and what came, and ends in 1', async () => {
    const path = file('failing.grammar', SOUND.replace('count=4', 'count=5'));

    const { code, stdout } = await runCli(['rules', 'test', path], { cwd: folder });

    expect(code).toBe(1);
    expect(stdout).toBe(`acme-gate-stuck
  ▲ found "four"
      count is 4, expected 5
      ${path}:15:3
  ● clear "two"
2 examples of 1 rule: 1 failed
`);
  });

  it.each([30, 60, 100])('fits %d columns and keeps the place whole', async (width) => {
    const path = file('narrow.grammar', SOUND.replace('count=4', 'count=5'));

    const { stdout } = await runCli(['rules', 'test', path, '--width', String(width)]);

    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(stdout.replaceAll(/\n */g, '')).toContain(`${path}:15:3`);
  });

  it('ends in 4 where a rule is wrong, and runs none', async () => {
    const path = file('wrong.grammar', SOUND.replace('count acme.gate/stuck', 'count acme.gate/stcuk'));

    const { code, stdout, stderr } = await runCli(['rules', 'test', path]);

    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toContain(`${path}:11:18  rule-unknown-event`);
    expect(stderr).toContain('did you mean acme.gate/stuck?');
  });

  it('ends in 4 where there is no rule, or no file', async () => {
    const path = file('none.grammar', SOUND.slice(0, SOUND.indexOf('rule ')));
    const [none, missing] = await Promise.all([
      runCli(['rules', 'test', path]),
      runCli(['rules', 'test', 'no.grammar']),
    ]);

    expect([none.code, missing.code]).toEqual([4, 4]);
    expect(none.stderr).toContain(`there is no rule in ${path}`);
    expect(missing.stderr).toContain('cannot read the grammar no.grammar');
  });

  it('writes JUnit that a parser reads, with hostile names in it', async () => {
    const hostile = "a]]></failure><x y='1'>&amp;\u0001";
    const path = file('junit.grammar', SOUND.replace('count=4', 'count=5').replace('"four"', `"${hostile}"`));
    const junit = join(folder, 'out.xml');

    const { code } = await runCli(['rules', 'test', path, '--junit', junit]);

    const xml = new DOMParser().parseFromString(readFileSync(junit, 'utf8'), 'text/xml');
    const cases = [...xml.getElementsByTagName('testcase')];
    expect(code).toBe(1);
    expect(cases.map((each) => each.getAttribute('name'))).toEqual([
      `found: ${hostile.replace('\u0001', '␁')}`,
      'clear: two',
    ]);
    expect(cases.map((each) => each.getElementsByTagName('failure').length)).toEqual([1, 0]);
    const suite = xml.getElementsByTagName('testsuite')[0];
    expect(['tests', 'failures', 'errors'].map((name) => suite?.getAttribute(name))).toEqual(['2', '1', '0']);
    expect(cases[0]?.getElementsByTagName('failure')[0]?.textContent).toContain('count is 4, expected 5');
  });

  it('does not write JUnit over a rule', async () => {
    const path = file('own.grammar', SOUND);

    const { code } = await runCli(['rules', 'test', path, '--junit', path]);

    expect(code).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe(SOUND);
  });
});

describe('rules lint', () => {
  it('has nothing to say of a sound rule, nor of those that ship', async () => {
    const path = file('sound.grammar', SOUND);
    const [own, shipped] = await Promise.all([runCli(['rules', 'lint', path]), runCli(['rules', 'lint'])]);

    expect([own.code, own.stdout]).toEqual([0, '1 file, 1 sound rule: 0 errors, 0 warnings\n']);
    expect([shipped.code, shipped.stdout]).toEqual([0, '3 files, 3 sound rules: 0 errors, 0 warnings\n']);
  });

  it.each([
    ['an event that is none', ['acme.gate/stuck >=', 'acme.gate/stukc >='], '11:18  rule-unknown-event', 4],
    ['a name that a detector has', ['rule acme-gate-stuck', 'rule proxy-self-loop'], '7:6  duplicate-name', 4],
    [
      'a name that a rule that ships has',
      ['rule acme-gate-stuck', 'rule network-rule-refused'],
      '7:6  duplicate-name',
      4,
    ],
    ['no meaning', ['  means    "Nothing goes through."\n', ''], "rule acme-gate-stuck has no 'means'", 4],
    [
      'nothing that is not it',
      ['  not-it   "A gate that is closed."\n', ''],
      "rule acme-gate-stuck has no 'not-it'",
      4,
    ],
    ['nothing to do', ['  do       developer "Reset it."\n', ''], "rule acme-gate-stuck has no 'do'", 4],
    ['no example that is found', ['example found', 'example clear'], '7:6  rule-example-missing', 4],
    [
      'a threshold without a reason',
      ['  -- three retries are normal\n', ''],
      '10:3  rule-threshold-unexplained (warning)',
      0,
    ],
    [
      'a debug message',
      ['  sample "gate a', '  level debug\n  sample "gate a'],
      '12:18  rule-needs-debug (warning)',
      0,
    ],
    ['a blank', ['"Reset it."', '"‹what to do›"'], '14:23  rule-blank', 4],
  ] as const)('says where there is %s', async (what, [from, to], said, expected) => {
    const path = file(`${what.replaceAll(' ', '-')}.grammar`, SOUND.replace(from, to));

    const { code, stdout } = await runCli(['rules', 'lint', path]);

    expect(stdout).toContain(said);
    expect(code).toBe(expected);
  });

  it('prints problems as JSON', async () => {
    const path = file('json.grammar', SOUND.replace('"Reset it."', '"‹what›"'));

    const { code, stdout } = await runCli(['rules', 'lint', path, '--json']);

    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject([{ code: 'rule-blank', severity: 'error', place: { line: 14 } }]);
  });
});

describe('rules new', () => {
  it('writes a rule that lacks nothing but its blanks', async () => {
    const path = join(folder, 'new.grammar');
    const { code, stderr } = await runCli([
      'rules',
      'new',
      'acme-x',
      '--event',
      'kernel.flow-divert/connecting',
      '-o',
      path,
    ]);
    const lint = JSON.parse((await runCli(['rules', 'lint', path, '--json'])).stdout) as { code: string }[];
    const filled = file('filled.grammar', readFileSync(path, 'utf8').replaceAll(/‹[^‹›]*›/g, 'x'));

    expect(code).toBe(0);
    expect(stderr).toContain(`necropsy rules lint ${path} says what is left`);
    expect(new Set(lint.map((each) => each.code))).toEqual(new Set(['rule-blank']));
    expect((await runCli(['rules', 'lint', filled])).stdout).toContain('1 sound rule: 0 errors, 0 warnings');
  });

  it('leaves a file that is there as it is', async () => {
    const path = file('there.grammar', 'precious');

    const { code, stderr } = await runCli(['rules', 'new', 'acme-x', '-o', path]);

    expect([code, readFileSync(path, 'utf8')]).toEqual([2, 'precious']);
    expect(stderr).toContain('it is there already');
  });

  it.each([
    [['Acme X'], 'is no name for a rule'],
    [['../acme'], 'is no name for a rule'],
    [['proxy-self-loop'], 'a detector is called proxy-self-loop already'],
    [['acme-x', '--event', 'kernel.flow-divert/conecting'], 'did you mean kernel.flow-divert/connecting'],
  ])('refuses %j', async (args, said) => {
    const { code, stderr } = await runCli(['rules', 'new', ...args]);

    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe('rules coverage', () => {
  it('names every message once, with who reads it', async () => {
    const { code, stdout } = await runCli(['rules', 'coverage', '--read-by', 'any', '--json', '--rules', ACME]);
    const rows = JSON.parse(stdout) as { event: string; detectors: string[]; isFollowed: boolean }[];
    const row = (name: string) => rows.find(({ event }) => event === name);

    expect(code).toBe(0);
    expect(new Set(rows.map(({ event }) => event)).size).toBe(rows.length);
    expect(row('networkextension.framework/rule-port-refused')?.detectors).toContain('network-rule-refused');
    expect(rows.some(({ detectors }) => detectors.includes('acme-handshake-storm'))).toBe(true);
    expect(row('nesessionmanager.session/status-changed')?.isFollowed).toBe(true);
  });

  it('splits the messages in three', async () => {
    const of = async (readBy: string) =>
      JSON.parse((await runCli(['rules', 'coverage', '--read-by', readBy, '--json'])).stdout).length as number;
    const [detector, tracker, none, any] = await Promise.all(['detector', 'tracker', 'none', 'any'].map(of));

    expect((detector ?? 0) + (tracker ?? 0) + (none ?? 0)).toBe(any);
  });

  it('says of a capture who could look in it, and what the others lack', async () => {
    const capture = join('samples', 'acme-handshake', 'capture.log');
    const { code, stdout } = await runCli(['rules', 'coverage', capture, '--json', '--rules', ACME]);
    const rows = JSON.parse(stdout) as { detector: string; status: string; why: string; findings: number }[];

    expect(code).toBe(0);
    expect(rows.find(({ detector }) => detector === 'acme-handshake-storm')).toMatchObject({
      status: 'found',
      findings: 1,
    });
    for (const { status, why } of rows) expect(why !== '').toBe(status === 'not-observable');
  });

  it.each([60, 80, 120])('fits %d columns', async (width) => {
    const { stdout } = await runCli([
      'rules',
      'coverage',
      'samples/acme-handshake/capture.log',
      '--width',
      String(width),
    ]);

    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  it('ends in 3 where there is no such capture', async () => {
    expect((await runCli(['rules', 'coverage', 'none.log'])).code).toBe(3);
  });
});
