import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, runCli } from './run-cli.ts';

const SAMPLE = join(ROOT, 'samples', 'acme-handshake', 'capture.log');
const GRAMMAR = join(ROOT, 'samples', 'acme-handshake', 'acme.grammar');

const WRONG = `
family acme.wrong
  title "t"
  where process == "acme" and level == "x"
message one
  text   "one {n:uiid}"
  sample "two 1"
messag two
`;

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

describe('grammar check', () => {
  it('has nothing to say of the built-in catalog but warnings', async () => {
    const { code, stdout } = await runCli(['grammar', 'check', '--no-warnings']);

    expect(stdout).toMatch(/^\d+ files, [\d,]+ messages, [\d,]+ samples(?:, \d+ rules?)?: 0 errors, 0 warnings\n$/);
    expect(code).toBe(0);
  });

  it('checks a file of the user on top of it, its rules run too', async () => {
    const { code, stdout } = await runCli(['grammar', 'check', GRAMMAR]);

    expect(stdout).toMatch(/^1 file, \d+ messages, \d+ samples, 2 rules: 0 errors, 0 warnings\n$/);
    expect(code).toBe(0);
  });

  it('shows every problem with place, caret and suggestion, and ends in 4', async () => {
    const path = file('wrong.grammar', WRONG);
    const { code, stdout } = await runCli(['grammar', 'check', path]);

    expect(code).toBe(4);
    expect(stdout.replaceAll(path, 'wrong.grammar')).toContain('help: did you mean uuid?');
    expect(stdout.match(/^\S+:\d+:\d+ {2}\S+/gm)?.length).toBeGreaterThanOrEqual(3);
    expect(stdout).toMatch(/: \d+ errors, \d+ warnings\n$/);
    const { stdout: json } = await runCli(['grammar', 'check', path, '--json']);
    expect(JSON.parse(json)[0]).toMatchObject({ severity: 'error', place: { file: path, line: expect.any(Number) } });
  });

  it('says which file cannot be read', async () => {
    const { code, stderr } = await runCli(['grammar', 'check', join(folder, 'absent.grammar')]);

    expect(code).toBe(4);
    expect(stderr).toMatch(/^necropsy: cannot read the grammar .*absent\.grammar: /);
  });
});

describe('--grammar', () => {
  it('a file with an error is left out, its problems are shown, the rest stands, exit 4', async () => {
    const path = file('broken.grammar', WRONG);
    const [alone, beside] = await Promise.all([
      runCli(['analyze', SAMPLE, '--grammar', GRAMMAR]),
      runCli(['analyze', SAMPLE, '--grammar', GRAMMAR, '--grammar', path]),
    ]);

    expect(alone.code).toBe(0);
    expect(alone.stdout).toContain('acme-');
    expect([beside.code, beside.stdout]).toEqual([4, alone.stdout]);
    expect(beside.stderr).toContain('broken.grammar:');
  });

  it('rules are chosen by name like detectors', async () => {
    const [only, skipped, mistyped] = await Promise.all([
      runCli(['analyze', SAMPLE, '--grammar', GRAMMAR, '--rule', 'acme-handshake-storm', '--json']),
      runCli(['analyze', SAMPLE, '--grammar', GRAMMAR, '--skip', 'acme-handshake-storm', '--json']),
      runCli(['analyze', SAMPLE, '--grammar', GRAMMAR, '--rule', 'acme-handshake-strom']),
    ]);

    const ids = ({ stdout }: { stdout: string }) => JSON.parse(stdout).detectors.map(({ id }: { id: string }) => id);
    expect(ids(only)).toEqual(['acme-handshake-storm']);
    expect(ids(skipped)).not.toContain('acme-handshake-storm');
    expect([mistyped.code, mistyped.stderr]).toEqual([
      2,
      'necropsy: no detector is called acme-handshake-strom\ndid you mean acme-handshake-storm?\n',
    ]);
  });
});

describe('grammar coverage', () => {
  it('counts every record once, as understood, not understood, or of other processes', async () => {
    const { stdout } = await runCli(['grammar', 'coverage', SAMPLE, '--json', '--grammar', GRAMMAR]);
    const { records, recognised, unrecognised, foreign, areas } = JSON.parse(stdout);

    expect(recognised + unrecognised + foreign).toBe(records);
    const sum = (key: string) =>
      areas.reduce((total: number, area: Record<string, number>) => total + (area[key] ?? 0), 0);
    expect([sum('recognised'), sum('unrecognised')]).toEqual([recognised, unrecognised]);
  });

  it('knows more with the grammar than without', async () => {
    const [without, beside] = await Promise.all([
      runCli(['grammar', 'coverage', SAMPLE, '--json']),
      runCli(['grammar', 'coverage', SAMPLE, '--json', '--grammar', GRAMMAR]),
    ]);

    expect(JSON.parse(beside.stdout).recognised).toBeGreaterThan(JSON.parse(without.stdout).recognised);
  });

  it.each([45, 80, 120])('fits %d columns', async (width) => {
    const { stdout } = await runCli(['grammar', 'coverage', SAMPLE, '--width', String(width)]);

    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(stdout).toMatch(/^\d+\.\d % understood/);
  });
});

describe('grammar suggest', () => {
  it('asks for a process, and says whose lines there are', async () => {
    const { code, stderr } = await runCli(['grammar', 'suggest', SAMPLE]);

    expect(code).toBe(2);
    expect(stderr).toMatch(/^necropsy: name a process with --process\nprocesses with lines that no message knows: /);
  });

  it('writes a file that loads, and that knows what was unknown', async () => {
    const { stdout: before } = await runCli(['grammar', 'coverage', SAMPLE, '--json']);
    const provider = JSON.parse(before).areas.find(({ name }: { name: string }) => name === 'provider.words');
    const name = provider.unknown[0].example.process;
    const { code, stdout } = await runCli(['grammar', 'suggest', SAMPLE, '--process', name]);
    const path = file('suggested.grammar', stdout);
    const [check, after] = await Promise.all([
      runCli(['grammar', 'check', path, '--no-warnings']),
      runCli(['grammar', 'coverage', SAMPLE, '--json', '--grammar', path]),
    ]);

    expect(code).toBe(0);
    expect(check.stdout).toMatch(/: 0 errors, 0 warnings\n$/);
    const still = JSON.parse(after.stdout).areas.find((area: { name: string }) => area.name === 'provider.words');
    expect(still?.unrecognised ?? 0).toBe(0);
  });

  it('takes names of machines and people out of its samples', async () => {
    const log = file(
      'private.log',
      '2026-03-01 09:15:05.144 Df acme[734:9875ec] connected to gw7.corp.acme-internal.com:443 (10.11.12.13) for jane.doe@acme-internal.com with /Users/jane/key\n'.repeat(
        3,
      ),
    );
    const { stdout } = await runCli(['grammar', 'suggest', log, '--process', 'acme']);

    expect(stdout).toContain('message connected');
    expect(stdout).not.toMatch(/acme-internal|10\.11|jane/);
  });
});
