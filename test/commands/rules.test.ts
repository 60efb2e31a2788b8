import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/detect/all.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { ROOT, runCli } from './run-cli.ts';

const ACME = join('samples', 'acme-handshake', 'acme.grammar');

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

describe('rules list', () => {
  it('has every detector in code and every rule, each once, and yours with its place', async () => {
    const { code, stdout } = await runCli(['rules', 'list', '--json', '--rules', ACME]);
    const rows = JSON.parse(stdout) as { id: string; kind: string; file?: string; line?: number }[];
    const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id);

    expect(code).toBe(0);
    expect(of('code')).toEqual(DETECTORS.map(({ meta }) => meta.id).toSorted());
    expect(of('rule')).toEqual(BUILT_IN_CATALOG.rules.map(({ name }) => name).toSorted());
    expect(rows.filter(({ kind }) => kind === 'user rule')).toMatchObject([{ id: 'acme-handshake-storm', file: ACME }]);
  });

  it('chooses by severity and kind', async () => {
    const { stdout, stderr } = await runCli(['rules', 'list', '--json', '--kind', 'rule', '--severity', 'error']);

    expect(JSON.parse(stdout).map(({ id }: { id: string }) => id)).toEqual(['network-rule-refused']);
    expect(stderr).toMatch(/^necropsy: 1 of \d+ detectors\n$/);
  });

  it.each([40, 60, 80, 120])('fits %d columns', async (width) => {
    const { stdout } = await runCli(['rules', 'list', '--width', String(width)]);

    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  it('refuses an unknown severity', async () => {
    expect((await runCli(['rules', 'list', '--severity', 'bad'])).code).toBe(2);
  });
});

describe('rules show', () => {
  it('prints a rule as it is written, with its place', async () => {
    const [shipped, own] = await Promise.all([
      runCli(['rules', 'show', 'network-rule-refused']),
      runCli(['rules', 'show', 'acme-handshake-storm', '--rules', ACME]),
    ]);
    const written = readFileSync(join(ROOT, 'grammars/rules/network-rule-refused.grammar'), 'utf8');

    expect(shipped.stdout).toMatch(/^grammars\/rules\/network-rule-refused\.grammar:2\n\nrule network-rule-refused\n/);
    expect(written).toContain(shipped.stdout.slice(shipped.stdout.indexOf('\n\n') + 2));
    expect(own.stdout).toMatch(/^samples\/acme-handshake\/acme\.grammar:\d+\n\nrule acme-handshake-storm\n/);
  });

  it('prints the page of a detector in code, the same as explain', async () => {
    const [show, explain] = await Promise.all([
      runCli(['rules', 'show', 'proxy-self-loop', '--width', '80']),
      runCli(['explain', 'proxy-self-loop', '--width', '80']),
    ]);

    expect(show.stdout).toBe(explain.stdout);
  });

  it('knows what was meant', async () => {
    const { code, stderr } = await runCli(['rules', 'show', 'proxy-selfloop']);

    expect([code, stderr]).toEqual([
      2,
      'necropsy: no detector is called proxy-selfloop\ndid you mean proxy-self-loop?\n',
    ]);
  });

  it('lets nothing of a file reach the terminal as more than text', async () => {
    const path = file(
      'esc.grammar',
      `${readFileSync(join(ROOT, ACME), 'utf8')}\n-- \u001b[2J\u202e\n`.replace('rule ', '-- \u001b[2J\nrule '),
    );

    const { stdout } = await runCli(['rules', 'show', 'acme-handshake-storm', '--rules', path]);

    expect(stdout).not.toMatch(/\u001b|\u202e/);
  });
});

describe('rules doc', () => {
  it('prints the committed page', async () => {
    const { stdout } = await runCli(['rules', 'doc', 'provider-crash']);

    expect(stdout).toBe(readFileSync(join(ROOT, 'src/detect/docs/provider-crash.md'), 'utf8'));
  });

  it('writes a page each and an index into a folder, your rules included', async () => {
    const into = join(folder, 'pages');
    const { code, stdout } = await runCli(['rules', 'doc', '--all', '--rules', ACME, '-o', into]);

    expect([code, stdout]).toEqual([0, '']);
    expect(readdirSync(into)).toEqual(
      expect.arrayContaining(['README.md', 'acme-handshake-storm.md', 'provider-crash.md']),
    );
    expect(readFileSync(join(into, 'README.md'), 'utf8')).toContain('(acme-handshake-storm.md)');
  });

  it.each([
    [['rules', 'doc'], 'name a detector, or ask for --all'],
    [['rules', 'doc', 'provider-crash', '--all'], 'detectors and --all exclude each other'],
    [['rules', 'doc', 'provider-crsh'], 'no detector is called provider-crsh'],
  ])('refuses %j', async (args, said) => {
    const { code, stderr } = await runCli(args);

    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});
