import { describe, expect, it } from 'vitest';
import { fileOf, runCli } from '../support/run-cli.ts';
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
});
