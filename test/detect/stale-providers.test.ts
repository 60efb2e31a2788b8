import { describe, it } from 'vitest';
import { staleAfterUpdate } from '../../src/detect/detectors/stale-after-update.ts';
import { staleProviderBinary } from '../../src/detect/detectors/stale-provider-binary.ts';
import { detectorChecks } from '../../src/testing.ts';
import { comesUp, fails, foreignLog, starts, stops, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

const BUNDLE = 'net.harbor.lighthouse.tunnel';

const sysextd = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'sysextd', 120, `[com.apple.sx:default] ${text}`);

function replaced(log: Story, at: number): Story {
  sysextd(
    log,
    at,
    `activateDecision found entry to replace: ${BUNDLE}, BundleVersion(CFBundleShortVersionString: "1.0", CFBundleVersion: "1")`,
  );
  sysextd(log, at + 0.1, 'initial activation decision: requestAppReplaceAction(<sysextd.Extension: 0xb12044180>)');
  sysextd(log, at + 0.2, 'notifying client of activation conflict');
  return sysextd(log, at + 0.3, 'client replied replace');
}

function works(log: Story, from: number, to: number, pid = 733): Story {
  for (let at = from; at < to; at += 30)
    log.line(
      at,
      'Df',
      BUNDLE,
      pid,
      '(NetworkExtension) [com.apple.networkextension:] [Extension net.harbor.lighthouse]: provider set tunnel configuration to (null)',
    );
  return log;
}

const up = (): Story => works(comesUp(starts(tunnelStory(), 0), 1), 2, 100);

describe('stale-provider-binary', () => {
  const checks = detectorChecks(staleProviderBinary, {
    found: [
      {
        name: 'the old process goes on for ten minutes',
        log: works(replaced(up(), 110), 120, 720).text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            message: 'the old process (pid 733) still served',
            from: '10:01:50',
            subject: { kind: 'provider', pid: 733 },
          },
        ],
      },
      {
        name: 'the answer of the app is not in the log, but the new version is enabled',
        log: works(
          sysextd(
            sysextd(
              sysextd(up(), 110, `activateDecision found entry to replace: ${BUNDLE}`),
              110.1,
              'initial activation decision: requestAppReplaceAction(<sysextd.Extension: 0xb12044180>)',
            ),
            112,
            `changing state of extension ${BUNDLE} to activated_enabled.`,
          ),
          120,
          720,
        ).text(),
        findings: [{ severity: 'warning', subject: { kind: 'provider', pid: 733 } }],
      },
    ],
    clear: [
      {
        name: 'sysextd only asks',
        log: works(
          sysextd(
            sysextd(up(), 110, `activateDecision found entry to replace: ${BUNDLE}`),
            110.1,
            'initial activation decision: requestAppReplaceAction(<sysextd.Extension: 0xb12044180>)',
          ),
          120,
          720,
        ).text(),
      },
      {
        name: 'it is ended and comes back',
        log: works(comesUp(starts(stops(replaced(up(), 110), 115), 120), 121, 990), 122, 720, 990).text(),
      },
      {
        name: 'the swap waits for a restart',
        log: works(
          sysextd(
            replaced(up(), 110),
            111,
            `extension ${BUNDLE} state changed to terminated_waiting_to_uninstall_on_reboot`,
          ),
          120,
          720,
        ).text(),
      },
      { name: 'the log ends soon after', log: works(replaced(up(), 110), 120, 300).text() },
      {
        name: 'somebody else is replaced',
        log: sysextd(
          works(sysextd(up(), 110, 'terminating old extension org.example.other'), 120, 720),
          730,
          'client activation request for org.example.other',
        ).text(),
      },
    ],
    notObservable: [{ name: 'no line of sysextd', log: up().text(), missing: 'sysextd' }],
  });
  for (const check of checks) it(check.name, check.run);
});

const tries = (log: Story, at: number, reason = ''): Story =>
  reason === ''
    ? starts(log, at).session(at + 0.5, ': status changed to disconnected')
    : fails(starts(log, at), at + 0.5, reason);

const updated = (log: Story, at: number): Story =>
  log.line(
    at,
    'Df',
    'nesessionmanager',
    486,
    '[com.apple.networkextension:] Extensions net.harbor.lighthouse is being updated, stopping',
  );

describe('stale-after-update', () => {
  const down = (log: Story, at: number): Story =>
    log.session(at, ': status changed to disconnected, last stop reason Application was updated');
  const checks = detectorChecks(staleAfterUpdate, {
    found: [
      {
        name: 'three starts end without a reason',
        log: tries(tries(tries(down(updated(up(), 110), 111), 130), 150, 'None'), 170).text(),
        findings: [{ severity: 'warning', confidence: 'low', count: 3, message: '3 starts since', from: '10:01:50' }],
      },
    ],
    clear: [
      {
        name: 'one start fails and the next succeeds',
        log: comesUp(starts(tries(down(updated(up(), 110), 111), 130), 150), 151, 990).text(),
      },
      {
        name: 'the starts fail for a reason',
        log: tries(tries(down(updated(up(), 110), 111), 130, 'Plugin failed'), 150, 'Plugin failed').text(),
      },
      { name: 'no update', log: tries(tries(down(up(), 111), 130), 150).text() },
      { name: 'the session was down at the update', log: tries(tries(updated(down(up(), 105), 110), 130), 150).text() },
    ],
    notObservable: [{ name: 'no line of nesessionmanager', log: foreignLog(), missing: 'nesessionmanager' }],
  });
  for (const check of checks) it(check.name, check.run);
});
