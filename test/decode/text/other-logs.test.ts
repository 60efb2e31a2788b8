import { describe, expect, it } from 'vitest';
import { readRecords } from '../../support/read-records.ts';

describe("launchd's own log", () => {
  it.each([
    [
      '2026-08-14 20:21:43.323787 (gui/501/com.example.acme [30002]) <Notice>: xpcproxy spawned with pid 30002',
      ['gui/501/com.example.acme [30002]', 'default', 'xpcproxy spawned with pid 30002'],
    ],
    ['2026-08-14 20:21:43.323787 (system) <Error>: x', ['system', 'error', 'x']],
    [
      '2026-08-14 20:21:43.323787 (system/com.example.Acme (Beta) [7]) <Notice>: exited (x) <Error>: y',
      ['system/com.example.Acme (Beta) [7]', 'default', 'exited (x) <Error>: y'],
    ],
  ])('reads %s', async (line, expected) => {
    const { records, summary } = await readRecords(`${line}\n`);

    expect(summary.format).toBe('launchd-log');
    expect(records.map(({ origin, level, message }) => [origin.subsystem, level, message])).toEqual([expected]);
    expect(records[0]).toMatchObject({
      at: Date.UTC(2026, 7, 14, 20, 21, 43, 323) * 1000 + 787,
      origin: { process: 'launchd', sender: 'launchd' },
      pid: 1,
    });
  });
});

describe("a program's output in Xcode", () => {
  it.each([
    [
      '2026-02-23 10:34:30.725912+0800 Acme[30968:492764] [connection] nw_socket [C1.1.1:2] refused',
      ['Acme', 30968, 492764, 'connection', 'nw_socket [C1.1.1:2] refused'],
    ],
    ['2026-02-23 10:34:30.725912+0800 Acme VPN[30968:492764] hello', ['Acme VPN', 30968, 492764, '', 'hello']],
    ['2026-02-23 10:34:30.725912+0800 Acme[1:2] [C12 ready] event', ['Acme', 1, 2, '', '[C12 ready] event']],
    ['2026-02-23 10:34:30.725912+0800 Acme[1:2] [12] event', ['Acme', 1, 2, '', '[12] event']],
    ['2026-02-23 10:34:30.725 Acme[1:2] NSLog of old', ['Acme', 1, 2, '', 'NSLog of old']],
  ])('reads %s', async (line, expected) => {
    const { records, summary } = await readRecords(`${line}\n`);

    expect(summary).toMatchObject({ format: 'xcode', levels: { unknown: 1 } });
    expect(
      records.map(({ origin, pid, tid, message }) => [origin.process, pid, tid, origin.category, message]),
    ).toEqual([expected]);
  });

  it('leaves lines of the compact style to that style', async () => {
    const compact = '2026-02-23 10:34:30.725 Df Acme[1:2] hello\n2026-02-23 10:34:30.725 E  Acme[1:2] hello\n';
    const { summary, records } = await readRecords(compact);

    expect([summary.format, records.map(({ origin }) => origin.process)]).toEqual(['compact', ['Acme', 'Acme']]);
  });
});
