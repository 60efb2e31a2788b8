import { describe, it } from 'vitest';
import { appStateDivergence } from '../../src/detect/detectors/app-state-divergence.ts';
import { statusNotificationLoop } from '../../src/detect/detectors/status-notification-loop.ts';
import { sysextReplaceIpcBroken } from '../../src/detect/detectors/sysext-replace-ipc-broken.ts';
import { urlFilterSetupIncomplete } from '../../src/detect/detectors/url-filter-setup-incomplete.ts';
import { detectorChecks } from '../../src/testing.ts';
import { comesUp, foreignLog, starts, stops, tunnelStory } from '../support/session-story.ts';
import { type Story, story } from '../support/story.ts';

const up = (by = 'Lighthouse[900]', onDemand = false): Story => comesUp(starts(tunnelStory(), 1, { by, onDemand }), 2);
const later = (log: Story, at: number): Story => log.session(at, ': Resetting VPN On Demand');

const app = (log: Story, at: number, text: string, name = 'Lighthouse', pid = 900): Story =>
  log.line(at, 'Df', name, pid, `[net.harbor.lighthouse:ui] ${text}`);

function notified(log: Story, from: number, count: number, objects: number, every = 0.1): Story {
  for (let i = 0; i < count; i++)
    app(
      log,
      from + i * every,
      `AcmeVpn.vpnStatusChanged: NSConcreteNotification 0x6000${1000 + i} {name = com.apple.networkextension.statuschanged; object = <NETunnelProviderSession: 0x7000${100 + (i % objects)}>}`,
    );
  return log;
}

describe('status-notification-loop', () => {
  const checks = detectorChecks(statusNotificationLoop, {
    found: [
      {
        name: 'ever new session objects',
        log: notified(up(), 60, 40, 40).text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            count: 40,
            message: 'for 40 session objects; its session changed not once',
            from: '10:01:00',
            subject: { kind: 'app', pid: 900 },
          },
        ],
      },
      {
        name: 'a log of the app alone',
        log: notified(story(), 60, 40, 12).text(),
        findings: [{ confidence: 'low', count: 40 }],
      },
    ],
    clear: [
      { name: 'several observers of one session', log: notified(up(), 60, 40, 3).text() },
      {
        name: 'a session that goes up and down',
        log: notified(stops(notified(up(), 60, 20, 20), 62.1), 62.5, 20, 20).text(),
      },
      { name: 'a few of them', log: notified(up(), 60, 20, 20).text() },
      { name: 'over a long time', log: notified(up(), 60, 40, 40, 2).text() },
    ],
    notObservable: [{ name: 'an app that prints nothing', log: up().text(), missing: 'notifications' }],
  });
  for (const check of checks) it(check.name, check.run);
});

const status = (log: Story, at: number, word: string): Story => app(log, at, `VPNStatusDidChange: ${word}`);

describe('app-state-divergence', () => {
  const checks = detectorChecks(appStateDivergence, {
    found: [
      {
        name: 'the app never learns of an on-demand start',
        log: later(
          status(
            status(status(up('nesessionmanager[486]', true), 5, 'disconnected'), 20, 'disconnected'),
            40,
            'disconnected',
          ),
          90,
        ).text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            count: 2,
            message: 'Lighthouse went on to report it as disconnected',
            subject: { kind: 'app', pid: 900 },
          },
        ],
      },
      {
        name: 'in words of its own',
        log: later(app(app(up(), 20, 'VPN status: disconnected'), 40, 'tunnel state = disconnected'), 90).text(),
        findings: [{ severity: 'warning', confidence: 'low', count: 2 }],
      },
    ],
    clear: [
      {
        name: 'some socket of the app, not its session',
        log: later(
          app(app(status(up(), 3, 'connecting'), 20, 'analytics socket disconnected'), 40, 'peer 7 disconnected'),
          90,
        ).text(),
      },
      {
        name: 'it is right a few seconds later',
        log: later(status(status(up(), 5, 'disconnected'), 8, 'connected'), 90).text(),
      },
      { name: 'it polls slowly', log: later(status(status(up(), 20, 'disconnected'), 30, 'connected'), 90).text() },
      {
        name: 'the session goes down',
        log: later(status(status(stops(up(), 15), 20, 'disconnected'), 40, 'disconnected'), 90).text(),
      },
      {
        name: 'somebody else’s app',
        log: later(
          app(
            app(up(), 20, 'VPNStatusDidChange: disconnected', 'Beacon', 55),
            40,
            'VPNStatusDidChange: disconnected',
            'Beacon',
            55,
          ),
          90,
        ).text(),
      },
    ],
    notObservable: [{ name: 'an app that prints nothing', log: later(up(), 90).text(), missing: 'status' }],
  });
  for (const check of checks) it(check.name, check.run);
});

const SATISFIED = 'satisfied (Path is satisfied), interface: en0[802.11], ipv4, dns, uses wifi';

function query(log: Story, at: number, path: string, proxy = 'true'): Story {
  return log.line(
    at,
    'E ',
    'ciphermld',
    410,
    `[com.apple.CipherML:Query] queryStatus(for:options:) threw an error: Error Domain=NSURLErrorDomain Code=-1009 "The Internet connection appears to be offline." UserInfo={_NSURLErrorNWPathKey=${path}, _NSURLErrorPrivacyProxyFailureKey=${proxy}, NSLocalizedDescription=The Internet connection appears to be offline.}`,
  );
}

const refused = (log: Story, at: number): Story =>
  log.line(
    at,
    'E ',
    'Sieve',
    640,
    '[net.harbor.sieve:setup] lastDisconnectError: Error Domain=NEAgentURLFilterErrorDomain Code=3 "(null)" UserInfo={NSUnderlyingError=0x600 {Error Domain=com.apple.CipherML Code=1100 "Unable to query status" UserInfo={NSLocalizedDescription=Unable to query status}}}',
  );

describe('url-filter-setup-incomplete', () => {
  const checks = detectorChecks(urlFilterSetupIncomplete, {
    found: [
      {
        name: 'no privacy proxy although the machine is online',
        log: refused(query(story(), 1, SATISFIED), 2).text(),
        findings: [{ severity: 'error', confidence: 'high', count: 1, message: 'no privacy proxy', from: '10:00:01' }],
      },
      {
        name: 'only the app tells',
        log: refused(refused(story(), 2), 30).text(),
        findings: [{ confidence: 'medium', count: 2, message: '(2 times)', subject: { kind: 'process' } }],
      },
    ],
    clear: [
      {
        name: 'plainly offline',
        log: refused(query(story(), 1, 'unsatisfied (No network route)'), 2).text(),
      },
      { name: 'another failure of the look-up', log: query(story(), 1, SATISFIED, 'false').text() },
    ],
    notObservable: [{ name: 'no URL filter', log: foreignLog(), missing: 'URL filter' }],
  });
  for (const check of checks) it(check.name, check.run);
});

const BUNDLE = 'net.harbor.lighthouse.tunnel';
const sysextd = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'sysextd', 120, `[com.apple.sx:default] ${text}`);
const replaced = (log: Story, at: number): Story =>
  sysextd(sysextd(log, at, `activateDecision found entry to replace: ${BUNDLE}`), at + 0.1, 'client replied replace');

function asks(log: Story, at: number): Story {
  sysextd(
    log,
    at,
    `activateDecision found entry to replace: ${BUNDLE}, BundleVersion(CFBundleShortVersionString: "1.0", CFBundleVersion: "1")`,
  );
  sysextd(log, at + 0.1, 'initial activation decision: requestAppReplaceAction(<sysextd.Extension: 0xb12044180>)');
  return sysextd(log, at + 0.2, 'notifying client of activation conflict');
}

function failing(log: Story, from: number, count: number, every = 10, service = `7QK2M4XN9T.${BUNDLE}.xpc`): Story {
  for (let i = 0; i < count; i++)
    app(
      log,
      from + i * every,
      `failed to load state: Error Domain=NSCocoaErrorDomain Code=${i % 2 === 0 ? 4097 : 4099} "connection to service named ${service}" UserInfo={NSDebugDescription=connection to service named ${service}}`,
    );
  return log;
}

describe('sysext-replace-ipc-broken', () => {
  const checks = detectorChecks(sysextReplaceIpcBroken, {
    found: [
      {
        name: 'the app cannot reach the new version',
        log: failing(replaced(up(), 20), 32, 6).text(),
        findings: [
          {
            severity: 'error',
            confidence: 'medium',
            count: 6,
            message: '6 connections to 7QK2M4XN9T.net.harbor.lighthouse.tunnel.xpc failed',
            from: '10:00:20',
            subject: { kind: 'app', pid: 900 },
          },
        ],
      },
      {
        name: 'the log does not tell the answer of the app',
        log: failing(asks(up(), 20), 32, 6).text(),
        findings: [{ severity: 'error', count: 6 }],
      },
    ],
    clear: [
      {
        name: 'the app that asked is gone at once, so nothing is replaced',
        log: failing(sysextd(asks(up(), 20), 20.5, 'client connection (pid 900) invalidated'), 32, 6).text(),
      },
      { name: 'retries during the swap', log: failing(replaced(up(), 20), 21, 6, 1).text() },
      {
        name: 'no replacement',
        log: sysextd(failing(up(), 32, 6), 100, 'client activation request for org.example.x').text(),
      },
      {
        name: 'the service of another product',
        log: failing(replaced(up(), 20), 32, 6, 10, 'AB12CD34EF.com.beacon.split.xpc').text(),
      },
      { name: 'long after', log: failing(replaced(up(), 20), 400, 6).text() },
    ],
    notObservable: [{ name: 'no line of sysextd', log: up().text(), missing: 'sysextd' }],
  });
  for (const check of checks) it(check.name, check.run);
});
