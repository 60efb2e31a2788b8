import { describe, expect, it } from 'vitest';
import { analyzeSources } from '../../src/analyze.ts';
import type { Report } from '../../src/model/report.ts';
import { reportOn } from '../support/analyze.ts';
import { bytesSource } from '../support/read-records.ts';
import { type Story, story } from '../support/story.ts';

const powerd = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'powerd', 96, `[com.apple.powerd:sleepWake] ${text}`);
const kernel = (log: Story, at: number, text: string): Story => log.line(at, 'Df', 'kernel', 0, text);
const SLEEP = "Entering Sleep state due to 'Maintenance Sleep':TCPKeepAlive=active Using Batt (Charge:80%)";
const WAKE = 'Wake from Deep Idle [CDNVA] : due to EC.LidOpen/Lid Open Using BATT (Charge:80%)';
const DARK = 'DarkWake from Deep Idle [CDN] : due to RTC.Maintenance Using BATT (Charge:80%)';

describe('power', () => {
  it('takes PMRD and powerd lines about one wake for one wake', async () => {
    const log = story();
    powerd(log, 0, SLEEP);
    kernel(log, 900, 'PMRD: === START (SLEEP_STATE->ON_STATE, 0->9, 0x1000) gen 5, msg 1, tag 0');
    powerd(log, 900.1, DARK);
    powerd(log, 940, SLEEP);

    const { power } = await reportOn(log.text());

    expect(power.map(({ state, from, sources }) => [state, from, sources])).toEqual([
      ['asleep', '2026-03-01T10:00:00.000000', ['powerd']],
      ['dark', '2026-03-01T10:15:00.000000', ['kernel', 'powerd']],
      ['asleep', '2026-03-01T10:15:40.000000', ['powerd']],
    ]);
  });

  it('tells a full wake from a dark one by the graphics capability', async () => {
    const log = story();
    powerd(log, 0, SLEEP);
    kernel(log, 900, 'PMRD: === START (SLEEP_STATE->ON_STATE, 0->f, 0x1000) gen 5, msg 1, tag 0');

    const { power } = await reportOn(log.text());

    expect(power.map(({ state }) => state)).toEqual(['asleep', 'awake']);
  });

  it('does not take "dark wake entry" on the way to sleep for a wake', async () => {
    const log = story();
    kernel(log, 0, 'PMRD: === START (ON_STATE->ON_STATE, f->9, 0x1000) gen 4, msg 1, tag 0');
    kernel(log, 0.1, 'PMRD: dark wake entry');
    kernel(log, 1, 'PMRD: System Sleep');

    const { power } = await reportOn(log.text());

    expect(power.map(({ state }) => state)).toEqual(['asleep']);
  });

  it('makes a dark wake that is promoted awake', async () => {
    const log = story();
    powerd(log, 0, SLEEP);
    powerd(log, 900, DARK);
    kernel(log, 920, 'PMRD: === START (ON_STATE->ON_STATE, 9->f, 0x1000) gen 6, msg 1, tag 0');

    const { power } = await reportOn(log.text());

    expect(power.map(({ state }) => state)).toEqual(['asleep', 'dark', 'awake']);
  });
});

/** Lines of `pmset -g log`, at seconds after 10:00:00 UTC; one blank stands for the padding, as in copies. */
const pmset = (...lines: readonly (readonly [number, string, string])[]): string =>
  lines.map(([at, domain, text]) => `${clock(Math.floor(at))} +0000 ${domain.padEnd(20)}\t${text}   \n`).join('');
const clock = (at: number): string =>
  new Date(Date.UTC(2026, 2, 1, 10, 0, at)).toISOString().replace('T', ' ').slice(0, 19);

async function reportOnBoth(log: string, pmsetLog: string): Promise<Report> {
  const sources = [bytesSource(Buffer.from(log), [], 'a.log'), bytesSource(Buffer.from(pmsetLog), [], 'a.pmset.txt')];
  return (await analyzeSources(sources, { detectors: [], version: '0.0.0-test' })).report;
}

const phases = ({ power }: Report): unknown[] =>
  power.map(({ state, from, to, sources }) => [state, from.slice(11, 26), to?.slice(11, 26), sources]);

describe('power by pmset', () => {
  it('reads sleeps, dark wakes and wakes from pmset alone', async () => {
    const report = await reportOn(
      pmset(
        [0, 'Sleep', `${SLEEP} 900 secs`],
        [1, 'Wake Requests', '[*process=dasd request=SleepService deltaSecs=899 wakeAt=2026-03-01 10:15:00]'],
        [900, 'DarkWake', `${DARK} 40 secs`],
        [900, 'WakeDetails', 'DriverReason:rtc - DriverDetails:'],
        [940, 'Sleep', SLEEP],
        [1000, 'Wake', 'DarkWake to FullWake from Deep Idle [CDNVA] : due to HID Activity Using AC (Charge:80%)'],
      ),
    );

    expect(report.power).toEqual([
      {
        state: 'asleep',
        from: '2026-03-01T10:00:00.000000+00:00',
        to: '2026-03-01T10:15:00.000000+00:00',
        reason: 'Maintenance Sleep',
        sources: ['pmset'],
      },
      {
        state: 'dark',
        from: '2026-03-01T10:15:00.000000+00:00',
        to: '2026-03-01T10:15:40.000000+00:00',
        reason: 'RTC.Maintenance',
        sources: ['pmset'],
      },
      {
        state: 'asleep',
        from: '2026-03-01T10:15:40.000000+00:00',
        to: '2026-03-01T10:16:40.000000+00:00',
        reason: 'Maintenance Sleep',
        sources: ['pmset'],
      },
      { state: 'awake', from: '2026-03-01T10:16:40.000000+00:00', reason: 'HID Activity', sources: ['pmset'] },
    ]);
  });

  it('takes a wake that powerd and pmset tell of for one wake, at the moment that powerd says', async () => {
    const log = story();
    powerd(log, 0.4, SLEEP);
    powerd(log, 900.1, DARK);
    powerd(log, 940.7, SLEEP);

    const report = await reportOnBoth(
      log.text(),
      pmset([0.4, 'Sleep', SLEEP], [900.1, 'DarkWake', DARK], [940.7, 'Sleep', SLEEP]),
    );

    expect(phases(report)).toEqual([
      ['asleep', '10:00:00.400000', '10:15:00.100000', ['powerd', 'pmset']],
      ['dark', '10:15:00.100000', '10:15:40.700000', ['powerd', 'pmset']],
      ['asleep', '10:15:40.700000', undefined, ['powerd', 'pmset']],
    ]);
  });

  it('takes a wake of less than a second for one wake, although pmset has all of it before powerd', async () => {
    const log = story();
    powerd(log, 0.4, SLEEP);
    powerd(log, 900.2, DARK);
    powerd(log, 900.9, SLEEP);

    const report = await reportOnBoth(
      log.text(),
      pmset([0.4, 'Sleep', SLEEP], [900.2, 'DarkWake', DARK], [900.9, 'Sleep', SLEEP]),
    );

    expect(phases(report)).toEqual([
      ['asleep', '10:00:00.400000', '10:15:00.200000', ['powerd', 'pmset']],
      ['dark', '10:15:00.200000', '10:15:00.900000', ['powerd', 'pmset']],
      ['asleep', '10:15:00.900000', undefined, ['powerd', 'pmset']],
    ]);
  });

  it('takes the kernel’s way to a full wake for one wake, although pmset has its end before its beginning', async () => {
    const log = story();
    powerd(log, 0.4, SLEEP);
    kernel(log, 900.2, 'PMRD: === START (SLEEP_STATE->ON_STATE, 0->9, 0x1000) gen 5, msg 1, tag 0');
    kernel(log, 900.6, 'PMRD: === START (ON_STATE->ON_STATE, 9->f, 0x1000) gen 6, msg 1, tag 0');

    const report = await reportOnBoth(log.text(), pmset([0.4, 'Sleep', SLEEP], [900.7, 'Wake', WAKE]));

    expect(phases(report)).toEqual([
      ['asleep', '10:00:00.400000', '10:15:00.200000', ['powerd', 'pmset']],
      ['dark', '10:15:00.200000', '10:15:00.600000', ['kernel']],
      ['awake', '10:15:00.600000', undefined, ['kernel', 'pmset']],
    ]);
  });

  it('fills in from pmset what the log beside it does not hold', async () => {
    const log = story();
    kernel(log, 940.3, 'PMRD: === START (SLEEP_STATE->ON_STATE, 0->9, 0x1000) gen 5, msg 1, tag 0');

    const report = await reportOnBoth(
      log.text(),
      pmset([930, 'DarkWake', DARK], [939, 'Sleep', SLEEP], [940.4, 'DarkWake', DARK], [950, 'Wake', WAKE]),
    );

    expect(phases(report)).toEqual([
      ['dark', '10:15:30.000000', '10:15:39.000000', ['pmset']],
      ['asleep', '10:15:39.000000', '10:15:40.300000', ['pmset']],
      ['dark', '10:15:40.300000', '10:15:50.000000', ['kernel', 'pmset']],
      ['awake', '10:15:50.000000', undefined, ['pmset']],
    ]);
  });

  it('keeps wakes apart that follow each other within seconds', async () => {
    const report = await reportOn(
      pmset(
        [0, 'DarkWake', DARK],
        [5, 'Sleep', SLEEP],
        [7, 'DarkWake', DARK],
        [8, 'Sleep', SLEEP],
        [9, 'DarkWake', DARK],
      ),
    );

    expect(report.power.map(({ state }) => state)).toEqual(['dark', 'asleep', 'dark', 'asleep', 'dark']);
  });

  it('takes neither a turned-off display on the way to sleep nor a wake to come for a wake', async () => {
    const report = await reportOn(
      pmset(
        [0, 'Notification', 'Display is turned off'],
        [1, 'Sleep', "Entering DarkWake state due to 'Clamshell Sleep':TCPKeepAlive=active Using AC (Charge:4%)"],
        [6, 'Sleep', "Entering Sleep state due to 'Clamshell Sleep':TCPKeepAlive=active Using AC (Charge:4%) 921 secs"],
        [7, 'Wake Requests', '[*process=dasd request=SleepService deltaSecs=900 wakeAt=2026-03-01 10:15:07]'],
      ),
    );

    expect(phases(report)).toEqual([['asleep', '10:00:06.000000', undefined, ['pmset']]]);
  });

  it('ends what it knew where powerd starts anew', async () => {
    const report = await reportOn(
      pmset([0, 'Sleep', SLEEP], [900, 'Start', 'powerd process is started'], [1000, 'Sleep', SLEEP]),
    );

    expect(phases(report)).toEqual([
      ['asleep', '10:00:00.000000', '10:15:00.000000', ['pmset']],
      ['asleep', '10:16:40.000000', undefined, ['pmset']],
    ]);
  });

  it('says of pmset alone what it cannot see', async () => {
    const { DETECTORS } = await import('../../src/detect/all.ts');
    const report = await reportOn(
      pmset([0, 'Sleep', SLEEP], [900, 'DarkWake', DARK], [940, 'Sleep', SLEEP]),
      DETECTORS,
    );

    expect(report.findings).toEqual([]);
    expect(new Set(report.detectors.map(({ status }) => status))).toEqual(new Set(['not-observable']));
    expect(report.detectors.find(({ id }) => id === 'darkwake-churn')).toMatchObject({
      missing: ['lines of a provider process'],
    });
    expect(report.verdict.state).toBe('capture-insufficient');
  });
});
