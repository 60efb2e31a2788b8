import { describe, it } from 'vitest';
import { stoppedByOtherProcess } from '../../src/detect/detectors/stopped-by-other-process.ts';
import { detectorChecks } from '../../src/testing.ts';
import { comesUp, foreignLog, starts, stops, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

function stopped(log: Story, times: readonly number[], by: string, starter = 'Lighthouse[900]'): Story {
  let from = 5;
  for (const at of times) {
    comesUp(starts(log, from, { by: starter }), from + 1);
    stops(log, at, by);
    from = at + 6;
  }
  return comesUp(starts(log, from, { by: starter }), from + 1);
}

const GUARD = 'Bastion Shield[88]';

describe('stopped-by-other-process', () => {
  const checks = detectorChecks(stoppedByOtherProcess, {
    found: [
      {
        name: 'a timer',
        log: stopped(tunnelStory(), [100, 222, 340, 461], GUARD).text(),
        findings: [
          {
            severity: 'error',
            confidence: 'high',
            count: 4,
            message: /every 2 min/,
            subject: { kind: 'process', pid: 88 },
            from: '10:01:40',
          },
        ],
      },
      {
        name: 'three at odd times',
        log: stopped(tunnelStory(), [40, 90, 460], GUARD).text(),
        findings: [{ severity: 'warning', confidence: 'medium', count: 3 }],
      },
      {
        name: 'a single one is worth a note',
        log: stopped(tunnelStory(), [60], GUARD).text(),
        findings: [{ severity: 'info', confidence: 'low', count: 1 }],
      },
    ],
    clear: [
      { name: 'the app itself', log: stopped(tunnelStory(), [40, 90, 140], 'Lighthouse[900]').text() },
      { name: 'a helper of the same product', log: stopped(tunnelStory(), [40, 90, 140], 'Harbor Helper[91]').text() },
      { name: 'the menu', log: stopped(tunnelStory(), [40, 90, 140], 'ControlCenter[455]').text() },
      { name: 'device management', log: stopped(tunnelStory(), [40, 90, 140], 'mdmclient[77]').text() },
      {
        name: 'it may not',
        log: tunnelStory()
          .session(5, ': Received a start command from Lighthouse[900]')
          .session(5.5, ': status changed to connected')
          .session(50, `: Received a stop command from ${GUARD} with reason 1`)
          .session(50.01, `: ${GUARD} is not allowed to stop this session`)
          .session(90, `: Received a stop command from ${GUARD} with reason 1`)
          .session(90.01, `: ${GUARD} is not allowed to stop this session`)
          .text(),
      },
    ],
    notObservable: [
      { name: 'no line of nesessionmanager', log: foreignLog(), missing: 'nesessionmanager' },
      { name: 'nobody was seen to start it', log: stops(tunnelStory(), 40, GUARD).text(), missing: 'start command' },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
