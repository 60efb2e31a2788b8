import { describe, expect, it } from 'vitest';
import { openInputs } from '../../../src/decode/open-inputs.ts';
import { OriginTable } from '../../../src/decode/origin-table.ts';
import { merge } from '../../../src/lib/merge.ts';
import { encodeAs, makeRecord } from '../../support/encode-styles.ts';
import { bytesSource, readRecords } from '../../support/read-records.ts';

const NETWORK = '--- com.apple.system_extension.network_extension';
const TITLES = 'enabled\tactive\tteamID\tbundleID (version)\tname\t[state]';
const ACTIVE = '*\t*\tAB12CD34EF\tcom.example.acme.extension (1.2/34)\tAcme Extension\t[activated enabled]';
const OLD =
  '\t\tAB12CD34EF\tcom.example.acme.extension (1.1/33)\tAcme Extension\t[terminated waiting to uninstall on reboot]';
const LIST = ['2 extension(s)', NETWORK, TITLES, ACTIVE, OLD].join('\n');

describe('systemextensionsctl list', () => {
  it('makes every row a record without a time, in the category of its table', async () => {
    const { records, summary, problems } = await readRecords(`${LIST}\n`);

    expect(records).toEqual([
      {
        at: 0,
        origin: {
          id: 0,
          process: 'systemextensionsctl',
          processPath: undefined,
          sender: 'systemextensionsctl',
          subsystem: '',
          category: 'com.apple.system_extension.network_extension',
        },
        pid: -1,
        tid: 0,
        level: 'default',
        message: ACTIVE,
        formatString: undefined,
        boot: undefined,
        ref: { input: 0, line: 4, offset: LIST.indexOf(ACTIVE), length: ACTIVE.length },
      },
      expect.objectContaining({
        message: OLD,
        ref: { input: 0, line: 5, offset: LIST.indexOf(OLD), length: OLD.length },
      }),
    ]);
    expect(summary).toMatchObject({
      format: 'systemextensionsctl',
      records: 2,
      lines: 5,
      first: undefined,
      last: undefined,
      zones: [],
    });
    expect(problems).toEqual([
      {
        code: 'time-missing',
        count: 2,
        message: 'records that print no time, and none before them does; they stand before all others',
        example: { input: 'test.log', line: 4, text: ACTIVE },
      },
    ]);
  });

  it('reads several tables, with the hints of later releases in their headings', async () => {
    const { records } = await readRecords(
      [
        '3 extension(s)',
        `${NETWORK} (Go to 'System Settings > General > Login Items & Extensions' to modify these system extension(s))`,
        TITLES,
        ACTIVE,
        '--- com.apple.system_extension.endpoint_security',
        TITLES,
        OLD,
        '',
      ].join('\n'),
    );

    expect(records.map(({ origin, message }) => [origin.category, message])).toEqual([
      ['com.apple.system_extension.network_extension', ACTIVE],
      ['com.apple.system_extension.endpoint_security', OLD],
    ]);
  });

  it.each([
    '* * AB12CD34EF com.example.acme.extension (1.2/34) Acme Extension [activated enabled]',
    '*       *       AB12CD34EF  com.example.acme.extension (1.2/34)  Acme Extension  [activated waiting for user]',
    '                AB12CD34EF  com.example.acme.extension (1.2/34)  Acme Extension  [terminated waiting to uninstall on reboot]',
    'AB12CD34EF com.example.acme.extension (1.2/34) Acme Extension [activated enabled]',
  ])('reads a row whose tabs a copy has lost: %s', async (row) => {
    const { records, summary } = await readRecords(
      `1 extension(s)\n${NETWORK}\nenabled active  teamID  bundleID (version)  name  [state]\n${row}\n`,
    );

    expect(summary.format).toBe('systemextensionsctl');
    expect(records.map(({ message }) => message)).toEqual([row]);
  });

  it('is known without a row', async () => {
    const { summary, problems } = await readRecords('0 extension(s)\n');

    expect(summary).toMatchObject({ format: 'systemextensionsctl', records: 0 });
    expect(problems.map(({ code }) => code)).toEqual(['input-empty']);
  });

  it('counts what is no row instead of adding it to the row above', async () => {
    const { records, problems } = await readRecords(`$ systemextensionsctl list\n${LIST}\nAcme:~ kai$ exit\n`);

    expect(records.map(({ message }) => message)).toEqual([ACTIVE, OLD]);
    expect(problems.map(({ code, count }) => [code, count])).toEqual([
      ['line-unparsed', 2],
      ['time-missing', 2],
    ]);
  });

  it.each(['default', 'compact', 'syslog', 'ndjson', 'json', 'pmset'] as const)(
    'is found behind an export in %s style, and its rows stand at the record before',
    async (style) => {
      const log = encodeAs(style, [makeRecord({ message: 'one' }), makeRecord({ message: 'two' })], {
        hasTitles: false,
      });
      const { records, summary, problems } = await readRecords(`${log}${LIST}\n`);

      expect(records.map(({ message }) => message)).toEqual(['one', 'two', ACTIVE, OLD]);
      expect(records[3]?.at).toBe(records[1]?.at);
      expect(summary.format).toBe('mixed');
      expect(problems.map(({ code }) => code)).not.toContain('line-unparsed');
    },
  );

  it('gives way to an export behind it', async () => {
    const log = encodeAs(
      'default',
      Array.from({ length: 60 }, () => makeRecord({ message: 'one' })),
      { hasTitles: false },
    );
    const { records, summary } = await readRecords(`${LIST}\n${log}`);

    expect(records.map(({ message }) => message)).toEqual([ACTIVE, OLD, ...Array.from({ length: 60 }, () => 'one')]);
    expect(summary).toMatchObject({ format: 'mixed', first: records[2]?.at, last: records[2]?.at });
  });

  it('stands before the records of other inputs', async () => {
    const sources = [
      bytesSource(Buffer.from(encodeAs('default', [makeRecord({ message: 'one' })])), [], 'a.log'),
      bytesSource(Buffer.from(`${LIST}\n`), [], 'list.txt'),
    ];
    const { readers } = await openInputs(sources, { origins: new OriginTable(() => 'all') });
    const merged = merge(readers);
    const messages: string[] = [];
    for (let batch = await merged.next(); batch !== undefined; batch = await merged.next())
      messages.push(...batch.map(({ message }) => message));

    expect(messages).toEqual([ACTIVE, OLD, 'one']);
  });
});
