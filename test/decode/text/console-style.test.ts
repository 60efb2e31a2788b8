import { describe, expect, it } from 'vitest';
import { UNKNOWN_DAY } from '../../../src/lib/unknown-dates.ts';
import { readRecords } from '../../support/read-records.ts';

const SESSION = 'NESMVPNSession[Primary Tunnel:Acme VPN:0F00BA12-1111-4222-8333-44445555AAAA:(null)]';

/** Process, subsystem, category, level, pid and message of every record. */
async function rows(text: string): Promise<readonly unknown[]> {
  const { records, summary } = await readRecords(text);
  expect(summary.format).toBe('console-copy');
  return records.map(({ origin, level, pid, message }) => [
    origin.process,
    origin.subsystem,
    origin.category,
    level,
    pid,
    message,
  ]);
}

describe('rows copied from Console', () => {
  it('reads every column of those that it shows at first', async () => {
    const line = `default\t14:42:44.949409-0800\tnesessionmanager\t${SESSION}: status changed to connected`;
    const { records, summary, problems } = await readRecords(`${line}\n`);

    expect(records).toEqual([
      {
        at: (UNKNOWN_DAY * 86_400 + ((14 + 8) * 60 + 42) * 60 + 44) * 1_000_000 + 949_409,
        origin: {
          id: 0,
          process: 'nesessionmanager',
          processPath: undefined,
          sender: 'nesessionmanager',
          lacksSender: true,
          subsystem: '',
          category: '',
        },
        pid: -1,
        tid: 0,
        level: 'default',
        message: `${SESSION}: status changed to connected`,
        formatString: undefined,
        boot: undefined,
        ref: { input: 0, line: 1, offset: 0, length: line.length },
      },
    ]);
    expect(summary).toMatchObject({ format: 'console-copy', columns: ['type', 'time', 'process', 'message'] });
    expect(problems.map(({ code }) => code)).toEqual(['date-unknown']);
  });

  it.each([
    [
      'no time',
      ['default\tnesessionmanager\tcom.apple.networkextension\tone', 'error\tkernel\t\ttwo'],
      [
        ['nesessionmanager', 'com.apple.networkextension', '', 'default', -1, 'one'],
        ['kernel', '', '', 'error', -1, 'two'],
      ],
    ],
    [
      'subsystem and category first',
      [
        'com.apple.network\tconnection\tdebug\t11:46:22.845588+0700\tcom.example.acme.extension\tone',
        '\t\tdefault\t11:46:22.845600+0700\tkernel\ttwo',
      ],
      [
        ['com.example.acme.extension', 'com.apple.network', 'connection', 'debug', -1, 'one'],
        ['kernel', '', '', 'default', -1, 'two'],
      ],
    ],
    [
      'no type',
      ['11:19:15.371532-0700\tnesessionmanager\tone', '11:19:15.371540-0700\tAcme VPN\ttwo'],
      [
        ['nesessionmanager', '', '', 'unknown', -1, 'one'],
        ['Acme VPN', '', '', 'unknown', -1, 'two'],
      ],
    ],
    [
      'process and thread ids',
      ['error\t11:19:15.371532-0700\tAcme\t486\t0x1a2b\tone', 'default\t11:19:15.371540-0700\tkernel\t0\t0x1a\ttwo'],
      [
        ['Acme', '', '', 'error', 486, 'one'],
        ['kernel', '', '', 'default', 0, 'two'],
      ],
    ],
    [
      'a blank before the zone',
      ['default\t13:36:58.000000 +0100\tnehelper\tone'],
      [['nehelper', '', '', 'default', -1, 'one']],
    ],
    [
      'words of other languages, known or not',
      [
        'erreur\t13:36:58.000000+0100\tnehelper\tone',
        '默认\t13:36:58.000001+0100\tnehelper\ttwo',
        ...Array.from({ length: 8 }, () => 'oletus\t13:36:58.000002+0100\tnehelper\tthree'),
      ],
      [
        ['nehelper', '', '', 'error', -1, 'one'],
        ['nehelper', '', '', 'default', -1, 'two'],
        ...Array.from({ length: 8 }, () => ['nehelper', '', '', 'unknown', -1, 'three']),
      ],
    ],
    [
      'messages with tabs and lines of their own, and none',
      [
        'default\t13:36:58.000000+0100\tnehelper\ta\tb\tc',
        '    d\te',
        'default\t13:36:58.000001+0100\tkernel\t',
        'default\t13:36:58.000001+0100\tkernel\tx',
        'default\t13:36:58.000001+0100\tkernel\ty',
      ],
      [
        ['nehelper', '', '', 'default', -1, 'a\tb\tc\n    d\te'],
        ['kernel', '', '', 'default', -1, ''],
        ['kernel', '', '', 'default', -1, 'x'],
        ['kernel', '', '', 'default', -1, 'y'],
      ],
    ],
  ])('reads %s', async (_, lines, expected) => {
    expect(await rows(`${lines.join('\n')}\n`)).toEqual(expected);
  });

  it('reads copies with blanks for the tabs', async () => {
    expect(
      await rows(
        `error   14:42:44.949409-0800   nesessionmanager   ${SESSION}: x\n` +
          '    goes on\n' +
          'default 14:42:44.949500-0800 kernel PMRD: DarkWake\n' +
          'erreur  14:42:44.949600-0800  Acme VPN  hello  you\n' +
          '14:42:44.949700-0800 kernel no type\n',
      ),
    ).toEqual([
      ['nesessionmanager', '', '', 'error', -1, `${SESSION}: x\n    goes on`],
      ['kernel', '', '', 'default', -1, 'PMRD: DarkWake'],
      ['Acme VPN', '', '', 'error', -1, 'hello  you'],
      ['kernel', '', '', 'unknown', -1, 'no type'],
    ]);
  });

  it.each([
    [
      'type, time, process and message',
      ['default  2026-02-23 10:34:30.725912 +0800  kernel  one', 'error 2026-02-23 10:34:31.000000+0800 nehelper two'],
      [
        ['kernel', '', '', 'default', -1, 'one'],
        ['nehelper', '', '', 'error', -1, 'two'],
      ],
    ],
    [
      'type, process, subsystem and message, without a time',
      [
        'default nesessionmanager com.apple.networkextension one  two',
        '    goes on',
        'error  Acme VPN  com.example.acme.app  three',
        'info kernel four',
        'goes on with default things',
      ],
      [
        ['nesessionmanager', 'com.apple.networkextension', '', 'default', -1, 'one  two\n    goes on'],
        ['Acme VPN', 'com.example.acme.app', '', 'error', -1, 'three'],
        ['kernel', '', '', 'info', -1, 'four\ngoes on with default things'],
      ],
    ],
    [
      'subsystem, category, type, time, process and message',
      [
        'com.apple.network connection debug 11:46:22.845588+0700 com.example.acme.extension one',
        'com.apple.network  par défaut  11:46:22.845590+0700  Acme VPN  two',
        'com.apple.network connection 11:46:22.845592+0700 kernel three',
        'default 11:46:22.845600+0700 kernel error nehelper com.apple.network.x four',
      ],
      [
        ['com.example.acme.extension', 'com.apple.network', 'connection', 'debug', -1, 'one'],
        ['Acme VPN', 'com.apple.network', '', 'default', -1, 'two'],
        ['kernel', 'com.apple.network', 'connection', 'unknown', -1, 'three'],
        ['kernel', '', '', 'default', -1, 'error nehelper com.apple.network.x four'],
      ],
    ],
    [
      'time, process and message',
      ['11:19:15.371532 -0700 nesessionmanager one', '11:19:15.371540-07:00   Acme VPN   two', 'error kernel three'],
      [
        ['nesessionmanager', '', '', 'unknown', -1, 'one'],
        ['Acme VPN', '', '', 'unknown', -1, 'two\nerror kernel three'],
      ],
    ],
  ])('reads copies with blanks for the tabs of %s', async (_, lines, expected) => {
    expect(await rows(`${lines.join('\n')}\n`)).toEqual(expected);
  });

  it.each([
    ['2026-02-23 10:34:30.725912 +0800', '2026-02-23T02:34:30.725Z'],
    ['2026-02-23 10:34:30.725912+0800', '2026-02-23T02:34:30.725Z'],
    ['2026-02-23 10:34:30 +0800', '2026-02-23T02:34:30.000Z'],
    ['2026-02-23 10:34:30.725912+08:00', '2026-02-23T02:34:30.725Z'],
  ])('reads the time %s, with its date', async (time, iso) => {
    const { records, problems } = await readRecords(`default\t${time}\tkernel\tx\n`.repeat(3));

    expect(records.map(({ at }) => new Date(at / 1000).toISOString())).toEqual([iso, iso, iso]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['error', 'erreur Fehler error errore erro fout 错误 錯誤 エラー 오류 ошибка'],
    ['fault', 'fault Störung fallo guasto falha storing 故障 障害 결함 сбой'],
    ['debug', 'débogage Debug depuración depuração 调试 除錯 デバッグ 디버그 отладка'],
    ['info', 'infos Info información informazioni informação informatie 信息 資訊 情報 정보 информация'],
    ['default', 'défaut Standard predeterminado predefinito padrão standaard 默认 預設 デフォルト 기본값'],
    ['activity', 'activité Aktivität actividad attività atividade activiteit 活动 活動 アクティビティ 활동 активность'],
  ])('knows the words for %s of other languages', async (level, words) => {
    for (const end of ['\t', '  ']) {
      const lines = words.split(' ').map((word) => `${[word, '13:36:58.000000+0100', 'nehelper', 'x'].join(end)}\n`);
      const found = await rows(lines.join(''));

      expect(found.map((row) => (row as readonly unknown[])[3])).toEqual(lines.map(() => level));
    }
  });

  it.each([
    ['with tabs', (cells: readonly string[]) => cells.join('\t')],
    ['with blanks', (cells: readonly string[]) => cells.join(' ')],
  ])('goes over midnight in every order of columns, %s', async (_, print) => {
    const times = ['23:59:59.900000+0100', '00:00:00.100000+0100', '23:59:59.999000+0100', '00:00:01.000000+0100'];
    const orders = [
      (time: string) => ['default', time, 'kernel', 'x'],
      (time: string) => ['com.apple.network', 'connection', 'default', time, 'kernel', 'x'],
      (time: string) => [time, 'kernel', 'x'],
    ];
    for (const order of orders) {
      const { records } = await readRecords(times.map((time) => `${print(order(time))}\n`).join(''));

      expect(records.map(({ at }) => at - (records[0]?.at ?? 0))).toEqual([0, 200_000, 99_000, 1_100_000]);
    }
  });

  it('goes over midnight', async () => {
    const { records } = await readRecords(
      ['23:59:59.900000', '00:00:00.100000', '23:59:59.999000', '00:00:01.000000']
        .map((time) => `default\t${time}+0000\tkernel\tx\n`)
        .join(''),
    );

    expect(records.map(({ at }) => at - (records[0]?.at ?? 0))).toEqual([0, 200_000, 99_000, 1_100_000]);
  });

  it('stays where it is in a message that quotes such rows', async () => {
    const quoted = 'default\t14:42:44.949409-0800\tnesessionmanager\tx\n';
    const { records, summary } = await readRecords(
      `2026-03-01 09:15:05.144 Df a[1:2] one\n${quoted}2026-03-01 09:15:05.145 Df a[1:2] two\n`,
    );

    expect(summary.format).toBe('compact');
    expect(records.map(({ message }) => message)).toEqual([`one\n${quoted.trimEnd()}`, 'two']);
  });

  it('has no row without a process', async () => {
    const { summary } = await readRecords('default\t14:42:44.949409-0800\t\tx\n');

    expect(summary.records).toBe(0);
  });
});
