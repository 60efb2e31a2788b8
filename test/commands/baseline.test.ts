import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import schema from '../../src/model/report.schema.json' with { type: 'json' };
import { runCli } from './run-cli.ts';

const CAPTURE = join('samples', 'udp-self-loop', 'capture.ndjson');
/** A capture in which the detector of the other one finds nothing. */
const OTHER = join('samples', 'flow-endings', 'capture.log');
const DAY = ['--today', '2026-03-01'];

let folder = '';
let known = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-'));
  known = join(folder, 'known.json');
  await runCli(['baseline', 'write', CAPTURE, '--reason', 'known 26.1 bug', '-o', known, ...DAY]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const file = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};

describe('baseline write', () => {
  it('accepts what a capture shows, counted, with its reason, for 90 days', () => {
    expect(read(known)).toMatchObject({
      schemaVersion: 1,
      entries: [
        {
          detector: 'proxy-self-loop',
          count: 64,
          reason: 'known 26.1 bug',
          since: '2026-03-01',
          expires: '2026-05-30',
        },
      ],
    });
  });

  it.each([
    ['2w', '2026-03-15'],
    ['2026-12-31', '2026-12-31'],
    ['never', undefined],
  ])('takes --expires %s', async (expires, day) => {
    const path = join(folder, `${expires}.json`);

    await runCli(['baseline', 'write', CAPTURE, '--reason', 'x', '--expires', expires, '-o', path, ...DAY]);

    expect(read(path).entries[0].expires).toBe(day);
  });

  it.each([
    [['--reason', ' '], '--reason is empty'],
    [[], 'reason'],
    [['--reason', 'x', '--expires', 'soon'], '--expires soon is no time'],
    [['--reason', 'x', '--expires', '2026-02-30'], '--expires 2026-02-30 is no time'],
    [['--reason', 'x', '--expires', '2025-01-01'], 'is over already'],
    [['--reason', 'x', '--rule', 'proxy-selfloop'], 'did you mean proxy-self-loop'],
    [['--reason', 'x', '-o', CAPTURE], 'would be overwritten'],
  ])('refuses %j', async (args, said) => {
    const { code, stderr } = await runCli(['baseline', 'write', CAPTURE, ...args, ...DAY]);

    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  it('never writes over a file that is no baseline, and ends in 3 without a capture', async () => {
    const precious = file('precious.json', 'precious');
    const [kept, missing] = await Promise.all([
      runCli(['baseline', 'write', CAPTURE, '--reason', 'x', '-o', precious]),
      runCli(['baseline', 'write', 'none.log', '--reason', 'x', '-o', join(folder, 'never.json')]),
    ]);

    expect([kept.code, missing.code]).toEqual([4, 3]);
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });

  it('keeps what the file accepts already', async () => {
    const entry = { ...read(known).entries[0], fingerprint: 'a'.repeat(32), detector: 'darkwake-churn' };
    const path = file('more.json', { schemaVersion: 1, entries: [entry] });

    await runCli(['baseline', 'write', CAPTURE, '--reason', 'x', '-o', path]);

    expect(read(path).entries.map(({ detector }: { detector: string }) => detector)).toEqual([
      'darkwake-churn',
      'proxy-self-loop',
    ]);
  });
});

describe('analyze --baseline', () => {
  const args = (...more: string[]): string[] => ['analyze', CAPTURE, '--baseline', known, ...DAY, ...more];

  it('leaves accepted findings out of the screen and counts them; --all shows them with their reason', async () => {
    const [screen, all] = await Promise.all([runCli(args('--width', '100')), runCli(args('--width', '100', '--all'))]);

    expect(screen.stdout).not.toContain('A provider is diverting its own traffic');
    expect(screen.stdout).toContain('1 baselined finding not shown (--all)');
    expect(screen.stdout).toContain('1 only what the baseline knows');
    expect(all.stdout).toContain('A provider is diverting its own traffic');
    expect(all.stdout).toContain('but: accepted: known 26.1 bug · up to ×64 · until 2026-05-30');
  });

  it('keeps them in JSON with a mark, as the schema says, and in SARIF suppressed', async () => {
    const [json, sarif, csv] = await Promise.all([
      runCli(args('--json')),
      runCli(args('--format', 'sarif')),
      runCli(args('--format', 'csv')),
    ]);
    const report = JSON.parse(json.stdout);

    expect(report.findings[0].baselined).toEqual({ reason: 'known 26.1 bug', count: 64, expires: '2026-05-30' });
    expect(new Ajv2020({ strict: true }).validate(schema, report)).toBe(true);
    expect(JSON.parse(sarif.stdout).runs[0].results[0].suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'known 26.1 bug (until 2026-05-30)' },
    ]);
    expect(csv.stdout).not.toContain('proxy-self-loop');
  });

  it('fails on what is new only, and again on what has expired or grown', async () => {
    const grown = file('grown.json', readFileSync(known, 'utf8').replace('"count": 64', '"count": 63'));
    const run = (...more: string[]) => runCli(['analyze', CAPTURE, '--fail-on', 'new', ...more]);
    const [same, error, expired, more] = await Promise.all([
      run('--baseline', known, ...DAY),
      runCli(args('--fail-on', 'error')),
      run('--baseline', known, '--today', '2026-05-31'),
      run('--baseline', grown, ...DAY),
    ]);

    expect([same.code, error.code, expired.code, more.code]).toEqual([0, 0, 1, 1]);
    expect(expired.stderr).toContain('1 of the baseline’s entries has expired');
    expect(more.stdout).toContain('proxy-self-loop');
  });

  it('needs a baseline to be new against, and one that is one', async () => {
    const broken = file('broken.json', '{"schemaVersion":1,"entries":[{"fingerprint":"x"}]}');
    const [none, missing, wrong, later] = await Promise.all([
      runCli(['analyze', CAPTURE, '--fail-on', 'new']),
      runCli(['analyze', CAPTURE, '--baseline', join(folder, 'none.json')]),
      runCli(['analyze', CAPTURE, '--baseline', broken]),
      runCli(['analyze', CAPTURE, '--baseline', file('later.json', { schemaVersion: 2, entries: [] })]),
    ]);

    expect([none.code, missing.code, wrong.code, later.code]).toEqual([2, 4, 4, 4]);
    expect(wrong.stderr).toContain('entry 1: fingerprint is not 32 hex digits');
  });

  it('knows a finding also where the report is redacted', async () => {
    const { stdout } = await runCli(args('--json', '--redact', 'standard'));

    expect(JSON.parse(stdout).findings[0].baselined.reason).toContain('bug');
  });
});

describe('--min-confidence', () => {
  it('leaves out what is less sure, counts it, and does not fail on it', async () => {
    // Its findings are of low confidence: kernel lines alone.
    const run = (...more: string[]) => runCli(['analyze', OTHER, '--width', '100', ...more]);
    const report = JSON.parse((await runCli(['analyze', OTHER, '--json'])).stdout);
    const unsure = report.findings.filter(({ confidence }: { confidence: string }) => confidence !== 'high');
    const high = report.findings.length - unsure.length;

    const [screen, fails, passes] = await Promise.all([
      run('--min-confidence', 'high'),
      run('--fail-on', 'info'),
      run('--fail-on', 'info', '--min-confidence', 'high'),
    ]);

    expect(unsure.length).toBeGreaterThan(0);
    expect(screen.stdout).toContain(`${unsure.length} finding${unsure.length === 1 ? '' : 's'} below --min-confidence`);
    expect([fails.code, passes.code]).toEqual([1, high > 0 ? 1 : 0]);
  });
});

describe('baseline show', () => {
  it('lists what is accepted, and marks what has expired', async () => {
    const [now, later] = await Promise.all([
      runCli(['baseline', 'show', '--baseline', known, ...DAY, '--width', '100']),
      runCli(['baseline', 'show', '--baseline', known, '--today', '2026-06-01', '--json']),
    ]);

    expect(now.stdout).toMatch(
      /^detector +who +up to +until +why\nproxy-self-loop +provider \S.* +×64 +2026-05-30 +known 26\.1 bug\n$/,
    );
    expect(JSON.parse(later.stdout)).toMatchObject([{ detector: 'proxy-self-loop', expired: true }]);
  });

  it('lets nothing of a file reach the terminal as more than text', async () => {
    const path = file('esc.json', readFileSync(known, 'utf8').replace('known 26.1 bug', '\\u001b[2Jx\\u202e'));

    expect((await runCli(['baseline', 'show', '--baseline', path])).stdout).not.toMatch(/\u001b|\u202e/);
  });

  it('ends in 4 where there is none', async () => {
    expect((await runCli(['baseline', 'show'], { cwd: folder })).code).toBe(4);
  });
});

describe('baseline prune', () => {
  const copy = (name: string): string => file(name, readFileSync(known, 'utf8'));

  it('takes out what has expired, and nothing else', async () => {
    const path = copy('expired.json');

    const first = await runCli(['baseline', 'prune', '--expired', '--baseline', path, ...DAY]);
    const before = read(path).entries.length;
    const second = await runCli(['baseline', 'prune', '--expired', '--baseline', path, '--today', '2026-06-01']);

    expect([first.code, before, second.code, read(path).entries]).toEqual([0, 1, 0, []]);
  });

  it('keeps what the capture shows, and what it could not show', async () => {
    const [same, blind] = [copy('same.json'), copy('blind.json')];

    await Promise.all([
      runCli(['baseline', 'prune', CAPTURE, '--baseline', same]),
      runCli(['baseline', 'prune', CAPTURE, '--baseline', blind, '--skip', 'proxy-self-loop']),
    ]);

    expect([read(same).entries.length, read(blind).entries.length]).toEqual([1, 1]);
  });

  it('is told what to prune against', async () => {
    const { code, stderr } = await runCli(['baseline', 'prune', '--baseline', known]);

    expect(code).toBe(2);
    expect(stderr).toContain('give a capture, --expired, or both');
  });
});

describe('a page, a ticket and a story with a baseline', () => {
  it('timeline lists what is known apart, with its reason', async () => {
    const page = join(folder, 'page.html');
    const plain = join(folder, 'plain.html');
    const [{ code }] = await Promise.all([
      runCli(['timeline', CAPTURE, '-o', page, '--baseline', known, ...DAY]),
      runCli(['timeline', CAPTURE, '-o', plain]),
    ]);

    const text = readFileSync(page, 'utf8');
    expect(code).toBe(0);
    expect(text).toContain('<p>None that the baseline does not know.</p>');
    expect(text).toMatch(
      /<h3>Known to the baseline<\/h3><ol><li value="1">A provider is diverting its own traffic \(accepted: known 26\.1 bug/,
    );
    expect(readFileSync(plain, 'utf8')).not.toContain('<h3>Known to the baseline');
  });

  it('report tells of what is new, and names what is known below it, unless that was asked for', async () => {
    const [rest, asked] = [join(folder, 'rest'), join(folder, 'asked')];
    const baseline = ['--baseline', known, ...DAY];
    const codes = await Promise.all([
      runCli(['report', CAPTURE, '-o', rest, ...baseline]),
      runCli(['report', CAPTURE, '-o', asked, '--at', '1', ...baseline]),
    ]);

    expect(codes.map(({ code }) => code)).toEqual([0, 0]);
    const [without, about] = [rest, asked].map((each) => readFileSync(join(each, 'report.md'), 'utf8'));
    expect(without).toMatch(/^# \(to be filled in: what is wrong\)\n\n\*\*.*1 only what the baseline knows/);
    expect(without).toMatch(
      /## Known to the baseline\n\n- A provider is diverting its own traffic \(error, ×64; accepted: /,
    );
    expect(about).toMatch(/^# A provider is diverting its own traffic\n/);
    expect(about).toContain('accepted: known 26.1 bug');
    expect(about).not.toContain('Known to the baseline');
    expect(read(join(rest, 'findings.json')).findings[0].baselined.reason).toBe('known 26.1 bug');
    expect(read(join(rest, 'manifest.json')).options.baseline).toBe('one, not here');
  });

  it('story is not of a finding that is known', async () => {
    const story = async (...more: string[]) =>
      JSON.parse((await runCli(['story', CAPTURE, '-f', 'json', ...more])).stdout).focus;

    expect(await story()).toMatchObject({ kind: 'finding', detector: 'proxy-self-loop' });
    expect(await story('--baseline', known, ...DAY)).toEqual({ kind: 'capture' });
    expect(await story('--baseline', known, '--at', '1', ...DAY)).toMatchObject({ detector: 'proxy-self-loop' });
  });
});
