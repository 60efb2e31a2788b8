import { describe, it } from 'vitest';
import { dnsProxyFlowRejected } from '../../src/detect/detectors/dns-proxy-flow-rejected.ts';
import { detectorChecks } from '../../src/testing.ts';
import { foreignLog } from '../support/session-story.ts';
import { connected, type Story, type StoryOptions, story } from '../support/story.ts';

const DNS: StoryOptions = {
  sessionClass: 'NESMDNSProxySession',
  name: 'Acme DNS',
  uuid: '5C0FFEE0-1111-4222-8333-444455556666',
};

function rejects(log: Story, count: number, every: number): Story {
  for (let i = 0; i < count; i++)
    log.extension(
      10 + i * every,
      `provider rejected new flow UDP com.example.mail[{length = 20, bytes = 0x0011}] local port ${50_000 + i} interface en0, remoteEndpoint = 198.51.100.53:53`,
    );
  return log;
}

describe('dns-proxy-flow-rejected', () => {
  const checks = detectorChecks(dnsProxyFlowRejected, {
    found: [
      {
        name: 'nine in half a minute',
        log: rejects(connected(story(DNS), 1), 9, 3).text(),
        findings: [
          {
            severity: 'error',
            confidence: 'high',
            count: 9,
            message: 'a DNS proxy',
            from: '10:00:10',
            subject: { kind: 'app', bundle: 'com.example.mail' },
          },
        ],
      },
      {
        name: 'an app proxy',
        log: rejects(connected(story({ sessionClass: 'NESMAppProxySession' }), 1), 6, 2).text(),
        findings: [{ count: 6, message: 'an app proxy' }],
      },
    ],
    clear: [
      { name: 'four', log: rejects(connected(story(DNS), 1), 4, 3).text() },
      { name: 'one every half minute', log: rejects(connected(story(DNS), 1), 9, 30).text() },
      { name: 'a transparent proxy', log: rejects(connected(story(), 1), 90, 1).text() },
    ],
    notObservable: [
      { name: 'no provider', log: foreignLog(), missing: 'provider' },
      { name: 'the kind is not known', log: rejects(story(), 9, 3).text(), missing: 'kind' },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
