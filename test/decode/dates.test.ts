import { describe, expect, it } from 'vitest';
import { Calendar } from '../../src/decode/calendar.ts';
import { openInputs } from '../../src/decode/open-inputs.ts';
import { OriginTable } from '../../src/decode/origin-table.ts';
import { formatIso } from '../../src/lib/time-format.ts';
import { parseDate } from '../../src/lib/time-parse.ts';
import { UNKNOWN_DAY, UNKNOWN_YEAR } from '../../src/lib/unknown-dates.ts';
import type { CalendarDate, Micros } from '../../src/model/units.ts';
import { encodeAs, makeRecord } from '../support/encode-styles.ts';
import { bytesSource, drain, readRecords } from '../support/read-records.ts';

const DAY_US = 86_400_000_000;

/** µs of a time in the unknown year, or on the unknown day. */
function inYear(month: number, day: number, hour = 0): number {
  return Date.UTC(UNKNOWN_YEAR, month - 1, day, hour) * 1000;
}

function onDay(hour: number, minute = 0, second = 0): number {
  return UNKNOWN_DAY * DAY_US + ((hour * 60 + minute) * 60 + second) * 1_000_000;
}

function placed(date: CalendarDate | undefined, lack: 'year' | 'date', walls: readonly number[]): string[] {
  const calendar = new Calendar();
  if (date !== undefined) calendar.assume(date);
  return walls.map((wall) => {
    const at = calendar.place(wall, lack);
    return Number.isNaN(at) ? 'no time' : formatIso(at as Micros, undefined).replace(/\.0+$/, '');
  });
}

describe('times without a year', () => {
  it('stand in the year that was assumed, and in the next after its end', () => {
    const walls = [inYear(2, 28), inYear(12, 31, 23), inYear(1, 1), inYear(3, 1)];

    expect(placed({ year: 2026, month: 12, day: 31 }, 'year', walls)).toEqual([
      '2026-02-28T00:00:00',
      '2026-12-31T23:00:00',
      '2027-01-01T00:00:00',
      '2027-03-01T00:00:00',
    ]);
  });

  it('come back to the year before where records of both are printed out of order', () => {
    const walls = [inYear(1, 1) - 1000 + 366 * DAY_US, inYear(1, 1), inYear(1, 1) - 1 + 366 * DAY_US, inYear(1, 1) + 1];

    expect(placed({ year: 2026, month: 1, day: 1 }, 'year', walls)).toEqual([
      '2026-12-31T23:59:59.999000',
      '2027-01-01T00:00:00',
      '2026-12-31T23:59:59.999999',
      '2027-01-01T00:00:00.000001',
    ]);
  });

  it('keep 29 February in a leap year and have no such day in another', () => {
    expect(placed({ year: 2024, month: 1, day: 1 }, 'year', [inYear(2, 29), inYear(3, 1)])).toEqual([
      '2024-02-29T00:00:00',
      '2024-03-01T00:00:00',
    ]);
    expect(placed({ year: 2025, month: 1, day: 1 }, 'year', [inYear(2, 29), inYear(3, 1)])).toEqual([
      'no time',
      '2025-03-01T00:00:00',
    ]);
  });

  it('are printed without one where nothing tells it', () => {
    expect(placed(undefined, 'year', [inYear(2, 29), inYear(8, 12, 8)])).toEqual([
      '--02-29T00:00:00',
      '--08-12T08:00:00',
    ]);
  });
});

describe('times without a date', () => {
  const walls = [onDay(8), onDay(21, 30), onDay(23, 59, 59), onDay(0, 0, 1), onDay(23, 59, 59), onDay(0, 0, 2)];

  it('cross midnight where the time of day goes back by more than half a day', () => {
    expect(placed({ year: 2026, month: 2, day: 28 }, 'date', walls)).toEqual([
      '2026-02-28T08:00:00',
      '2026-02-28T21:30:00',
      '2026-02-28T23:59:59',
      '2026-03-01T00:00:01',
      '2026-02-28T23:59:59',
      '2026-03-01T00:00:02',
    ]);
  });

  it('are printed without one where nothing tells it', () => {
    expect(placed(undefined, 'date', walls.slice(0, 4))).toEqual(['08:00:00', '21:30:00', '23:59:59', '00:00:01']);
    expect(formatIso(onDay(8) as Micros, 60)).toBe('09:00:00.000000+01:00');
  });
});

describe('a file that joins exports without a year and without a date', () => {
  it('keeps the day of the one apart from the year of the other', () => {
    const calendar = new Calendar();
    calendar.assume({ year: 2026, month: 3, day: 18 });
    const year = calendar.place(inYear(3, 18, 10), 'year');
    const date = calendar.place(onDay(11), 'date');

    expect([year, date].map((at) => formatIso(at as Micros, undefined))).toEqual([
      '2026-03-18T10:00:00.000000',
      '2026-03-18T11:00:00.000000',
    ]);
  });
});

describe('the year of a device syslog', () => {
  const at = (iso: string): Micros => (Date.parse(iso) * 1000) as Micros;
  const device = (...times: readonly string[]): Buffer =>
    Buffer.from(
      encodeAs(
        'ios-syslog',
        times.map((time) => makeRecord({ at: at(time) })),
        { offsetMinutes: 60 },
      ),
    );
  const open = async (
    sources: readonly (readonly [string, Buffer])[],
    date?: CalendarDate,
  ): Promise<readonly (readonly [readonly number[], readonly string[]])[]> => {
    const { readers } = await openInputs(
      sources.map(([name, bytes]) => bytesSource(bytes, [], name)),
      { origins: new OriginTable(() => 'all'), date },
    );
    return Promise.all(
      readers.map(async (reader) => {
        const records = await drain(reader);
        return [records.map((record) => record.at), reader.problems().map(({ code }) => code)] as const;
      }),
    );
  };

  it('is what the person says', async () => {
    const [found] = await open([['phone.log', device('2026-08-12T08:00:00Z')]], { year: 2026, month: 8, day: 12 });

    // The wall clock, one hour before UTC: nothing says the zone.
    expect(found).toEqual([[at('2026-08-12T09:00:00Z')], ['date-assumed', 'zone-unknown']]);
  });

  it('is that of another input over the same time, and so is the zone', async () => {
    const other = encodeAs('default', [
      makeRecord({ at: at('2026-08-12T07:00:00Z') }),
      makeRecord({ at: at('2026-08-12T09:00:00Z') }),
    ]);
    const [found] = await open([
      ['phone.log', device('2026-08-12T08:00:00Z', '2026-08-12T08:10:00Z')],
      ['mac.log', Buffer.from(other)],
    ]);

    expect(found).toEqual([
      [at('2026-08-12T08:00:00Z'), at('2026-08-12T08:10:00Z')],
      ['date-assumed', 'zone-assumed'],
    ]);
  });

  it('is unknown where the other input was written on other days', async () => {
    const other = encodeAs('default', [makeRecord({ at: at('2026-08-14T07:00:00Z') })]);
    const [found] = await open([
      ['phone.log', device('2026-08-12T08:00:00Z', '2026-08-12T08:10:00Z')],
      ['mac.log', Buffer.from(other)],
    ]);

    expect(found?.[1]).toEqual(['date-unknown', 'zone-unknown']);
  });

  it('survives the way through events: JSON records may lack it, too', async () => {
    const line = '{"timestamp":"--08-12 08:52:18.500000","eventMessage":"x","processImagePath":"/a","processID":1}\n';
    const time = line.replace('--08-12 08:52:18.500000', '08:52:18.500000+0100');
    const yearless = await readRecords(line);
    const dateless = await readRecords(time);

    expect(yearless.records.map((each) => formatIso(each.at, undefined))).toEqual(['--08-12T08:52:18.500000']);
    expect(dateless.records.map((each) => formatIso(each.at, 60))).toEqual(['08:52:18.500000+01:00']);
    expect([yearless, dateless].map(({ problems }) => problems[0]?.code)).toEqual(['date-unknown', 'date-unknown']);
  });
});

describe('a day', () => {
  it.each([
    ['2026-03-18', { year: 2026, month: 3, day: 18 }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2026-02-29', undefined],
    ['2026-3-18', undefined],
    ['18.03.2026', undefined],
    ['', undefined],
  ])('is read from %j', (text, expected) => {
    expect(parseDate(text)).toEqual(expected);
  });
});
