import { describe, it } from 'vitest';
import { sessionFlap } from '../../src/detect/detectors/session-flap.ts';
import { detectorChecks } from '../../src/testing.ts';
import { comesUp, fails, foreignLog, starts, stops, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

interface Flap {
  readonly count: number;
  readonly every: number;
  readonly up: number;
  readonly end?: (log: Story, at: number, i: number) => void;
}

const byApp = (log: Story, at: number): void => void stops(log, at);
const byItself = (log: Story, at: number): void => void fails(log, at, 'Plugin initiated');

function flaps(log: Story, { count, every, up, end = byApp }: Flap): Story {
  for (let i = 0; i < count; i++) {
    const at = 10 + i * every;
    comesUp(starts(log, at), at + 0.5, 733 + i);
    end(log, at + 0.7 + up, i);
  }
  return log;
}

const roams = (log: Story, at: number): void => {
  log.line(at - 2, 'Df', 'configd', 58, '[com.apple.SystemConfiguration:IPConfiguration] en0: link INACTIVE');
  fails(log, at, 'Internal error');
};
const dies = (log: Story, at: number, i: number): void => {
  const name = 'net.harbor.lighthouse.tunnel';
  log.line(
    at - 0.2,
    'Df',
    'launchd',
    1,
    `[system/${name} [${733 + i}]:] exited due to SIGSEGV | sent by exc handler[${733 + i}], ran for 900ms`,
  );
  fails(log, at, 'Plugin failed');
};

describe('session-flap', () => {
  const checks = detectorChecks(sessionFlap, {
    found: [
      {
        name: 'the app stops and starts its own session',
        log: flaps(tunnelStory(), { count: 6, every: 11, up: 5 }).text(),
        findings: [
          { severity: 'error', confidence: 'high', count: 6, message: 'Lighthouse[900] stops it', from: '10:00:10' },
        ],
      },
      {
        name: 'three brief periods that nobody ended',
        log: flaps(tunnelStory(), { count: 3, every: 25, up: 3, end: byItself }).text(),
        findings: [{ severity: 'error', confidence: 'medium', count: 3 }],
      },
      {
        name: 'four round trips in five minutes',
        log: flaps(tunnelStory(), { count: 5, every: 70, up: 45, end: byItself }).text(),
        findings: [{ count: 5, subject: { session: '7C9E6679-7425-40DE-944B-E07FC1F90AE7' } }],
      },
    ],
    clear: [
      { name: 'two reconnects', log: flaps(tunnelStory(), { count: 3, every: 40, up: 5 }).text() },
      { name: 'once every ten minutes', log: flaps(tunnelStory(), { count: 5, every: 600, up: 500 }).text() },
      { name: 'roaming', log: flaps(tunnelStory(), { count: 6, every: 20, up: 9, end: roams }).text() },
      {
        name: 'the provider dies each time',
        log: flaps(tunnelStory(), { count: 5, every: 12, up: 4, end: dies }).text(),
      },
      {
        name: 'the user in the settings',
        log: flaps(tunnelStory(), {
          count: 5,
          every: 12,
          up: 4,
          end: (log, at) => void stops(log, at, 'System Settings[1200]'),
        }).text(),
      },
      {
        name: 'another program stops it: a finding of its own',
        log: flaps(tunnelStory(), {
          count: 5,
          every: 12,
          up: 4,
          end: (log, at) => void stops(log, at, 'Bastion Shield[88]'),
        }).text(),
      },
    ],
    notObservable: [{ name: 'no line of nesessionmanager', log: foreignLog(), missing: 'nesessionmanager' }],
  });
  for (const check of checks) it(check.name, check.run);
});
