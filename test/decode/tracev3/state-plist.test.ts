import { describe, expect, it } from 'vitest';
import { decodeStatePlist } from '../../../src/decode/tracev3/state-plist.ts';

/** A binary property list of objects that are encoded already; the first is the top. */
function plist(...objects: readonly (readonly number[] | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('bplist00')];
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    parts.push(Buffer.from(object));
    at += object.length;
  }
  const trailer = Buffer.alloc(32);
  trailer[6] = 2;
  trailer[7] = 1;
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([...parts, ...offsets.map((offset) => Buffer.from([offset >> 8, offset & 255])), trailer]);
}

const ascii = (text: string): Buffer => Buffer.concat([Buffer.from([0x50 + text.length]), Buffer.from(text)]);

describe('a state that is a property list', () => {
  it('is shown value by value', () => {
    const bytes = plist(
      [0xd3, 1, 2, 3, 4, 5, 6],
      ascii('name'),
      ascii('list'),
      ascii('on'),
      Buffer.from([0x62, 0x00, 0x55, 0x00, 0xfc]),
      [0xa3, 7, 8, 9],
      [0x09],
      [0x10, 0x2a],
      [0x13, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe],
      [0x42, 0xab, 0xcd],
    );

    expect(decodeStatePlist(bytes)).toBe(
      '{\n  name = Uü\n  list = (\n    42\n    -2\n    {length = 2, bytes = 0xabcd}\n  )\n  on = true\n}',
    );
  });

  it('is nothing where it is none', () => {
    expect(decodeStatePlist(Buffer.from('hello'))).toBeUndefined();
    expect(decodeStatePlist(Buffer.concat([Buffer.from('bplist00'), Buffer.alloc(40)]))).toBeUndefined();
  });

  it('may hold itself: it is shown to some depth', () => {
    expect(decodeStatePlist(plist([0xa1, 0]))).toContain('…');
    // Each list names the next one fifteen times.
    const bomb = Array.from({ length: 20 }, (_, index) => [0xae, ...Array.from({ length: 14 }, () => index + 1)]);
    expect(decodeStatePlist(plist(...bomb, [0x09]))?.length).toBeLessThanOrEqual(16_384);
  });

  it('never throws, wherever it is cut and whatever byte of it is changed', () => {
    const bytes = plist([0xd1, 1, 2], ascii('key'), [0xa2, 3, 4], [0x22, 0, 0, 0, 0], [0x33, 0, 0, 0, 0, 0, 0, 0, 0]);
    for (let length = 0; length < bytes.length; length++) decodeStatePlist(bytes.subarray(0, length));
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 0x0f, 0x4f, 0x5f, 0x6f, 0xaf, 0xdf, 0xff]) {
        const changed = Buffer.from(bytes);
        changed[at] = value;
        expect(decodeStatePlist(changed)?.length ?? 0).toBeLessThanOrEqual(16_384);
      }
    }
  });
});
