import { describe, it } from 'vitest';
import { missingNewFlow } from '../../src/detect/detectors/missing-new-flow.ts';
import { detectorChecks } from '../../src/testing.ts';
import { connected, type Story, story } from '../support/story.ts';

const POWERD = '[com.apple.powerd:sleepWake]';

/** A diverted flow that the provider is shown and takes. */
function served(log: Story, at: number, hash: number, app = 'com.example.browser'): void {
  log
    .divert(at, hash, 'Connecting')
    .divert(at + 0.001, hash, `Got ${app} from token`)
    .library(
      at + 0.004,
      hash,
      `New flow: NEFlow type = stream, app = ${app}, name = api.example.net, 192.0.2.15:0 <-> 203.0.113.9:443, filter_id = , interface = en0`,
    )
    .divert(at + 0.02, hash, 'received connect result 0')
    .divert(at + 5, hash, 'Closing')
    .divert(at + 5.01, hash, 'Destroying, app tx 100, tunnel tx 100, tunnel rx 900');
}

/** A diverted flow about which nobody says anything any more. */
function lost(log: Story, at: number, hash: number, app = 'com.example.browser', endsAfter?: number): void {
  log.divert(at, hash, 'Connecting').divert(at + 0.001, hash, `Got ${app} from token`);
  if (endsAfter === undefined) return;
  log
    .divert(at + endsAfter, hash, 'Closing')
    .divert(at + endsAfter + 0.001, hash, 'sending close, how = 2')
    .divert(at + endsAfter + 0.01, hash, 'Destroying, app tx 0, tunnel tx 0, tunnel rx 0');
}

function provider(): Story {
  const log = connected(story(), 0);
  for (let i = 0; i < 4; i++) served(log, 10 + i * 6, 3_000_000_000 + i);
  return log;
}

function talking(log: Story, until: number): Story {
  for (let at = 40; at <= until; at += 20)
    log.line(at, 'Df', 'com.example.acme.extension', 569, '[com.example.acme:stats] 4 flows active');
  return log;
}

/** Flows before sleep, then a wake, then what the function adds. */
function afterWake(then: (log: Story) => void): string {
  const log = connected(story(), 0);
  for (let i = 0; i < 30; i++) {
    log.library(
      10 + i * 10,
      3_000_000_000 + i,
      'New flow: NEFlow type = stream, app = com.example.browser, name = , 192.0.2.15:0 <-> 203.0.113.9:443, filter_id = , interface = en0',
    );
  }
  log.line(
    320,
    'Df',
    'powerd',
    96,
    `${POWERD} Entering Sleep state due to 'Clamshell Sleep':TCPKeepAlive=active Using Batt (Charge:81%)`,
  );
  log.line(
    3920,
    'Df',
    'powerd',
    96,
    `${POWERD} Wake from Deep Idle [CDNVA] : due to EC.LidOpen/Lid Open Using BATT (Charge:77%)`,
  );
  log.line(3921, 'Df', 'com.example.acme.extension', 569, '[com.example.acme:stats] woke up');
  then(log);
  return log.text();
}

const appStarts = (log: Story, at: number): Story =>
  log.line(
    at,
    'Df',
    'Browser',
    700,
    `(Network) [com.apple.network:connection] [C${Math.round(at)} Hostname#26e115d4:443 tcp, url hash: f10a599e, definite, attribution: developer] start`,
  );

describe('missing-new-flow', () => {
  const checks = detectorChecks(missingNewFlow, {
    found: [
      {
        name: 'some diverted flows are never offered',
        log: (() => {
          const log = provider();
          for (let i = 0; i < 5; i++) lost(log, 60 + i * 7, 3_100_000_000 + i);
          served(log, 70, 3_200_000_000);
          return talking(log, 140).text();
        })(),
        findings: [
          {
            severity: 'warning',
            confidence: 'high',
            count: 5,
            from: '10:01:00',
            subject: { bundle: 'com.example.acme.extension', pid: 569 },
          },
        ],
      },
      {
        name: 'every flow of one app is missing',
        log: (() => {
          const log = provider();
          for (let i = 0; i < 4; i++) {
            lost(log, 60 + i * 7, 3_100_000_000 + i, 'com.example.mail');
            served(log, 62 + i * 7, 3_200_000_000 + i);
          }
          return talking(log, 140).text();
        })(),
        findings: [{ severity: 'error', count: 4, subject: { kind: 'app', bundle: 'com.example.mail' } }],
      },
      {
        name: 'apps give up: nothing went through the tunnel, no connect result came',
        log: (() => {
          const log = provider();
          for (let i = 0; i < 4; i++) lost(log, 60 + i * 7, 3_100_000_000 + i, 'com.example.browser', 30);
          served(log, 65, 3_200_000_000);
          return talking(log, 140).text();
        })(),
        findings: [{ severity: 'warning', confidence: 'high', count: 4 }],
      },
      {
        name: 'a few scattered among many are only worth a note',
        log: (() => {
          const log = connected(story(), 0);
          for (let i = 0; i < 300; i++) served(log, 10 + i * 10, 3_000_000_000 + i);
          for (let i = 0; i < 4; i++) lost(log, 305 + i * 600, 3_100_000_000 + i);
          return talking(log, 3000).text();
        })(),
        findings: [{ severity: 'info', confidence: 'low', count: 4 }],
      },
      {
        name: 'after a wake nothing is offered any more',
        log: afterWake((log) => {
          for (let i = 0; i < 8; i++) appStarts(log, 3930 + i * 15);
          log.line(4100, 'Df', 'com.example.acme.extension', 569, '[com.example.acme:stats] idle');
        }),
        findings: [
          { severity: 'warning', confidence: 'medium', count: 8, from: '11:05:20', message: 'after the wake' },
        ],
      },
      {
        name: 'after a wake its apps connect past the provider',
        log: afterWake((log) => {
          for (let i = 0; i < 4; i++) {
            appStarts(log, 3930 + i * 20);
            log.line(
              3930.1 + i * 20,
              'Df',
              'kernel',
              0,
              'tcp connected: [<IPv4-redacted>:50123<-><IPv4-redacted>:443] interface: en0 (skipped: 0)\nso_gencnt: 5123 t_state: ESTABLISHED process: Browser:700 so_error: 0',
            );
          }
          log.line(4100, 'Df', 'com.example.acme.extension', 569, '[com.example.acme:stats] idle');
        }),
        findings: [{ severity: 'error', confidence: 'high' }],
      },
    ],
    clear: [
      {
        name: 'the machine goes to sleep before the provider is asked',
        log: (() => {
          const log = provider();
          for (let i = 0; i < 5; i++) lost(log, 60 + i * 0.2, 3_100_000_000 + i);
          log.line(
            61.5,
            'Df',
            'powerd',
            96,
            `${POWERD} Entering Sleep state due to 'Clamshell Sleep':TCPKeepAlive=active Using Batt (Charge:81%)`,
          );
          return talking(log, 140).text();
        })(),
      },
      { name: 'every flow is offered', log: talking(provider(), 140).text() },
      {
        name: 'the app closes within two seconds',
        log: (() => {
          const log = provider();
          for (let i = 0; i < 6; i++) lost(log, 60 + i * 7, 3_100_000_000 + i, 'com.example.browser', 0.4);
          return talking(log, 140).text();
        })(),
      },
      {
        name: 'the provider declines: the flow goes native',
        log: (() => {
          const log = provider();
          for (let i = 0; i < 6; i++) {
            const hash = 3_100_000_000 + i;
            log
              .divert(60 + i, hash, 'Connecting')
              .divert(60.02 + i, hash, 'received connect result 61')
              .line(60.03 + i, 'Df', 'kernel', 0, `(${hash}): Skipped all flow divert services, disabling flow divert`);
          }
          return talking(log, 140).text();
        })(),
      },
      {
        name: 'after a wake the flows come again',
        log: afterWake((log) => {
          for (let i = 0; i < 20; i++) {
            const at = 3930 + i * 10;
            appStarts(log, at);
            served(log, at + 0.1, 3_300_000_000 + i);
          }
        }),
      },
    ],
    notObservable: [
      {
        name: 'no kernel info lines',
        log: (() => {
          const log = connected(story(), 0);
          for (let i = 0; i < 20; i++)
            log.library(
              10 + i,
              3_000_000_000 + i,
              'New flow: NEFlow type = stream, app = com.example.browser, name = , 192.0.2.15:0 <-> 203.0.113.9:443, filter_id = , interface = en0',
            );
          return log.text();
        })(),
        missing: 'kernel info',
      },
      {
        name: 'no line of the provider',
        log: (() => {
          const log = story().session(0, ': status changed to connected');
          for (let i = 0; i < 6; i++) lost(log, 10 + i * 5, 3_100_000_000 + i);
          log.session(200, ': Resetting VPN On Demand');
          return log.text();
        })(),
        missing: 'provider',
      },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
