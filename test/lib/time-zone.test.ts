import { describe, expect, it } from 'vitest';
import { areaZone, fixedZone, type Zone } from '../../src/lib/time-zone.ts';
import { UNKNOWN_DAY } from '../../src/lib/unknown-dates.ts';

const wall = (text: string): number => Date.parse(`${text}Z`) * 1000;

/** Instants of wall clocks that follow each other. */
function instants(zone: Zone | undefined, walls: readonly string[]): string[] {
  let previous = Number.NaN;
  return walls.map((text) => {
    const offset = zone?.offsetAt(wall(text), previous) ?? Number.NaN;
    previous = wall(text) - offset * 60_000_000;
    return new Date(previous / 1000).toISOString().slice(0, 19);
  });
}

describe('the zone of an area', () => {
  it.each([
    ['Europe/Berlin', '2026-01-15T12:00:00', 60],
    ['Europe/Berlin', '2026-07-15T12:00:00', 120],
    ['America/Los_Angeles', '2026-01-15T12:00:00', -480],
    ['America/St_Johns', '2026-01-15T12:00:00', -210],
    ['Asia/Kathmandu', '2026-01-15T12:00:00', 345],
    ['UTC', '2026-01-15T12:00:00', 0],
    ['europe/berlin', '2026-07-15T12:00:00', 120],
  ])('%s is %s: %i minutes', (area, text, minutes) => {
    expect(areaZone(area)?.offsetAt(wall(text), Number.NaN)).toBe(minutes);
  });

  it('leaves an hour out in spring', () => {
    const walls = ['2026-03-29T01:59:59', '2026-03-29T02:30:00', '2026-03-29T03:00:00', '2026-03-29T03:30:00'];

    expect(instants(areaZone('Europe/Berlin'), walls)).toEqual([
      '2026-03-29T00:59:59',
      '2026-03-29T01:30:00',
      '2026-03-29T01:00:00',
      '2026-03-29T01:30:00',
    ]);
  });

  it('runs twice over an hour in autumn, and tells which by what came before', () => {
    const walls = ['2026-10-25T02:10:00', '2026-10-25T02:59:59', '2026-10-25T02:00:01', '2026-10-25T02:30:00'];

    expect(instants(areaZone('Europe/Berlin'), [...walls, '2026-10-25T03:00:00'])).toEqual([
      '2026-10-25T00:10:00',
      '2026-10-25T00:59:59',
      '2026-10-25T01:00:01',
      '2026-10-25T01:30:00',
      '2026-10-25T02:00:00',
    ]);
  });

  it('says nothing of a day that is not known', () => {
    const unknown = UNKNOWN_DAY * 86_400_000_000;

    expect(areaZone('Europe/Berlin')?.offsetAt(unknown, Number.NaN)).toBeUndefined();
    expect(fixedZone(-210).offsetAt(unknown, Number.NaN)).toBe(-210);
  });

  it('is none of a place that nobody knows', () => {
    expect(areaZone('Europe/Entenhausen')).toBeUndefined();
  });
});
