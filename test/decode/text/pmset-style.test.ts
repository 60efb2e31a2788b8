import { describe, expect, it } from 'vitest';
import { readRecords } from '../../support/read-records.ts';

const TITLES =
  'Time stamp                Domain              \tMessage                                      \tDuration  \tDelay     \n' +
  '==========                ======              \t=======                                      \t========  \t=====     \n' +
  'UUID: 5C0FFEE0-1111-4222-8333-444455556666\n';
const SLEEP =
  "2026-10-05 08:53:30 +0300 Sleep               \tEntering Sleep state due to 'Maintenance Sleep':TCPKeepAlive=active Using Batt (Charge:71%) 906 secs  ";
const DARK = '2026-10-05 08:52:44 +0300 DarkWake            \tDarkWake from Deep Idle [CDNP]';

async function read(...lines: string[]): Promise<readonly (readonly [string, string])[]> {
  const { records, summary, problems } = await readRecords(`${lines.join('\n')}\n`);
  expect(summary.format).toBe('pmset');
  expect(problems).toEqual([]);
  return records.map(({ origin, message }) => [origin.category, message] as const);
}

describe('pmset -g log', () => {
  it('reads every column: whole seconds with their offset, the domain as category, the message without padding', async () => {
    const { records, summary, problems } = await readRecords(`${TITLES}${SLEEP}\n`);

    expect(records).toEqual([
      {
        at: Date.UTC(2026, 9, 5, 5, 53, 30) * 1000,
        origin: {
          id: 0,
          process: 'pmset',
          processPath: undefined,
          sender: 'pmset',
          subsystem: '',
          category: 'Sleep',
        },
        pid: -1,
        tid: 0,
        level: 'default',
        message: "Entering Sleep state due to 'Maintenance Sleep':TCPKeepAlive=active Using Batt (Charge:71%) 906 secs",
        formatString: undefined,
        boot: undefined,
        ref: { input: 0, line: 4, offset: TITLES.length, length: SLEEP.length },
      },
    ]);
    expect(summary).toMatchObject({ format: 'pmset', records: 1, lines: 4, zones: [{ offsetMinutes: 180 }] });
    expect(problems).toEqual([]);
  });

  it.each([
    [
      'a tab behind a padded domain',
      'Wake Requests       \t[*process=dasd request=SleepService]           ',
      ['Wake Requests', '[*process=dasd request=SleepService]'],
    ],
    [
      'a domain that is longer than its column',
      'com.apple.sleepservices.sessionStarted\tSleepService: window begins with cap time=180 secs   \t          ',
      ['com.apple.sleepservices.sessionStarted', 'SleepService: window begins with cap time=180 secs'],
    ],
    [
      'blanks for the tab',
      'Kernel Client Acks    Delays to Wake notifications: [acme is slow(51 ms)]',
      ['Kernel Client Acks', 'Delays to Wake notifications: [acme is slow(51 ms)]'],
    ],
    [
      'one blank for all of them, where the domain is a known one',
      'Wake Requests [process=powerd request=UserWake]',
      ['Wake Requests', '[process=powerd request=UserWake]'],
    ],
    ['one blank where two domains begin alike', 'WakeTime WakeTime: 0.343 sec', ['WakeTime', 'WakeTime: 0.343 sec']],
    [
      'a delay in a column of its own',
      'HibernateStats      \thibmode=3 standbydelaylow=0 standbydelayhigh=86400             \t          227 ms    \t',
      ['HibernateStats', 'hibmode=3 standbydelaylow=0 standbydelayhigh=86400 227 ms'],
    ],
    [
      'two blanks inside a message',
      'Assertions          \tPID 412(acme) Created InternalPreventSleep "a" 00:00:00  id:0x0xd0 [System: PrevSleep]   ',
      ['Assertions', 'PID 412(acme) Created InternalPreventSleep "a" 00:00:00 id:0x0xd0 [System: PrevSleep]'],
    ],
    ['no message', 'Kernel Client Acks  \t', ['Kernel Client Acks', '']],
    ['no domain', '                    \tsomething', ['', 'something']],
    ['a domain that nobody knows', 'AcmeEvent           \tsomething', ['AcmeEvent', 'something']],
  ])('reads %s', async (_, line, expected) => {
    // A second line, so that the style is beyond doubt.
    expect((await read(`2026-10-05 08:52:15 +0300 ${line}`, DARK))[0]).toEqual(expected);
  });

  it('goes on with a record where a line has no time: lists of details, and copies that break lines', async () => {
    const lines = await read(
      '2026-10-05 08:52:44 +0300 WakeDetails         \tDriverReason:RP03 - DriverDetails:      ',
      'DriverReason:ARPT - DriverDetails:                                         ',
      "2026-10-05 08:53:30 +0300 Sleep               \tEntering Sleep state due to 'Maintenance",
      "    Sleep':TCPKeepAlive=active",
    );

    expect(lines).toEqual([
      ['WakeDetails', 'DriverReason:RP03 - DriverDetails:\nDriverReason:ARPT - DriverDetails:'],
      ['Sleep', "Entering Sleep state due to 'Maintenance\n    Sleep':TCPKeepAlive=active"],
    ]);
  });

  it("passes over the tool's own lines, between sleep cycles and at the end", async () => {
    const lines = await read(
      'PM ASL data store: /var/log/powermanagement',
      '',
      TITLES.trimEnd(),
      DARK,
      'Sleep/Wakes since boot at 2026-09-18 20:03:34 +0200 :1049   Dark Wake Count in this sleep cycle:284',
      '',
      TITLES.trimEnd(),
      SLEEP,
      'Sleep/Wakes since boot:0   Dark Wake Count in this sleep cycle:0',
      '',
      '2026-10-05 09:00:00 +0300 : Showing all currently held IOKit power assertions',
      'Assertion status system-wide:',
      '   BackgroundTask                 0',
      'Listed by owning process:',
      '   pid 158(coreaudiod): [0x000831dd0001a326] 00:19:45 PreventUserIdleSystemSleep named: "com.apple.audio" ',
      '\tCreated for PID: 12435. ',
      'No kernel assertions.',
      'Idle sleep preventers: IODisplayWrangler',
    );

    expect(lines.map(([category]) => category)).toEqual(['DarkWake', 'Sleep']);
  });

  it('makes the total a record at the time of the one before it: the time it names is that of the boot', async () => {
    const total = 'Total Sleep/Wakes since boot at 2026-08-30 15:27:54 -0600 :7';
    const { records, summary, problems } = await readRecords(`${DARK}\n\n${total}\n`);

    expect(records.map(({ at, origin, message }) => [at, origin.category, message])).toEqual([
      [records[0]?.at, 'DarkWake', 'DarkWake from Deep Idle [CDNP]'],
      [records[0]?.at, 'Total', total],
    ]);
    expect([summary.first, summary.last]).toEqual([records[0]?.at, records[0]?.at]);
    expect(problems).toEqual([]);
  });

  it('is known by a total alone, and by titles alone', async () => {
    const total = await readRecords('Total Sleep/Wakes since boot:15\n');
    const titles = await readRecords(TITLES);

    expect(total.summary).toMatchObject({ format: 'pmset', records: 1, first: undefined });
    expect(total.records.map(({ at, origin }) => [at, origin.category])).toEqual([[0, 'Total']]);
    expect(total.problems.map(({ code }) => code)).toEqual(['time-missing']);
    expect(titles.summary).toMatchObject({ format: 'pmset', records: 0 });
    expect(titles.problems.map(({ code }) => code)).toEqual(['input-empty']);
  });

  it.each([0, 4, 10, 19, 22, 26, 29])('leaves out a last line that was cut behind %i characters', async (length) => {
    const { records, problems } = await readRecords(`${SLEEP}\n${SLEEP.slice(0, length)}`);

    expect(records).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(length < 8 ? [] : ['record-truncated']);
  });

  it('is not taken for it where other tools print such times', async () => {
    const { summary } = await readRecords(
      '2026-10-05 08:52:44 +0300 [info]: started\n2026-10-05 08:52:45 +0300 Fix it\n',
    );

    expect(summary.format).toBe('unknown');
  });

  it('reads each line with its own offset, where the clocks change', async () => {
    const { records, summary } = await readRecords(
      '2026-10-25 02:50:00 +0200 Sleep               \ta\n2026-10-25 02:20:00 +0100 DarkWake            \tb\n',
    );

    expect(records.map(({ at }) => at)).toEqual([
      Date.UTC(2026, 9, 25, 0, 50) * 1000,
      Date.UTC(2026, 9, 25, 1, 20) * 1000,
    ]);
    expect(summary.zones.map(({ offsetMinutes }) => offsetMinutes)).toEqual([120, 60]);
  });
});
