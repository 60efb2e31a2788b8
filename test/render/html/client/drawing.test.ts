import { describe, expect, it } from 'vitest';
import { rowWindow, scrollTo } from '../../../../src/render/html/client/row-window.ts';
import { exactTime, readClock, span, ticks, timeLabel } from '../../../../src/render/html/client/ticks.ts';
import { clampView, pan, wholeView, zoom } from '../../../../src/render/html/client/view.ts';
import { countColumns, logHeight } from '../../../../src/render/html/density.ts';
import {
  addBar,
  barsWithin,
  countBars,
  emptyBars,
  indexBars,
  indexLines,
  type LaneBars,
  lowerBound,
} from '../../../../src/render/html/index-lanes.ts';
import { Random } from '../../../bench/random.ts';

function barsOf(spans: readonly (readonly [from: number, to: number])[], rows: number): LaneBars {
  const list = emptyBars();
  for (const [item, [from, to]] of spans.entries()) addBar(list, [from, to, item, 0]);
  return indexBars(list, 'app', rows);
}

describe('density', () => {
  it('counts every time once, whether there are few or many', () => {
    const random = new Random(3);
    for (const size of [0, 1, 10, 5000]) {
      const times = Float64Array.from({ length: size }, () => random.below(1_000_000)).sort();

      const counts = countColumns(times, 100_000, 600_000, new Uint32Array(100));

      const inside = times.filter((at) => at >= 100_000 && at < 600_000).length;
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(inside);
    }
  });

  it('shows one line, and never more than there is room', () => {
    expect([0, 1, 10, 1000].map((count) => logHeight(count, 1000, 14))).toEqual([0, 1, 5, 14]);
  });
});

describe('bars', () => {
  it('are found by a stretch of time as a scan would find them', () => {
    const random = new Random(5);
    const spans = Array.from({ length: 2000 }, (_, i) => {
      const from = random.below(100_000);
      return [from, from + (i % 100 === 0 ? 50_000 : random.below(300))] as const;
    });
    const bars = barsOf(spans, 4);

    for (const [from, to] of [
      [0, 100],
      [40_000, 40_500],
      [99_000, 200_000],
    ] as const) {
      const found = barsWithin(bars, from, to, 10_000).map((place) => bars.item[place] ?? -1);
      const scanned = [...spans.keys()].filter((i) => (spans[i]?.[0] ?? 0) < to && (spans[i]?.[1] ?? 0) >= from);
      expect(found.toSorted((a, b) => a - b)).toEqual(scanned);
      expect(countBars(bars, from, to)).toBe(scanned.length);
    }
  });

  it('stand in rows of their own as long as there is room', () => {
    const { rows, rowCount } = barsOf(
      [
        [0, 10],
        [5, 15],
        [10, 20],
        [12, 30],
        [13, 40],
      ],
      3,
    );

    expect([...rows]).toEqual([0, 1, 0, 2, 1]);
    expect(rowCount).toBe(3);
  });
});

describe('lines', () => {
  it('are kept by lane, with those at error and fault level apart', () => {
    const lines = {
      at: Float64Array.of(1, 2, 3, 4),
      lane: Uint8Array.of(0, 1, 0, 1),
      level: Uint8Array.of(0, 3, 4, 3),
    };

    const [first, second] = indexLines(lines, 2, 3, 4);

    expect([...(first?.line ?? [])]).toEqual([0, 2]);
    expect([...(first?.faults ?? [])]).toEqual([3]);
    expect([...(second?.errors ?? [])]).toEqual([2, 4]);
    expect(lowerBound([1, 3, 5], 4)).toBe(2);
  });
});

describe('the view', () => {
  it('stays on the capture and keeps the time under the pointer', () => {
    const whole = wholeView(1_000_000);
    const closer = zoom(whole, 0.5, 250_000, 1_000_000);

    expect((250_000 - closer.from) / (closer.to - closer.from)).toBeCloseTo(
      (250_000 - whole.from) / (whole.to - whole.from),
    );
    expect(pan(closer, -9e9, 1_000_000).from).toBe(whole.from);
    expect(clampView({ from: 5, to: 5 }, 1_000_000)).toEqual({ from: -20, to: 30 });
    expect(zoom(whole, 1000, 0, 1_000_000)).toEqual(whole);
  });
});

describe('times', () => {
  const clock = readClock('2026-03-18T23:59:58.500000+01:00');

  it('are round on the axis and name the day where it changes', () => {
    expect(ticks({ from: 0, to: 3_000_000 }, clock, 4).map(({ label }) => label)).toEqual([
      '23:59:59',
      '00:00:00',
      '00:00:01',
    ]);
    expect(ticks({ from: 0, to: 86_400_000_000 }, clock, 3)[0]?.label).toBe('2026-03-19');
    expect(timeLabel(2_000_000, clock)).toBe('2026-03-19 00:00:00.500');
    expect(exactTime(1, clock)).toBe('2026-03-18 23:59:58.500001');
  });

  it('say what is known where the year or the day is not', () => {
    expect(exactTime(0, readClock('--08-12T08:52:23'))).toBe('--08-12 08:52:23.000000');
    expect(exactTime(0, readClock('17:05:12.000000+01:00'))).toBe('17:05:12.000000');
    expect(timeLabel(90_000_000_000, readClock('17:05:12'))).toBe('day 2 18:05:12.000');
  });

  it('last as long as people would say', () => {
    expect([420, 9920, 999_600, 4e6, 59_996_000, 1_632e6, 11_100e6, 172_799e6, 5_772_960e6].map(span)).toEqual([
      '420 µs',
      '9.92 ms',
      '1.00 s',
      '4.00 s',
      '1 min 0 s',
      '27 min 12 s',
      '3 h 05 min',
      '2 d 0 h',
      '66 d 19 h',
    ]);
  });
});

describe('rows', () => {
  it('in sight are drawn, and few beside them', () => {
    expect(rowWindow(1000, 20, 4000, 400)).toEqual({ first: 194, count: 32, height: 20_000, top: 3880 });
    expect(rowWindow(3, 20, 0, 400).count).toBe(3);
    expect(rowWindow(0, 20, 0, 400).count).toBe(0);
  });

  it('of a table too tall for a browser are all reached', () => {
    const end = rowWindow(2_000_000, 26, 8_000_000 - 520, 520);

    expect(end.first + end.count).toBe(2_000_000);
    expect(rowWindow(2_000_000, 26, scrollTo(1_234_567, 2_000_000, 26, 520), 520).first).toBeLessThanOrEqual(1_234_567);
  });
});
