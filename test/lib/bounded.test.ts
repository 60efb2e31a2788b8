import { describe, expect, it } from 'vitest';
import { Ring } from '../../src/lib/ring.ts';
import { TwoGenerationMap } from '../../src/lib/two-generation-map.ts';

describe('Ring', () => {
  it('keeps the newest items, oldest first, and hands back what falls out', () => {
    const ring = new Ring<number>(3);

    const dropped = [1, 2, 3, 4, 5].map((item) => ring.push(item));

    expect([...ring]).toEqual([3, 4, 5]);
    expect(dropped).toEqual([undefined, undefined, undefined, 1, 2]);
    expect(ring.size).toBe(3);
  });
});

describe('TwoGenerationMap', () => {
  it('drops the old generation whole and says what it held', () => {
    const dropped: string[] = [];
    const map = new TwoGenerationMap<string, number>(2, (old) => dropped.push(...old.keys()));

    for (const [key, value] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['d', 4],
      ['e', 5],
    ] as const)
      map.set(key, value);

    expect(dropped).toEqual(['a', 'b']);
    expect([...map.values()]).toEqual([3, 4, 5]);
    expect(map.get('a')).toBeUndefined();
  });

  it('makes an old entry young again when it is read', () => {
    const map = new TwoGenerationMap<string, number>(2);

    map.set('a', 1);
    map.set('b', 2);
    map.set('c', 3);
    expect(map.get('a')).toBe(1);
    map.set('d', 4);
    map.set('e', 5);

    expect(map.get('a')).toBe(1);
    expect(map.get('b')).toBeUndefined();
  });

  it('never holds more than two generations', () => {
    const map = new TwoGenerationMap<number, number>(100);

    for (let i = 0; i < 10_000; i++) map.set(i, i);

    expect([...map.values()].length).toBeLessThanOrEqual(200);
  });
});
