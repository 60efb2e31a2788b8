import { describe, it } from 'vitest';
import { utunCreateFailed } from '../../src/detect/detectors/utun-create-failed.ts';
import { detectorChecks } from '../../src/testing.ts';
import { comesUp, fails, foreignLog, starts, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

function refused(log: Story, at: number, errno: number): Story {
  return log
    .line(at, 'E ', 'kernel', 0, `utun_nexus_ifattach alloc_net_provider_instance failed, ${errno}`)
    .line(at + 0.001, 'E ', 'kernel', 0, `utun_ctl_connect - utun_nexus_ifattach failed: ${errno}`);
}

function attempt(log: Story, at: number, withKernel: boolean): Story {
  starts(log, at);
  if (withKernel) refused(log, at + 0.4, 16);
  log.session(at + 0.5, ': Failed to obtain a virtual interface of type 1, aborting', 'E ');
  return fails(log, at + 0.6, 'Plugin failed');
}

const twice = attempt(attempt(tunnelStory(), 5, true), 48, true).text();
const untagged = fails(
  starts(tunnelStory(), 5).line(
    5.5,
    'E ',
    'nesessionmanager',
    486,
    '[com.apple.networkextension:] Failed to obtain a virtual interface of type 1, aborting',
  ),
  5.7,
  'Plugin failed',
).text();

describe('utun-create-failed', () => {
  const checks = detectorChecks(utunCreateFailed, {
    found: [
      {
        name: 'two starts that the kernel refuses',
        log: twice,
        findings: [
          {
            severity: 'error',
            confidence: 'high',
            count: 2,
            message: '16 EBUSY',
            from: '10:00:05',
            subject: { kind: 'session', session: '7C9E6679-7425-40DE-944B-E07FC1F90AE7' },
          },
        ],
      },
      {
        name: 'only nesessionmanager tells of it',
        log: attempt(tunnelStory(), 20, false).text(),
        findings: [{ severity: 'error', confidence: 'medium', count: 1, message: 'Lighthouse could not get' }],
      },
      {
        name: 'a line without a tag belongs to the session being started',
        log: untagged,
        findings: [{ severity: 'error', count: 1, message: 'Lighthouse' }],
      },
      {
        name: 'only the kernel tells of it, with another errno',
        log: refused(refused(tunnelStory(), 3, 12), 90, 12).text(),
        findings: [
          { severity: 'warning', confidence: 'medium', count: 2, message: 'ENOMEM', subject: { kind: 'machine' } },
        ],
      },
    ],
    clear: [
      { name: 'a start that works', log: comesUp(starts(tunnelStory(), 5), 6).text() },
      {
        name: 'a refusal after which the session connects',
        log: comesUp(refused(starts(tunnelStory(), 5), 5.5, 16), 6).text(),
      },
      { name: 'another failure', log: fails(starts(tunnelStory(), 5), 7, 'Plugin failed').text() },
    ],
    notObservable: [{ name: 'no line of nesessionmanager', log: foreignLog(), missing: 'nesessionmanager' }],
  });
  for (const check of checks) it(check.name, check.run);
});
