import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import schema from '../../src/model/report.schema.json' with { type: 'json' };
import { START_STEPS } from '../../src/model/start.ts';
import { connected, story } from '../support/story.ts';
import { runCli } from './run-cli.ts';

let folder = '';
let capture = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-'));
  capture = join(folder, 'capture.log');
  const log = connected(story({ name: 'Quagga Office' }), 0).session(9, ': status changed to disconnected');
  log.session(20, ': Received a start command from Acme[501]').session(20.1, ': status changed to connecting');
  log.session(80, ': status changed to disconnected, last stop reason Plugin failed');
  writeFileSync(capture, log.text());
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('sessions --starts', () => {
  it('has a row per step of each start, with where it stopped and why', async () => {
    const { code, stdout, stderr } = await runCli(['sessions', capture, '--starts', '--width', '120']);

    expect(code).toBe(0);
    expect(stderr).toContain(`${START_STEPS.length * 2} steps`);
    const [head = '', ...rows] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^session +start +step +took +others +line +what$/);
    expect(rows.map((row) => row.slice(28, 52).replace(/\s+/g, ' ').trim())).toHaveLength(20);
    expect(stdout).toMatch(/10:00:00\.100|running +seen +100ms/);
    expect(stdout).toContain('ended: Plugin failed');
  });

  it('takes --where over its columns, and prints JSON', async () => {
    const { stdout } = await runCli(['sessions', capture, '--starts', '--where', 'state == "missing"', '-f', 'json']);

    expect(JSON.parse(stdout)).toMatchObject([
      { session: 'Quagga Office', reason: 'Plugin failed', step: { state: 'missing' } },
    ]);
  });

  it.each([40, 60, 80, 120])('fits %d columns', async (width) => {
    const { stdout } = await runCli(['sessions', capture, '--starts', '--width', String(width)]);

    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  it('ends in 3 where there is no such capture', async () => {
    expect((await runCli(['sessions', 'none.log', '--starts'])).code).toBe(3);
  });
});

describe('starts in the report', () => {
  it('are in JSON as the schema says, and in Markdown where one did not come up', async () => {
    const [json, markdown] = await Promise.all([
      runCli(['analyze', capture, '--json']),
      runCli(['analyze', capture, '-f', 'md']),
    ]);
    const report = JSON.parse(json.stdout);

    expect(report.starts.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['connected', 'ended']);
    expect(new Ajv2020({ strict: true }).validate(schema, report)).toBe(true);
    expect(markdown.stdout).toContain('### Starts of providers');
    expect(markdown.stdout).toContain('ended after “asked for”');
  });

  it('name nobody where the report is redacted', async () => {
    const { stdout } = await runCli(['analyze', capture, '--json', '--redact', 'standard']);

    expect(stdout).not.toMatch(/Quagga|0F00BA12/);
    expect(JSON.parse(stdout).starts[0].steps.map(({ step }: { step: string }) => step)).toEqual(
      START_STEPS.map(({ id }) => id),
    );
  });
});

describe('explain', () => {
  it('says what the steps are, and each of them', async () => {
    const [all, one] = await Promise.all([
      runCli(['explain', 'start-steps', '--width', '60']),
      runCli(['explain', 'first-light', '--width', '60']),
    ]);

    for (const { id } of START_STEPS) expect(all.stdout).toContain(` ${id}  `);
    expect(one.stdout).toMatch(/^5 first-light {2}first line of the provider\n/);
    expect(Math.max(...all.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});
