import { describe, expect, it } from 'vitest';
import { formatIso, formatOffset } from '../../src/lib/time-format.ts';
import { daysSinceEpoch, minuteMicros, parseTimestamp } from '../../src/lib/time-parse.ts';
import type { Micros } from '../../src/model/units.ts';

describe('daysSinceEpoch', () => {
  it('agrees with the platform for every day of eight centuries', () => {
    const end = Date.UTC(2400, 0, 1);
    for (let ms = Date.UTC(1600, 0, 1), days = ms / 86_400_000; ms < end; ms += 86_400_000, days++) {
      const date = new Date(ms);
      const found = daysSinceEpoch(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
      if (found !== days) expect([date.toISOString(), found]).toEqual([date.toISOString(), days]);
    }
  });

  it.each([
    [2026, 0, 1],
    [2026, 13, 1],
    [2026, 1, 0],
    [2026, 1, 32],
    [2026, 4, 31],
    [2026, 2, 29],
    [1900, 2, 29],
  ])('knows that %i-%i-%i does not exist', (year, month, day) => {
    expect(daysSinceEpoch(year, month, day)).toBeNaN();
  });
});

describe('minuteMicros', () => {
  it('counts minutes of a day', () => {
    expect(minuteMicros(1970, 1, 2, 1, 2)).toBe((24 * 60 + 62) * 60_000_000);
    expect(minuteMicros(2026, 3, 1, 24, 0)).toBeNaN();
    expect(minuteMicros(2026, 3, 1, 0, 60)).toBeNaN();
  });
});

describe('parseTimestamp', () => {
  it.each([
    ['2026-03-18 14:05:00.100000+0100', '2026-03-18T13:05:00.100Z', 60],
    ['2026-03-18T14:05:00.1+01:00', '2026-03-18T13:05:00.100Z', 60],
    ['2026-03-18T14:05:00Z', '2026-03-18T14:05:00.000Z', 0],
    ['2026-03-18 14:05:00 -0330', '2026-03-18T17:35:00.000Z', -210],
    ['2026-03-18 14:05', '2026-03-18T14:05:00.000Z', undefined],
    ['2026-03-18 14:05:00,25', '2026-03-18T14:05:00.250Z', undefined],
    ['2026-03-18 14:05:00-0000', '2026-03-18T14:05:00.000Z', 0],
  ])('reads %s', (text, iso, offsetMinutes) => {
    expect(parseTimestamp(text)).toEqual({ at: Date.parse(iso) * 1000, offsetMinutes });
  });

  it('keeps microseconds', () => {
    expect((parseTimestamp('1970-01-01 00:00:00.123456')?.at ?? 0) as number).toBe(123_456);
  });

  it.each([
    '',
    '14:05:00',
    '2026-03-18',
    '2026-02-30 14:05:00',
    '2026-03-18 14:05:61',
    '2026-03-18 14:05:00 x',
    '26-03-18 14:05:00',
  ])('refuses "%s"', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });
});

describe('formatIso', () => {
  it.each([
    [60, '2026-03-18T14:05:00.100000+01:00'],
    [0, '2026-03-18T13:05:00.100000+00:00'],
    [-210, '2026-03-18T09:35:00.100000-03:30'],
    [345, '2026-03-18T18:50:00.100000+05:45'],
    [undefined, '2026-03-18T13:05:00.100000'],
  ])('prints with the offset %s', (offset, text) => {
    expect(formatIso((Date.UTC(2026, 2, 18, 13, 5) * 1000 + 100_000) as Micros, offset)).toBe(text);
  });

  it('prints microseconds, also before 1970', () => {
    expect(formatIso(1 as Micros, undefined)).toBe('1970-01-01T00:00:00.000001');
    expect(formatIso(-1 as Micros, undefined)).toBe('1969-12-31T23:59:59.999999');
    expect(formatIso(1_772_385_305_393_829 as Micros, -480)).toBe('2026-03-01T09:15:05.393829-08:00');
  });

  it('is undone by parseTimestamp', () => {
    for (const offset of [0, 60, -480, 345]) {
      const at = 1_772_385_305_393_829 as Micros;
      expect(parseTimestamp(formatIso(at, offset))).toEqual({ at, offsetMinutes: offset });
    }
  });
});

describe('formatOffset', () => {
  it('prints hours and minutes', () => {
    expect([60, -30, 0, 345].map(formatOffset)).toEqual(['+01:00', '-00:30', '+00:00', '+05:45']);
  });
});
