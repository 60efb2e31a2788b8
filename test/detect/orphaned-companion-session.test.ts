import { describe, it } from 'vitest';
import { orphanedCompanionSession } from '../../src/detect/detectors/orphaned-companion-session.ts';
import { detectorChecks } from '../../src/testing.ts';
import { foreignLog } from '../support/session-story.ts';
import { type Story, story } from '../support/story.ts';

const TUNNEL = 'NESMVPNSession[Primary Tunnel:Meadow:0F00BA12-1111-4222-8333-44445555AAAA:(null)]';
const PROXY = 'NESMTransparentProxySession[Primary Tunnel:Meadow Split:0F00BA12-1111-4222-8333-44445555BBBB:(null)]';

const says = (log: Story, at: number, session: string, text: string): Story =>
  log.line(at, 'Df', 'nesessionmanager', 486, `[com.apple.networkextension:] ${session}${text}`);

function up(log: Story, at: number, session: string, plugin: string, pid: number, by: string): Story {
  says(log, at, session, `: Received a start command from ${by}`);
  says(log, at + 0.1, session, ': status changed to connecting');
  says(
    log,
    at + 0.2,
    session,
    ` in state NESMVPNSessionStateStarting: plugin ${plugin} started with PID ${pid} error (null)`,
  );
  return says(log, at + 0.4, session, ': status changed to connected');
}

const down = (log: Story, at: number, session: string): Story =>
  says(log, at, session, ': status changed to disconnected, last stop reason Stop command received');

function takes(log: Story, from: number, to: number): Story {
  for (let at = from; at < to; at += 8)
    log.line(
      at,
      'Df',
      'MeadowSplit',
      602,
      `(NetworkExtension) [com.apple.networkextension:] [Extension org.meadow.vpn.split]: provider accepted new flow TCP com.example.browser[{length = 20, bytes = 0x0011}] remote: 203.0.113.7:443 interface en0`,
    );
  return log;
}

function both(by = 'Meadow[400]', proxyBundle = 'org.meadow.vpn.split'): Story {
  const log = up(story(), 1, TUNNEL, 'NEVPNTunnelPlugin(org.meadow.vpn[inactive])', 601, 'Meadow[400]');
  return up(log, 3, PROXY, `NEFlowDivertPlugin(${proxyBundle}[inactive])`, 602, by);
}

describe('orphaned-companion-session', () => {
  const checks = detectorChecks(orphanedCompanionSession, {
    found: [
      {
        name: 'the proxy goes on for minutes',
        log: takes(down(takes(both(), 10, 60), 60, TUNNEL), 62, 300).text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            count: 30,
            message: 'Meadow Split',
            from: '10:01:00',
            subject: { kind: 'provider', pid: 602 },
          },
        ],
      },
      {
        name: 'the same app starts both',
        log: takes(down(both('Meadow[400]', 'com.other.split'), 30, TUNNEL), 40, 200).text(),
        findings: [{ count: 20, subject: { session: '0F00BA12-1111-4222-8333-44445555BBBB' } }],
      },
    ],
    clear: [
      { name: 'both are stopped', log: takes(down(down(takes(both(), 10, 60), 60, TUNNEL), 70, PROXY), 71, 72).text() },
      {
        name: 'the tunnel comes back',
        log: takes(
          up(down(both(), 60, TUNNEL), 100, TUNNEL, 'NEVPNTunnelPlugin(org.meadow.vpn[inactive])', 605, 'Meadow[400]'),
          110,
          300,
        ).text(),
      },
      {
        name: 'a proxy that takes nothing any more',
        log: takes(down(takes(both(), 10, 60), 60, TUNNEL), 61, 62)
          .line(300, 'Df', 'nesessionmanager', 486, `[com.apple.networkextension:] ${PROXY}: Resetting VPN On Demand`)
          .text(),
      },
      {
        name: 'products of two vendors',
        log: takes(down(both('Otherware[9]', 'com.otherware.split'), 30, TUNNEL), 40, 200).text(),
      },
      {
        name: 'a proxy that runs alone',
        log: takes(
          up(story(), 3, PROXY, 'NEFlowDivertPlugin(org.meadow.vpn.split[inactive])', 602, 'Meadow[400]'),
          10,
          300,
        ).text(),
      },
    ],
    notObservable: [{ name: 'no line of nesessionmanager', log: foreignLog(), missing: 'nesessionmanager' }],
  });
  for (const check of checks) it(check.name, check.run);
});
