import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../commands/run-cli.ts';
import { capture, PLACES } from './canary-lines.ts';

const FOR = ['--for', 'github-form', '--repo', 'acme/tunnel'];
const FORM = [...FOR, '--template', 'bug.yml'];
let folder = '';
let input = '';
let made = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-form-'));
  input = join(folder, 'capture.ndjson');
  writeFileSync(input, `${capture(PLACES.flatMap(([, lines]) => lines))}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function form(...args: string[]): ReturnType<typeof runCli> {
  made += 1;
  return runCli(['report', input, '-o', join(folder, `out-${made}`), ...args]);
}

describe('report --for github-form', () => {
  it('prints one address and nothing private in it, and writes the folder as for github', async () => {
    const fields = ['what=@verdict', 'when=@when', 'env=@env', 'story=@story', 'logs=@findings', 'who=home of quenby'];
    const { code, stdout, stderr } = await form(...FORM, ...fields.flatMap((each) => ['--field', each]));

    expect([code, stdout.split('\n').length]).toEqual([0, 2]);
    const address = new URL(stdout.trim());
    expect([address.origin, address.pathname]).toEqual(['https://github.com', '/acme/tunnel/issues/new']);
    const text = [...address.searchParams.values()].join('\n').toLowerCase();
    expect(PLACES.flatMap(([, , each]) => each).filter((canary) => text.includes(canary))).toEqual([]);
    expect(address.searchParams.get('who')).toMatch(/^home of user-[0-9a-f]+$/);
    expect(stderr).toContain(`the address below has ${stdout.trim().length.toLocaleString('en')} characters`);
    const manifest = JSON.parse(readFileSync(join(folder, `out-${made}`, 'manifest.json'), 'utf8'));
    expect(manifest.files[0].name).toBe('report.md');
  });

  it.each([
    [[...FOR, '--template', '../x.yml'], '--template takes the name of a file'],
    [FOR, 'needs --repo OWNER/NAME and --template'],
    [[...FORM, '--field', 'env=@all'], '@all is no part of the ticket'],
    [[...FORM, '--field', 'env'], '--field takes ID=TEXT'],
    [[...FORM, '--field', 'a=1', '--field', 'a=2'], 'a is given twice'],
    [['--for', 'github-form', '--template', 'bug.yml', '--repo', 'acme/tunnel?x=1'], '--repo takes OWNER/NAME'],
    [['--template', 'bug.yml'], 'belong to --for github-form'],
  ])('refuses %j', async (args, said) => {
    const { code, stdout, stderr } = await form(...args);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});
