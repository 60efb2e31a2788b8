import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/commands/nearest.ts';

const DETECTORS = ['darkwake-churn', 'missing-new-flow', 'provider-crash', 'provider-exit-loop', 'proxy-self-loop'];

describe('nearest', () => {
  it.each([
    ['a letter too few', 'provider-crsh', ['provider-crash']],
    ['a letter too many', 'darkwake-chuurn', ['darkwake-churn']],
    ['two letters swapped', 'porxy-self-loop', ['proxy-self-loop']],
    ['other capitals', 'Proxy-Self-Loop', ['proxy-self-loop']],
    ['a part of the name', 'crash', ['provider-crash']],
    ['a part of several names', 'loop', ['provider-exit-loop', 'proxy-self-loop']],
    ['something else altogether', 'xyzzy', []],
    ['two letters of nothing', 'qq', []],
  ])('takes %s', (_what, typed, names) => {
    expect(nearest(typed, DETECTORS)).toEqual(names);
  });

  it('puts the likeliest first and stops at the most that are asked for', () => {
    expect(nearest('format', ['formats', 'fromat', 'forma', 'reformat', 'other'], 3)).toEqual([
      'formats',
      'reformat',
      'forma',
    ]);
  });

  it('counts a swap of neighbours as one mistake', () => {
    expect(nearest('ab', ['ba', 'xy'])).toEqual(['ba']);
  });
});
