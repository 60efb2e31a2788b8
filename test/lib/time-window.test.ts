import { describe, expect, it } from 'vitest';
import { type CaptureTime, isSelective, NO_SELECTION, parseAround, windowOf } from '../../src/lib/time-window.ts';

const MINUTE = 60_000_000;
const utc = (text: string): number => Date.parse(`${text}Z`) * 1000;

/** An hour in Berlin on the day of the change to summer time: 01:30 to 03:30 on the wall, an hour of which there is not. */
const CAPTURE: CaptureTime = {
  from: utc('2026-03-29T00:30:00'),
  to: utc('2026-03-29T01:30:00'),
  offsetAt: (at) => (at < utc('2026-03-29T01:00:00') ? 60 : 120),
};

describe('--around', () => {
  it.each([
    ['07:45±2m', 7 * 60 + 45, 2],
    ['07:45 +- 90s', 7 * 60 + 45, 1.5],
    ['07:45:00+/-1h', 7 * 60 + 45, 60],
    ['07:45', 7 * 60 + 45, 2],
  ])('%s', (text, minutes, spread) => {
    expect(parseAround(text)).toEqual({
      point: { kind: 'time-of-day', at: minutes * MINUTE },
      spreadUs: spread * MINUTE,
    });
  });

  it.each(['', '±2m', '07:45±', '07:45±2', '07:45±2m±3m', 'noon±2m'])('is not %j', (text) => {
    expect(parseAround(text)).toBeUndefined();
  });
});

describe('the part of a capture', () => {
  const part = (selection: Partial<typeof NO_SELECTION>) => windowOf({ ...NO_SELECTION, ...selection }, CAPTURE);
  const around = (text: string) => part({ around: parseAround(text) });

  it('is not asked for by nothing', () => {
    expect(isSelective(NO_SELECTION)).toBe(false);
    expect(part({})).toBeUndefined();
  });

  it('is on the wall clock of the capture, with the offset of that hour', () => {
    expect(around('01:40±5m')).toEqual({ from: utc('2026-03-29T00:35:00'), to: utc('2026-03-29T00:45:00') });
    expect(around('03:10±5m')).toEqual({ from: utc('2026-03-29T01:05:00'), to: utc('2026-03-29T01:15:00') });
  });

  it('may have its middle a little before the capture begins', () => {
    expect(around('01:28±5m')).toEqual({ from: utc('2026-03-29T00:23:00'), to: utc('2026-03-29T00:33:00') });
  });

  it('may have its middle on the day before', () => {
    const capture = { ...CAPTURE, from: utc('2026-03-29T22:01:00'), to: utc('2026-03-29T22:30:00') };

    expect(windowOf({ ...NO_SELECTION, around: parseAround('23:59±5m') }, capture)).toEqual({
      from: utc('2026-03-29T21:54:00'),
      to: utc('2026-03-29T22:04:00'),
    });
  });

  it('is a boot: the first from the beginning on, the last to the end', () => {
    const boots = [0, CAPTURE.from + 10, CAPTURE.from + 20];
    const boot = (number: number) => windowOf({ ...NO_SELECTION, boot: number }, { ...CAPTURE, boots });

    expect([1, 2, 3].map(boot)).toEqual([
      { from: -Infinity, to: CAPTURE.from + 9 },
      { from: CAPTURE.from + 10, to: CAPTURE.from + 19 },
      { from: CAPTURE.from + 20, to: Infinity },
    ]);
    expect(boot(4)).toEqual({ from: Infinity, to: -Infinity });
  });

  it('is the end of it, or from one time to another', () => {
    expect(part({ lastUs: 15 * MINUTE })).toEqual({ from: CAPTURE.to - 15 * MINUTE, to: Infinity });
    expect(part({ since: { kind: 'instant', at: CAPTURE.from + 5 } })).toEqual({
      from: CAPTURE.from + 5,
      to: Infinity,
    });
    expect(part({ until: { kind: 'wall', at: utc('2026-03-29T01:45:00') } })).toEqual({
      from: -Infinity,
      to: utc('2026-03-29T00:45:00'),
    });
  });
});
