import { describe, expect, it } from 'vitest';
import { openInput } from '../../src/decode/open-input.ts';
import { MAX_ORIGINS, OriginTable } from '../../src/decode/origin-table.ts';
import type { Origin } from '../../src/model/log-record.ts';
import type { InputIndex } from '../../src/model/units.ts';
import type { Want } from '../../src/model/want.ts';
import { encodeAs, makeRecord } from '../support/encode-styles.ts';
import { bytesSource, drain, readRecords } from '../support/read-records.ts';

describe('origins', () => {
  it('are made once each, in the order of their appearance, for all styles of one run', async () => {
    const asked: Origin[] = [];
    const gate = (origin: Origin): Want => {
      asked.push(origin);
      return 'all';
    };
    const records = [
      makeRecord({ process: 'a', sender: 'L', subsystem: 's', category: 'c' }),
      makeRecord({ process: 'a' }),
      makeRecord({ process: 'a', sender: 'L', subsystem: 's', category: 'c' }),
      makeRecord({ process: 'b', sender: 'L', subsystem: 's', category: 'c' }),
      makeRecord({ process: 'a' }),
    ];
    const { records: read } = await readRecords(encodeAs('compact', records), { gate });

    expect(read.map(({ origin }) => origin.id)).toEqual([0, 1, 0, 2, 1]);
    expect(read[2]?.origin).toBe(read[0]?.origin);
    expect(asked).toEqual([read[0]?.origin, read[1]?.origin, read[3]?.origin]);
  });

  it('are told apart by every part', async () => {
    const parts = ['x', 'xy', 'y'];
    const records = parts.flatMap((process) =>
      parts.flatMap((sender) =>
        parts.flatMap((subsystem) => parts.map((category) => makeRecord({ process, sender, subsystem, category }))),
      ),
    );
    for (const style of ['default', 'ndjson'] as const) {
      const { records: read } = await readRecords(encodeAs(style, [...records, ...records]));

      expect(read.map(({ origin }) => [origin.process, origin.sender, origin.subsystem, origin.category])).toEqual(
        [...records, ...records].map(({ origin }) => [
          origin.process,
          origin.sender,
          origin.subsystem,
          origin.category,
        ]),
      );
    }
  });

  it('of thousands of job labels are all right', async () => {
    const records = Array.from({ length: 5000 }, (_, index) =>
      makeRecord({
        process: 'launchd',
        pid: 1,
        subsystem: `system/com.example.job${index % 2500} [${index % 2500}]`,
        message: `${index}`,
      }),
    );
    const { records: read } = await readRecords(encodeAs('default', records));

    expect(read.map(({ origin, message }) => [origin.subsystem, message])).toEqual(
      records.map(({ origin, message }) => [origin.subsystem, message]),
    );
  });

  it('start over when there are too many, and ids are never used twice', async () => {
    const records = Array.from({ length: MAX_ORIGINS + 100 }, (_, index) => makeRecord({ process: `p${index}` }));
    const { records: read } = await readRecords(encodeAs('compact', [...records, ...records.slice(0, 10)]));

    expect(read.map(({ origin }) => origin.process)).toEqual(
      [...records, ...records.slice(0, 10)].map(({ origin }) => origin.process),
    );
    expect(new Set(read.map(({ origin }) => origin.id)).size).toBe(read.length);
  });
});

describe('what is wanted', () => {
  const records = [
    makeRecord({ process: 'kernel', message: '(1): flow_divert_close' }),
    makeRecord({ process: 'kernel', message: 'AppleSMC\n  in the second line: necp_client' }),
    makeRecord({ process: 'kernel', message: 'Küche "a/b"' }),
    makeRecord({ process: 'powerd', message: 'Sleep' }),
    makeRecord({ process: 'kernel', message: 'other' }),
  ];

  async function messages(style: 'default' | 'ndjson' | 'json', want: Want): Promise<readonly string[]> {
    const gate = (origin: Origin): Want => (origin.process === 'kernel' ? want : 'none');
    const { records: read, summary } = await readRecords(encodeAs(style, records), { gate });
    expect(summary.records).toBe(5);
    expect(summary.levels.default).toBe(5);
    return read.map(({ message }) => message.slice(0, 8));
  }

  for (const style of ['default', 'ndjson', 'json'] as const) {
    it.each([
      ['nothing', 'none', []],
      ['everything', 'all', ['(1): flo', 'AppleSMC', 'Küche "a', 'other']],
      ['records with a literal', { literals: ['flow_divert'] }, ['(1): flo']],
      ['records with one of two', { literals: ['flow_divert', 'necp_'] }, ['(1): flo', 'AppleSMC']],
      ['a literal beyond ASCII', { literals: ['Küche'] }, ['Küche "a']],
      ['a literal that JSON escapes', { literals: ['"a/b"'] }, ['Küche "a']],
      [
        'a literal that the message lacks though the line has it',
        { literals: ['nesessionmanager', 'Default', 'kernel'] },
        [],
      ],
      ['a literal longer than the message', { literals: ['x'.repeat(500)] }, []],
      ['no literal', { literals: [] }, []],
      ['case matters', { literals: ['Flow_Divert'] }, []],
    ] as const)(`${style}: %s`, async (_, want, expected) => {
      expect(await messages(style, want)).toEqual(expected);
    });
  }

  it('counts from the next batch on where it changes while an input is read', async () => {
    const wanted = new Set(['kernel']);
    const table = new OriginTable((origin) => (wanted.has(origin.process) ? 'all' : 'none'));
    const records = Array.from({ length: 400 }, (_, index) =>
      makeRecord({ process: index % 2 === 0 ? 'kernel' : 'acme', message: `${index}` }),
    );
    const reader = await openInput(bytesSource(Buffer.from(encodeAs('compact', records))), {
      origins: table,
      index: 0 as InputIndex,
    });

    const first = await reader.next();
    wanted.add('acme');
    table.regate((origin) => origin.process === 'acme');
    const rest = await drain(reader);

    const last = Number(first?.at(-1)?.message);
    expect(last).toBeLessThan(200);
    expect(rest.map(({ message }) => Number(message))).toEqual(
      Array.from({ length: rest.length }, (_, index) => 400 - rest.length + index),
    );
    expect(rest.length).toBeGreaterThanOrEqual(400 - last - 2);
  });

  it('is asked again where the answer may have changed', async () => {
    const wanted = new Set<string>();
    const table = new OriginTable((origin) => (wanted.has(origin.process) ? 'all' : 'none'));
    const text = encodeAs('compact', [makeRecord({ process: 'a' }), makeRecord({ process: 'b' })]);
    const read = async (): Promise<readonly string[]> =>
      (await drain(await openInput(bytesSource(Buffer.from(text)), { origins: table, index: 0 as InputIndex }))).map(
        ({ origin }) => origin.process,
      );

    const before = await read();
    wanted.add('a').add('b');
    table.regate((origin) => origin.process === 'b');
    const after = await read();

    expect([before, after]).toEqual([[], ['b']]);
  });
});
