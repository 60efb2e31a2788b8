import { describe, expect, it } from 'vitest';
import { clock, later, timeOfDay } from '../../../src/render/terminal/clock.ts';

describe('clock', () => {
  it.each([
    ['2026-03-18T14:05:05.020300+01:00', '2026-03-18', '14:05:05', '.020300', '+01:00'],
    ['2026-01-12T00:55:05.000000', '2026-01-12', '00:55:05', '.000000', ''],
    ['--08-12T08:52:23', '--08-12', '08:52:23', '', ''],
    ['17:05:12.000000+01:00', '', '17:05:12', '.000000', '+01:00'],
    ['2026-01-12T00:55:05Z', '2026-01-12', '00:55:05', '', 'Z'],
    ['no time at all', '', 'no time at all', '', ''],
  ])('takes %s apart', (at, date, time, fraction, zone) => {
    expect(clock(at)).toEqual({ date, time, fraction, zone });
  });

  it('shows milliseconds where the export has them', () => {
    expect([timeOfDay('2026-03-18T14:05:05.020300+01:00'), timeOfDay('--08-12T08:52:23')]).toEqual([
      '14:05:05.020',
      '08:52:23',
    ]);
  });
});

describe('later', () => {
  it.each([
    [0, 60_000_000, '23:59'],
    [90_000_000, 60_000_000, '00:01'],
    [1_500_000, 1_000_000, '23:59:59'],
    [1_750_000, 1_000_000, '00:00:00'],
    [1_000, 20_000, '23:59:58.251'],
  ])('adds %i µs and is as fine as steps of %i µs ask for', (us, step, text) => {
    expect(later('2026-03-18T23:59:58.250000+01:00', us, step)).toBe(text);
  });
});
