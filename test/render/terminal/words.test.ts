import { describe, expect, it } from 'vitest';
import { bytes, count, duration, list, number } from '../../../src/render/terminal/words.ts';

describe('words', () => {
  it.each([
    [0, '0ms'],
    [419_600, '420ms'],
    [999_499, '999ms'],
    [999_500, '1.0s'],
    [5_291_700, '5.3s'],
    [59_949_000, '59.9s'],
    [59_950_000, '1m00s'],
    [1_632_000_000, '27m12s'],
    [3_599_600_000, '1h00m'],
    [7_500_000_000, '2h05m'],
    [172_790_000_000, '2d00h'],
    [273_600_000_000, '3d04h'],
  ])('writes %i µs as %s', (us, text) => {
    expect(duration(us)).toBe(text);
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [9_949, '9.9 kB'],
    [9_950, '10 kB'],
    [120_331, '120 kB'],
    [999_600, '1.0 MB'],
    [1_284_331_000, '1.3 GB'],
  ])('writes %i bytes as %s', (size, text) => {
    expect(bytes(size)).toBe(text);
  });

  it('groups digits, counts nouns and joins words', () => {
    expect([number(7), number(1234), number(1_284_331)]).toEqual(['7', '1,234', '1,284,331']);
    expect([count(1, 'flow'), count(2, 'flow'), count(3, 'entity', 'entities')]).toEqual([
      '1 flow',
      '2 flows',
      '3 entities',
    ]);
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});
