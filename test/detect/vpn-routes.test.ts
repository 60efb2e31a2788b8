import { describe, expect, it } from 'vitest';
import { providerEgressIntoOwnTunnel } from '../../src/detect/detectors/provider-egress-into-own-tunnel.ts';
import { isPublic, isShared } from '../../src/detect/detectors/unrouted-opens.ts';
import { vpnAddressCollision } from '../../src/detect/detectors/vpn-address-collision.ts';
import { vpnCoexistence } from '../../src/detect/detectors/vpn-coexistence.ts';
import { vpnDnsRankLost } from '../../src/detect/detectors/vpn-dns-rank-lost.ts';
import { detectorChecks } from '../../src/testing.ts';
import { comesUp, foreignLog, starts, stops, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

const MESH = 'net.harbor.lighthouse.tunnel';
const up = (): Story => comesUp(starts(tunnelStory(), 0), 1);

const says = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', MESH, 733, `[net.harbor.lighthouse:engine] ${text}`);

/** So many connections in the tunnel that no peer serves. */
function unserved(log: Story, from: number, count: number, target: string, every = 5): Story {
  for (let i = 0; i < count; i++)
    says(
      log,
      from + i * every,
      `open-conn-track: timeout opening (TCP 100.101.5.7:${50_000 + i} => ${target}); no associated peer node`,
    );
  return log;
}

const wakes = (log: Story, at: number): Story =>
  log
    .line(at - 600, 'Df', 'powerd', 96, "[com.apple.powerd:sleepWake] Entering Sleep state due to 'Clamshell Sleep'")
    .line(
      at,
      'Df',
      'powerd',
      96,
      '[com.apple.powerd:sleepWake] Wake from Normal Sleep [CDNVA] : due to EC.LidOpen/HID Activity',
    );

describe('provider-egress-into-own-tunnel', () => {
  const checks = detectorChecks(providerEgressIntoOwnTunnel, {
    found: [
      {
        name: 'resolvers are asked through the own tunnel after a wake',
        log: unserved(wakes(up(), 700), 708, 8, '198.51.100.1:53').text(),
        findings: [
          {
            severity: 'error',
            confidence: 'medium',
            count: 8,
            message: '8 s after a wake',
            from: '10:11:48',
            subject: { kind: 'provider', pid: 733 },
          },
        ],
      },
      {
        name: 'DNS over HTTPS beside plain DNS',
        log: unserved(unserved(up(), 10, 4, '198.51.100.1:443'), 31, 3, '198.51.100.1:53').text(),
        findings: [{ count: 7, message: '198.51.100.1:443, 198.51.100.1:53' }],
      },
    ],
    clear: [
      { name: 'a peer of the mesh that is gone', log: unserved(up(), 10, 8, '100.64.1.9:53').text() },
      { name: 'a few of them', log: unserved(up(), 10, 4, '198.51.100.1:53').text() },
      { name: 'spread over the day', log: unserved(up(), 10, 8, '198.51.100.1:53', 60).text() },
      { name: 'web servers only', log: unserved(up(), 10, 8, '198.51.100.1:443').text() },
    ],
    notObservable: [{ name: 'no line of a provider', log: foreignLog(), missing: 'provider' }],
  });
  for (const check of checks) it(check.name, check.run);
});

const SECOND = 'NESMVPNSession[Primary Tunnel:Beacon VPN:0F00BA12-1111-4222-8333-44445555CCCC:(null)]';

const second = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'nesessionmanager', 486, `[com.apple.networkextension:] ${SECOND}${text}`);

/** A VPN of another vendor connects. */
function secondUp(log: Story, at: number, bundle = 'com.beacon.split.tunnel'): Story {
  second(log, at, ': status changed to connecting');
  second(
    log,
    at + 0.1,
    ` in state NESMVPNSessionStateStarting: plugin NEVPNTunnelPlugin(${bundle}[inactive]) started with PID 880 error (null)`,
  );
  return second(log, at + 0.5, ': status changed to connected');
}

const settings = (log: Story, at: number, text: string): Story =>
  log.line(
    at,
    'Df',
    'com.beacon.split.tunnel',
    880,
    `(NetworkExtension) [com.apple.networkextension:] [Extension com.beacon.split.tunnel]: provider set tunnel configuration to ${text}`,
  );

describe('vpn-address-collision', () => {
  const checks = detectorChecks(vpnAddressCollision, {
    found: [
      {
        name: 'look-ups for the second VPN’s resolver go to the mesh',
        log: unserved(secondUp(up(), 30), 40, 8, '100.64.9.1:53').text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'low',
            count: 8,
            message: 'Since Beacon VPN connected, Lighthouse takes',
            subject: { kind: 'provider', pid: 733 },
          },
        ],
      },
      {
        name: 'its settings hold that resolver',
        log: unserved(settings(secondUp(up(), 30), 31, 'DNS servers = 100.64.9.1'), 40, 8, '100.64.9.1:53').text(),
        findings: [{ confidence: 'medium', subject: { session: '0F00BA12-1111-4222-8333-44445555CCCC' } }],
      },
      {
        name: 'the mesh’s own resolver asks it and gets no answer',
        log: [0, 1, 2, 3, 4, 5]
          .reduce(
            (log, i) =>
              says(
                log,
                40 + i * 5,
                'dns udp query: waiting for response or error from [100.64.9.1]: context deadline exceeded',
              ),
            secondUp(up(), 30),
          )
          .text(),
        findings: [{ confidence: 'low', count: 6 }],
      },
    ],
    clear: [
      { name: 'no second VPN', log: unserved(up(), 40, 8, '100.64.9.1:53').text() },
      {
        name: 'it began long before the second',
        log: unserved(secondUp(unserved(up(), 10, 8, '100.64.9.1:53', 2), 60), 70, 8, '100.64.9.1:53').text(),
      },
      { name: 'a peer that is gone, no resolver', log: unserved(secondUp(up(), 30), 40, 8, '100.64.9.1:22').text() },
      { name: 'a few look-ups', log: unserved(secondUp(up(), 30), 40, 3, '100.64.9.1:53').text() },
    ],
    notObservable: [{ name: 'no line of a provider', log: foreignLog(), missing: 'provider' }],
  });
  for (const check of checks) it(check.name, check.run);
});

describe('vpn-coexistence', () => {
  const works = (log: Story, at: number): Story =>
    log.line(
      at,
      'Df',
      'nesessionmanager',
      486,
      '[com.apple.networkextension:] Detected that the primary wifi interface changed: en0 => en1',
    );
  const checks = detectorChecks(vpnCoexistence, {
    found: [
      {
        name: 'two vendors for five minutes',
        log: works(secondUp(up(), 30), 330.5).text(),
        findings: [
          {
            severity: 'info',
            count: 2,
            message: 'Lighthouse and Beacon VPN were connected at the same time for 5 min',
          },
        ],
      },
    ],
    clear: [
      { name: 'one after the other', log: works(secondUp(stops(up(), 20), 30), 330).text() },
      { name: 'for a moment', log: works(secondUp(up(), 30), 60).text() },
      { name: 'two parts of one product', log: works(secondUp(up(), 30, 'net.harbor.lighthouse.split'), 330).text() },
    ],
    notObservable: [{ name: 'no line of nesessionmanager', log: foreignLog(), missing: 'nesessionmanager' }],
  });
  for (const check of checks) it(check.name, check.run);
});

const configd = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'configd', 571, `[com.apple.SystemConfiguration:IPMonitor] ${text}`);

function advised(log: Story, at: number): Story {
  configd(log, at - 60, 'network changed: v4(utun4+:192.0.2.9, en0) DNS! Proxy!');
  return configd(
    log,
    at,
    "configd[571] SetInterfaceAdvisory(en0) = UplinkIssue (2) reason='unable to reach probe server'",
  );
}

const reranked = (log: Story, at: number): Story =>
  configd(log, at, 'network changed: v4(en0!:192.0.2.77, utun4) DNS! Proxy!');

describe('vpn-dns-rank-lost', () => {
  const checks = detectorChecks(vpnDnsRankLost, {
    found: [
      {
        name: 'the physical interface comes first again',
        log: configd(reranked(advised(up(), 100), 101.2), 120, 'network changed: DNS!').text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            message: 'en0 was called bad (UplinkIssue), and 1.2 s later en0 came before utun4',
            from: '10:01:40',
            subject: { session: '7C9E6679-7425-40DE-944B-E07FC1F90AE7' },
          },
        ],
      },
      {
        name: 'nesessionmanager tells of the change',
        log: advised(up(), 100)
          .line(
            102,
            'Df',
            'nesessionmanager',
            486,
            '[com.apple.networkextension:] Primary physical interface changed: utun4 -> en0',
          )
          .text(),
        findings: [{ subject: { kind: 'interface' } }],
      },
    ],
    clear: [
      { name: 'an advisory without a change', log: configd(advised(up(), 100), 130, 'network changed: DNS!').text() },
      { name: 'the change comes later', log: reranked(advised(up(), 100), 140).text() },
      { name: 'the VPN goes down', log: reranked(stops(advised(up(), 100), 100.5), 101.2).text() },
      { name: 'no VPN is connected', log: reranked(advised(tunnelStory(), 100), 101.2).text() },
    ],
    notObservable: [{ name: 'no line of configd', log: up().text(), missing: 'configd' }],
  });
  for (const check of checks) it(check.name, check.run);
});

describe('addresses', () => {
  it.each([
    ['100.64.0.1', true, false],
    ['100.127.9.9', true, false],
    ['100.128.0.1', false, true],
    ['198.51.100.1', false, true],
    ['10.0.0.1', false, false],
    ['172.16.4.4', false, false],
    ['192.168.1.1', false, false],
    ['169.254.3.3', false, false],
    ['224.0.0.251', false, false],
    ['2001:db8::1', false, true],
    ['fe80::1', false, false],
    ['fd00::1', false, false],
  ])('%s: shared %s, public %s', (address, shared, open) => {
    expect([isShared(address), isPublic(address)]).toEqual([shared, open]);
  });
});
