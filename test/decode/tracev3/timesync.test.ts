import { describe, expect, it } from 'vitest';
import type { FileHeader } from '../../../src/decode/tracev3/header.ts';
import { rawBytes } from '../../../src/decode/tracev3/raw-bytes.ts';
import { Timesync } from '../../../src/decode/tracev3/timesync.ts';
import { dashedUuid, u16, u32, u64, uuidOf } from '../../support/archive/bytes.ts';

const START = 1_750_000_000_000_000_000n;
const boot = (name: string, wall: bigint, timebase: readonly [number, number], west = 0): Buffer =>
  Buffer.concat([u16(0xbbb0), u16(48), u32(0), uuidOf(name), ...timebase.map(u32), u64(wall), u32(west), u32(0)]);
const sync = (ticks: bigint, wall: bigint, west = 0): Buffer =>
  Buffer.concat([u32(0x207354), u32(0), u64(ticks), u64(wall), u32(west), u32(0)]);
const header = (name: string): FileHeader => ({
  timebase: { numerator: 1, denominator: 1 },
  sync: { low: 500, high: 0, micros: 42_000_000, nanos: 0 },
  offsetMinutes: 0,
  boot: dashedUuid(uuidOf(name)),
  build: '',
  hardware: '',
});
const read = (...files: readonly Buffer[]): Timesync => {
  const timesync = new Timesync();
  for (const file of files) timesync.add(rawBytes(file));
  return timesync;
};
const halves = (ticks: bigint): readonly [number, number] => [Number(ticks & 0xffff_ffffn), Number(ticks >> 32n)];

describe('the clock of a boot', () => {
  it('counts from the last sync point before, over several files in any order', () => {
    const second = Buffer.concat([boot('a', START, [1, 1]), sync(3_000_000_000n, START + 3_500_000_000n)]);
    const first = Buffer.concat([
      boot('a', START, [1, 1]),
      sync(1_000_000_000n, START + 1_000_500_000n),
      boot('b', 5n, [1, 1]),
    ]);
    const clock = read(second, first).clockOf(header('a'));

    expect(clock.wall(...halves(10_000n))).toBe(1_750_000_000_000_010);
    expect(clock.wall(...halves(1_000_001_999n))).toBe(1_750_000_001_000_501);
    expect(clock.wall(...halves(2_999_999_999n))).toBe(1_750_000_003_000_499);
    expect(clock.wall(...halves(3_000_000_000n))).toBe(1_750_000_003_500_000);
  });

  it('is exact after years of uptime, on both kinds of machine', () => {
    const ticks = 3n * 365n * 86_400n * 1_000_000_000n + 123_456_789n;
    const intel = read(Buffer.concat([boot('a', START, [1, 1]), sync(ticks, START)])).clockOf(header('a'));
    expect(intel.wall(...halves(ticks + 1_000n))).toBe(1_750_000_000_000_001);
    expect(intel.wall(...halves(ticks + 1_999n))).toBe(1_750_000_000_000_001);

    const silicon = read(Buffer.concat([boot('a', START, [125, 3]), sync(ticks, START)])).clockOf(header('a'));
    expect(silicon.wall(...halves(ticks + 24n))).toBe(1_750_000_000_000_001);
    expect(silicon.wall(...halves(ticks + 24_000_000n * 3600n))).toBe(1_750_003_600_000_000);
  });

  it('knows the span of a stretch in which the clock was set back', () => {
    const bytes = Buffer.concat([boot('a', START, [1, 1]), sync(5_000_000_000n, START + 1_000_000_000n)]);
    const clock = read(bytes).clockOf(header('a'));
    const moment = (ticks: bigint) => ({ low: Number(ticks & 0xffff_ffffn), high: Number(ticks >> 32n) });

    expect(clock.span(moment(4_000_000_000n), moment(6_000_000_000n))).toEqual([
      1_750_000_001_000_000, 1_750_000_005_000_000,
    ]);
  });

  it('is the one of the header where no file knows the boot', () => {
    expect(
      read(boot('b', START, [1, 1]))
        .clockOf(header('a'))
        .wall(1500, 0),
    ).toBe(42_000_001);
  });

  it('tells every change of the offset', () => {
    const bytes = Buffer.concat([
      boot('a', START, [1, 1], 300),
      sync(1n, START + 1_000n, 300),
      sync(2n, START + 2_000n, 360),
    ]);

    expect(
      read(bytes)
        .zonesOf(dashedUuid(uuidOf('a')))
        .map(({ offsetMinutes }) => offsetMinutes),
    ).toEqual([-300, -360]);
  });

  it('keeps what came before a record that is none', () => {
    const timesync = new Timesync();

    expect(timesync.add(rawBytes(Buffer.concat([boot('a', START, [1, 1]), Buffer.alloc(40, 7)])))).toBe(false);
    expect(timesync.clockOf(header('a')).wall(1000, 0)).toBe(1_750_000_000_000_001);
  });
});
