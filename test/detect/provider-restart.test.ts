import { describe, it } from 'vitest';
import { providerRestart } from '../../src/detect/detectors/provider-restart.ts';
import { detectorChecks } from '../../src/testing.ts';
import { comesUp, foreignLog, starts, stops, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

const NAME = 'net.harbor.lighthouse.tunnel';

/** Lines of the provider's process. */
function works(log: Story, pid: number, from: number, to: number): Story {
  for (let at = from; at < to; at += 20)
    log.line(
      at,
      'Df',
      NAME,
      pid,
      '(NetworkExtension) [com.apple.networkextension:] [Extension net.harbor.lighthouse]: provider set tunnel configuration to (null)',
    );
  return log;
}

/** The first lines of a new process of the provider. */
function boots(log: Story, at: number, pid: number): Story {
  log.line(
    at,
    'Df',
    NAME,
    pid,
    "(PlugInKit) [com.apple.PlugInKit:lifecycle] Hello, I'm launching as euid = 501, uid = 501, personaid = 1000, type = DEFAULT, name = <private>",
  );
  return log.line(
    at + 0.1,
    'Df',
    NAME,
    pid,
    '(RunningBoardServices) [com.apple.runningboard:connection] Identity resolved as xpcservice<net.harbor.lighthouse.tunnel([daemon<com.apple.neagent-ios>:435:435])>',
  );
}

const up = (): Story => works(comesUp(starts(tunnelStory(), 0), 1), 733, 2, 200);

describe('provider-restart', () => {
  const checks = detectorChecks(providerRestart, {
    found: [
      {
        name: 'a new process while the session is connected',
        log: works(boots(up(), 240, 980), 980, 241, 400).text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            count: 1,
            message: 'pid 980, before 733',
            subject: { kind: 'provider', pid: 980 },
          },
        ],
      },
      {
        name: 'the session began before the log',
        log: works(
          boots(
            works(tunnelStory(), 733, 2, 200).session(
              210,
              ': Updated network agent (active, compulsory, not-user-activiated, not-kernel-activated)',
            ),
            240,
            980,
          ),
          980,
          241,
          400,
        ).text(),
        findings: [{ severity: 'info', confidence: 'low' }],
      },
      {
        name: 'the old process printed nothing itself',
        log: comesUp(starts(tunnelStory(), 0), 1)
          .line(
            240,
            'Df',
            'PacketTunnel',
            980,
            "(PlugInKit) [com.apple.PlugInKit:lifecycle] Hello, I'm launching as euid = 501, uid = 501, personaid = 1000, type = DEFAULT, name = <private>",
          )
          .line(
            240.1,
            'Df',
            'PacketTunnel',
            980,
            '(RunningBoardServices) [com.apple.runningboard:connection] Identity resolved as xpcservice<net.harbor.lighthouse([daemon<com.apple.neagent-ios>:435:435])>',
          )
          .text(),
        findings: [{ severity: 'warning', message: 'pid 980, before 733' }],
      },
    ],
    clear: [
      { name: 'one process', log: up().text() },
      {
        name: 'stopped and started',
        log: works(boots(comesUp(starts(stops(up(), 210), 240), 240.5, 980), 240.6, 980), 980, 241, 400).text(),
      },
      {
        name: 'a crash is a finding of its own',
        log: works(
          boots(
            up().line(
              201,
              'Df',
              'ReportCrash',
              990,
              '[com.apple.crashreporter:default] Formulating fatal 309 report for corpse[733] net.harbor.lighthouse.tunnel',
            ),
            240,
            980,
          ),
          980,
          241,
          400,
        ).text(),
      },
      {
        name: 'the app was updated',
        log: works(
          boots(
            up().line(
              210,
              'Df',
              'nesessionmanager',
              486,
              '[com.apple.networkextension:] Extensions net.harbor.lighthouse is being updated, stopping',
            ),
            240,
            980,
          ),
          980,
          241,
          400,
        ).text(),
      },
    ],
    notObservable: [{ name: 'no line of a provider', log: foreignLog(), missing: 'provider' }],
  });
  for (const check of checks) it(check.name, check.run);
});
