import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../../src/model/log-record.ts';
import { readRecords } from '../../support/read-records.ts';

const TITLES = 'Timestamp                       Thread     Type        Activity             PID    TTL  \n';

/** One line with every column in its place, and what follows them. */
function line(rest: string, columns = '0x383e     Debug       0x0                  302    0    '): string {
  return `2026-03-01 09:15:05.393829-0800 ${columns}${rest}\n`;
}

async function only(text: string): Promise<LogRecord> {
  const { records, problems } = await readRecords(text);
  expect(problems).toEqual([]);
  expect(records).toHaveLength(1);
  const [record] = records;
  if (record === undefined) throw new Error('no record');
  return record;
}

/** Process, sender, subsystem, category and message of the only record. */
async function parts(rest: string): Promise<readonly string[]> {
  const { origin, message } = await only(line(rest));
  return [origin.process, origin.sender, origin.subsystem, origin.category, message];
}

describe('the default style', () => {
  it('reads every column', async () => {
    const record = await only(
      line('com.example.acme.extension: (NetworkExtension) [com.apple.networkextension:] Fetching appInfo'),
    );

    expect(record).toEqual({
      // 2026-03-01 09:15:05.393829-0800 is 17:15:05.393829 UTC; `date -u -d … +%s` says 1772385305.
      at: 1_772_385_305_393_829,
      origin: {
        id: 0,
        process: 'com.example.acme.extension',
        processPath: undefined,
        sender: 'NetworkExtension',
        subsystem: 'com.apple.networkextension',
        category: '',
      },
      pid: 302,
      tid: 0x383e,
      level: 'debug',
      message: 'Fetching appInfo',
      formatString: undefined,
      boot: undefined,
      ref: { input: 0, line: 1, offset: 0, length: 181 },
    });
  });

  it.each([
    ['Default', 'default'],
    ['Info', 'info'],
    ['Debug', 'debug'],
    ['Error', 'error'],
    ['Fault', 'fault'],
    ['Activity', 'activity'],
    ['Signpost', 'signpost'],
    ['State', 'state'],
    ['Loss', 'loss'],
    ['Whatever', 'unknown'],
  ])('reads the type %s as %s', async (type, level) => {
    const record = await only(line('a: b', `0x383e     ${type.padEnd(11)} 0x0                  302    0    `));

    expect(record.level).toBe(level);
  });

  it.each([
    ['no sender, no subsystem', 'kernel: close received', ['kernel', 'kernel', '', '', 'close received']],
    ['a subsystem', 'a: [b.c:d] e', ['a', 'a', 'b.c', 'd', 'e']],
    ['a sender', 'kernel: (AppleACPIPlatform) AC on', ['kernel', 'AppleACPIPlatform', '', '', 'AC on']],
    ['an empty category', 'a: (B) [com.apple.networkextension:] c', ['a', 'B', 'com.apple.networkextension', '', 'c']],
    [
      "10.12's dot in place of the colon",
      'a: (B) [com.apple.networkextension.] c',
      ['a', 'B', 'com.apple.networkextension', '', 'c'],
    ],
    [
      'a category with a blank and one with brackets',
      'a: [com.apple.defaults:User Defaults [x]] c',
      ['a', 'a', 'com.apple.defaults', 'User Defaults [x]', 'c'],
    ],
    [
      'a flow number is message text, never a sender',
      'kernel: (2201100002): close received, how = 2',
      ['kernel', 'kernel', '', '', '(2201100002): close received, how = 2'],
    ],
    [
      'a flow number behind sender and subsystem',
      'a: (libnetworkextension.dylib) [com.apple.networkextension:] (2201100002): Closing reads',
      ['a', 'libnetworkextension.dylib', 'com.apple.networkextension', '', '(2201100002): Closing reads'],
    ],
    ['a group followed by a colon is no sender', 'a: (Foo): bar', ['a', 'a', '', '', '(Foo): bar']],
    ['a group of anything that no image is called', 'a: (x = 1, y = 2) bar', ['a', 'a', '', '', '(x = 1, y = 2) bar']],
    [
      'a connection in brackets is message text',
      'a: [C1 example.com:443 ready] event: x:y',
      ['a', 'a', '', '', '[C1 example.com:443 ready] event: x:y'],
    ],
    ['a connection and a number', 'a: [C1.1:2] gone', ['a', 'a', '', '', '[C1.1:2] gone']],
    ['a bracket without a colon', 'a: [corewifi] BEGIN', ['a', 'a', '', '', '[corewifi] BEGIN']],
    ['a bracket glued to a word', 'a: [b:c]d e', ['a', 'a', '', '', '[b:c]d e']],
    [
      'a job label, whose pid is in brackets of its own',
      'launchd: [gui/501/application.com.example.acme.1.2 [1234]:] exited',
      ['launchd', 'launchd', 'gui/501/application.com.example.acme.1.2 [1234]', '', 'exited'],
    ],
    [
      'a job label behind a sender',
      'launchd: (libxpc) [system/com.example.acme.extension [569]:x] exited due to SIGSEGV | sent by exc handler[569]',
      [
        'launchd',
        'libxpc',
        'system/com.example.acme.extension [569]',
        'x',
        'exited due to SIGSEGV | sent by exc handler[569]',
      ],
    ],
    [
      'blanks and parentheses in the process name',
      'Some App Helper (Renderer): (Network) [com.apple.network:] x',
      ['Some App Helper (Renderer)', 'Network', 'com.apple.network', '', 'x'],
    ],
    ['parentheses in the sender', 'a: (View Bridge (Plugin)) [b:c] d', ['a', 'View Bridge (Plugin)', 'b', 'c', 'd']],
    ['a colon without a blank in the process name', 'a:b: c', ['a:b', 'a:b', '', '', 'c']],
    ['an empty message', 'a: [b:c] ', ['a', 'a', 'b', 'c', '']],
    ['an empty message whose blanks were trimmed', 'a: [b:c]', ['a', 'a', 'b', 'c', '']],
    ['nothing but a process', 'a:', ['a', 'a', '', '', '']],
    ['what --source adds', 'a: (B) [c:d] <nw_path.c:123> e', ['a', 'B', 'c', 'd', 'e']],
    ['an object in angle brackets', 'a: (B) <NESMServer: 0x1>: e', ['a', 'B', '', '', '<NESMServer: 0x1>: e']],
    ['characters beyond ASCII', 'Küche 会議: (Ä) [b:c] Kai’s 📱', ['Küche 会議', 'Ä', 'b', 'c', 'Kai’s 📱']],
  ])('reads %s', async (_, rest, expected) => {
    expect(await parts(rest)).toEqual(expected);
  });

  it('learns a process name that holds a colon from a line that shows its end', async () => {
    const { records } = await readRecords(
      line('Acme: Sync: hello') + line('Acme: Sync: (Network) [com.apple.network:] hello') + line('Acme: Sync: hello'),
    );

    expect(records.map(({ origin, message }) => [origin.process, origin.sender, message])).toEqual([
      ['Acme', 'Acme', 'Sync: hello'],
      ['Acme: Sync', 'Network', 'hello'],
      ['Acme: Sync', 'Acme: Sync', 'hello'],
    ]);
  });

  it('does not lend that name to another process', async () => {
    const other = '0x383e     Debug       0x0                  303    0    ';
    const { records } = await readRecords(
      line('Acme: Sync: (Network) [com.apple.network:] hello') + line('Acme: Sync: hello', other),
    );

    expect(records[1]?.origin.process).toBe('Acme');
  });

  it('takes a sender that comes and goes for what it is', async () => {
    const { records } = await readRecords(
      line('a: (B) c') +
        line('a: (B) [c:d] e') +
        line('a: c') +
        line('a: (B) [c:d] e') +
        line('a: [c:d] e') +
        line('a: (B) c'),
    );

    expect(records.map(({ origin, message }) => [origin.sender, origin.subsystem, message])).toEqual([
      ['B', '', 'c'],
      ['B', 'c', 'e'],
      ['a', '', 'c'],
      ['B', 'c', 'e'],
      ['a', 'c', 'e'],
      ['B', '', 'c'],
    ]);
  });

  it('reads copies in which every run of blanks became one', async () => {
    const record = await only('2026-03-01 09:15:05.393829-0800 0x383e Debug 0x0 302 0 a b: (C) [d:e] f  g\n');

    expect([record.origin.process, record.origin.sender, record.pid, record.tid, record.level, record.message]).toEqual(
      ['a b', 'C', 302, 0x383e, 'debug', 'f  g'],
    );
  });

  it('reads columns that overflow', async () => {
    const record = await only(
      '2026-03-01 09:15:05.393829-0800 0x123456789ab Default     0x123456789abcdef01234 1234567 14   a: b\n',
    );

    expect([record.origin.process, record.pid, record.tid, record.message]).toEqual([
      'a',
      1_234_567,
      0x123456789ab,
      'b',
    ]);
  });

  it('reads exports of macOS 10.12, which have no TTL', async () => {
    const titles = 'Timestamp                       Thread     Type        Activity             PID    \n';
    const columns = '0x383e     Default     0x0                  302    ';
    const { records } = await readRecords(
      titles + line('1Password 7: (B) [com.apple.network.connection] c', columns) + line('7 zip: d', columns),
    );

    expect(
      records.map(({ origin, pid, message }) => [origin.process, origin.subsystem, origin.category, pid, message]),
    ).toEqual([
      ['1Password 7', 'com.apple.network', 'connection', 302, 'c'],
      ['7 zip', '', '', 302, 'd'],
    ]);
  });

  it('finds out for itself that there is no TTL where the titles are missing', async () => {
    const record = await only(line('a: (B) c', '0x383e     Default     0x0                  302    '));

    expect([record.origin.process, record.pid, record.message]).toEqual(['a', 302, 'c']);
  });

  it('keeps the lines that follow in the message, whatever they look like', async () => {
    const text = [
      line('a: [b:c] Handling new flow:').trimEnd(),
      '        identifier = 82D3F265-D9BD-4BBA-8230-88D8FF39E5FC',
      '',
      '[C1 x] process[12]: 2026-03-01 {"a":1}',
      ')',
    ].join('\n');
    const { records, summary } = await readRecords(`${text}\n${line('d: e')}`);

    expect(records.map(({ message }) => message)).toEqual([
      'Handling new flow:\n        identifier = 82D3F265-D9BD-4BBA-8230-88D8FF39E5FC\n\n[C1 x] process[12]: 2026-03-01 {"a":1}\n)',
      'e',
    ]);
    expect(records[1]?.ref).toEqual({ input: 0, line: 6, offset: text.length + 1, length: line('d: e').length - 1 });
    expect([summary.lines, summary.records]).toEqual([6, 2]);
  });

  it('keeps a message that begins with a line break', async () => {
    const record = await only(`${line('a: [b:c] ').trimEnd()} \n    x = 1\n`);

    expect(record.message).toBe('\n    x = 1');
  });

  it('leaves blank lines at the end of a record out', async () => {
    const { records } = await readRecords(`${line('a: b')}\n\n${line('a: c')}\n`);

    expect(records.map(({ message, ref }) => [message, ref.length])).toEqual([
      ['b', line('a: b').length - 1],
      ['c', line('a: c').length - 1],
    ]);
  });

  it.each([
    '=== system boot: 5C0FFEE0-1111-4222-8333-444455556666',
    '=== system wallclock time adjusted',
    '=== log class: persist begins',
    'lost >=63 unreliable messages from 81234567890-81234569999 (Mach continuous exact start-approx. end)',
  ])('reads "%s" as a record of nobody', async (text) => {
    const { origin, message, pid, tid } = await only(
      line(text, '0x0        Default     0x0                  0      0    '),
    );

    expect([origin.process, origin.sender, origin.subsystem, origin.category, message, pid, tid]).toEqual([
      '',
      '',
      '',
      '',
      text,
      0,
      0,
    ]);
  });

  it('tells a process called lost from lost messages', async () => {
    expect(await parts('lostandfound: x')).toEqual(['lostandfound', 'lostandfound', '', '', 'x']);
  });

  it('passes over what the tool prints around records', async () => {
    const { records, summary, problems } = await readRecords(
      [
        'Filtering the log data using "process == "nesessionmanager" OR senderImagePath CONTAINS "NetworkExtension""',
        'Skipping info and debug messages, pass --info and/or --debug to include.',
        'getpwuid_r did not find a match for uid 501',
        TITLES.trimEnd(),
        line('a: b').trimEnd(),
        'getpwuid_r did not find a match for uid 502',
        line('a: c').trimEnd(),
        '-'.repeat(116),
        'Log      - Default:         12, Info:                0, Debug:             0, Error:          3, Fault:          0',
        'Activity - Create:           0, Transition:          0, Actions:           0',
        '',
      ].join('\n'),
    );

    expect(records.map(({ message }) => message)).toEqual(['b', 'c']);
    expect(summary.predicate).toBe('process == "nesessionmanager" OR senderImagePath CONTAINS "NetworkExtension"');
    expect(summary.skippedLevels).toEqual(['info', 'debug']);
    expect(summary.lines).toBe(10);
    expect(problems).toEqual([]);
  });

  it('keeps a rule of dashes that is part of a message', async () => {
    const rule = '-'.repeat(80);
    const record = await only(`${line('a: table')}${rule}\n| x |\n${rule}\n`);

    expect(record.message).toBe(`table\n${rule}\n| x |\n${rule}`);
  });

  it('counts lines that belong to no record', async () => {
    const { records, problems } = await readRecords(`my notes\nmore notes\n${line('a: b')}`);

    expect(records.map(({ ref }) => ref.line)).toEqual([3]);
    expect(problems).toEqual([
      {
        code: 'line-unparsed',
        count: 2,
        message: 'lines that belong to no record; they are passed over',
        example: { input: 'test.log', line: 1, text: 'my notes' },
      },
    ]);
  });

  it('reads through terminal colours, wherever they stand', async () => {
    const bold = '\x1b[1m';
    const off = '\x1b[0m';
    const { records } = await readRecords(
      `${bold}2026-03-01 09:15:05.393829-0800${off} 0x383e     \x1b[38;5;196mError${off}       0x0                  302    0    ${bold}a b${off}: ${bold}(C)${off} [d:e] ${bold}f${off}\n` +
        `  more ${bold}text${off}\n` +
        line(`${bold}a b${off}: g`),
    );

    expect(
      records.map(({ origin, level, pid, message }) => [
        origin.process,
        origin.sender,
        origin.category,
        level,
        pid,
        message,
      ]),
    ).toEqual([
      ['a b', 'C', 'e', 'error', 302, 'f\n  more text'],
      ['a b', 'a b', '', 'debug', 302, 'g'],
    ]);
  });
});
