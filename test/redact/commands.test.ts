import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/cli.ts';
import { type Run, runCli } from '../support/run-cli.ts';
import { canaryCapture, NETWORKS, PEOPLE, SOFTWARE } from './canary-capture.ts';

let folder = '';
let input = '';
let made = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-share-'));
  mkdirSync(join(folder, 'quenby'));
  input = join(folder, 'quenby', 'Quagga outage.ndjson');
  writeFileSync(input, canaryCapture());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LEVELS = [
  ['apple', PEOPLE],
  ['standard', NETWORKS],
  ['strict', SOFTWARE],
] as const;

const COMMANDS_WITH_VALUES: readonly (readonly string[])[] = [
  ['flows', '%'],
  ['flows', '%', '--width', '200'],
  ['flows', '%', '-f', 'json'],
  ['flows', '%', '-f', 'csv'],
  ['flows', 'show', '#', '%', '--width', '200'],
  ['flows', 'show', '#', '%', '-f', 'json'],
  ['processes', '%', '-f', 'md'],
  ['sessions', '%', '-f', 'json'],
  ['sessions', '%', '--starts', '-f', 'csv'],
  ['processes', '%', '-f', 'json'],
  ['why', 'proxy-self-loop', '%', '--all', '--width', '200'],
  ['why', 'proxy-self-loop', '%', '--json'],
  ['why', 'session-flap', '%', '--json'],
  ['story', '%', '--width', '200'],
  ['story', '%', '-f', 'json'],
  ['story', '%', '-f', 'md'],
  ['check', '%', '--width', '200'],
  ['check', '%', '--json'],
  ['events', '%', '--unknown'],
  ['grammar', 'coverage', '%', '--json', '--top', '100'],
  ['grammar', 'coverage', '%', '--width', '200', '--top', '100'],
  ['rules', 'coverage', '%', '--json'],
  ['analyze', '%', '--width', '200', '--all'],
  ['analyze', '%', '--json'],
  ['analyze', '%', '--format', 'md'],
  ['analyze', '%', '--format', 'sarif'],
  ['analyze', '%', '--format', 'chrome-trace'],
  ['export', '%'],
  ['diff', '%', '%', '--width', '200'],
  ['diff', '%', '%', '--json'],
];

const done = new Map<string, Promise<Run>>();

/** `%` is the capture, `#` a flow of it. What was run already is not run again. */
function run(words: readonly string[], ...more: readonly string[]): Promise<Run> {
  const args = [...words.map((word) => (word === '%' ? input : word === '#' ? flow : word)), ...more];
  const key = args.join('\n');
  const running = done.get(key) ?? runCli(args);
  done.set(key, running);
  return running;
}

let flow = '';
beforeAll(async () => {
  const { stdout } = await run(['flows', '%', '-f', 'json', '-q', '--limit', '1']);
  flow = JSON.parse(stdout)[0].id;
});

function found(canaries: readonly string[], text: string): readonly string[] {
  const small = text.toLowerCase();
  return canaries.filter((canary) => small.includes(canary));
}

describe('what a redacting command prints holds none of it', () => {
  it.each(COMMANDS_WITH_VALUES.map((words) => [words.join(' '), words] as const))('%s', async (_, words) => {
    const plain = await run(words, '-q');
    // A level decides what is replaced, a format how it is written: each is tried with the widest of the other.
    const levels = words[0] === 'analyze' && words.includes('--json') ? LEVELS : LEVELS.slice(-1);
    for (const [level, canaries] of levels) {
      const { code, stdout, stderr } = await run(words, '--redact', level);

      expect({ code, found: found(canaries, stdout + stderr) }).toEqual({ code: plain.code, found: [] });
      expect(stdout.trim()).not.toBe('');
    }
  });

  it('holds them without redaction: the test can fail', async () => {
    const runs = await Promise.all(COMMANDS_WITH_VALUES.map((words) => run(words, '-q')));

    const clean = COMMANDS_WITH_VALUES.filter((_, index) => found(SOFTWARE, runs[index]?.stdout ?? '').length === 0);
    // What could not look is told in words of ours.
    expect(clean).toEqual([['rules', 'coverage', '%', '--json']]);
  });

  it.each(['html', 'md', 'json'])('a file of a comparison: %s', async (ending) => {
    for (const [level, canaries] of LEVELS.slice(-1)) {
      made += 1;
      const output = join(folder, `${made}.${ending}`);
      const { code, stderr } = await run(['diff', '%', '%', '-o', output, '--redact', level]);

      expect({ code, found: found(canaries, readFileSync(output, 'utf8') + stderr) }).toEqual({ code: 0, found: [] });
    }
  });
});

describe('what a redacting command says besides', () => {
  /** Without texts; how many lines are known depends on how many are looked at. */
  const numbersOf = (stdout: string): unknown =>
    JSON.parse(stdout, (key, each: unknown) => (key === 'events' ? 0 : typeof each === 'string' ? '' : each));

  it.each([
    [['flows', '%', '-f', 'json']],
    [['flows', 'show', '#', '%', '-f', 'json']],
    [['sessions', '%', '-f', 'json']],
    [['processes', '%', '-f', 'json']],
    [['why', 'proxy-self-loop', '%', '--json']],
    [['story', '%', '-f', 'json']],
    [['check', '%', '--json']],
  ])('is the same: %j', async (words) => {
    const [plain, redacted] = [await run(words, '-q'), await run(words, '--redact', 'strict')];

    expect(numbersOf(redacted.stdout)).toEqual(numbersOf(plain.stdout));
  });
});

describe('a redacted comparison', () => {
  const GOOD = 'samples/flow-endings/capture.log';
  const numbers = (stdout: string): unknown => {
    const { findings, sessions, flows, deaths, regressions, incomparable } = JSON.parse(stdout);
    const withoutText = ({ title: _, subject: __, good, bad, ...rest }: Record<string, Record<string, unknown>>) => ({
      ...rest,
      good: { ...good, message: '' },
      bad: { ...bad, message: '' },
    });
    const nameless = ({ name: _, provider: __, ...rest }: Record<string, unknown>): unknown => rest;
    return {
      findings: findings.map(withoutText),
      sessions: sessions.map(nameless),
      ...{ flows, incomparable },
      deaths: deaths.map(nameless),
      regressions: regressions.length,
    };
  };

  it('of a capture with itself shows no change', async () => {
    for (const [level] of LEVELS) {
      const { code, stdout } = await run(['diff', '%', '%', '--json'], '--redact', level);

      const { findings, regressions, deaths } = JSON.parse(stdout);
      expect(code).toBe(0);
      expect({ regressions, deaths }).toEqual({ regressions: [], deaths: [] });
      expect(new Set(findings.map(({ change }: { change: string }) => change))).toEqual(new Set(['same']));
    }
  });

  it('says the same as the plain one, in tokens that are the same on both sides', async () => {
    const plain = await run(['diff', GOOD, '%', '--json']);
    for (const [level] of LEVELS) {
      const redacted = await run(['diff', GOOD, '%', '--json', '--redact', level]);

      expect(redacted.code).toBe(plain.code);
      expect(numbers(redacted.stdout)).toEqual(numbers(plain.stdout));
    }
    expect(JSON.parse(plain.stdout).regressions.length).toBeGreaterThan(0);
  });
});

describe('who chooses says what the log says', () => {
  it.each<readonly [readonly string[], string, string]>([
    [['flows', '%', '-f', 'ndjson', '-q'], '--app', 'org.zorilla.chat'],
    [['flows', '%', '-f', 'ndjson', '-q'], '--app', '!org.zorilla.chat'],
    [['flows', '%', '-f', 'ndjson', '-q'], '--where', 'app == "org.zorilla.chat"'],
    [['flows', '%', '-f', 'ndjson', '-q'], '--host', '198.51.100'],
    [['sessions', '%', '-f', 'ndjson', '-q'], '--session', '!4dad2986'],
    [['processes', '%', '-f', 'ndjson', '-q'], '--app', 'org.zorilla.vpn'],
    [['events', '%', '-q'], '--session', 'zanzibar'],
    [['export', '%', '-q'], '--grep', 'quenb'],
    [['analyze', '%', '-q', '--format', 'ndjson'], '--app', 'org.zorilla.vpn.proxy'],
    [['analyze', '%', '-q', '--format', 'ndjson'], '--app', '!org.zorilla.vpn.proxy'],
  ])('%j %s %s', async (words, ...choice) => {
    const [plain, redacted] = await Promise.all([run(words, ...choice), run(words, ...choice, '--redact', 'strict')]);

    const lines = ({ stdout }: Run): number => stdout.split('\n').length - 1;
    expect(lines(redacted)).toBe(lines(plain));
    expect(lines(plain) > 0).toBe(choice[1] !== '!org.zorilla.vpn.proxy');
    // Nor a part of one that was typed.
    expect(found([...SOFTWARE, 'quenb'], redacted.stdout)).toEqual([]);
  });

  it('and may say a token, where a key keeps it', async () => {
    const kept = ['--redact', 'strict', '--key-file', join(folder, 'key'), '-q', '-f', 'ndjson'];
    const byName = await run(['flows', '%', '--app', 'org.zorilla.chat', ...kept]);
    const token = JSON.parse(byName.stdout.split('\n')[0] ?? '').app;

    const byToken = await run(['flows', '%', '--app', token, ...kept]);

    expect(token).not.toContain('zorilla');
    expect(byToken.stdout).toBe(byName.stdout);
  });

  it('asks why of a session by its name, and is not told the names that there are', async () => {
    const why = ['why', 'session-flap', '%', '--redact', 'standard'];
    const known = await run(why, '--session', 'Zanzibar Link', '--json');
    const near = await run(why, '--session', 'Zanzibar Lin');

    expect(known.code).toBe(0);
    expect(JSON.parse(known.stdout).matching).toBeGreaterThan(0);
    expect(near.code).toBe(2);
    expect(near.stderr).not.toContain('Zanzibar Link');
  });
});

describe('every command', () => {
  /** Why a command does not redact. */
  const WITHOUT: Readonly<Record<string, string>> = {
    'capture:plan': 'reads no capture',
    'capture:predicate': 'reads no capture',
    completion: 'reads no capture',
    doctor: 'tells of the machine it runs on, to the person at it',
    explain: 'says again what was pasted',
    'redact:reveal': 'is there to say the value',
    'grammar:check': 'reads no capture',
    'grammar:suggest': 'a grammar with tokens in it would match no line of the log',
    'rules:list': 'reads no capture',
    'rules:show': 'reads no capture',
    'rules:doc': 'reads no capture',
    'rules:test': 'reads no capture',
    'rules:lint': 'reads no capture',
    'rules:new': 'reads no capture',
    'baseline:write': 'a fingerprint is made of names: whoever guesses them can tell that they are right',
    'baseline:prune': 'prints none of the capture',
    'baseline:show': 'prints what was written on purpose, with its reasons',
    watch: 'a live log may give a name away after it was printed',
  };

  it('takes --redact and --key-file, or has a reason not to', () => {
    const without = Object.entries(COMMANDS).flatMap(([name, { flags }]) =>
      flags?.redact === undefined || flags['key-file'] === undefined ? [name] : [],
    );
    const known = Object.keys(WITHOUT);

    expect(
      without.filter((name) => !known.includes(name)).concat(known.filter((name) => !without.includes(name))),
    ).toEqual([]);
  });

  it.each([
    ['flows'],
    ['why', 'provider-crash'],
    ['events'],
    ['export'],
    ['check'],
    ['diff', '%'],
    ['grammar', 'coverage'],
  ])('refuses a key without a level: %j', async (...words) => {
    const { code, stdout, stderr } = await run([...words, '%'], '--key-file', join(folder, 'none'));

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--redact');
    expect(readdirSync(folder)).not.toContain('none');
  });
});
