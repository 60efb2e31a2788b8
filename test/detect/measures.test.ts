import { describe, expect, it } from 'vitest';
import { doublingUs, periodOf } from '../../src/detect/measures.ts';

describe('the period', () => {
  it.each([0, 7, 1_000_000_000])('of a clock is its tick, from %i on, and does not vary', (from) => {
    const times = Array.from({ length: 9 }, (_, i) => from + i * 900);

    expect(periodOf(times)).toEqual({ us: 900, variation: 0 });
  });

  it('is not thrown off by one gap', () => {
    expect(periodOf([0, 10, 20, 30, 900, 910, 920])).toEqual({ us: 10, variation: 0 });
  });

  it('varies by the middle of what the gaps differ', () => {
    // Gaps 10, 20, 30: median 20, and they differ by 10, 0, 10.
    expect(periodOf([0, 10, 30, 60])).toEqual({ us: 20, variation: 0.5 });
  });

  it.each([[[]], [[5]], [[5, 9]], [[5, 5, 5]]])('is not there for %j', (times) => {
    expect(periodOf(times)).toBeUndefined();
  });
});

describe('the doubling', () => {
  /** Gaps that halve every `step` events: the rate doubles in known time. */
  const growing = (doublingTime: number, seconds: number): number[] => {
    const times: number[] = [];
    // The n-th of a rate 2^(t/T) comes at T·log2(1 + n·ln2/T).
    for (let n = 0; ; n += 1) {
      const at = doublingTime * Math.log2(1 + (n * Math.LN2) / doublingTime);
      if (at > seconds) return times;
      times.push(at);
    }
  };

  it.each([2, 5, 9])('of a rate that doubles every %i is near that', (doublingTime) => {
    const measured = doublingUs(growing(doublingTime, 20)) ?? 0;

    expect(measured / doublingTime).toBeGreaterThan(0.8);
    expect(measured / doublingTime).toBeLessThan(1.25);
  });

  it('is not there where the rate is even, falls, or is of a handful', () => {
    expect(doublingUs([0, 10, 20, 30, 40, 50, 60, 70, 80, 90].map((at) => at * 2 + (at > 45 ? 1 : 0)))).toBeUndefined();
    expect(doublingUs([0, 1, 2, 3, 4, 5, 6, 70, 140])).toBeUndefined();
    expect(doublingUs([0, 50, 90, 95, 99])).toBeUndefined();
  });
});
