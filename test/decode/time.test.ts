import { describe, expect, it } from 'vitest';
import { openInput } from '../../src/decode/open-input.ts';
import { openInputs } from '../../src/decode/open-inputs.ts';
import { OriginTable } from '../../src/decode/origin-table.ts';
import { alignZones, type InputHead } from '../../src/decode/zones.ts';
import { formatIso } from '../../src/lib/time-format.ts';
import type { InputIndex, Micros } from '../../src/model/units.ts';
import { encodeAs, makeRecord } from '../support/encode-styles.ts';
import { bytesSource, drain, readRecords } from '../support/read-records.ts';

function line(time: string, message = 'b'): string {
  return `${time} 0x1        Default     0x0                  1      0    a: ${message}\n`;
}

/** µs of an ISO text, by the platform's own calendar. */
function at(iso: string): number {
  const [whole = '', micros = '000000'] = iso.replace('Z', '').split('.');
  return Date.parse(`${whole}Z`) * 1000 + Number(micros);
}

describe('times', () => {
  it.each([
    ['2026-03-01 09:15:05.393829-0800', '2026-03-01T17:15:05.393829Z'],
    ['2026-03-01 09:15:05.393829+0000', '2026-03-01T09:15:05.393829Z'],
    ['2026-03-01 00:15:05.000001+0530', '2026-02-28T18:45:05.000001Z'],
    ['2026-12-31 23:59:59.999999-0330', '2027-01-01T03:29:59.999999Z'],
    ['2024-02-29 12:00:00.000000+0100', '2024-02-29T11:00:00.000000Z'],
    ['2000-02-29 12:00:00.000000+0100', '2000-02-29T11:00:00.000000Z'],
    ['1999-12-31 12:00:00.100000+0100', '1999-12-31T11:00:00.100000Z'],
    ['2026-03-01 09:15:60.500000+0000', '2026-03-01T09:16:00.500000Z'],
    ['2026-03-01 09:15:05.123+0000', '2026-03-01T09:15:05.123000Z'],
    ['2026-03-01 09:15:05.123456789+0000', '2026-03-01T09:15:05.123456Z'],
  ])('reads %s', async (time, iso) => {
    const { records } = await readRecords(line(time));

    expect(records.map((record) => record.at)).toEqual([at(iso)]);
  });

  it('reads a run of times over minutes, hours and days', async () => {
    const times = Array.from({ length: 3000 }, (_, index) => 1_772_400_000_000_000 + index * 97_000_123);
    const { records } = await readRecords(
      encodeAs(
        'default',
        times.map((time) => makeRecord({ at: time as Micros })),
        { offsetMinutes: -210 },
      ),
    );

    expect(records.map((record) => record.at)).toEqual(times);
  });

  it.each([
    '2026-02-29 09:15:05.393829-0800',
    '2026-13-01 09:15:05.393829-0800',
    '2026-00-01 09:15:05.393829-0800',
    '2026-03-00 09:15:05.393829-0800',
    '2026-03-01 24:15:05.393829-0800',
    '2026-03-01 09:60:05.393829-0800',
    '2026-03-01 09:15:61.393829-0800',
  ])('gives a record with the time %s, which no clock shows, the time of the one before', async (time) => {
    const good = '2026-03-01 09:15:05.393829-0800';
    const { records, problems, summary } = await readRecords(line(good) + line(time) + line(good));

    expect(records.map((record) => record.at)).toEqual(Array(3).fill(at('2026-03-01T17:15:05.393829Z')));
    expect(problems.map(({ code, count, example }) => [code, count, example.line])).toEqual([['time-invalid', 1, 2]]);
    expect(summary.records).toBe(3);
  });

  it('reads a JSON record without a time likewise', async () => {
    const [first = '', second = ''] = encodeAs('ndjson', [makeRecord(), makeRecord()]).split('\n');
    const { records, problems } = await readRecords(`${first}\n${second.replace(/"timestamp":"[^"]*",/, '')}\n`);

    expect(records.map((record) => record.at)).toEqual([records[0]?.at, records[0]?.at]);
    expect(problems.map(({ code }) => code)).toEqual(['time-invalid']);
  });

  it('follows the offset, and sees no step where only the offset changes', async () => {
    const { records, summary, problems } = await readRecords(
      line('2026-03-29 01:59:59.000000+0100') +
        line('2026-03-29 03:00:01.000000+0200') +
        line('2026-03-29 02:00:02.000000+0100'),
    );

    expect(records.map((record) => formatIso(record.at, 0))).toEqual([
      '2026-03-29T00:59:59.000000+00:00',
      '2026-03-29T01:00:01.000000+00:00',
      '2026-03-29T01:00:02.000000+00:00',
    ]);
    expect(summary.zones).toEqual([
      { from: records[0]?.at, offsetMinutes: 60 },
      { from: records[1]?.at, offsetMinutes: 120 },
      { from: records[2]?.at, offsetMinutes: 60 },
    ]);
    expect(problems).toEqual([]);
  });

  it('counts steps back of more than a second, keeps the order, and knows the earliest and the latest', async () => {
    const { records, summary, problems } = await readRecords(
      line('2026-03-01 10:00:10.000000+0000', '1') +
        line('2026-03-01 10:00:09.000000+0000', '2') +
        line('2026-03-01 10:00:20.000000+0000', '3') +
        line('2026-03-01 10:00:05.000000+0000', '4') +
        line('2026-03-01 10:00:06.000000+0000', '5') +
        line('2026-03-01 10:00:01.000000+0000', '6'),
    );

    expect(records.map(({ message }) => message)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(problems.map(({ code, count, example }) => [code, count, example.line])).toEqual([['clock-stepped', 2, 4]]);
    expect([summary.first, summary.last]).toEqual([at('2026-03-01T10:00:01Z'), at('2026-03-01T10:00:20Z')]);
  });
});

describe('inputs without an offset', () => {
  const zoned = (name: string, first: string, last: string, offsetMinutes = 60): InputHead => ({
    name,
    first: at(first) as Micros,
    last: at(last) as Micros,
    offsetMinutes,
    lack: undefined,
  });
  const bare = (first: string, last?: string): InputHead => ({
    name: 'bare',
    first: at(first) as Micros,
    last: last === undefined ? undefined : (at(last) as Micros),
    offsetMinutes: undefined,
    lack: undefined,
  });

  it.each([
    ['the wall clocks overlap', bare('2026-01-12T09:30:00', '2026-01-12T12:00:00'), 60],
    ['they only touch', bare('2026-01-12T11:00:00', '2026-01-12T12:00:00'), 60],
    ['they do not meet', bare('2026-01-12T11:00:01', '2026-01-12T12:00:00'), undefined],
    ['the end is not known, and a day is near enough', bare('2026-01-11T12:00:00'), 60],
    ['the end is not known, and more than a day is not', bare('2026-01-11T08:00:00'), undefined],
    [
      'there is no time',
      { name: 'bare', first: undefined, last: undefined, offsetMinutes: undefined, lack: undefined },
      undefined,
    ],
  ])('take an offset or none where %s', (_, head, offsetMinutes) => {
    const other = zoned('cap.log', '2026-01-12T09:00:00', '2026-01-12T11:00:00');

    const expected = offsetMinutes === undefined ? undefined : { offsetMinutes, from: 'cap.log' };
    expect(alignZones([head, other])).toEqual([expected, undefined]);
  });

  it('take the offset of the input they share most time with', () => {
    expect(
      alignZones([
        zoned('a', '2026-01-12T09:00:00', '2026-01-12T10:00:00', 60),
        zoned('b', '2026-01-12T09:30:00', '2026-01-12T12:00:00', -480),
        bare('2026-01-12T09:30:00', '2026-01-12T13:00:00'),
      ])[2],
    ).toEqual({ offsetMinutes: -480, from: 'b' });
  });

  it('are read in UTC with that offset, and the report can say so', async () => {
    const record = makeRecord({ message: 'x', at: at('2026-01-12T09:00:00.250000') as Micros });
    const origins = new OriginTable(() => 'all');
    const { readers } = await openInputs(
      [
        bytesSource(Buffer.from(encodeAs('default', [record], { offsetMinutes: -480 })), [], 'cap.log'),
        bytesSource(Buffer.from(encodeAs('compact', [record], { offsetMinutes: -480 })), [], 'bare.log'),
      ],
      { origins },
    );
    const [zonedReader, bareReader] = readers;
    if (zonedReader === undefined || bareReader === undefined) throw new Error('two readers');
    const [zonedRecord] = await drain(zonedReader);
    const [bareRecord] = await drain(bareReader);

    expect(zonedRecord?.at).toBe(record.at);
    expect(bareRecord?.at).toBe(record.at);
    expect(bareRecord?.ref.input).toBe(1);
    expect(bareRecord?.origin).toBe(zonedRecord?.origin);
    expect(bareReader.summary().zones).toEqual([{ from: record.at, offsetMinutes: -480 }]);
    expect(bareReader.problems()).toEqual([
      {
        code: 'zone-assumed',
        count: 1,
        message:
          'times carry no UTC offset; read as -08:00, the offset of cap.log, whose wall clock runs over the same time',
        example: { input: 'bare.log' },
      },
    ]);
  });

  it.each(['default', 'compact', 'syslog', 'ndjson', 'json', 'json-one-line'] as const)(
    'know their first and last time before they are read: %s',
    async (style) => {
      const records = [0, 1, 2].map((hour) => makeRecord({ at: (at('2026-01-12T09:00:00') + hour * 3.6e9) as Micros }));
      const source = bytesSource(Buffer.from(encodeAs(style, records, { offsetMinutes: 60 })), [], 'x');
      const reader = await openInput(source, { origins: new OriginTable(() => 'all'), index: 0 as InputIndex });

      expect(await reader.head()).toMatchObject({
        name: 'x',
        first: at('2026-01-12T10:00:00'),
        last: at('2026-01-12T12:00:00'),
        offsetMinutes: style === 'compact' ? undefined : 60,
      });
      expect(await drain(reader)).toHaveLength(3);
    },
  );
});
