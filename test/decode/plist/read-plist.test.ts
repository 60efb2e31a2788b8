import { describe, expect, it } from 'vitest';
import { unarchive } from '../../../src/decode/plist/keyed-archive.ts';
import { readPlist } from '../../../src/decode/plist/read-plist.ts';
import { NE_CONFIGURATION_PLIST } from '../../support/ne-configuration-plist.ts';

/** A binary property list of these objects; references are one byte. The first object is the top. */
function binary(objects: readonly number[][], over: Partial<Record<'count' | 'top' | 'table', number>> = {}): Buffer {
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    at += object.length;
  }
  const trailer = Buffer.alloc(32);
  trailer[6] = 2;
  trailer[7] = 1;
  trailer.writeBigUInt64BE(BigInt(over.count ?? objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(over.top ?? 0), 16);
  trailer.writeBigUInt64BE(BigInt(over.table ?? at), 24);
  const table = Buffer.from(offsets.flatMap((offset) => [offset >> 8, offset & 0xff]));
  return Buffer.concat([Buffer.from('bplist00', 'latin1'), Buffer.from(objects.flat()), table, trailer]);
}

const STRING = [0x51, 0x61];

describe('readPlist', () => {
  it('reads a small list', async () => {
    expect(await readPlist(binary([[0xa2, 1, 1], STRING]))).toEqual(['a', 'a']);
    expect(await readPlist(binary([[0xd1, 1, 2], STRING, [0x09]]))).toEqual({ a: true });
  });

  it.each([
    ['refers to itself', binary([[0xa1, 0]])],
    ['refers to itself through another', binary([[0xa1, 1], [0xd1, 2, 0], STRING])],
    ['stands for 2^60 values', binary([...Array.from({ length: 60 }, (_, i) => [0xa2, i + 1, i + 1]), STRING])],
    ['claims 2^40 objects', binary([STRING], { count: 2 ** 40 })],
    ['begins with an object that it does not have', binary([STRING], { top: 9 })],
    ['has its table behind its end', binary([STRING], { table: 2 ** 31 })],
    ['holds an array of 2 GB', binary([[0xaf, 0x12, 0x7f, 0xff, 0xff, 0xff]])],
    ['holds a string of 2 GB', binary([[0x5f, 0x12, 0x7f, 0xff, 0xff, 0xff]])],
    ['is too short for a trailer', Buffer.from('bplist00hello')],
    ['is not closed', Buffer.from('<plist version="1.0"><dict><key>a</key>')],
    ['is empty', Buffer.alloc(0)],
  ])('is no value where it %s', async (_, bytes) => {
    expect(await readPlist(bytes)).toBeUndefined();
  });

  it('prints nothing of what it reads', async () => {
    const said: unknown[] = [];
    const { error, warn } = console;
    console.error = (...words) => said.push(words);
    console.warn = (...words) => said.push(words);
    try {
      for (const text of [
        '<plist><a\u001b[31m',
        '<plist><dict>',
        '<!DOCTYPE plist [<!ENTITY a "b">]><plist>&a;</plist>',
        '<plist>&b;</plist>',
      ])
        await readPlist(Buffer.from(text));
    } finally {
      console.error = error;
      console.warn = warn;
    }

    expect(said).toEqual([]);
  });

  it('survives every cut and many flipped bits of a real one', async () => {
    const values: unknown[] = [];
    for (let end = 0; end < NE_CONFIGURATION_PLIST.length; end += 7)
      values.push(unarchive(await readPlist(NE_CONFIGURATION_PLIST.subarray(0, end))));
    for (let bit = 0; bit < NE_CONFIGURATION_PLIST.length * 8; bit += 11) {
      const bytes = Buffer.from(NE_CONFIGURATION_PLIST);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      values.push(unarchive(await readPlist(bytes)));
    }

    expect(values.every((value) => value === undefined || typeof value === 'object')).toBe(true);
  });
});

describe('unarchive', () => {
  it('ends where an object holds itself', () => {
    const list = {
      $archiver: 'NSKeyedArchiver',
      $top: { root: { UID: 1 } },
      $objects: ['$null', { name: { UID: 2 }, self: { UID: 1 }, $class: { UID: 0 } }, 'Acme'],
    };

    expect(unarchive(list)).toEqual({ root: { name: 'Acme', self: undefined } });
  });

  it.each([undefined, {}, { $archiver: 'NSKeyedArchiver' }, 'text'])('knows what is no archive: %o', (value) => {
    expect(unarchive(value)).toBeUndefined();
  });
});
