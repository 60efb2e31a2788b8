import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf, runCli } from '../support/run-cli.ts';
import { comesUp, fails, starts, stops, tunnelStory } from '../support/session-story.ts';
import { connected, story } from '../support/story.ts';

const BAD = new URL('../../samples/udp-self-loop/capture.ndjson', import.meta.url).pathname;
const GOOD = fileOf('good.log', connected(story(), 0).text());

describe('necropsy diff', () => {
  it('puts what is new first, says what got worse and ends in 1', async () => {
    const { code, stdout } = await runCli(['diff', GOOD, BAD, '--width', '80']);

    expect(code).toBe(1);
    expect(stdout).toContain('+ ▲ proxy-self-loop');
    expect(stdout).toContain('thing got worse');
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  it('ends in 0 where nothing got worse, and gives the same as JSON', async () => {
    const { code, stdout } = await runCli(['diff', BAD, BAD, '--json']);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ change: 'same' }], regressions: [] });
  });

  it('asks for both captures', async () => {
    expect((await runCli(['diff', BAD])).code).toBe(2);
  });

  it('writes Markdown or a page without script where the output is called so', async () => {
    const folder = dirname(fileOf('x', ''));
    for (const name of ['diff.md', 'diff.html', 'diff.json'])
      expect(await runCli(['diff', GOOD, BAD, '-o', join(folder, name)])).toMatchObject({ code: 1, stdout: '' });

    const [md, html, json] = ['diff.md', 'diff.html', 'diff.json'].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    );
    expect(md).toMatch(/^# One thing got worse\n\n- proxy-self-loop is new/);
    expect(md).toContain('| new | `proxy-self-loop` |');
    expect(html).toMatch(/^<!doctype html>[\s\S]*default-src 'none'; style-src 'sha256-/);
    expect(html).toContain('<td><code>proxy-self-loop</code></td>');
    expect(html).not.toMatch(/<script|javascript:|<link|<img| on\w+=| src=/);
    expect(JSON.parse(json ?? '').regressions).toHaveLength(1);
  });
});

describe('necropsy diff of two attempts in one capture', () => {
  const log = tunnelStory();
  stops(comesUp(starts(log, 0), 1), 60);
  fails(starts(log, 100), 130, 'Plugin failed');
  starts(log, 200);
  const capture = fileOf('attempts.log', log.text());

  it('compares steps and times of the two starts of one session', async () => {
    const { stdout, code } = await runCli(['diff', capture, '--attempt', '1', '--against', '2', '--json']);

    // Hand-made: it begins with the start command; connecting comes 10 ms behind it, connected 1.2 s, in the second never.
    const { attempts, sessions } = JSON.parse(stdout);
    expect(attempts).toMatchObject({ session: 'Lighthouse', good: { attempt: 1 }, bad: { attempt: 2 } });
    const steps = new Map(attempts.steps.map(({ step, ...times }: { step: string }) => [step, times]));
    expect(steps.get('connecting')).toEqual({ goodUs: 10_000, badUs: 10_000 });
    expect(steps.get('connected')).toEqual({ goodUs: 1_200_000 });
    expect(steps.get('disconnected')).toEqual({ goodUs: 60_100_000, badUs: 30_000_000 });
    expect(sessions[0].good.connectedUs).toBe(58_810_000);
    expect(sessions[0].bad.connectedUs).toBe(0);
    expect(code).toBe(1);
  });

  it('draws them for people, within the width, and as a page', async () => {
    const file = join(dirname(capture), 'attempts.html');
    const screen = await runCli(['diff', capture, '--attempt', '1', '--against', '2', '--width', '60']);
    const page = await runCli(['diff', capture, '--attempt', '1', '--against', '2', '-o', file]);

    expect(screen.stdout).toMatch(/^ {3}Lighthouse: attempt 1 at 10:00:00/m);
    expect(screen.stdout).toMatch(/^ {3}connected +\+1\.2s → never$/m);
    expect(Math.max(...screen.stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(60);
    expect(page.code).toBe(1);
    expect(readFileSync(file, 'utf8')).toContain('<td>connected</td><td>+1.2s</td><td>never</td>');
  });

  it.each([
    [['--attempt', '1', '--against', '9'], /has 3 attempts, and no number 9\nthey begin at 1: /],
    [['--attempt', '1'], /against/],
    [['--attempt', '1', '--against', '2', '--session', 'Nobody'], /no session is called Nobody/],
    [[], /diff compares two captures, or two attempts in one/],
  ])('says what is wrong with %j', async (flags, text) => {
    const { code, stdout, stderr } = await runCli(['diff', capture, ...flags]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(text);
  });

  it('says nobody’s name with --redact, takes the name that is known, and refuses in tokens', async () => {
    const attempts = ['diff', capture, '--attempt', '1', '--against', '2', '--redact', 'strict'];
    const plain = await runCli(attempts.slice(0, 6).concat('--json'));
    const json = await runCli([...attempts, '--session', 'Lighthouse', '--json']);
    const wrong = await runCli(attempts.with(5, '9'));

    expect(json.stdout + json.stderr + wrong.stderr).not.toMatch(/lighthouse|harbor|7c9e6679/i);
    const [shown, log] = [json, plain].map(({ stdout }) => JSON.parse(stdout));
    expect(shown.attempts.steps).toEqual(log.attempts.steps);
    expect(shown.attempts.session).toMatch(/^config-[0-9a-f]{6}$/);
    expect(shown.sessions[0].name).toBe(shown.attempts.session);
    expect({ json: json.code, wrong: wrong.code }).toEqual({ json: 1, wrong: 2 });
    expect(wrong.stderr).toMatch(/config-[0-9a-f]{6} has 3 attempts, and no number 9/);
  });
});

describe('necropsy diff --baseline', () => {
  const known = join(dirname(GOOD), 'known.json');
  const today = ['--today', '2026-03-01'];
  const write = (): Promise<unknown> =>
    runCli(['baseline', 'write', BAD, '--reason', 'known 26.1 bug', '-o', known, ...today]);

  it('does not call worse what somebody has accepted, and says so in every format', async () => {
    await write();
    const args = ['diff', GOOD, BAD, '--baseline', known, ...today];
    const [plain, json, screen, md] = await Promise.all([
      runCli(['diff', GOOD, BAD, '--json']),
      runCli([...args, '--json']),
      runCli([...args, '--width', '80']),
      runCli([...args, '-o', join(dirname(known), 'known.md')]),
    ]);

    expect([plain.code, json.code, screen.code, md.code]).toEqual([1, 0, 0, 0]);
    const { findings, regressions } = JSON.parse(json.stdout);
    expect(regressions).toEqual([]);
    expect(findings[0]).toMatchObject({
      ...{ change: 'new', detector: 'proxy-self-loop' },
      bad: { count: 64, baselined: { reason: 'known 26.1 bug', count: 64, expires: '2026-05-30' } },
    });
    expect(screen.stdout).toContain('accepted: known 26.1 bug · up to ×64 · until 2026-05-30');
    expect(screen.stdout).toMatch(/Nothing got worse .*\n1 finding that is new or changed the baseline knows\.\n$/);
    expect(readFileSync(join(dirname(known), 'known.md'), 'utf8')).toContain('accepted: known 26.1 bug');
  });

  it('calls worse what is more than was accepted, or accepted no longer', async () => {
    await write();
    const fewer = join(dirname(known), 'fewer.json');
    writeFileSync(fewer, readFileSync(known, 'utf8').replace('"count": 64', '"count": 63'));
    const [more, late] = await Promise.all([
      runCli(['diff', GOOD, BAD, '--baseline', fewer, ...today]),
      runCli(['diff', GOOD, BAD, '--baseline', known, '--today', '2027-01-01']),
    ]);

    expect([more.code, late.code]).toEqual([1, 1]);
    expect(late.stderr).toContain('entries has expired');
  });
});
