import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRedact } from '../../src/commands/redact-run.ts';
import type { RedactionLevel } from '../../src/redact/kinds.ts';
import { NE_CONFIGURATION_PLIST } from '../support/ne-configuration-plist.ts';
import { type CanaryLine, capture, NE, PLACES, SESSION, STRICT } from './canary-lines.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-canary-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function redacted(lines: readonly CanaryLine[], redact: RedactionLevel): Promise<string> {
  const input = join(folder, 'in.ndjson');
  const output = join(folder, 'out.ndjson');
  rmSync(output, { force: true });
  writeFileSync(input, `${capture(lines)}\n`);
  expect(await runRedact([input], { redact, output, quiet: true })).toBe(0);
  return readFileSync(output, 'utf8');
}

describe('a redacted capture holds none of it', () => {
  it.each(PLACES)('%s', async (_, lines, canaries) => {
    for (const level of ['standard', 'strict'] as const) {
      const text = (await redacted(lines, level)).toLowerCase();
      expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
    }
  });

  it.each(STRICT)('strict: %s', async (_, lines, canaries) => {
    const text = (await redacted(lines, 'strict')).toLowerCase();

    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
  });

  it('that only the settings beside the log call private', async () => {
    // Source: the property list names a VPN "Acme VPN"; nothing in the line says that it is one.
    const inside = join(folder, 'sysdiagnose_2026.03.18_14-06-00+0100_macOS_Mac_25E246');
    const output = join(folder, 'settings.ndjson');
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, 'com.apple.networkextension.plist'), NE_CONFIGURATION_PLIST);
    writeFileSync(
      join(inside, 'log.ndjson'),
      `${capture([{ message: 'the user pressed the button of Acme VPN twice' }])}\n`,
    );

    expect(await runRedact([inside], { redact: 'standard', output, quiet: true })).toBe(0);

    const text = readFileSync(output, 'utf8');
    expect(text).toContain('the user pressed the button of');
    expect(text).not.toContain('Acme VPN');
  });

  it.each<readonly [string, (value: string) => string]>([
    ['base64', (value) => Buffer.from(value).toString('base64')],
    ['base64 inside something', (value) => Buffer.from(`{"u":"${value}"}`).toString('base64')],
    ['base64 for URLs', (value) => Buffer.from(`>>?${value}`).toString('base64url')],
    ['hex', (value) => Buffer.from(value).toString('hex')],
    ['hex in capitals', (value) => `0x${Buffer.from(value).toString('hex').toUpperCase()}`],
    ['hex in groups', (value) => (Buffer.from(value).toString('hex').match(/../g) ?? []).join(' ')],
    ['percent-encoded', (value) => [...Buffer.from(value)].map((byte) => `%${byte.toString(16)}`).join('')],
    [
      'JSON’s escapes',
      (value) => `{"name":"${[...value].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`,
    ],
    ['capitals', (value) => value.toUpperCase()],
  ])('in another writing: %s', async (_, encode) => {
    const name = 'quenby-okafor';
    const text = await redacted(
      [{ message: `home /Users/${name}/x` }, { message: `payload ${encode(name)} sent` }],
      'standard',
    );

    expect(text.toLowerCase()).not.toContain(encode(name).toLowerCase());
    expect(text.toLowerCase()).not.toContain(name);
  });
});

describe('what diagnosis needs', () => {
  it('stays: Apple’s names, codes, numbers, interfaces, times', async () => {
    const message = `${SESSION}: plugin com.apple.preferences.networkprivacy on utun4, error Error Domain=NEVPNErrorDomain Code=5, localhost 127.0.0.1:80 ::1 224.0.0.251 gateway.push.apple.com flow 3202434321 pid 77`;
    const text = await redacted([{ ...NE, message }], 'strict').then(() => redacted([{ ...NE, message }], 'standard'));

    for (const kept of [
      'com.apple.preferences.networkprivacy',
      'utun4',
      'NEVPNErrorDomain Code=5',
      '127.0.0.1:80',
      '::1',
      '224.0.0.251',
      'gateway.push.apple.com',
      '3202434321',
      'pid 77',
      '2026-04-07 09:30:00.101471+0200',
      'nesessionmanager',
    ])
      expect(text).toContain(kept);
  });

  it('stays: words that only look like something', async () => {
    const message =
      'user: active token=42 password required: NO account: (null) version 1.2.3.4 at 12:30:45.123 in main.swift:12 self.delegate.name -[NEProvider foo:bar:] prefix /64 build "26.1.0.2"';
    const text = await redacted([{ message }], 'standard');

    expect(JSON.parse(text.split('\n')[0] ?? '').eventMessage).toBe(message);
  });

  it('apple keeps hosts and addresses, and drops people', async () => {
    const text = await redacted(
      [{ message: 'quenby@corp.example reached vault.quagga-corp.com at 198.51.100.77 from /Users/quenby/x' }],
      'apple',
    );

    expect(text).toContain('vault.quagga-corp.com at 198.51.100.77');
    expect(text).not.toContain('quenby');
  });

  it('is the same again when it is redacted again', async () => {
    // A hash is a hash again: its token looks like one.
    const lines = PLACES.flatMap(([place, each]) => (place === 'hashes' ? [] : each));
    const once = await redacted(lines, 'standard');
    const input = join(folder, 'again.ndjson');
    const output = join(folder, 'twice.ndjson');
    writeFileSync(input, once);
    await runRedact([input], { redact: 'standard', output, quiet: true });

    const messages = (text: string): unknown[] =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).eventMessage);
    expect(messages(readFileSync(output, 'utf8'))).toEqual(messages(once));
  });

  it('leaves no file behind where it refuses', async () => {
    const output = join(folder, 'never.ndjson');

    await expect(
      runRedact([join(folder, 'missing.ndjson')], { redact: 'standard', output, quiet: true }),
    ).rejects.toThrow();

    expect(existsSync(output)).toBe(false);
    expect(existsSync(`${output}.part`)).toBe(false);
  });
});
