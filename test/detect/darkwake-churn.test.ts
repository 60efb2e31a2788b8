import { describe, it } from 'vitest';
import { darkwakeChurn } from '../../src/detect/detectors/darkwake-churn.ts';
import { detectorChecks } from '../../src/testing.ts';
import { connected, type Story, story } from '../support/story.ts';

const POWERD = '[com.apple.powerd:sleepWake]';

interface Wake {
  readonly at: number;
  readonly lasts: number;
  readonly says: readonly string[];
  readonly kind?: 'dark' | 'full';
}

/** A wake by powerd, what the provider says in it, and the sleep after it. */
function wake(log: Story, { at, lasts, says, kind = 'dark' }: Wake): void {
  const line =
    kind === 'dark'
      ? 'DarkWake from Deep Idle [CDN] : due to RTC.Maintenance Using BATT (Charge:80%)'
      : 'Wake from Deep Idle [CDNVA] : due to EC.LidOpen/Lid Open Using BATT (Charge:77%)';
  log.line(at, 'Df', 'powerd', 96, `${POWERD} ${line}`);
  for (const [i, text] of says.entries()) {
    log.line(at + 0.3 + i * 0.2, 'Df', 'com.example.acme.extension', 569, `[com.example.acme:tunnel] ${text}`);
  }
  log.line(
    at + lasts,
    'Df',
    'powerd',
    96,
    `${POWERD} Entering Sleep state due to 'Maintenance Sleep':TCPKeepAlive=active Using Batt (Charge:80%)`,
  );
}

const RECONNECTS = [
  'system wake',
  'gateway 198.51.100.77:443: reconnect',
  'gateway 198.51.100.77:443: DTLS handshake complete session=5b28',
];
const IDLE = ['system wake (dark): no reconnect'];

function night(wakes: readonly Wake[]): string {
  const log = connected(story(), 0);
  log.line(
    60,
    'Df',
    'powerd',
    96,
    `${POWERD} Entering Sleep state due to 'Clamshell Sleep':TCPKeepAlive=active Using Batt (Charge:81%)`,
  );
  for (const each of wakes) wake(log, each);
  return log.text();
}

const every = (count: number, seconds: number, says: readonly string[], lasts = 40): Wake[] =>
  Array.from({ length: count }, (_, i) => ({ at: 900 + i * seconds, lasts, says }));

describe('darkwake-churn', () => {
  const checks = detectorChecks(darkwakeChurn, {
    found: [
      {
        name: 'it reconnects in every dark wake',
        log: night(every(6, 900, RECONNECTS)),
        findings: [
          {
            severity: 'warning',
            count: 6,
            from: '10:15:00',
            message: '198.51.100.77:443',
            subject: { pid: 569, bundle: 'com.example.acme.extension' },
          },
        ],
      },
      {
        name: 'a full wake ends the row, the longer row counts',
        log: night([
          ...every(3, 900, RECONNECTS),
          { at: 3600, lasts: 1800, says: RECONNECTS, kind: 'full' },
          ...every(4, 900, RECONNECTS).map((each) => ({ ...each, at: each.at + 6000 })),
        ]),
        findings: [{ severity: 'warning', count: 4 }],
      },
      {
        name: 'the session goes up and down in each dark wake',
        log: (() => {
          const log = connected(story(), 0);
          log.line(
            60,
            'Df',
            'powerd',
            96,
            `${POWERD} Entering Sleep state due to 'Clamshell Sleep':TCPKeepAlive=active Using Batt (Charge:81%)`,
          );
          for (let i = 0; i < 4; i++) {
            const at = 900 + i * 1200;
            log.line(
              at,
              'Df',
              'powerd',
              96,
              `${POWERD} DarkWake from Deep Idle [CDN] : due to RTC.Maintenance Using BATT (Charge:80%)`,
            );
            log.session(at + 1, ': status changed to reasserting');
            log.session(at + 3, ': status changed to connected');
            log.line(
              at + 30,
              'Df',
              'powerd',
              96,
              `${POWERD} Entering Sleep state due to 'Maintenance Sleep':TCPKeepAlive=active Using Batt (Charge:80%)`,
            );
          }
          return log.text();
        })(),
        findings: [{ severity: 'warning', confidence: 'high', count: 4 }],
      },
      {
        name: 'only the provider’s own words',
        log: (() => {
          const log = connected(story(), 0);
          for (let i = 0; i < 5; i++) {
            for (const [k, text] of [...RECONNECTS, 'system sleep: pausing engine'].entries()) {
              log.line(
                900 + i * 900 + k * 8,
                'Df',
                'com.example.acme.extension',
                569,
                `[com.example.acme:tunnel] ${text}`,
              );
            }
          }
          return log.text();
        })(),
        findings: [{ severity: 'warning', confidence: 'low', count: 5 }],
      },
    ],
    clear: [
      { name: 'dark wakes in which it does nothing', log: night(every(6, 900, IDLE)) },
      { name: 'two churned wakes are no churn', log: night(every(2, 900, RECONNECTS)) },
      {
        name: 'full wakes by the user',
        log: night(every(5, 3600, RECONNECTS).map((each) => ({ ...each, kind: 'full' as const, lasts: 600 }))),
      },
      { name: 'dark wakes that last long', log: night(every(4, 900, RECONNECTS, 400)) },
    ],
    notObservable: [
      { name: 'no power line and no word of sleep', log: connected(story(), 0).text(), missing: 'sleep and wake' },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
