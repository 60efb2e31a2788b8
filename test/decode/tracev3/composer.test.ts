import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Composer } from '../../../src/decode/tracev3/composer.ts';
import { parseFormat } from '../../../src/decode/tracev3/format-string.ts';
import { rawBytes } from '../../../src/decode/tracev3/raw-bytes.ts';
import { type Argument, encodeArguments } from '../../support/archive/arguments.ts';

/** Composes with the arguments as an entry holds them: items and values, then the private area. */
function compose(format: string, ...args: readonly Argument[]): string {
  const { items, values, privates } = encodeArguments(args);
  const raw = rawBytes(Buffer.concat([items, values, privates]));
  const to = items.length + values.length;
  return new Composer().compose(parseFormat(format), {
    raw,
    from: 0,
    to,
    privateFrom: to,
    privateTo: raw.bytes.length,
  });
}

const int = (value: bigint | number, size: 1 | 2 | 4 | 8 = 4): Argument => ({ kind: 'int', value, size });
const string = (value: string): Argument => ({ kind: 'string', value });
const data = (hex: string): Argument => ({ kind: 'data', value: Buffer.from(hex, 'hex') });
const count = (value: number): Argument => ({ kind: 'count', value });

describe('numbers', () => {
  // Format, bytes of the argument (or f: a double, by its bytes), value, and what a C program prints with it (glibc 2.36).
  // Left out is where Darwin differs: it prints no sign of what is no number, and keeps the zeros of %#g.
  const rows = JSON.parse(readFileSync(new URL('printf-rows.json', import.meta.url), 'utf8')) as readonly (readonly [
    string,
    4 | 8 | 'f',
    string,
    string,
  ])[];

  it('are printed as C prints them, on the width of what was passed', () => {
    const composed = rows.map(([format, size, value]) =>
      size === 'f'
        ? compose(format, { kind: 'double', value: Buffer.from(value, 'hex').readDoubleLE() })
        : compose(format, int(BigInt(value), size)),
    );

    expect(rows.length).toBeGreaterThan(300);
    expect(rows.map(([format, size, value], row) => [format, size, value, composed[row]])).toEqual(rows);
  });

  it.each<readonly [string, readonly Argument[], string]>([
    ['%p', [int(0x1234abcdn, 8)], '0x1234abcd'],
    ['%d %u', [int(-1, 1), int(-1, 2)], '-1 65535'],
    ['%x', [int(0xe00002d8)], 'e00002d8'],
    ['%c%c', [int(0x41), int(0x42, 1)], 'AB'],
    ['%*d|', [int(6), int(42)], '    42|'],
    ['%-*d|', [int(6), int(42)], '42    |'],
    ['%*d|', [int(-6), int(42)], '42    |'],
    ['%.*f', [count(1), { kind: 'double', value: 2.25 }], '2.2'],
    ['%m', [int(2)], 'No such file or directory'],
    ['%100000000d', [int(1)], `${' '.repeat(16_383)}1`],
    ['%d', [], '<decode: missing data>'],
    ['%d and %s', [int(1)], '1 and <decode: missing data>'],
    ['%d', [string('ten bytes')], '<decode: mismatch for [%d] got [STRING sz:10]>'],
    ['%s', [int(5)], '<decode: mismatch for [%s] got [SCALAR sz:4]>'],
  ])('%s', (format, args, expected) => {
    expect(compose(format, ...args)).toBe(expected);
  });
});

describe('text', () => {
  it.each<readonly [string, readonly Argument[], string]>([
    ['100%% of %s', [string('it')], '100% of it'],
    ['%10s|%-6s|', [string('abc'), string('de')], '       abc|de    |'],
    ['%.*s|', [count(2), string('abc')], 'ab|'],
    ['%.0s|', [count(0), string('abc')], 'abc|'],
    ['%@ %s', [{ kind: 'object', value: null }, string('')], '(null) '],
    ['%{public}%@', [{ kind: 'object', value: 'x' }], '{public}x'],
    ['%{public, name=code}s', [string('x')], 'x'],
    ['%y %', [], '%y %'],
    ['%{unclosed', [], '{unclosed'],
    ['%@', [{ kind: 'hash', value: Buffer.alloc(0) }], '<mask.hash: (null)>'],
    ['%s', [{ kind: 'cut', value: 'begin' }], 'begin<…>'],
    ['%s', [{ kind: 'string', value: 'own', privacy: 'private' }], 'own'],
    ['%s', [{ kind: 'string', value: null, privacy: 'redacted' }], '<private>'],
    ['%s', [{ kind: 'string', value: null, privacy: 'sensitive' }], '<private>'],
    ['%s', [string('gr\u00fc\u00df')], 'gr\u00fc\u00df'],
  ])('%s', (format, args, expected) => {
    expect(compose(format, ...args)).toBe(expected);
  });
});

describe('values with a decoder', () => {
  it.each<readonly [string, readonly Argument[], string]>([
    ['%{bool}d %{BOOL}d', [int(1), int(0)], 'true NO'],
    ['%{darwin.errno}d', [int(32)], '[32: Broken pipe]'],
    ['%{darwin.errno}d', [int(9999)], '[9999: Unknown error: 9999]'],
    ['%{darwin.signal}d', [int(9)], '[sigKilled: 9]'],
    ['%{darwin.mode}d', [int(0o100644)], '-rw-r--r--'],
    ['%{time_t}d', [int(1_700_000_000)], '2023-11-14 22:13:20'],
    ['%{network:in_addr}d', [int(0x0100007f)], '127.0.0.1'],
    ['%{network:tcp_state}d', [int(4)], 'ESTABLISHED'],
    ['%{bytes}llu %{iec-bytes}llu', [int(1500, 8), int(1536, 8)], '1.5 kB 1.5 KiB'],
    ['%{uuid_t}.16P', [count(16), data('00112233445566778899aabbccddeeff')], '00112233-4455-6677-8899-AABBCCDDEEFF'],
    ['%{network:in6_addr}.16P', [count(16), data('20010db8000000000000000000000001')], '2001:db8::1'],
    ['%{network:in6_addr}.16P', [count(16), data('00000000000000000000ffffc0000201')], '::ffff:192.0.2.1'],
    ['%{network:in6_addr}.16P', [count(16), data('00000000000000000000000000000000')], '::'],
    ['%{network:sockaddr}.16P', [count(16), data('100201bbc00002010000000000000000')], '192.0.2.1:443'],
    [
      '%{network:sockaddr}.28P',
      [count(28), data('1c1e01bb0000000020010db800000000000000000000000100000000')],
      '2001:db8::1.443',
    ],
    ['%{network:sockaddr}.0P', [count(0), data('')], '<NULL>'],
    ['%{uuid_t}.16P', [count(4), data('00112233')], '<decode: bad range for [uuid_t] got [4]>'],
    ['%.4P', [count(4), data('00ff1122')], '00FF1122'],
    ['%{mdns:rrtype}d %{mdns:yesno}d %{mdns:addrmv}d', [int(28), int(1), int(0)], 'AAAA yes rmv'],
    [
      '%{mdns:dnshdr}.12P',
      [count(12), data('1a2b01000001000000000000')],
      'id: 0x1A2B (6699), flags: 0x0100 (Q/Query, RD, NoError), counts: 1/0/0/0',
    ],
    ['%{mdns:dns.idflags}08X', [int(0x4a2b8183)], 'id: 0x4A2B (18987), flags: 0x8183 (R/Query, RD, RA, NXDomain)'],
    ['%{mdns:dns.counts}llX', [int(0x0001_0002_0003_0004n, 8)], '1/2/3/4'],
    ['%{mdnsresponder:domain_name}.*P', [count(13), data('076578616d706c6503636f6d00')], 'example.com.'],
    ['%{mdnsresponder:ip_addr}.20P', [count(20), data(`04000000c0000201${'00'.repeat(12)}`)], '192.0.2.1'],
    ['%{mdnsresponder:mac_addr}.6P', [count(6), data('0200005e1001')], '02:00:00:5E:10:01'],
  ])('%s', (format, args, expected) => {
    expect(compose(format, ...args)).toBe(expected);
  });
});

describe('arguments that lie', () => {
  it('are cut at the end of their entry and counted', () => {
    const composer = new Composer();
    // One string of 2,000 bytes at offset 60,000, and one that begins in its entry and ends outside.
    const raw = rawBytes(Buffer.from([2, 2, 0x22, 4, 0x60, 0xea, 0xd0, 0x07, 0x22, 4, 0, 0, 0xff, 0x7f, 0x61, 0x62]));

    const text = composer.compose(parseFormat('%s|%s'), { raw, from: 0, to: 16, privateFrom: 16, privateTo: 16 });

    expect(text).toBe('(null)|ab<…>');
    expect(composer.broken).toBe(2);
  });

  it('make no message longer than any is kept', () => {
    const long = 'x'.repeat(30_000);
    const args = Array.from({ length: 50 }, () => string(long));

    expect(compose('%s'.repeat(50), ...args).length).toBeLessThan(50_000);
  });
});
