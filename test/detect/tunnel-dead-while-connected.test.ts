import { describe, it } from 'vitest';
import { tunnelDeadWhileConnected } from '../../src/detect/detectors/tunnel-dead-while-connected.ts';
import { detectorChecks } from '../../src/testing.ts';
import { comesUp, foreignLog, starts, stops, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

const PROVIDER = 'net.harbor.lighthouse.tunnel';
const HANDSHAKE = 'peer(Zx9…k8=) - Handshake did not complete after 5 seconds, retrying (try 4)';

const says = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', PROVIDER, 733, `[net.harbor.lighthouse:engine] ${text}`);
const appSays = (log: Story, at: number, text: string): Story =>
  log.line(at, 'E ', 'Lighthouse', 900, `[net.harbor.lighthouse:probe] ${text}`);
const configd = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'configd', 58, `[com.apple.SystemConfiguration:IPConfiguration] ${text}`);
const up = (): Story => comesUp(starts(tunnelStory(), 1), 2);

interface Failing {
  readonly from: number;
  readonly count: number;
  readonly every: number;
  readonly text?: (i: number) => string;
}

function failing(log: Story, { from, count, every, text = () => HANDSHAKE }: Failing): Story {
  for (let i = 0; i < count; i++) says(log, from + i * every, text(i));
  return log;
}

function withApp(): Story {
  const log = configd(up(), 90, 'DHCP en0: BOUND 192.0.2.9');
  for (let i = 0; i < 9; i++) {
    says(log, 100 + i * 45, HANDSHAKE);
    appSays(log, 110 + i * 45, 'dial tcp 10.9.0.1:443: i/o timeout');
  }
  return stops(log, 600);
}

const begunBefore = (): Story => stops(failing(tunnelStory(), { from: 5, count: 8, every: 40 }), 400);

describe('tunnel-dead-while-connected', () => {
  const checks = detectorChecks(tunnelDeadWhileConnected, {
    found: [
      {
        name: 'provider and app fail while the network is up',
        log: withApp().text(),
        findings: [{ severity: 'error', confidence: 'high', count: 18, subject: { pid: 733 }, from: '10:01:40' }],
      },
      {
        name: 'no line tells of the network',
        log: failing(up(), { from: 60, count: 6, every: 50 }).text(),
        findings: [
          {
            severity: 'error',
            confidence: 'low',
            count: 6,
            subject: { session: '7C9E6679-7425-40DE-944B-E07FC1F90AE7' },
          },
        ],
      },
      {
        name: 'the log begins while it is up',
        log: begunBefore().text(),
        findings: [{ count: 8, message: 'Lighthouse' }],
      },
      {
        name: 'sends to one endpoint, after a path that is satisfied again',
        log: failing(says(up(), 50, 'Network change detected with satisfied route and interface order [en0, utun5]'), {
          from: 60,
          count: 7,
          every: 40,
          text: () => 'dial tcp 198.51.100.7:443: i/o timeout',
        }).text(),
        findings: [{ confidence: 'medium', count: 7 }],
      },
    ],
    clear: [
      { name: 'failures for a minute', log: failing(up(), { from: 60, count: 20, every: 3 }).text() },
      {
        name: 'a success between them',
        log: failing(
          says(failing(up(), { from: 60, count: 4, every: 50 }), 270, 'peer(Zx9…k8=) - Received handshake response'),
          {
            from: 300,
            count: 4,
            every: 50,
          },
        ).text(),
      },
      {
        name: 'no network',
        log: failing(says(up(), 50, 'Network change detected with unsatisfied route and interface order []'), {
          from: 60,
          count: 9,
          every: 40,
        }).text(),
      },
      {
        name: 'the link is down',
        log: failing(configd(up(), 50, 'en0: link INACTIVE'), { from: 60, count: 9, every: 40 }).text(),
      },
      {
        name: 'flows of apps to many hosts',
        log: failing(up(), {
          from: 60,
          count: 9,
          every: 40,
          text: (i) => `dial tcp 198.51.100.${i}:443: connection refused`,
        }).text(),
      },
      {
        name: 'a session that reasserts',
        log: failing(up().session(70, ': status changed to reasserting'), { from: 60, count: 9, every: 40 }).text(),
      },
      {
        name: 'the tunnel lost its interface: a finding of its own',
        log: failing(up().session(55, ': manager set delegate interface name to (null)', 'I '), {
          from: 60,
          count: 9,
          every: 40,
        }).text(),
      },
    ],
    notObservable: [
      { name: 'no line of nesessionmanager', log: foreignLog(), missing: 'nesessionmanager' },
      {
        name: 'no session is known',
        log: failing(tunnelStory(), { from: 5, count: 8, every: 40 }).text(),
        missing: 'status of the session',
      },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
