import { describe, expect, it } from 'vitest';
import { reportOn } from '../support/analyze.ts';
import { connected, story } from '../support/story.ts';

const NAME = 'com.example.acme.network-extension';

describe('process runs', () => {
  it('gives a pid that comes back under another name a new generation', async () => {
    const log = story()
      .line(0, 'Df', NAME, 700, '[com.example.acme:main] up')
      .line(5, 'Df', 'com.example.other.vpn-tunnel', 700, '[com.example.other:main] up');

    const { processes } = await reportOn(log.text());

    expect(processes.map(({ pid, name, generation }) => ({ pid, name, generation }))).toEqual([
      { pid: 700, name: NAME, generation: 1 },
      { pid: 700, name: 'com.example.other.vpn-tunnel', generation: 2 },
    ]);
    expect(processes[0]?.end?.kind).toBe('vanished');
  });

  it('gives a pid that is spawned again after its end a new generation', async () => {
    const job = `[system/${NAME} [700]:]`;
    const log = story()
      .line(0, 'Df', 'launchd', 1, `${job} xpcproxy spawned with pid 700`)
      .line(0.2, 'Df', NAME, 700, '[com.example.acme:main] up')
      .line(3, 'Df', 'launchd', 1, `${job} exited due to exit(1), ran for 3000ms`)
      .line(13, 'Df', 'launchd', 1, `${job} xpcproxy spawned with pid 700`)
      .line(13.2, 'Df', NAME, 700, '[com.example.acme:main] up');

    const { processes } = await reportOn(log.text());

    expect(processes.map(({ generation, end }) => [generation, end?.kind, end?.code])).toEqual([
      [1, 'exit', 1],
      [2, undefined, undefined],
    ]);
  });

  it.each([
    ['service throttled by 10 seconds', 10],
    ['service spawn deferred by 10 seconds due to throttle', 10],
    ['Service only ran for 0 seconds. Pushing respawn out by 9 seconds.', 9],
  ])('says that launchd held back the next start: %s', async (words, seconds) => {
    const job = `[system/${NAME} [700]:]`;
    const log = story()
      .line(0, 'Df', NAME, 700, '[com.example.acme:main] up')
      .line(3, 'Df', 'launchd', 1, `${job} exited due to exit(1), ran for 300ms`)
      .line(3.1, 'Df', 'launchd', 1, `[system/${NAME}:] ${words}`)
      .line(13.2, 'Df', NAME, 731, '[com.example.acme:main] up');

    const { processes } = await reportOn(log.text());

    expect(processes.map(({ pid, throttledForS }) => [pid, throttledForS])).toEqual([
      [700, seconds],
      [731, undefined],
    ]);
  });

  it('ends every run at a reboot and counts the boots', async () => {
    const ndjson = [
      { t: '10:00:00', boot: 'AAAAAAAA-1111-4222-8333-444455556666', pid: 700 },
      { t: '10:05:00', boot: 'BBBBBBBB-1111-4222-8333-444455556666', pid: 700 },
    ]
      .map(({ t, boot, pid }) =>
        JSON.stringify({
          eventMessage: 'up',
          eventType: 'logEvent',
          subsystem: 'com.example.acme',
          category: 'main',
          threadID: 1,
          senderImagePath: `/x/${NAME}`,
          bootUUID: boot,
          processImagePath: `/x/${NAME}`,
          timestamp: `2026-03-01 ${t}.000000+0000`,
          messageType: 'Default',
          processID: pid,
        }),
      )
      .join('\n');

    const report = await reportOn(`${ndjson}\n`);

    expect(report.capture.boots).toBe(2);
    expect(report.processes.map(({ boot, end }) => [boot, end?.kind])).toEqual([
      [0, 'reboot'],
      [1, undefined],
    ]);
  });

  it('says why it holds a process for a provider, and how sure that is', async () => {
    const log = connected(story(), 0).line(
      9,
      'Df',
      'com.example.other.packet-tunnel',
      801,
      '[com.example.other:main] up',
    );

    const { processes } = await reportOn(log.text());

    expect(processes.map(({ pid, provider }) => [pid, provider?.kind, provider?.grade, provider?.bundle])).toEqual([
      [569, 'transparent-proxy', 'exact', 'com.example.acme.extension'],
      [801, 'unknown', 'presumed', 'com.example.other.packet-tunnel'],
    ]);
    expect(processes[0]?.provider?.reasons[0]).toMatch(/name|nesessionmanager|lines/);
  });
});
