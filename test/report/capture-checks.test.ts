import { describe, expect, it } from 'vitest';
import type { QualityCheck } from '../../src/model/report.ts';
import { decodeAll } from '../../src/testing/analyze-text.ts';
import { reportOn } from '../support/analyze.ts';
import { encodeAs } from '../support/encode-styles.ts';
import { connected, type Story, story } from '../support/story.ts';

/** Sixty lines of one provider, one each second. */
function chatty(log: Story = connected(story(), 0), from = 1): Story {
  for (let i = 0; i < 60; i += 1) log.extension(from + i, 'Calling startProxyWithOptions with options 0x0');
  return log;
}

async function check(log: string, name: string): Promise<QualityCheck | undefined> {
  const { capture } = await reportOn(log);
  return capture.quality.find((each) => each.check === name);
}

describe('the capture check', () => {
  it('says where no line stands for long and nobody slept', async () => {
    const log = chatty(chatty(), 3_600).line(3_700, 'Df', 'kernel', 0, 'utun4: is now delegating en0');

    expect(await check(log.text(), 'gap')).toMatchObject({
      state: 'amber',
      message: expect.stringContaining('no line of interest for 59 min'),
      remedy: expect.stringContaining('log show --last 2h'),
    });
  });

  it('leaves a gap in which the machine slept alone', async () => {
    const log = chatty().line(
      100,
      'Df',
      'powerd',
      90,
      "[com.apple.powerd:sleepWake] Entering Sleep state due to 'Clamshell Sleep'",
    );
    chatty(log, 3_600);

    const { power, capture } = await reportOn(log.text());

    expect(power.some(({ state }) => state === 'asleep')).toBe(capture.quality.every((each) => each.check !== 'gap'));
  });

  it('says that names are all that tells processes apart', async () => {
    const pasted = encodeAs('console', await decodeAll(Buffer.from(chatty().text())));

    expect(await check(pasted, 'pids')).toMatchObject({ state: 'amber' });
    expect(await check(chatty().text(), 'pids')).toBeUndefined();
  });

  it('says whose lines are missing beside a provider’s', async () => {
    expect(await check(chatty(story()).text(), 'processes')).toMatchObject({
      state: 'amber',
      message:
        'no line of nesessionmanager (sessions), kernel (flows, deaths, sleep): what they would tell cannot be seen',
    });
  });

  it('says that lines have private parts', async () => {
    const log = chatty();
    for (let i = 0; i < 20; i += 1) log.session(70 + i, ': Received a start command from <private>[501]');

    expect(await check(log.text(), 'privacy')).toMatchObject({ state: 'amber' });
  });

  it('says when nothing begins or ends', async () => {
    expect(await check(chatty(story()).text(), 'window')).toMatchObject({ state: 'amber' });
    expect(await check(chatty().text(), 'window')).toBeUndefined();
  });
});
