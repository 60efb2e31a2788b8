import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCaptureWriter } from '../../src/commands/capture-writer.ts';
import { DETECTORS } from '../../src/detect/all.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { createWatch } from '../../src/watch.ts';
import { runCli } from '../support/run-cli.ts';

const LOG = readFileSync(new URL('../../samples/udp-self-loop/capture.ndjson', import.meta.url));

describe('necropsy watch', () => {
  it('prints what became visible when the pipe ends, and keeps the log', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'necropsy-watch-')), 'kept.ndjson');
    const { code, stdout, stderr } = await runCli(['watch', '--save', file, '--width', '100'], { stdin: LOG });

    expect(code).toBe(0);
    expect(stdout).toMatch(/▲ proxy-self-loop {2}confidence high\n/);
    expect(readFileSync(file).equals(LOG)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(stderr).toContain(`necropsy analyze ${file}`);
  });

  it('ends with Ctrl-C as if the log had ended', async () => {
    const run = await runCli(['watch'], { stdin: LOG, holdStdin: true, signalAfter: { signal: 'SIGINT', ms: 2500 } });

    expect(run.code).toBe(0);
    expect(run.stdout).toContain('proxy-self-loop');
  });

  it('does not print what a baseline knows, and counts it; more than that is printed', async () => {
    const known = join(mkdtempSync(join(tmpdir(), 'necropsy-watch-')), 'known.json');
    await runCli(['baseline', 'write', '-', '--reason', 'x', '-o', known], { stdin: LOG });
    const quiet = await runCli(['watch', '--baseline', known], { stdin: LOG });
    writeFileSync(known, readFileSync(known, 'utf8').replace('"count": 64', '"count": 63'));
    const loud = await runCli(['watch', '--baseline', known], { stdin: LOG });

    expect(quiet).toMatchObject({ code: 0, stdout: '' });
    expect(quiet.stderr).toContain('1 baselined finding not shown');
    expect(loud.stdout).toContain('proxy-self-loop');
    expect(loud.stderr).not.toContain('baselined');
  });

  it('says nothing of what is no log', async () => {
    expect(await runCli(['watch'], { stdin: 'hello\n' })).toMatchObject({ code: 0, stdout: '' });
  });
});

describe('a watch', () => {
  it('tells a finding once, and again when it gets worse', async () => {
    const watch = createWatch({ detectors: DETECTORS, catalog: BUILT_IN_CATALOG, version: '0', room: 1e6 });
    const lines = LOG.toString('utf8').split('\n');
    const told: (readonly [string, number])[][] = [];
    for (let from = 0; from < lines.length; from += 30) {
      watch.log.add(Buffer.from(`${lines.slice(from, from + 30).join('\n')}\n`));
      told.push((await watch.look()).news.map(({ severity, count }) => [severity, count]));
    }
    told.push((await watch.look()).news.map(({ severity, count }) => [severity, count]));

    const news = told.flat();
    expect(news.length).toBeGreaterThan(1);
    expect(news.at(-1)?.[0]).toBe('error');
    // Each time graver, or at least twice as many.
    for (const [index, [severity, count]] of news.entries()) {
      const before = news[index - 1];
      if (before !== undefined) expect(severity !== before[0] || count >= before[1] * 2).toBe(true);
    }
    expect(told.at(-1)).toEqual([]);
  });
});

describe('what is kept of it', () => {
  it('begins anew when it is full, the last one beside it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'necropsy-watch-')), 'kept.log');
    const writer = createCaptureWriter(file, 10);
    for (const block of ['first\n', 'second\n', 'third\n']) writer.write(Buffer.from(block));
    writer.close();

    expect([readFileSync(`${file}.1`, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['second\n', 'third\n']);
    expect(existsSync(`${file}.2`)).toBe(false);
  });

  it('says where it cannot be written', () => {
    expect(() => createCaptureWriter('/nowhere/x.log', 10)).toThrow(/cannot write \/nowhere\/x.log: ENOENT/);
  });
});
