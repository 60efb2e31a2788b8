import { describe, expect, it } from 'vitest';
import { encodeAs, makeRecord } from '../support/encode-styles.ts';
import { readRecords } from '../support/read-records.ts';

const RECORDS = [makeRecord({ message: 'one' }), makeRecord({ message: 'two', process: 'kernel', pid: 0 })];

async function problemOf(input: string | Buffer): Promise<readonly unknown[]> {
  const { records, summary, problems } = await readRecords(input);
  expect(records).toEqual([]);
  expect(summary).toMatchObject({ format: 'unknown', records: 0 });
  expect(problems).toHaveLength(1);
  return [problems[0]?.code, problems[0]?.message];
}

describe('sniffing', () => {
  it.each([
    ['default', 'log-show-default'],
    ['compact', 'compact'],
    ['syslog', 'syslog'],
    ['ndjson', 'ndjson'],
    ['json', 'json'],
    ['json-one-line', 'json'],
    ['json-stream', 'json'],
  ] as const)('knows %s with and without titles, byte order mark and Windows line breaks', async (style, format) => {
    for (const hasTitles of [true, false]) {
      for (const mark of ['', '\ufeff']) {
        for (const end of ['\n', '\r\n']) {
          const text = mark + encodeAs(style, RECORDS, { hasTitles }).replaceAll('\n', end);
          const { records, summary } = await readRecords(text);

          expect(summary.format).toBe(format);
          expect(records.map(({ message, pid }) => [message, pid])).toEqual([
            ['one', 486],
            ['two', 0],
          ]);
        }
      }
    }
  });

  it('lets the majority decide', async () => {
    const stray = encodeAs('compact', RECORDS.slice(0, 1), { hasTitles: false });
    const { summary } = await readRecords(stray + encodeAs('syslog', [...RECORDS, ...RECORDS], { hasTitles: false }));

    expect(summary.format).toBe('syslog');
  });

  it('finds the first record behind a long preamble', async () => {
    const preamble = 'a post about a bug\n'.repeat(1000);
    const { summary, records } = await readRecords(preamble + encodeAs('compact', RECORDS));

    expect([summary.format, records.length, records[0]?.ref.line]).toEqual(['compact', 2, 1002]);
  });

  it('takes the titles for it where no record follows', async () => {
    const { summary, problems } = await readRecords(encodeAs('compact', []));

    expect(summary).toMatchObject({ format: 'compact', records: 0, lines: 1 });
    expect(problems.map(({ code }) => code)).toEqual(['input-empty']);
  });

  it.each([
    ['nothing', ''],
    ['a byte order mark', '\ufeff'],
    ['blank lines', '\n\n  \n'],
    ['a banner alone', 'Filtering the log data using "x"\n'],
  ])('says that %s is empty', async (_, text) => {
    expect(await problemOf(text)).toEqual([
      'input-empty',
      'there is nothing in it: the export matched no record, or was never written',
    ]);
  });

  it('says that it does not know something, and shows the first line of it', async () => {
    const { problems } = await readRecords('\nDear all,\nmy VPN is broken.\n');

    expect(problems).toEqual([
      {
        code: 'format-unknown',
        count: 1,
        message: 'no line of it looks like an export of `log show` or `log stream`',
        example: { input: 'test.log', line: 2, text: 'Dear all,' },
      },
    ]);
  });

  it.each([
    [
      'what is packed again and again',
      Buffer.from('1f8b08', 'hex'),
      'gzip-compressed data in gzip-compressed data, again and again: unpack it first',
    ],
    [
      'xz',
      Buffer.from('fd377a585a0000', 'hex'),
      'xz-compressed data: unpack it first: xz -dc FILE | necropsy analyze -',
    ],
    ['bzip2', 'BZh91AY', 'bzip2-compressed data: unpack it first: bunzip2 -c FILE | necropsy analyze -'],
    ['tar', `${'\0'.repeat(257)}ustar`, 'a tar archive: unpack it first (tar xf)'],
    ['PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'a PNG picture: save the plain text of the log'],
    ['JPEG', Buffer.from('ffd8ffe0', 'hex'), 'a JPEG picture: save the plain text of the log'],
    ['PDF', '%PDF-1.7', 'a PDF document: save the plain text of the log'],
    ['a web page', '\n<!DOCTYPE html><html>', 'a web page: save the plain text of the log'],
    ['a web page without doctype', '<HTML lang="en">', 'a web page: save the plain text of the log'],
    ['rich text', '{\\rtf1\\ansi', 'a rich text (RTF) document: save it as plain text'],
    ['UTF-16 with a mark', Buffer.from('\ufeff2026-03-01', 'utf16le'), 'UTF-16 text: save it as UTF-8'],
    ['UTF-16 without one', Buffer.from('2026-03-01 10', 'utf16le'), 'UTF-16 text: save it as UTF-8'],
    ['a binary property list', 'bplist00\xd1', 'a binary property list: not read by this version'],
    ['an XML property list', '<?xml version="1.0"?>\n<plist>', 'an XML property list: not read by this version'],
  ])('names %s and says what to do', async (_, input, message) => {
    const [code, text] = await problemOf(input);

    expect(code).toBe('format-unsupported');
    expect(String(text).startsWith(message)).toBe(true);
  });
});
