import { describe, expect, it } from 'vitest';
import { decodeAt } from '../../../src/decode/decode-one.ts';
import { UNKNOWN_DAY } from '../../../src/lib/unknown-dates.ts';
import { readRecords } from '../../support/read-records.ts';

const SESSION = 'NESMVPNSession[Primary Tunnel:Acme VPN:0F00BA12-1111-4222-8333-44445555AAAA:(null)]';

function block(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n\n`;
}

const DISCONNECTED = block(
  'type: error',
  'time: 14:42:44.949409-0800',
  'process: nesessionmanager',
  'subsystem: com.apple.networkextension',
  'category:',
  `message: ${SESSION}: status changed to disconnected`,
);
const kernel = (message: string): string =>
  block('type: default', 'time: 14:42:45.000000-0800', 'process: kernel', `message: ${message}`);

/** Process, subsystem, category, level, pid and message of every record, and the problems beside the missing date. */
async function blocks(text: string): Promise<readonly unknown[]> {
  const { records, summary, problems } = await readRecords(text);
  expect(summary.format).toBe('console-block');
  return [
    records.map(({ origin, level, pid, message }) => [
      origin.process,
      origin.subsystem,
      origin.category,
      level,
      pid,
      message,
    ]),
    problems.flatMap(({ code, count }) => (code === 'date-unknown' ? [] : [[code, count]])),
  ];
}

describe('blocks copied from Console', () => {
  it('are read with all that they hold', async () => {
    const text = block(
      'type: error',
      'time: 14:42:44.949409-0800',
      'process: com.example.acme.extension',
      'library: /usr/lib/libnetworkextension.dylib',
      'PID: 569',
      'thread ID: 0x17ca24a',
      'activity ID: 0x3e8',
      'subsystem: com.apple.networkextension',
      'category: app',
      'message: (2201100002): Closing reads',
      '    goes on',
    );
    const { records, summary, problems } = await readRecords(text);

    expect(records).toEqual([
      {
        at: (UNKNOWN_DAY * 86_400 + ((14 + 8) * 60 + 42) * 60 + 44) * 1_000_000 + 949_409,
        origin: {
          id: 0,
          process: 'com.example.acme.extension',
          processPath: undefined,
          sender: 'libnetworkextension.dylib',
          subsystem: 'com.apple.networkextension',
          category: 'app',
        },
        pid: 569,
        tid: 0x17ca24a,
        level: 'error',
        message: '(2201100002): Closing reads\n    goes on',
        formatString: undefined,
        boot: undefined,
        ref: { input: 0, line: 1, offset: 0, length: text.length - 2 },
      },
    ]);
    expect(summary).toMatchObject({ format: 'console-block', lines: 12, records: 1 });
    expect(problems.map(({ code }) => code)).toEqual(['date-unknown']);
  });

  it.each([
    ['keys in another order', ['process: kernel', 'time: 14:42:44.9-0800', 'type: info', 'message: x']],
    ['keys in capitals', ['Type: Info', 'Time: 14:42:44.9 -0800', 'Process: kernel', 'Message: x']],
    [
      'a time stamp with its date',
      ['type: info', 'timestamp: 2026-03-01 14:42:44.949409-0800', 'process: kernel', 'message: x'],
    ],
    ['the pid behind the process', ['type: info', 'time: 14:42:44.9-0800', 'process: kernel', 'message: x']],
    ['no type and no blanks', ['time:\t14:42:44.9-0800', 'process:\tkernel', 'type:\tinfo', 'message:\tx']],
    ['French keys', ['type : info', 'heure : 14:42:44.9-0800', 'processus : kernel', 'message : x']],
    ['German keys', ['Typ: Info', 'Zeit: 14:42:44.9-0800', 'Prozess: kernel', 'Nachricht: x']],
    ['Spanish keys', ['tipo: información', 'hora: 14:42:44.9-0800', 'proceso: kernel', 'mensaje: x']],
    ['Italian keys', ['tipo: info', 'ora: 14:42:44.9-0800', 'processo: kernel', 'messaggio: x']],
    ['Japanese keys', ['タイプ：情報', '時刻：14:42:44.9-0800', 'プロセス：kernel', 'メッセージ：x']],
    ['Chinese keys', ['类型: 信息', '时间: 14:42:44.9-0800', '进程: kernel', '消息: x']],
    ['keys nobody knows', ['lajt: info', 'ajan: 14:42:44.9-0800', 'zubi: kernel', 'xoro: x']],
  ])('are read with %s', async (_, lines) => {
    const three = block(...lines).repeat(3);
    const row = ['kernel', '', '', 'info', -1, 'x'];

    expect(await blocks(three)).toEqual([[row, row, row], []]);
  });

  it('tell keys of a language nobody knows by their places and values, and say which they cannot', async () => {
    const text = block(
      'lajt: oletus',
      'ajan: 14:42:44.949409-0800',
      'zubi: nesessionmanager',
      'alid: com.apple.networkextension',
      'luok: app',
      'mita: 17',
      'xoro: x: y',
    ).repeat(3);
    const { records, summary, problems } = await readRecords(text);

    expect(
      records.map(({ origin, level, message }) => [origin.process, origin.subsystem, origin.category, level, message]),
    ).toEqual(
      Array.from({ length: 3 }, () => ['nesessionmanager', 'com.apple.networkextension', 'app', 'unknown', 'x: y']),
    );
    expect(problems.map(({ code, count, example }) => [code, count, example.text])).toEqual([
      ['key-unknown', 3, 'mita: 17'],
      ['date-unknown', 1, undefined],
    ]);
    const { offset = 0, length = 0 } = records[1]?.ref ?? {};
    const again = decodeAt(
      summary.format,
      Buffer.from(text).subarray(offset, offset + length),
      summary.columns,
      summary.messageKey,
    );
    expect(again?.message).toBe('x: y');
  });

  it('have messages that hold blank lines, keys and times, and none', async () => {
    const dump = 'Handling flow:\n\n  hostname = a\n\nprotocol: tcp\n\ntime: 14:42:44.949409-0800\n\nend';

    expect(await blocks(DISCONNECTED + kernel(dump) + kernel('') + kernel('z'))).toEqual([
      [
        [
          'nesessionmanager',
          'com.apple.networkextension',
          '',
          'error',
          -1,
          `${SESSION}: status changed to disconnected`,
        ],
        ['kernel', '', '', 'default', -1, dump],
        ['kernel', '', '', 'default', -1, ''],
        ['kernel', '', '', 'default', -1, 'z'],
      ],
      [],
    ]);
  });

  it('follow each other without a blank line', async () => {
    const text = (kernel('a\nb') + DISCONNECTED + kernel('c')).replaceAll('\n\n', '\n');
    const [rows] = await blocks(text);

    expect(rows).toEqual([
      ['kernel', '', '', 'default', -1, 'a\nb'],
      ['nesessionmanager', 'com.apple.networkextension', '', 'error', -1, `${SESSION}: status changed to disconnected`],
      ['kernel', '', '', 'default', -1, 'c'],
    ]);
  });

  it.each([
    ['has no message', block('type: error', 'time: 14:42:45.000000-0800', 'process: a'), [['line-unparsed', 3]]],
    [
      'has a broken line',
      block('type: error', 'time: 14:42:45.000000-0800', 'proce', 'subsystem: a', 'message: lost'),
      [['line-unparsed', 2]],
    ],
  ])('cost only themselves where one %s', async (_, broken, expected) => {
    const [rows, problems] = await blocks(kernel('one') + broken + kernel('two'));

    expect(rows).toEqual([
      ['kernel', '', '', 'default', -1, 'one'],
      ['kernel', '', '', 'default', -1, 'two'],
    ]);
    expect(problems).toEqual(expected);
  });

  it('say where the input ends in the middle of one', async () => {
    const cut = DISCONNECTED.slice(0, DISCONNECTED.indexOf('category'));

    expect((await blocks(kernel('one') + kernel('two') + cut))[1]).toEqual([['record-truncated', 4]]);
  });

  it('without a time stand at the record before, without any at all first', async () => {
    const timeless = block('type: error', 'process: a', 'message: x');
    const { records, problems } = await readRecords(timeless + kernel('y') + timeless);

    expect(records.map(({ at }, index) => at === (index === 0 ? 0 : records[1]?.at))).toEqual([true, true, true]);
    expect(problems.map(({ code, example }) => [code, example.line])).toContainEqual(['time-missing', 3]);
  });

  it('go over midnight', async () => {
    const at = (time: string): string => block('type: info', `time: ${time}+0000`, 'process: a', 'message: x');
    const { records } = await readRecords(['23:59:59.9', '00:00:00.1', '00:00:01.0'].map(at).join(''));

    expect(records.map(({ at: each }) => each - (records[0]?.at ?? 0))).toEqual([0, 200_000, 1_100_000]);
  });
});
