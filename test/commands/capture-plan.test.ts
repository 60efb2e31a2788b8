import { chmodSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planCapture } from '../../src/commands/capture-plan.ts';
import { runCapture } from '../../src/commands/capture-run.ts';
import { DETECTORS } from '../../src/detect/all.ts';
import { NEEDS } from '../../src/lib/need-specs.ts';
import { recordCommand, SPEAKERS, SPEAKING_PROCESSES, SPEAKING_SUBSYSTEMS } from '../../src/lib/record-command.ts';
import { SYMPTOMS, type Symptom } from '../../src/model/need.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { speakersOf } from '../../src/recognize/speakers.ts';
import { fileOf, runCli } from '../support/run-cli.ts';

const metas = DETECTORS.map(({ meta }) => meta);
const plan = (symptoms: readonly Symptom[], process?: string): ReturnType<typeof planCapture> =>
  planCapture({ symptoms, process, catalog: BUILT_IN_CATALOG, metas });

describe('the speakers', () => {
  it('are those whose lines some detector asks for, or which tell how processes end, and nobody else', () => {
    const needed = speakersOf(BUILT_IN_CATALOG, [...metas.flatMap(({ needs }) => needs), ...NEEDS.crashes.events]);

    expect([...SPEAKING_PROCESSES].toSorted()).toEqual([...needed.processes].toSorted());
    const beside = needed.subsystems.filter((name) => !name.startsWith('com.apple.network'));
    expect([...SPEAKING_SUBSYSTEMS].toSorted()).toEqual([...beside].toSorted());
  });
});

describe('the plan of a capture', () => {
  it('is the command that reports give where no symptom is named', () => {
    expect(plan([]).show).toBe(recordCommand('30m'));
    expect(plan([], 'Acme').show).toBe(recordCommand('30m', 'Acme'));
    expect(plan([]).detectors).toEqual(metas.map(({ id }) => id));
  });

  it.each(Object.keys(SYMPTOMS) as Symptom[])('for %s records what its detectors read, at their levels', (symptom) => {
    const { detectors, processes, levels, show, stream } = plan([symptom]);

    expect(detectors.length).toBeGreaterThan(0);
    for (const meta of metas.filter(({ id }) => detectors.includes(id))) {
      const { processes: own } = speakersOf(BUILT_IN_CATALOG, meta.needs);
      expect(own.filter((process) => !processes.includes(process))).toEqual([]);
      expect(meta.levels.filter((level) => !levels.includes(level))).toEqual([]);
    }
    for (const process of processes) expect(show).toContain(`"${process}"`);
    expect(show.includes('--debug')).toBe(levels.includes('debug'));
    const deepest = ['debug', 'info'].find((level) => levels.includes(level)) ?? 'default';
    expect(stream).toContain(`--level ${deepest} `);
  });

  it('asks the resolver for names, powerd for sleep, and for a longer time where a night matters', () => {
    expect(plan(['dns']).processes).toContain('mDNSResponder');
    expect(plan(['start']).processes).not.toContain('mDNSResponder');
    expect(plan(['wake'])).toMatchObject({ last: '12h', processes: expect.arrayContaining(['powerd', 'kernel']) });
    expect(plan(['filter']).levels).toContain('debug');
    expect(plan(['crash']).files).toContain('DiagnosticReport');
  });
});

describe('necropsy capture', () => {
  it('says what to record for a symptom, within the width', async () => {
    const { code, stdout } = await runCli(['capture', 'plan', '--symptom', 'wake', '--width', '80']);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^What to record when it fails after sleep\n/);
    expect(stdout).toContain('log show --last 12h --info');
    expect(stdout).toContain('necropsy check capture.ndjson --need power');
    const prose = stdout.split('\n').filter((line) => !line.includes("'"));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints the predicate alone, as reports print it', async () => {
    const { stdout } = await runCli(['capture', 'predicate']);

    expect(stdout).toBe(`${SPEAKERS}\n`);
  });

  it('needs a Mac to record', async () => {
    if (process.platform === 'darwin') return;

    const { code, stdout, stderr } = await runCli(['capture', 'run']);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'necropsy: capture run needs a Mac: here is no log to record\nnecropsy capture plan says what to run on the Mac that has the trouble\n',
    );
  });

  it('records what log prints, then analyses it, and never over a file', async () => {
    const sample = join(import.meta.dirname, '..', '..', 'samples', 'udp-self-loop', 'capture.ndjson');
    const log = fileOf('log', `#!/bin/sh\nprintf '%s\\n' "$@" > "$(dirname "$0")/args"\ncat '${sample}'\n`);
    chmodSync(log, 0o755);
    const save = join(dirname(log), 'capture.ndjson');
    const output = join(dirname(log), 'report.json');
    const on = { platform: 'darwin', log, sudo: [] };
    const program = { version: '0', root: '' };
    const base = { all: false, 'no-color': true, quiet: true, 'fail-on': 'never', strict: false } as const;
    const flags = { ...base, json: true, archive: false, symptom: ['wake'], save, output } as const;

    expect(await runCapture(flags, program, on)).toBe(0);

    expect(
      readFileSync(join(dirname(log), 'args'), 'utf8')
        .split('\n')
        .slice(0, 4),
    ).toEqual([...['show', '--info', '--style', 'ndjson']]);
    expect(JSON.parse(readFileSync(output, 'utf8')).findings[0].detector).toBe('proxy-self-loop');
    await expect(runCapture(flags, program, on)).rejects.toThrow(/cannot write .*capture\.ndjson/);
    await expect(runCapture({ ...flags, last: '1; rm' }, program, on)).rejects.toThrow(/is no time/);
  });
});
