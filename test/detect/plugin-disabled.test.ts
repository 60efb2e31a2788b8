import { describe, it } from 'vitest';
import { pluginDisabled } from '../../src/detect/detectors/plugin-disabled.ts';
import { detectorChecks } from '../../src/testing.ts';
import { comesUp, fails, foreignLog, starts, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

function disabled(log: Story, at: number, withSetup: boolean): Story {
  starts(log, at);
  if (withSetup)
    log.line(
      at + 0.3,
      'E ',
      'nesessionmanager',
      486,
      '[com.apple.networkextension:] Tearing down XPC connection due to setup error: Error Domain=NEAgentErrorDomain Code=2 "(null)"',
    );
  return fails(log, at + 0.4, 'Plugin was disabled');
}

function turnedOff(log: Story): Story {
  return log.line(
    2,
    'Df',
    'sysextd',
    300,
    '[com.apple.sx:default] changing state of extension net.harbor.lighthouse.tunnel to terminating_for_disable',
  );
}

const registered = tunnelStory().line(
  5.02,
  'Df',
  'nesessionmanager',
  486,
  '[com.apple.networkextension:] Found 1 registrations for net.harbor.lighthouse.tunnel (com.apple.networkextension.packet-tunnel)',
);

describe('plugin-disabled', () => {
  const checks = detectorChecks(pluginDisabled, {
    found: [
      {
        name: 'three attempts with a setup error',
        log: [5, 19, 40].reduce((log, at) => disabled(log, at, true), tunnelStory()).text(),
        findings: [{ severity: 'error', confidence: 'high', count: 3, message: '3 times', from: '10:00:05' }],
      },
      {
        name: 'one attempt of which only the reason tells',
        log: disabled(tunnelStory(), 8, false).text(),
        findings: [{ severity: 'warning', confidence: 'low', count: 1 }],
      },
      {
        name: 'the reason twice',
        log: disabled(disabled(tunnelStory(), 8, false), 30, false).text(),
        findings: [{ severity: 'error', confidence: 'medium', count: 2 }],
      },
    ],
    clear: [
      { name: 'it was turned off before', log: disabled(turnedOff(registered), 5, true).text() },
      {
        name: 'a session that was up when it was turned off',
        log: fails(comesUp(starts(tunnelStory(), 5), 6), 60, 'Plugin was disabled').text(),
      },
      { name: 'another reason', log: fails(starts(tunnelStory(), 5), 5.4, 'Plugin failed').text() },
      { name: 'the refusal took long', log: fails(starts(tunnelStory(), 5), 19, 'Plugin was disabled').text() },
    ],
    notObservable: [{ name: 'no line of nesessionmanager', log: foreignLog(), missing: 'nesessionmanager' }],
  });
  for (const check of checks) it(check.name, check.run);
});
