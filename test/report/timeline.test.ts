import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { fileOf } from '../support/run-cli.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const captures = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const files = readdirSync(join(SAMPLES, name)).filter(
      (file) => !/^(?:ORIGIN\.md|expected\.json|.*\.grammar)$/.test(file),
    );
    return { name, inputs: files.map((file) => join(SAMPLES, name, file)) };
  });

const CASES = join(SAMPLES, '..', '..', 'shared', 'cases', 'logs');
const cases = readdirSync(CASES).filter((name) => /\.(?:log|ndjson|ips)$/.test(name));

describe('the timeline', () => {
  it.each(captures)('leaves the report of $name as it is', async ({ inputs }) => {
    const plain = await analyze({ inputs, version: '0.0.0' });

    const drawn = await analyze({ inputs, version: '0.0.0', timeline: true });

    // Lines that nobody asks for are read too: more lines are understood.
    const { capture, processes, ...rest } = drawn.report;
    const { capture: _, processes: runs, ...expected } = plain.report;
    expect(rest).toEqual(expected);
    expect(processes.map(({ pid, name, end }) => ({ pid, name, end }))).toEqual(
      runs.map(({ pid, name, end }) => ({ pid, name, end })),
    );
    expect(capture.events).toBeGreaterThanOrEqual(plain.report.capture.events);
    expect(plain.timeline).toBeUndefined();
  });

  it.each(cases)('changes no detector’s answer about %s: who spoke is known without it', async (name) => {
    const inputs = [join(CASES, name)];
    const [plain, drawn] = await Promise.all(
      [false, true].map((timeline) => analyze({ inputs, version: '0', timeline })),
    );

    expect(drawn?.report.detectors).toEqual(plain?.report.detectors);
  });

  it.each(captures)(
    'holds the lines of $name in the order of time, each in a lane and by a writer',
    async ({ inputs }) => {
      const { timeline } = await analyze({ inputs, version: '0.0.0', timeline: true });

      const { lines, lanes, sources, eventNames, flows } = timeline ?? expect.fail('no timeline');

      expect(lines.text).toHaveLength(lines.count);
      for (let i = 0; i < lines.count; i++) {
        expect(lines.at[i] ?? -1).toBeGreaterThanOrEqual(lines.at[i - 1] ?? 0);
        expect(lanes[lines.lane[i] ?? -1]).toBeDefined();
        expect(sources[lines.source[i] ?? -1]).toBeDefined();
        expect(eventNames[lines.event[i] ?? -1]).toBeDefined();
        expect(lines.flow[i] ?? 0).toBeLessThanOrEqual(flows.length);
      }
    },
  );

  it.each(captures)('knows every cited line of $name', async ({ inputs }) => {
    const { timeline, report } = await analyze({ inputs, version: '0.0.0', timeline: true });

    const cited = report.findings.map(({ evidence }) => evidence.map(({ text }) => text));

    const { findings, lines } = timeline ?? expect.fail('no timeline');
    const found = findings.map(({ evidence }) => evidence.map((line) => lines.text[line]));
    expect(found.map((texts) => texts.length)).toEqual(cited.map((texts) => texts.length));
    for (const [i, texts] of found.entries())
      for (const [j, text] of texts.entries()) if (text !== undefined) expect(text).toBe(cited[i]?.[j]);
  });

  it.each([
    ['seconds', 1_000_000, ['Aug 12 08:52:18 apsd[70] <Notice>: a', 'Aug 12 08:52:20 apsd[70] <Notice>: b']],
    ['milliseconds', 1000, ['2026-08-12 08:52:18.000 Df apsd[70:1f] a', '2026-08-12 08:52:18.250 Df apsd[70:1f] b']],
    [
      'microseconds',
      1,
      [
        '2026-08-12 08:52:18.000000+0200 0x1f Default 0x0 70 0 apsd: a',
        '2026-08-12 08:52:18.250001+0200 0x1f Default 0x0 70 0 apsd: b',
      ],
    ],
  ] as const)('knows that an export prints %s', async (_, stepUs, lines) => {
    const { timeline } = await analyze({
      inputs: [fileOf('a.log', `${lines.join('\n')}\n`)],
      version: '0',
      timeline: true,
    });

    const { sources, lines: drawn } = timeline ?? expect.fail('no timeline');
    expect([...drawn.source].map((source) => sources[source]?.stepUs)).toEqual([stepUs, stepUs]);
  });
});
