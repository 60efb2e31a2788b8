import { describe, expect, it } from 'vitest';
import { openInputs } from '../../src/decode/open-inputs.ts';
import { OriginTable } from '../../src/decode/origin-table.ts';
import { areaZone, fixedZone, type Zone } from '../../src/lib/time-zone.ts';
import type { InputSummary, Problem } from '../../src/model/input.ts';
import type { LogRecord } from '../../src/model/log-record.ts';
import type { CalendarDate } from '../../src/model/units.ts';
import { bytesSource, drain } from '../support/read-records.ts';

interface Found {
  readonly times: readonly string[];
  readonly zones: InputSummary['zones'];
  readonly problems: readonly (readonly [string, string])[];
}

async function read(
  texts: readonly string[],
  context: { readonly zone?: Zone | undefined; readonly date?: CalendarDate },
): Promise<Found[]> {
  const { readers } = await openInputs(
    texts.map((text, index) => bytesSource(Buffer.from(text), [], `${index}.log`)),
    { origins: new OriginTable(() => 'all'), ...context },
  );
  const found: Found[] = [];
  for (const reader of readers) {
    const records: LogRecord[] = await drain(reader);
    const problems = reader.problems().map(({ code, message }: Problem) => [code, message] as const);
    const times = records.map(({ at }) => new Date(at / 1000).toISOString());
    found.push({ times, zones: reader.summary().zones, problems });
  }
  return found;
}

const compact = (time: string): string => `${time} Df a[1:2] x\n`;
const whole = (time: string): string => `${time} 0x1        Default     0x0                  1      0    a: x\n`;
const berlin = areaZone('Europe/Berlin');

describe('a zone that was chosen', () => {
  it('fills what the times lack, over the change of the clock', async () => {
    const text = ['2026-10-25 02:59:59.000', '2026-10-25 02:00:00.500', '2026-10-25 12:00:00.000']
      .map(compact)
      .join('');
    const [found] = await read([text], { zone: berlin });

    expect(found?.times).toEqual(['2026-10-25T00:59:59.000Z', '2026-10-25T01:00:00.500Z', '2026-10-25T11:00:00.000Z']);
    expect(found?.zones.map(({ offsetMinutes }) => offsetMinutes)).toEqual([120, 60]);
    expect(found?.problems).toEqual([
      ['zone-assumed', 'times carry no UTC offset; read as the wall clock of Europe/Berlin, as --tz says'],
    ]);
  });

  it('changes no time that carries an offset, and says nothing then', async () => {
    const [found] = await read([whole('2026-03-01 10:00:00.000000-0800')], { zone: berlin });

    expect([found?.times, found?.problems]).toEqual([['2026-03-01T18:00:00.000Z'], []]);
    expect(found?.zones.map(({ offsetMinutes }) => offsetMinutes)).toEqual([-480]);
  });

  it('counts more than the offset of another input, or of the part before', async () => {
    const offsets = whole('2026-03-01 10:00:00.000000-0800').repeat(4);
    const wallClocks = compact('2026-03-01 10:00:01.000').repeat(4);
    const found = await read([offsets + wallClocks, wallClocks], { zone: fixedZone(0) });

    expect(found.map(({ times }) => times.at(-1))).toEqual(['2026-03-01T10:00:01.000Z', '2026-03-01T10:00:01.000Z']);
    expect(found.map(({ problems }) => problems.map(([code]) => code))).toEqual([
      ['style-changed', 'zone-assumed', 'clock-stepped'],
      ['zone-assumed'],
    ]);
  });

  it('needs the date where the clock of the area changes, and takes it from --date', async () => {
    const phone = 'Aug 12 08:52:18 a[88] <Notice>: x\n';
    const [undated] = await read([phone], { zone: berlin });
    const [dated] = await read([phone], { zone: berlin, date: { year: 2026, month: 8, day: 1 } });
    const [fixed] = await read([phone], { zone: fixedZone(120) });

    expect(
      undated?.problems.map(([code, message]) => [code, message.endsWith('depends on the date, see --date')]),
    ).toEqual([
      ['date-unknown', false],
      ['zone-unknown', true],
    ]);
    expect(dated?.times).toEqual(['2026-08-12T06:52:18.000Z']);
    expect(dated?.problems.map(([code]) => code)).toEqual(['date-assumed', 'zone-assumed']);
    expect(fixed?.problems.map(([code]) => code)).toEqual(['zone-assumed', 'date-unknown']);
  });
});

describe('a part of a joined file without a date', () => {
  const rows = 'default\t10:00:01.000000-0800\tkernel\tx\n'.repeat(4);
  const dated = whole('2026-03-01 10:00:00.000000-0800').repeat(4);

  it('goes on with the day of the part before, and says so', async () => {
    const [found] = await read([dated + rows], {});

    expect(found?.times.at(-1)).toBe('2026-03-01T18:00:01.000Z');
    expect(found?.problems).toContainEqual([
      'date-assumed',
      'times carry no date from here on; read as of 2026-03-01, as before',
    ]);
  });

  it('is of the day that --date says, and says so', async () => {
    const [found] = await read([dated + rows], { date: { year: 2026, month: 3, day: 2 } });

    expect(found?.times.at(-1)).toBe('2026-03-02T18:00:01.000Z');
    expect(found?.problems).toContainEqual([
      'date-assumed',
      'times carry no date; read as of 2026-03-02, as --date says',
    ]);
  });
});
