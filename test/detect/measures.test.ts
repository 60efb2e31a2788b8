import { describe, expect, it } from 'vitest';
import { inWords, median } from '../../src/detect/durations.ts';
import { grows, SlidingCount } from '../../src/detect/rate.ts';
import { type Micros, SECOND } from '../../src/model/units.ts';

const at = (seconds: number): Micros => (seconds * SECOND) as Micros;

describe('SlidingCount', () => {
  it('counts what stands in the window and remembers the most', () => {
    const window = new SlidingCount(10 * SECOND);

    const counts = [0, 1, 2, 11, 12, 40].map((second) => window.add(at(second)));

    expect(counts).toEqual([1, 2, 3, 3, 3, 1]);
    expect([window.peak, window.peakFrom, window.total]).toEqual([3, at(0), 6]);
  });

  it('stays small over a long run', () => {
    const window = new SlidingCount(SECOND);

    for (let i = 0; i < 100_000; i++) window.add(at(i));

    expect([window.peak, window.total]).toEqual([2, 100_000]);
  });
});

describe('grows', () => {
  it('sees a rate that doubles', () => {
    const times = Array.from({ length: 20 }, (_, i) => at(10 * (1 - 0.8 ** i)));

    expect(grows(times)).toBe(true);
  });

  it('sees none in a steady rate, in a falling one, and in a handful', () => {
    const steady = Array.from({ length: 20 }, (_, i) => at(i));
    const falling = Array.from({ length: 20 }, (_, i) => at(i * i));

    expect([grows(steady), grows(falling), grows(steady.slice(0, 5))]).toEqual([false, false, false]);
  });
});

describe('durations', () => {
  it.each([
    [410_000, '410 ms'],
    [3_240_000, '3.2 s'],
    [42_000_000, '42 s'],
    [250_000_000, '4 min 10 s'],
    [900_000_000, '15 min'],
    [7_500_000_000, '2 h 5 min'],
  ])('%d µs is %s', (us, words) => {
    expect(inWords(us)).toBe(words);
  });

  it('takes the middle, or the mean of the two in the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, 0]);
  });
});
