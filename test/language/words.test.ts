import { describe, expect, test } from 'vitest';
import { nearest, orList } from '../../src/language/words.ts';

test('orList', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(orList)).toEqual(['', 'a', 'a or b', 'a, b or c']);
});

describe('nearest', () => {
  test.each([
    ['txet', 'text'],
    ['sampel', 'sample'],
    ['mesage', 'message'],
    ['LEVEL', 'level'],
    ['levels', 'level'],
    ['banana', undefined],
    ['x', undefined],
  ])('of %s is %s', (word, expected) => {
    expect(nearest(word, ['text', 'sample', 'message', 'level', 'os'])).toBe(expected);
  });

  test('takes the closest, and of equals the first', () => {
    expect(
      nearest('kernel.tcp/connected', ['kernel.tcp/connect', 'kernel.tcp/connecting', 'kernel.tcp/connected2']),
    ).toBe('kernel.tcp/connected2');
    expect(nearest('aab', ['aaa', 'aac'])).toBe('aaa');
  });
});
