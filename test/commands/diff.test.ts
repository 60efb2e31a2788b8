import { readFileSync } from 'node:fs';
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
});
