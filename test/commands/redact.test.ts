import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf, runCli } from '../support/run-cli.ts';

const LOG = [
  'Timestamp               Ty Process[PID:TID]',
  '2026-01-22 23:50:00.500 Df nesessionmanager[486:1ed7f] [com.apple.networkextension:] NESMVPNSession[Primary Tunnel:Quagga Office:5029A37B-3536-0F38-7055-0124B0772F04:(null)]: status changed to connected',
  '2026-01-22 23:50:01.500 Df Acme[812:1ed7f] reached vault.quagga.example at 198.51.100.77:443 from /Users/quenby/x',
  '',
].join('\n');
const PRIVATE = /quagga|quenby|198\.51|5029A37B/i;

describe('necropsy redact', () => {
  it('writes ndjson, from a file, a pipe and into one, with equal tokens for one key', async () => {
    const input = fileOf('in.log', LOG);
    const folder = dirname(input);
    const key = join(folder, 'key');
    const output = join(folder, 'out.ndjson');

    const file = await runCli(['redact', input, '-o', output, '--key-file', key]);
    const pipe = await runCli(['redact', '--key-file', key], { stdin: LOG });

    expect([file.code, pipe.code]).toEqual([0, 0]);
    const text = readFileSync(output, 'utf8');
    expect(pipe.stdout).toBe(text);
    expect(text).not.toMatch(PRIVATE);
    expect(text).toMatch(/ip4-doc-[0-9a-f]{6}\.[0-9a-f]{4}:443/);
    expect(text.trim().split('\n')).toHaveLength(3);
    expect(readdirSync(folder).toSorted()).toEqual(['in.log', 'key', 'key.map', 'out.ndjson']);
    for (const each of [key, `${key}.map`]) expect(statSync(each).mode & 0o777).toBe(0o600);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('necropsy-pipe-'))).toEqual([]);
  });

  it('knows what stands in other than ASCII letters in the program as it ships', async () => {
    const input = fileOf('in.log', '2026-01-22 23:50:00.500 Df Acme[812:1ed7f] paired with Quenby’s iPhone\n');

    const { code, stdout } = await runCli(['redact', input]);

    expect([code, /Quenby/.test(stdout)]).toEqual([0, false]);
  });

  it('reveals a token with the key, and none without', async () => {
    const input = fileOf('in.log', LOG);
    const key = join(dirname(input), 'key');
    const { stdout } = await runCli(['redact', input, '--key-file', key]);
    const token = /host-[0-9a-f.d]+\.tld-example/.exec(stdout)?.[0] ?? '';

    const known = await runCli(['redact', 'reveal', token, '--key-file', key]);
    const unknown = await runCli(['redact', 'reveal', 'host-000000', '--key-file', key]);
    const keyless = await runCli(['redact', 'reveal', token, '--key-file', `${key}.none`]);

    expect(known.stdout).toBe(`${token}\thost\tvault.quagga.example\n`);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(keyless).toMatchObject({ code: 2, stdout: '' });
  });

  it('refuses a key that others can read, that is none, or that is another file of the run', async () => {
    const input = fileOf('in.log', LOG);
    const open = fileOf('open.key', `${'a'.repeat(64)}\n`);
    const other = join(dirname(input), 'other');
    writeFileSync(other, 'hello', { mode: 0o600 });

    for (const key of [open, other, input]) {
      const { code, stdout } = await runCli(['redact', input, '--key-file', key]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    }
  });

  it('previews kinds, counts and examples, and writes nothing', async () => {
    const { code, stdout } = await runCli(['redact', fileOf('in.log', LOG), '--preview', '--width', '200']);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^config +1 value in \d+ places?: Quagga Office → config-[0-9a-f]{6}$/m);
    expect(stdout).toMatch(/^ip +1 value in 1 place: 198\.51\.100\.77 → ip4-doc-/m);
    expect(stdout).toMatch(/^user +1 value /m);
  });

  it.each([['analyze', '--json'], ['analyze', '--width', '100'], ['analyze'], ['export']])(
    'is a flag of %s %s too',
    async (...args) => {
      const plain = await runCli([...args, fileOf('quenby.log', LOG)]);
      const redacted = await runCli([...args, fileOf('quenby.log', LOG), '--redact', 'strict']);

      expect(redacted.code).toBe(0);
      expect(plain.code).toBe(0);
      expect(redacted.stdout).not.toMatch(PRIVATE);
      expect(redacted.stdout).not.toBe('');
    },
  );

  it('says that a key alone redacts nothing', async () => {
    const { code, stderr } = await runCli(['analyze', fileOf('in.log', LOG), '--key-file', 'k']);

    expect(code).toBe(2);
    expect(stderr).toContain('--redact');
  });
});
