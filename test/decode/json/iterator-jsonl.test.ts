import { describe, expect, it } from 'vitest';
import { encodeAs, makeRecord } from '../../support/encode-styles.ts';
import { readRecords } from '../../support/read-records.ts';

const PROCESS_UUID = 'C644A1F3927539A881F135389AFCCB11';

/** A line as release 0.7 prints it, with these fields changed; those that are undefined are left out. */
function line(fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    subsystem: 'com.apple.networkextension',
    thread_id: 2_093_925,
    pid: 5856,
    euid: 501,
    library: '/usr/lib/libnetworkextension.dylib',
    library_uuid: PROCESS_UUID,
    activity_id: 9_223_372_036_856_713_060n.toString(),
    parent_activity_id: 0,
    time: 1.791384828542682e18,
    category: '',
    event_type: 'Log',
    log_type: 'Error',
    process: '/Library/SystemExtensions/A/com.example.acme.extension',
    process_uuid: PROCESS_UUID,
    message: '(2201100002): Closing reads',
    raw_message: '(%u): Closing reads',
    boot_uuid: 'BDC29971B7954B4C84BB0F66C67C7F58',
    timezone_name: 'Berlin',
    message_entries: [{ item_type: 33, message_strings: 'x', item: 'PrivateString' }],
    timestamp: '2026-10-07T14:53:48.542682112Z',
    message_flags: ['HasPrivateData', 'MainExe'],
    evidence: 'Persist/0000000000000078.tracev3',
    ...fields,
  });
}

const AT = Date.UTC(2026, 9, 7, 14, 53, 48) * 1000 + 542_682;

describe('lines of unifiedlog_iterator', () => {
  it('are read with all that log show prints of a record', async () => {
    const { records, summary, problems } = await readRecords(`${line()}\n`);

    expect(records).toEqual([
      {
        at: AT,
        origin: {
          id: 0,
          process: 'com.example.acme.extension',
          processPath: '/Library/SystemExtensions/A/com.example.acme.extension',
          sender: 'libnetworkextension.dylib',
          subsystem: 'com.apple.networkextension',
          category: '',
        },
        pid: 5856,
        tid: 2_093_925,
        level: 'error',
        message: '(2201100002): Closing reads',
        formatString: '(%u): Closing reads',
        boot: 'BDC29971-B795-4B4C-84BB-0F66C67C7F58',
        ref: { input: 0, line: 1, offset: 0, length: line().length },
      },
    ]);
    expect(summary).toMatchObject({ format: 'iterator-jsonl', zones: [{ from: AT, offsetMinutes: 0 }] });
    expect(problems).toEqual([]);
  });

  it.each([
    ['Log', 'Default', 'default'],
    ['Log', 'Debug', 'debug'],
    ['Log', 'info', 'info'],
    ['Log', 'Fault', 'fault'],
    ['Log', 'Unknown', 'unknown'],
    ['Activity', 'Create', 'activity'],
    ['Activity', 'Useraction', 'activity'],
    ['Signpost', 'ProcessSignpostEvent', 'signpost'],
    ['Statedump', 'Statedump', 'state'],
    ['Simpledump', 'Simpledump', 'default'],
    ['Loss', 'Loss', 'loss'],
    ['Trace', 'Default', 'default'],
  ])('have the level of %s and %s', async (event_type, log_type, level) => {
    const { records } = await readRecords(`${line({ event_type, log_type })}\n`);

    expect(records.map((record) => record.level)).toEqual([level]);
  });

  it.each([
    [
      'nanoseconds for the time',
      line({ timestamp: undefined, time: '1791384828542682112' }).replace(/"(17\d+)"/, '$1'),
    ],
    ['nanoseconds as it prints them', line({ timestamp: undefined })],
    ['an offset', line({ timestamp: '2026-10-07T16:53:48.542682+02:00' })],
    ['keys in camel case', camel(line())],
    ['keys as the CSV has them', titled(line())],
  ])('are read with %s', async (_, text) => {
    const { records, summary } = await readRecords(`${text}\n`.repeat(3));

    expect(summary.format).toBe('iterator-jsonl');
    expect(records.map(({ at, pid, tid, message, origin }) => [at, pid, tid, message, origin.sender])).toEqual(
      Array.from({ length: 3 }, () => [
        AT,
        5856,
        2_093_925,
        '(2201100002): Closing reads',
        'libnetworkextension.dylib',
      ]),
    );
  });

  it('have no pid where the number was extended by its sign', async () => {
    const text = line({ pid: '?', thread_id: '!' }).replace('"?"', '18446744073709551615').replace('"!"', '-1');
    const { records } = await readRecords(`${text}\n`);

    expect(records.map(({ pid, tid }) => [pid, tid])).toEqual([[-1, 0]]);
  });

  it('are put in the order of their time, which the tool does not keep', async () => {
    const at = (second: number): string => line({ timestamp: `2026-10-07T14:53:${second}.000Z`, message: `${second}` });
    const { records, problems } = await readRecords(`${[50, 30, 40, 10].map(at).join('\n')}\n`);

    expect(records.map(({ message, ref }) => [message, ref.line])).toEqual([
      ['10', 4],
      ['30', 2],
      ['40', 3],
      ['50', 1],
    ]);
    expect(problems.map(({ code, count }) => [code, count])).toEqual([['order-restored', 2]]);
  });

  it('say once that texts are missing', async () => {
    const missing = [
      'Failed to get string message from UUIDText file: 8151CEAA69AF3C059474AAE3403C91A7',
      'Unknown shared string message',
      'x <Missing message data>',
    ];
    const { records, problems } = await readRecords(`${missing.map((message) => line({ message })).join('\n')}\n`);

    expect(records).toHaveLength(3);
    expect(problems.map(({ code, count }) => [code, count])).toEqual([['text-missing', 3]]);
  });

  it.each(['ndjson', 'json'] as const)('are read before and behind %s', async (style) => {
    const others = Array.from({ length: 8 }, (_, index) => makeRecord({ message: `other ${index}` }));
    const apple = encodeAs(style, others);
    const iterator = `${line()}\n`.repeat(8);

    for (const text of [apple + iterator, iterator + apple]) {
      const { records, summary, problems } = await readRecords(text);

      expect([summary.format, records.length]).toEqual(['mixed', 16]);
      expect(problems.map(({ code }) => code)).toContain('style-changed');
    }
  });

  it('cost only themselves where they are broken', async () => {
    const { records, problems } = await readRecords(
      [line(), line().slice(0, 300), '{"pid":', line().replace('"pid":5856', '"pid":x'), line()].join('\n'),
    );

    expect(records).toHaveLength(2);
    expect(problems.map(({ code, count }) => [code, count])).toEqual([['json-invalid', 3]]);
  });
});

function camel(text: string): string {
  return text.replace(
    /"(\w+)":/g,
    (_, key: string) => `"${key.replace(/_(\w)/g, (__, letter) => letter.toUpperCase())}":`,
  );
}

function titled(text: string): string {
  const names: Readonly<Record<string, string>> = { pid: 'PID', thread_id: 'Thread ID', boot_uuid: 'Boot UUID' };
  return text.replace(/"(\w+)":/g, (_, key: string) => {
    const title = key.replace(/(^|_)(\w)/g, (__, gap, letter) => (gap === '' ? '' : ' ') + letter.toUpperCase());
    return `"${names[key] ?? title}":`;
  });
}
