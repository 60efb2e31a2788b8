import { describe, it } from 'vitest';
import { delegateInterfaceLost } from '../../src/detect/detectors/delegate-interface-lost.ts';
import { detectorChecks } from '../../src/testing.ts';
import { comesUp, foreignLog, starts, stops, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

const up = (): Story => comesUp(starts(tunnelStory(), 1), 2);
const configd = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'configd', 58, `[com.apple.SystemConfiguration:IPConfiguration] ${text}`);
const manager = (log: Story, at: number, to: string): Story =>
  log.session(at, `: manager set delegate interface name to ${to}`, 'I ');
const kernel = (log: Story, at: number, text: string): Story => log.line(at, 'Df', 'kernel', 0, `utun6: ${text}`);

function linkLost(log: Story, at: number, backAt: number): Story {
  configd(log, at, 'en5: link INACTIVE');
  manager(log, at + 0.01, '(null)');
  kernel(log, at + 0.02, 'is no longer delegating en5');
  configd(log, backAt, 'en5: link ACTIVE');
  return configd(log, backAt + 0.4, 'DHCP en5: BOUND 192.0.2.50');
}

function sends(log: Story, from: number, count: number): Story {
  for (let i = 0; i < count; i++)
    log.line(
      from + i * 4,
      'E ',
      'net.harbor.lighthouse.tunnel',
      733,
      '[net.harbor.lighthouse:engine] peer(Zx9…k8=) - Failed to send handshake initiation: sendmsg: no route to host',
    );
  return log;
}

describe('delegate-interface-lost', () => {
  const checks = detectorChecks(delegateInterfaceLost, {
    found: [
      {
        name: 'until the user disconnects',
        log: stops(sends(linkLost(up(), 20, 34), 36, 10), 90).text(),
        findings: [
          {
            severity: 'error',
            confidence: 'high',
            message: /Lighthouse had no interface .* 56 s/,
            from: '10:00:20',
            subject: { kind: 'provider', pid: 733, session: '7C9E6679-7425-40DE-944B-E07FC1F90AE7' },
          },
        ],
      },
      {
        name: 'until the log ends, by the kernel only',
        log: configd(
          configd(kernel(up(), 20, 'is no longer delegating en5'), 30, 'DHCP en5: BOUND 192.0.2.50'),
          80,
          'en9: link ACTIVE',
        ).text(),
        findings: [
          {
            severity: 'error',
            confidence: 'low',
            message: 'until the end of the log',
            subject: { kind: 'interface', name: 'utun6' } as object,
          },
        ],
      },
    ],
    clear: [
      {
        name: 'it is back after two seconds',
        log: kernel(manager(linkLost(up(), 20, 34), 36, 'en5'), 36.01, 'is now delegating en5')
          .line(90, 'Df', 'configd', 58, '[com.apple.SystemConfiguration:IPConfiguration] en9: link ACTIVE')
          .text(),
      },
      {
        name: 'the cable stays out',
        log: configd(
          kernel(
            manager(configd(up(), 20, 'en5: link INACTIVE'), 20.01, '(null)'),
            20.02,
            'is no longer delegating en5',
          ),
          95,
          'utun9: link ACTIVE',
        ).text(),
      },
      {
        name: 'the session reasserts',
        log: linkLost(up(), 20, 34)
          .session(35, ': status changed to reasserting')
          .session(80, ': status changed to connected')
          .text(),
      },
      {
        name: 'the session is being stopped',
        log: configd(manager(stops(up(), 20), 20.2, '(null)'), 60, 'DHCP en5: BOUND 192.0.2.50').text(),
      },
    ],
    notObservable: [
      { name: 'no line of nesessionmanager', log: foreignLog(), missing: 'delegate interface' },
      {
        name: 'the log ends five seconds later',
        log: configd(linkLost(up(), 20, 34), 39, 'en9: link ACTIVE').text(),
        missing: 'the log ends there',
      },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
