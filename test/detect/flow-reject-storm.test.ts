import { describe, it } from 'vitest';
import { flowRejectStorm } from '../../src/detect/detectors/flow-reject-storm.ts';
import { detectorChecks } from '../../src/testing.ts';
import { foreignLog } from '../support/session-story.ts';
import { connected, type Story, story } from '../support/story.ts';

const APPS = ['com.apple.rapportd', 'com.apple.sharingd', 'com.example.browser'];

function rejects(log: Story, from: number, count: number, perSecond: number): Story {
  for (let i = 0; i < count; i++) {
    const app = APPS[i % APPS.length];
    log.extension(
      from + i / perSecond,
      `provider rejected new flow UDP ${app}[{length = 20, bytes = 0x0011}] local port ${50_000 + i} interface utun${i % 4}(bound), remoteEndpoint = fe80::1%utun${i % 4}.7885`,
    );
  }
  return log;
}

function quarantined(log: Story, at: number): Story {
  return log.line(
    at,
    'Df',
    'logd',
    71,
    '[com.apple.loggingsupport:] Dropped 9021 log messages from com.example.acme.extension[569] quarantined due to high logging volume',
  );
}

const dns = { sessionClass: 'NESMDNSProxySession', name: 'Acme DNS' };

describe('flow-reject-storm', () => {
  const checks = detectorChecks(flowRejectStorm, {
    found: [
      {
        name: 'four hundred a second for two seconds',
        log: rejects(connected(story(), 1), 10, 800, 400).text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'high',
            count: 800,
            message: 'Handing flows back is normal',
            from: '10:00:10',
            subject: { pid: 569 },
          },
        ],
      },
      {
        name: 'six seconds of them: the time is of all that are counted, not of those that are cited',
        log: rejects(connected(story(), 1), 10, 2400, 400).text(),
        findings: [{ severity: 'warning', count: 2400, message: '2400 flows in 6 s', from: '10:00:10' }],
      },
      {
        name: 'logd silences the provider',
        log: quarantined(rejects(story(), 10, 130, 160), 10.9).text(),
        findings: [{ severity: 'error', confidence: 'medium', message: '9021 more lines', count: 130 }],
      },
    ],
    clear: [
      { name: 'a page load', log: rejects(connected(story(), 1), 10, 90, 900).text() },
      { name: 'a steady hundred a second', log: rejects(connected(story(), 1), 10, 900, 100).text() },
      { name: 'a DNS proxy: another fault', log: rejects(connected(story(dns), 1), 10, 800, 400).text() },
      { name: 'logd silences it for something else', log: quarantined(rejects(story(), 10, 12, 4), 60).text() },
    ],
    notObservable: [{ name: 'no provider', log: foreignLog(), missing: 'provider' }],
  });
  for (const check of checks) it(check.name, check.run);
});
