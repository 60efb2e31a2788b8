import { describe, it } from 'vitest';
import type { Detector } from '../../src/detect/define-detector.ts';
import { providerCrashLoop } from '../../src/detect/detectors/provider-crash-loop.ts';
import { signatureRefused } from '../../src/detect/detectors/signature-refused.ts';
import { startDuringSleepTransition } from '../../src/detect/detectors/start-during-sleep-transition.ts';
import { sysextClientGone } from '../../src/detect/detectors/sysext-client-gone.ts';
import { sysextStuckState } from '../../src/detect/detectors/sysext-stuck-state.ts';
import { type DetectorCases, detectorChecks } from '../../src/testing.ts';
import { comesUp, fails, foreignLog, starts, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

const EXTENSION = 'net.harbor.lighthouse.tunnel';
const sysextd = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'sysextd', 301, `[com.apple.sx:default] ${text}`);
const taskgated = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'taskgated-helper', 277, `(ConfigurationProfiles) ${text}`);
const powerd = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'powerd', 96, `[com.apple.powerd:sleepWake] ${text}`);
const up = (): Story => comesUp(starts(tunnelStory(), 1), 2);

interface Crashes {
  readonly count: number;
  readonly every: number;
  readonly end?: string;
}

function crashes({ count, every, end = 'exited due to SIGSEGV | sent by exc handler' }: Crashes): string {
  const log = tunnelStory();
  for (let i = 0; i < count; i++) {
    const pid = 800 + i * 7;
    const at = 10 + i * every;
    comesUp(starts(log, at), at + 1, pid);
    log.line(
      at + 2,
      'Df',
      EXTENSION,
      pid,
      '(NetworkExtension) [com.apple.networkextension:] Signature check failed: code failed to satisfy specified code requirement(s)',
    );
    const said = end.includes('sent by') ? `${end}[${pid}], ran for 9000ms` : `${end}, ran for 9000ms`;
    log.line(at + 9, 'Df', 'launchd', 1, `[system/${EXTENSION} [${pid}]:] ${said}`);
    fails(log, at + 9.1, 'Plugin failed');
  }
  return log.text();
}

function tries(log: Story, from: number, count: number): Story {
  log.line(from - 1, 'Df', 'nesessionmanager', 486, '[com.apple.networkextension:] Resetting');
  for (let i = 0; i < count; i++) {
    starts(log, from + i * 50);
    log.line(
      from + i * 50 + 0.02,
      'Df',
      'nesessionmanager',
      486,
      `[com.apple.networkextension:] Found 0 registrations for ${EXTENSION} (com.apple.networkextension.packet-tunnel)`,
    );
    fails(log, from + i * 50 + 0.5, 'Plugin was disabled');
  }
  return log;
}

const CASES: readonly (readonly [Detector, DetectorCases])[] = [
  [
    providerCrashLoop,
    {
      found: [
        {
          name: 'five in ten minutes',
          log: crashes({ count: 5, every: 130 }),
          findings: [
            {
              severity: 'error',
              confidence: 'high',
              count: 5,
              message: 'SIGSEGV',
              from: '10:00:19',
              subject: { pid: 800 },
            },
          ],
        },
        {
          name: 'three in an hour',
          log: crashes({ count: 3, every: 1_500, end: 'exited due to SIGABRT | sent by exc handler' }),
          findings: [{ count: 3, message: 'SIGABRT' }],
        },
      ],
      clear: [
        { name: 'two', log: crashes({ count: 2, every: 130 }) },
        { name: 'one every two hours', log: crashes({ count: 4, every: 7_200 }) },
        { name: 'exits with a code', log: crashes({ count: 5, every: 130, end: 'exited due to exit(1)' }) },
      ],
      notObservable: [{ name: 'no provider', log: foreignLog(), missing: 'provider' }],
    },
  ],
  [
    signatureRefused,
    {
      found: [
        {
          name: 'taskgated',
          log: taskgated(
            taskgated(
              tunnelStory(),
              5,
              `${EXTENSION}: Unsatisfied entitlements: com.apple.security.application-groups`,
            ),
            5.01,
            `Disallowing: ${EXTENSION}`,
          ).text(),
          findings: [
            {
              severity: 'error',
              confidence: 'high',
              count: 2,
              message: 'application-groups',
              subject: { kind: 'extension', bundle: EXTENSION },
            },
          ],
        },
        {
          name: 'sysextd could not validate the plugin of a session',
          log: sysextd(up(), 60, 'net.harbor.lighthouse.core: extension failed to validate! uninstalling...').text(),
          findings: [{ confidence: 'medium', count: 1, message: 'validate' }],
        },
      ],
      clear: [
        {
          name: 'a healthy activation',
          log: sysextd(
            sysextd(up(), 5, `client activation request for ${EXTENSION}`),
            6,
            `/Applications/L.app/Contents/Library/SystemExtensions/${EXTENSION}.systemextension: package type not \`DEXT\``,
          ).text(),
        },
        {
          name: 'a program that is no extension',
          log: taskgated(tunnelStory(), 5, 'Disallowing: org.example.calculator').text(),
        },
      ],
      notObservable: [{ name: 'no line of them', log: foreignLog(), missing: 'amfid' }],
    },
  ],
  [
    sysextClientGone,
    {
      found: [
        {
          name: 'the app is gone at once',
          log: sysextd(
            sysextd(
              sysextd(tunnelStory(), 5, `activateDecision found entry to replace: ${EXTENSION}`),
              5.1,
              'notifying client of activation conflict',
            ),
            5.3,
            'client connection (pid 931) invalidated',
          ).text(),
          findings: [
            {
              severity: 'warning',
              confidence: 'medium',
              count: 1,
              message: '200 ms',
              subject: { kind: 'app', pid: 931 },
            },
          ],
        },
      ],
      clear: [
        {
          name: 'it replied',
          log: sysextd(
            sysextd(
              sysextd(tunnelStory(), 5, 'notifying client of activation conflict'),
              5.2,
              'client replied replace',
            ),
            5.3,
            'client connection (pid 931) invalidated',
          ).text(),
        },
        {
          name: 'the user quits it later',
          log: sysextd(
            sysextd(tunnelStory(), 5, 'notifying client of activation conflict'),
            40,
            'client connection (pid 931) invalidated',
          ).text(),
        },
        {
          name: 'it tries again and replies',
          log: sysextd(
            sysextd(
              sysextd(
                sysextd(tunnelStory(), 5, 'notifying client of activation conflict'),
                5.2,
                'client connection (pid 931) invalidated',
              ),
              60,
              'notifying client of activation conflict',
            ),
            60.2,
            'client replied replace',
          ).text(),
        },
      ],
      notObservable: [{ name: 'no sysextd', log: foreignLog(), missing: 'sysextd' }],
    },
  ],
  [
    sysextStuckState,
    {
      found: [
        {
          name: 'it cannot be enabled, and starts go on',
          log: tries(
            sysextd(
              tunnelStory(),
              5,
              `unable to enable ${EXTENSION}: state is terminating_for_disable, not in a state that could be enabled`,
            ),
            20,
            4,
          ).text(),
          findings: [
            {
              severity: 'error',
              confidence: 'high',
              count: 4,
              message: 'terminating_for_disable',
              subject: { kind: 'extension', bundle: EXTENSION },
            },
          ],
        },
        {
          name: 'it waits for the user, and starts go on',
          log: tries(
            sysextd(tunnelStory(), 5, `changing state of extension ${EXTENSION} to activated_waiting_for_user`),
            20,
            4,
          ).text(),
          findings: [{ confidence: 'medium', count: 4, message: 'started 4 times all the same' }],
        },
      ],
      clear: [
        {
          name: 'disabled on purpose, and nobody starts it',
          log: sysextd(up(), 60, `changing state of extension ${EXTENSION} to terminating_for_disable`).text(),
        },
        {
          name: 'one start while it waits for the user',
          log: tries(
            sysextd(tunnelStory(), 5, `changing state of extension ${EXTENSION} to activated_waiting_for_user`),
            20,
            1,
          ).text(),
        },
        {
          name: 'an update',
          log: tries(
            sysextd(
              sysextd(tunnelStory(), 4, `changing state of extension ${EXTENSION} to activated_enabled`),
              5,
              `extension ${EXTENSION} state changed to terminated_waiting_to_uninstall_on_reboot`,
            ),
            20,
            4,
          ).text(),
        },
      ],
      notObservable: [{ name: 'no sysextd', log: foreignLog(), missing: 'sysextd' }],
    },
  ],
  [
    startDuringSleepTransition,
    {
      found: [
        {
          name: 'on demand, between sleep event and sleep',
          log: powerd(
            up()
              .session(60, ' in state NESMVPNSessionStateRunning: received sleep event', 'I ')
              .session(60.4, ': got On Demand start message from pid 0'),
            63,
            "Entering Sleep state due to 'Clamshell Sleep' Using AC",
          ).text(),
          findings: [
            {
              severity: 'warning',
              confidence: 'medium',
              count: 1,
              message: '400 ms after',
              subject: { kind: 'session' },
            },
          ],
        },
      ],
      clear: [
        {
          name: 'no start',
          log: powerd(
            up().session(60, ' in state NESMVPNSessionStateRunning: received sleep event', 'I '),
            63,
            "Entering Sleep state due to 'Clamshell Sleep' Using AC",
          ).text(),
        },
        {
          name: 'a start after the wake',
          log: powerd(
            powerd(
              up().session(60, ' in state NESMVPNSessionStateRunning: received sleep event', 'I '),
              61,
              "Entering Sleep state due to 'Clamshell Sleep' Using AC",
            ),
            80,
            'Wake from Deep Idle [CDNVA] : due to EC.LidOpen/Lid Open Using AC',
          )
            .session(80.2, ' in state NESMVPNSessionStateRunning: received wake event', 'I ')
            .session(81, ': got On Demand start message from pid 0')
            .text(),
        },
      ],
      notObservable: [{ name: 'no line of nesessionmanager', log: foreignLog(), missing: 'sleep event' }],
    },
  ],
];

for (const [detector, cases] of CASES) {
  describe(detector.meta.id, () => {
    for (const check of detectorChecks(detector, cases)) it(check.name, check.run);
  });
}
