import { describe, expect, it } from 'vitest';
import { reportOn } from '../support/analyze.ts';
import { type Story, story } from '../support/story.ts';

const powerd = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'powerd', 96, `[com.apple.powerd:sleepWake] ${text}`);
const kernel = (log: Story, at: number, text: string): Story => log.line(at, 'Df', 'kernel', 0, text);
const SLEEP = "Entering Sleep state due to 'Maintenance Sleep':TCPKeepAlive=active Using Batt (Charge:80%)";
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
