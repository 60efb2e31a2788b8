import { describe, expect, it } from 'vitest';
import { NumberList } from '../../src/lib/number-list.ts';
import { packed } from '../../src/lib/packed.ts';

describe('a list of numbers', () => {
  it('gives back what was pushed, changed where it was changed', () => {
    const list = new NumberList();
    for (let i = 0; i < 1_000; i += 1) list.push(1_770_000_000_000_000 + i);
    list.set(17, Number.NaN);
    list.set(18, -1);

    expect(list.length).toBe(1_000);
    expect(Array.from({ length: 1_000 }, (_, i) => list.at(i))).toEqual(
      Array.from({ length: 1_000 }, (_, i) => (i === 17 ? Number.NaN : i === 18 ? -1 : 1_770_000_000_000_000 + i)),
    );
  });

  it('has nothing beyond its end, and takes nothing there', () => {
    const list = new NumberList();
    list.push(5);
    list.set(1, 7);

    expect([list.length, list.at(0), list.at(1), list.at(-1)]).toEqual([1, 5, Number.NaN, Number.NaN]);
  });
});

it('a packed list is another one that holds the same', () => {
  const list = [3, 1, 2];

  expect(packed(list)).toEqual(list);
  expect(packed(list)).not.toBe(list);
});
