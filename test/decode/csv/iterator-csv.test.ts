import { describe, expect, it } from 'vitest';
import { encodeAs, makeRecord } from '../../support/encode-styles.ts';
import { readRecords } from '../../support/read-records.ts';

const TITLES =
  'Timestamp,Event Type,Log Type,Subsystem,Thread ID,PID,EUID,Library,Library UUID,Activity ID,Parent Activity ID,Category,Process,Process UUID,Message,Raw Message,Boot UUID,System Timezone Name';
const UUID = 'C644A1F3927539A881F135389AFCCB11';
const BOOT = 'BDC29971B7954B4C84BB0F66C67C7F58';

function row(message: string, time = '2026-10-07T14:53:48.542Z'): string {
  return `${time},Log,Error,com.apple.networkextension,2093925,5856,501,/usr/lib/libnetworkextension.dylib,${UUID},0,0,,/A/com.example.acme.extension,${UUID},${message},(%u): Closing reads,${BOOT},Berlin`;
}

const AT = Date.UTC(2026, 9, 7, 14, 53, 48) * 1000 + 542_000;

async function messages(text: string): Promise<readonly unknown[]> {
  const { records, summary, problems } = await readRecords(text);
  expect(summary.format).toBe('iterator-csv');
  return [records.map(({ message }) => message), problems.map(({ code, count }) => [code, count])];
}

describe('the CSV of unifiedlog_iterator', () => {
  it('is read with all that log show prints of a record', async () => {
    const line = row('"(2201100002): Closing ""reads"",\nand more"');
    const { records, summary, problems } = await readRecords(`${TITLES}\n${line}\n`);

    expect(records).toEqual([
      {
        at: AT,
        origin: {
          id: 0,
          process: 'com.example.acme.extension',
          processPath: '/A/com.example.acme.extension',
          sender: 'libnetworkextension.dylib',
          subsystem: 'com.apple.networkextension',
          category: '',
        },
        pid: 5856,
        tid: 2_093_925,
        level: 'error',
        message: '(2201100002): Closing "reads",\nand more',
        formatString: '(%u): Closing reads',
        boot: 'BDC29971-B795-4B4C-84BB-0F66C67C7F58',
        ref: { input: 0, line: 2, offset: TITLES.length + 1, length: line.length },
      },
    ]);
    expect(summary).toMatchObject({ format: 'iterator-csv', lines: 3, zones: [{ from: AT, offsetMinutes: 0 }] });
    expect(problems).toEqual([]);
  });

  it.each([
    ['no titles', `${row('one')}\n${row('two')}\n`],
    [
      'the columns of older releases',
      `${TITLES}\n${row('one')}\n${row('two')}\n`.replaceAll(/Parent Activity ID,|(?<=,0),0(?=,,)/g, ''),
    ],
    ['older columns without titles', `${row('one')}\n${row('two')}\n`.replaceAll(/(?<=,0),0(?=,,)/g, '')],
    ['titles in snake case', `${TITLES.toLowerCase().replaceAll(' ', '_')}\n${row('one')}\n${row('two')}\n`],
    ['every cell in quotes', quoted(`${TITLES}\n${row('one')}\n${row('two')}\n`)],
    ['a byte order mark and Windows line breaks', `\ufeff${TITLES}\r\n${row('one')}\r\n${row('two')}\r\n`],
    ['no line break at its end', `${TITLES}\n${row('one')}\n${row('two')}`],
    ['titles in the middle, of runs that were appended', `${TITLES}\n${row('one')}\n${TITLES}\n${row('two')}\n`],
    ['blank lines', `${TITLES}\n\n${row('one')}\n\r\n${row('two')}\n\n`],
    ['other columns first', moved(`${TITLES}\n${row('one')}\n${row('two')}\n`)],
  ])('is read with %s', async (_, text) => {
    expect(await messages(text)).toEqual([['one', 'two'], []]);
  });

  it.each([
    ['a quote that nothing closes', row('"never closed')],
    ['text behind a closing quote', row('"x"y')],
    ['cells that are missing', row('x').split(',').slice(0, 9).join(',')],
    ['cells too many', `${row('x')},y`],
    ['a line of something else', 'Finished parsing Unified Log data.'],
  ])('loses no more than %s', async (_, broken) => {
    const text = `${TITLES}\n${row('"a\nb"')}\n${broken}\n${row('"c ""d"""')}\n${row('e')}\n`;

    expect(await messages(text)).toEqual([['a\nb', 'c "d"', 'e'], [['line-unparsed', 1]]]);
  });

  it('says where it is cut', async () => {
    const text = `${TITLES}\n${row('one')}\n${row('"two\nthree"')}`;
    for (const cut of [20, 100]) {
      const [read, problems] = await messages(text.slice(0, -cut));

      expect([read, problems]).toEqual([['one'], [['record-truncated', 1]]]);
    }
  });

  it('leaves out rows that are too long, whatever is in them', async () => {
    const long = row(`"${'x,\n""y"" '.repeat(4000)}"`);
    const { records, problems } = await readRecords(`${TITLES}\n${row('one')}\n${long}\n${row('two')}\n`, {
      sizes: { blockBytes: 1000, maxUnitBytes: 4000 },
    });

    expect(records.map(({ message }) => message)).toEqual(['one', 'two']);
    expect(problems.map(({ code }) => code)).toContain('line-too-long');
  });

  it('is put in the order of its time', async () => {
    const [late, early] = [row('late', '2026-10-07T14:53:50.000Z'), row('early', '2026-10-07T14:53:10.000Z')];

    expect(await messages(`${TITLES}\n${late}\n${early}\n`)).toEqual([['early', 'late'], [['order-restored', 1]]]);
  });

  it('says once that texts are missing', async () => {
    const missing = row('Failed to get string message from absolute UUIDText file: 8151CEAA');

    expect((await messages(`${TITLES}\n${missing}\n${missing}\n`))[1]).toEqual([['text-missing', 2]]);
  });

  it('takes numbers that no process has for none', async () => {
    const text = `${TITLES}\n${row('x').replace('2093925,5856', '18446744073709551615,-1')}\n`;
    const { records } = await readRecords(text);

    expect(records.map(({ pid, tid }) => [pid, tid])).toEqual([[-1, 0]]);
  });

  it('is no row in the message of another style', async () => {
    const quoting = makeRecord({ message: `dump:\n${row('x')}\n${row('y')}` });
    const { records, summary } = await readRecords(encodeAs('default', [quoting, makeRecord()]));

    expect([summary.format, records.length]).toEqual(['log-show-default', 2]);
  });
});

function quoted(text: string): string {
  return text.replace(/[^,\n]+|(?<=,)(?=,)/g, '"$&"');
}

/** The subsystem before the time. */
function moved(text: string): string {
  return text.replace(/^([^,]*),([^,]*),([^,]*),([^,]*)/gm, '$4,$2,$3,$1');
}
