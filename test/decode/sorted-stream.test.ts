import { describe, expect, it } from 'vitest';
import { SortedStream } from '../../src/decode/sorted-stream.ts';
import type { Micros } from '../../src/model/units.ts';
import { Random } from '../bench/random.ts';
import { makeRecord } from '../support/encode-styles.ts';

/** The instants that come out where these go in, in batches of three. */
async function sorted(times: readonly number[], most?: number): Promise<number[]> {
  const left = times.map((at, index) => makeRecord({ at: at as Micros, message: `${index}` }));
  const stream = new SortedStream(async () => (left.length === 0 ? undefined : left.splice(0, 3)), most);
  const found: number[] = [];
  for (let batch = await stream.next(); batch !== undefined; batch = await stream.next())
    found.push(...batch.map(({ at }) => at));
  return found;
}

describe('records that come in no order', () => {
  it('come out in the order of their time, none lost', async () => {
    const random = new Random(3);
    const times = Array.from({ length: 500 }, () => random.below(1000));

    expect(await sorted(times)).toEqual([...times].sort((a, b) => a - b));
    expect(await sorted([])).toEqual([]);
  });

  it('are held up to a number, and in order as far as that reaches', async () => {
    const times = [5, 1, 4, 2, 3, 9, 8, 7, 0];

    expect(await sorted(times, 6)).toEqual([1, 2, 3, 0, 4, 5, 7, 8, 9]);
  });
});
