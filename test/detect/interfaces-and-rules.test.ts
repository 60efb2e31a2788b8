import { describe, expect, it } from 'vitest';
import { analyzeSources } from '../../src/analyze.ts';
import { duplicateUtunBinding } from '../../src/detect/detectors/duplicate-utun-binding.ts';
import { networkRuleExplosion } from '../../src/detect/detectors/network-rule-explosion.ts';
import { bytesSource } from '../../src/lib/bytes-source.ts';
import { detectorChecks } from '../../src/testing.ts';
import { foreignLog } from '../support/session-story.ts';
import { connected, type Story, story } from '../support/story.ts';

const PROCESS = 'net.harbor.lighthouse.tunnel';
const ONE = 'NESMVPNSession[Primary Tunnel:Harbor One:7C9E6679-7425-40DE-944B-E07FC1F90AE7:(null)]';
const TWO = 'NESMVPNSession[Primary Tunnel:Harbor Two:0F00BA12-1111-4222-8333-44445555DDDD:(null)]';

/** A session of the one process comes up, and its provider names the interface. */
function comes(log: Story, at: number, session: string, name: string): Story {
  const says = (when: number, text: string): Story =>
    log.line(when, 'Df', 'nesessionmanager', 486, `[com.apple.networkextension:] ${session}${text}`);
  says(at, ': status changed to connecting');
  says(
    at + 0.1,
    ` in state NESMVPNSessionStateStarting: plugin NEVPNTunnelPlugin(${PROCESS}[inactive]) started with PID 733 error (null)`,
  );
  log.line(at + 0.5, 'I ', PROCESS, 733, `[net.harbor.lighthouse:wg] Tunnel interface is ${name}`);
  return says(at + 0.8, ': status changed to connected');
}

const goes = (log: Story, at: number, session: string): Story =>
  log.line(
    at,
    'Df',
    'nesessionmanager',
    486,
    `[com.apple.networkextension:] ${session}: status changed to disconnected, last stop reason Stop command received`,
  );

describe('duplicate-utun-binding', () => {
  const checks = detectorChecks(duplicateUtunBinding, {
    found: [
      {
        name: 'both sessions name the same interface',
        log: comes(comes(story(), 1, ONE, 'utun7'), 30, TWO, 'utun7').text(),
        findings: [
          {
            severity: 'error',
            confidence: 'high',
            count: 1,
            message: 'Harbor One and Harbor Two run in one process (pid 733) and both use utun7',
            subject: { kind: 'provider', pid: 733 },
          },
        ],
      },
    ],
    clear: [
      { name: 'an interface each', log: comes(comes(story(), 1, ONE, 'utun7'), 30, TWO, 'utun8').text() },
      { name: 'a reconnect', log: comes(goes(comes(story(), 1, ONE, 'utun7'), 20, ONE), 30, ONE, 'utun7').text() },
      {
        name: 'one after the other',
        log: comes(goes(comes(story(), 1, ONE, 'utun7'), 20, ONE), 30, TWO, 'utun7').text(),
      },
    ],
    notObservable: [{ name: 'no line names an interface', log: connected(story(), 0).text(), missing: 'interface' }],
  });
  for (const check of checks) it(check.name, check.run);
});

/** Settings with so many rules, as a provider prints them. */
function settings(count: number, more = ''): string {
  const rules = Array.from({ length: count }, (_, i) => `NENetworkRule 203.0.${i >> 8}.${i & 255}${more}`);
  return connected(story(), 0)
    .extension(5, `provider set tunnel configuration to \n    includedNetworkRules = (\n${rules.join('\n')}\n    )`)
    .text();
}

describe('network-rule-explosion', () => {
  const checks = detectorChecks(networkRuleExplosion, {
    found: [
      {
        name: 'six hundred rules',
        log: settings(600),
        findings: [
          { severity: 'warning', confidence: 'medium', count: 600, message: 'put 600 network', subject: { pid: 569 } },
        ],
      },
      {
        name: 'a text that is cut in the middle of its rules',
        log: settings(300, ' on port 443, traffic outbound, protocol any'),
        findings: [{ severity: 'info', confidence: 'low', message: 'put at least 2' }],
      },
    ],
    clear: [
      { name: 'a hundred rules', log: settings(100) },
      { name: 'no settings at all', log: connected(story(), 0).text() },
    ],
    notObservable: [{ name: 'no line of a provider', log: foreignLog(), missing: 'provider' }],
  });
  for (const check of checks) it(check.name, check.run);

  const resource = (process: string, time: string): string =>
    [
      `Date/Time:        2026-03-01 ${time}.000`,
      `Command:          ${process}`,
      'Event:            cpu usage',
      'Action taken:     none',
      'CPU:              90 seconds cpu time over 122 seconds (74% cpu average), exceeding limit of 50% cpu over 180 seconds',
      'PID:              486',
      '',
    ].join('\n');

  const findings = async (...inputs: readonly string[]) => {
    const sources = inputs.map((text) => bytesSource(Buffer.from(text)));
    return (await analyzeSources(sources, { detectors: [networkRuleExplosion], version: '0' })).report.findings;
  };

  it('nesessionmanager burns CPU after the proxy started', async () => {
    const [finding] = await findings(connected(story(), 0).text(), resource('nesessionmanager', '10:04:00'));

    expect(finding).toMatchObject({ severity: 'warning', confidence: 'low', count: 1 });
    expect(finding?.message).toContain('after the proxy Acme Proxy started');
  });

  it('says nothing of other processes, nor of another time', async () => {
    expect(await findings(connected(story(), 0).text(), resource('logd', '10:04:00'))).toEqual([]);
    expect(await findings(connected(story(), 0).text(), resource('nesessionmanager', '11:04:00'))).toEqual([]);
  });
});
