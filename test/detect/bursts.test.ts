import { describe, it } from 'vitest';
import type { Detector } from '../../src/detect/define-detector.ts';
import { dnsForwarderSaturated } from '../../src/detect/detectors/dns-forwarder-saturated.ts';
import { flowWriteAfterClose } from '../../src/detect/detectors/flow-write-after-close.ts';
import { providerEgressBlocked } from '../../src/detect/detectors/provider-egress-blocked.ts';
import { type DetectorCases, detectorChecks } from '../../src/testing.ts';
import { comesUp, foreignLog, starts, tunnelStory } from '../support/session-story.ts';
import { connected, type Story, story } from '../support/story.ts';

interface Row {
  readonly count: number;
  readonly every: number;
  readonly from?: number;
}

function row(log: Story, { count, every, from = 10 }: Row, one: (log: Story, at: number) => unknown): Story {
  for (let i = 0; i < count; i++) one(log, from + i * every);
  return log;
}

const up = (): Story => comesUp(starts(tunnelStory(), 1), 2);
const unconnected = (log: Story, at: number): unknown =>
  log.line(
    at,
    'E ',
    'com.example.acme.extension',
    569,
    '[com.example.acme:dns] writeDatagrams failed: Error Domain=NEAppProxyFlowErrorDomain Code=1 "The operation could not be completed because the flow is not connected"',
  );
const closed = (log: Story, at: number): unknown =>
  log.line(
    at,
    'E ',
    'com.example.acme.extension',
    569,
    `(libnetworkextension.dylib) [com.apple.networkextension:] (${3_000_000_000 + Math.round(at)}): flow is closed for writes, cannot write 64 bytes of data`,
  );
const full = (log: Story, at: number): unknown =>
  log.line(
    at,
    'Df',
    'net.harbor.lighthouse.tunnel',
    733,
    '[net.harbor.lighthouse:dns] dns udp query: request queue full',
  );
const slow = (log: Story, at: number): unknown =>
  log.line(
    at,
    'Df',
    'net.harbor.lighthouse.tunnel',
    733,
    '[net.harbor.lighthouse:dns] dns udp query: waiting for response or error from [192.0.2.53]: context deadline exceeded',
  );
const reinject =
  (pid: number, name: string) =>
  (log: Story, at: number): unknown =>
    log.line(
      at,
      'Df',
      'kernel',
      0,
      `cfil_hash_entry_log:6088 <CFIL: Error: sosend_reinject() failed>: [${pid} ${name}] <UDP(17) out so c21f7a3d9e4b1a05 220049362810850 220049362810850 age 0> lport 3001 fport 3001 laddr 100.96.5.21 faddr 100.99.41.7 hash 3C1A77E2`,
    );

const CASES: readonly (readonly [Detector, DetectorCases])[] = [
  [
    flowWriteAfterClose,
    {
      found: [
        {
          name: 'thirty in half a minute',
          log: row(connected(story(), 1), { count: 30, every: 1 }, unconnected).text(),
          findings: [{ severity: 'warning', confidence: 'medium', count: 30, subject: { pid: 569 } }],
        },
        {
          name: 'a dozen in a minute, by the library',
          log: row(connected(story(), 1), { count: 12, every: 4 }, closed).text(),
          findings: [{ severity: 'info', count: 12 }],
        },
      ],
      clear: [
        { name: 'five', log: row(connected(story(), 1), { count: 5, every: 1 }, closed).text() },
        {
          name: 'one every ten seconds',
          log: row(connected(story(), 1), { count: 40, every: 10 }, unconnected).text(),
        },
      ],
      notObservable: [{ name: 'no provider', log: foreignLog(), missing: 'provider' }],
    },
  ],
  [
    dnsForwarderSaturated,
    {
      found: [
        {
          name: 'ten a second for eight seconds',
          log: row(up(), { count: 80, every: 0.1 }, full).text(),
          findings: [{ severity: 'warning', confidence: 'medium', count: 80, subject: { pid: 733 } }],
        },
        {
          name: 'for three quarters of a minute',
          log: row(up(), { count: 450, every: 0.1 }, full).text(),
          findings: [{ severity: 'error', count: 450 }],
        },
      ],
      clear: [
        { name: 'a burst of two seconds', log: row(up(), { count: 100, every: 0.02 }, full).text() },
        { name: 'three a second', log: row(up(), { count: 60, every: 0.33 }, full).text() },
        { name: 'queries that time out', log: row(up(), { count: 200, every: 0.1 }, slow).text() },
      ],
      notObservable: [{ name: 'no provider', log: foreignLog(), missing: 'own words' }],
    },
  ],
  [
    providerEgressBlocked,
    {
      found: [
        {
          name: 'four in a minute',
          log: row(up(), { count: 4, every: 9 }, reinject(733, 'net.harbor.lighthouse')).text(),
          findings: [{ severity: 'error', confidence: 'high', count: 4, subject: { pid: 733 } }],
        },
      ],
      clear: [
        {
          name: 'one when an interface goes',
          log: row(up(), { count: 1, every: 9 }, reinject(733, 'net.harbor.lighthouse')).text(),
        },
        { name: 'an app', log: row(up(), { count: 9, every: 2 }, reinject(4_400, 'Browser')).text() },
        {
          name: 'one every two minutes',
          log: row(up(), { count: 6, every: 120 }, reinject(733, 'net.harbor.lighthouse')).text(),
        },
      ],
      notObservable: [{ name: 'no provider', log: foreignLog(), missing: 'provider' }],
    },
  ],
];

for (const [detector, cases] of CASES) {
  describe(detector.meta.id, () => {
    for (const check of detectorChecks(detector, cases)) it(check.name, check.run);
  });
}
