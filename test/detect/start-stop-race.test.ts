import { describe, it } from 'vitest';
import { startStopRace } from '../../src/detect/detectors/start-stop-race.ts';
import { detectorChecks } from '../../src/testing.ts';
import { tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

const BOOT = '=== system boot: 5C0FFEE0-1111-4222-8333-444455556666';

const booted = (log: Story, at = 0): Story => log.line(at, 'Df', '', 0, BOOT);
const later = (log: Story, at: number): Story => log.session(at, ': Resetting VPN On Demand');

/** Up and down at once, and a start while it stops. */
function races(log: Story, at: number, { apart = 0.4, start = true } = {}): Story {
  log
    .session(at, ': Received a start command from Lighthouse[471]')
    .session(at + 0.05, ': status changed to connecting')
    .session(at + 0.1, ': Entering state NESMVPNSessionStateStarting, timeout 60 seconds')
    .session(at + 0.1 + apart, ': Entering state NESMVPNSessionStateStopping, timeout 20 seconds')
    .session(at + 0.12 + apart, ': status changed to disconnecting');
  if (start) log.session(at + 0.3 + apart, ': Received a start command from Lighthouse[471]');
  return log
    .session(at + 1 + apart, ': Entering state NESMVPNSessionStateIdle')
    .session(at + 1.1 + apart, ': status changed to disconnected, last stop reason Configuration was removed');
}

function bootLine(log: Story): string {
  // The log system's own line has neither process nor thread.
  return log.text().replace('Df [0:1a2b] ===', 'Df [0:0] ===');
}

describe('start-stop-race', () => {
  const checks = detectorChecks(startStopRace, {
    found: [
      {
        name: 'right after the boot, and it stays down',
        log: bootLine(later(races(booted(tunnelStory()), 20), 120)),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            count: 1,
            message: 'Lighthouse was torn down 400 ms after its start',
            from: '10:00:20',
            subject: { session: '7C9E6679-7425-40DE-944B-E07FC1F90AE7' },
          },
        ],
      },
      {
        name: 'the start is skipped because it stops',
        log: bootLine(
          later(
            races(booted(tunnelStory()), 20, { start: false }).session(
              20.6,
              ': Skip a start command from Lighthouse[471]: session in state disconnecting',
            ),
            120,
          ),
        )
          .split('\n')
          .toSorted((a, b) => (a.startsWith('Timestamp') ? -1 : b.startsWith('Timestamp') ? 1 : a < b ? -1 : 1))
          .filter((line) => line !== '')
          .join('\n'),
        findings: [{ count: 1 }],
      },
    ],
    clear: [
      {
        name: 'it connects within seconds',
        log: bootLine(later(races(booted(tunnelStory()), 20).session(26, ': status changed to connected'), 120)),
      },
      { name: 'long after the boot', log: bootLine(later(races(booted(tunnelStory()), 200), 300)) },
      { name: 'it was up for a while', log: bootLine(later(races(booted(tunnelStory()), 20, { apart: 5 }), 120)) },
      { name: 'nobody starts it again', log: bootLine(later(races(booted(tunnelStory()), 20, { start: false }), 120)) },
      { name: 'the log ends too soon', log: bootLine(races(booted(tunnelStory()), 20)) },
    ],
    notObservable: [{ name: 'no boot in the log', log: later(races(tunnelStory(), 20), 120).text(), missing: 'boot' }],
  });
  for (const check of checks) it(check.name, check.run);
});
