import { describe, expect, it } from 'vitest';
import { readRecords } from '../../support/read-records.ts';

async function read(...lines: string[]): Promise<readonly (readonly unknown[])[]> {
  const { records } = await readRecords(`${lines.join('\n')}\n`);
  return records.map(({ origin, pid, tid, level, message }) => [
    origin.process,
    origin.sender,
    `${origin.subsystem}:${origin.category}`,
    pid,
    tid,
    level,
    message,
  ]);
}

describe('the compact style', () => {
  it('reads every column, to the millisecond and on the wall clock', async () => {
    const { records, summary, problems } = await readRecords(
      'Timestamp               Ty Process[PID:TID]\n' +
        '2026-03-01 09:15:05.144 Df nesessionmanager[734:9875ec] [com.apple.networkextension:] NESMVPNSession[Primary Tunnel:Acme VPN:0F00BA12-1111-4222-8333-44445555AAAA:(null)]: status changed to connected\n',
    );

    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      // `date -u -d '2026-03-01 09:15:05' +%s` says 1772356505.
      at: 1_772_356_505_144_000,
      pid: 734,
      tid: 0x9875ec,
      level: 'default',
      message:
        'NESMVPNSession[Primary Tunnel:Acme VPN:0F00BA12-1111-4222-8333-44445555AAAA:(null)]: status changed to connected',
      ref: { line: 2, offset: 44 },
    });
    expect(summary).toMatchObject({ format: 'compact', zones: [], lines: 2, records: 1 });
    expect(problems.map(({ code }) => code)).toEqual(['zone-unknown']);
  });

  it.each([
    ['Df', 'default'],
    ['I ', 'info'],
    ['Db', 'debug'],
    ['E ', 'error'],
    ['F ', 'fault'],
    ['A ', 'activity'],
    ['Sp', 'signpost'],
    ['St', 'state'],
    ['S ', 'state'],
    ['L ', 'loss'],
    ['Zz', 'unknown'],
    ['E', 'error'],
  ])('reads the type "%s" as %s', async (code, level) => {
    expect(await read(`2026-03-01 09:15:05.144 ${code} a[1:2] b`)).toEqual([['a', 'a', ':', 1, 2, level, 'b']]);
  });

  it.each([
    [
      'a sender, a subsystem and a flow number',
      'com.example.acme.extension[569:17ca24a] (libnetworkextension.dylib) [com.apple.networkextension:] (3801100004): flow is closed',
      [
        'com.example.acme.extension',
        'libnetworkextension.dylib',
        'com.apple.networkextension:',
        569,
        0x17ca24a,
        '(3801100004): flow is closed',
      ],
    ],
    [
      'a blank in the name',
      'Acme Dev[64449:762018a] [c.d:] e',
      ['Acme Dev', 'Acme Dev', 'c.d:', 64449, 0x762018a, 'e'],
    ],
    [
      'parentheses and brackets in the name',
      'Acme [x] (Renderer)[7:a] (B) c',
      ['Acme [x] (Renderer)', 'B', ':', 7, 10, 'c'],
    ],
    ['a colon in the name', 'Acme: Sync[7:a] c', ['Acme: Sync', 'Acme: Sync', ':', 7, 10, 'c']],
    ['a flow number alone', 'kernel[0:e2d57] (1): x', ['kernel', 'kernel', ':', 0, 0xe2d57, '(1): x']],
    [
      'brackets that look like a process',
      'kernel[0:e2d57] b[1:2] x',
      ['kernel', 'kernel', ':', 0, 0xe2d57, 'b[1:2] x'],
    ],
    ['an empty message', 'a[1:2] ', ['a', 'a', ':', 1, 2, '']],
    ['an empty message, blanks trimmed', 'a[1:2]', ['a', 'a', ':', 1, 2, '']],
    ['the log system itself', '[0:0] === system boot: X', ['', '', ':', 0, 0, '=== system boot: X']],
    [
      'the log system without brackets',
      'lost >=63 unreliable messages',
      ['', '', ':', -1, 0, 'lost >=63 unreliable messages'],
    ],
  ])('reads %s', async (_, rest, [process, sender, subsystem, pid, tid, message]) => {
    expect(await read(`2026-03-01 09:15:05.144 Df ${rest}`)).toEqual([
      [process, sender, subsystem, pid, tid, 'default', message],
    ]);
  });

  it('keeps the lines that follow', async () => {
    const lines = await read(
      '2026-03-01 09:15:05.144 Df a[1:2] b',
      '    c',
      '2026-03-01 09:15:05 not a record',
      '2026-03-01 09:15:05.145 Df a[1:2] d',
    );

    expect(lines.map((line) => line.at(-1))).toEqual(['b\n    c\n2026-03-01 09:15:05 not a record', 'd']);
  });
});
