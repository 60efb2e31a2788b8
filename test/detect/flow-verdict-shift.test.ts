import { describe, it } from 'vitest';
import { flowVerdictShift } from '../../src/detect/detectors/flow-verdict-shift.ts';
import { detectorChecks } from '../../src/testing.ts';
import { foreignLog } from '../support/session-story.ts';
import { connected, type Story, story } from '../support/story.ts';

/** Flows of one app, every so many seconds. */
function flows(log: Story, word: 'accepted' | 'rejected', from: number, to: number, every = 1, app = 'com.apple.curl') {
  for (let at = from; at < to; at += every)
    log.extension(
      at,
      `provider ${word} new flow TCP ${app}[{length = 20, bytes = 0x0011}] remote: 203.0.113.7:443 interface en7`,
    );
  return log;
}

const wakes = (log: Story, at: number): Story =>
  log.line(
    at,
    'Df',
    'powerd',
    96,
    '[com.apple.powerd:sleepWake] Wake from Normal Sleep [CDNVA] : due to EC.LidOpen/HID Activity',
  );
const sleeps = (log: Story, at: number): Story =>
  log.line(at, 'Df', 'powerd', 96, "[com.apple.powerd:sleepWake] Entering Sleep state due to 'Clamshell Sleep'");

const served = (): Story => flows(connected(story(), 0), 'accepted', 2, 42);

describe('flow-verdict-shift', () => {
  const checks = detectorChecks(flowVerdictShift, {
    found: [
      {
        name: 'nothing is taken after the wake',
        log: flows(wakes(sleeps(served(), 45), 500), 'rejected', 510, 590).text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            count: 80,
            message: 'took 100 % of the flows of com.apple.curl',
            from: '10:08:30',
            subject: { kind: 'provider', pid: 569 },
          },
        ],
      },
      {
        name: 'two apps at once are one fault',
        log: flows(
          flows(
            wakes(sleeps(flows(served(), 'accepted', 42, 60, 1, 'org.example.news'), 65), 500),
            'rejected',
            510,
            590,
          ),
          'rejected',
          590,
          660,
          1,
          'org.example.news',
        ).text(),
        findings: [{ count: 150, subject: { kind: 'app', bundle: 'org.example.news' } }],
      },
    ],
    clear: [
      { name: 'no sleep and no wake', log: flows(served(), 'rejected', 510, 590).text() },
      {
        name: 'the turn comes long after the wake',
        log: flows(wakes(sleeps(served(), 45), 200), 'rejected', 510, 590).text(),
      },
      {
        name: 'the provider got new settings',
        log: flows(
          wakes(sleeps(served(), 45), 500).extension(
            505,
            'provider set tunnel configuration to \n    tunnelRemoteAddress = 127.0.0.1',
          ),
          'rejected',
          510,
          590,
        ).text(),
      },
      {
        name: 'it took few flows of this app before',
        log: flows(
          wakes(sleeps(flows(flows(connected(story(), 0), 'rejected', 2, 42), 'accepted', 42, 46), 47), 500),
          'rejected',
          510,
          590,
        ).text(),
      },
      {
        name: 'it takes flows again soon',
        log: flows(flows(wakes(sleeps(served(), 45), 500), 'rejected', 510, 540), 'accepted', 540, 600).text(),
      },
    ],
    notObservable: [{ name: 'no line of a provider', log: foreignLog(), missing: 'provider' }],
  });
  for (const check of checks) it(check.name, check.run);
});
