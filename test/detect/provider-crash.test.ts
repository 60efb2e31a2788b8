import { describe, it } from 'vitest';
import { providerCrash } from '../../src/detect/detectors/provider-crash.ts';
import { detectorChecks } from '../../src/testing.ts';
import { connected, type Story, story } from '../support/story.ts';

const JOB = '[system/com.example.acme.extension [569]:]';

function running(): Story {
  return connected(story(), 0).extension(
    3,
    'Calling handleNewFlow with TCP com.example.browser[{length = 20, bytes = 0x1bc5}] remote: 198.51.100.7:443',
  );
}

describe('provider-crash', () => {
  const checks = detectorChecks(providerCrash, {
    found: [
      {
        name: 'launchd names a fault signal',
        log: running()
          .line(10, 'Df', 'kernel', 0, 'com.example.acme.extension[569] Corpse allowed 1 of 5')
          .line(10.1, 'Df', 'launchd', 1, `${JOB} exited due to SIGSEGV | sent by exc handler[569], ran for 9800ms`)
          .line(
            10.2,
            'E ',
            'nesessionmanager',
            486,
            '[com.apple.networkextension:] Extension com.example.acme.extension died unexpectedly',
          )
          .line(12, 'Df', 'ReportCrash', 901, 'Formulating fatal 309 report for corpse[569] com.example.acme.extension')
          .text(),
        findings: [
          {
            severity: 'error',
            confidence: 'high',
            count: 1,
            message: 'SIGSEGV',
            subject: { pid: 569, bundle: 'com.example.acme.extension' },
          },
        ],
      },
      {
        name: 'only nesessionmanager says that it died',
        log: running()
          .line(
            10,
            'E ',
            'nesessionmanager',
            486,
            '[com.apple.networkextension:] Extension com.example.acme.extension died unexpectedly',
          )
          .text(),
        findings: [{ severity: 'error', confidence: 'medium', count: 1, subject: { pid: 569 } }],
      },
      {
        name: 'it crashes while it stops',
        log: running()
          .session(10, ': Received a stop command from Acme[501] with reason 1')
          .extension(10.01, 'Calling stopProxyWithReason because: Stop command received')
          .line(
            10.8,
            'Df',
            'launchd',
            1,
            `${JOB} exited due to SIGABRT | sent by com.example.acme.extension[569], ran for 10000ms`,
          )
          .text(),
        findings: [{ severity: 'error', confidence: 'high', message: /after it was asked to stop/ }],
      },
    ],
    clear: [
      {
        name: 'a stop ends it',
        log: running()
          .session(10, ': Received a stop command from Acme[501] with reason 1')
          .extension(10.01, 'Calling stopProxyWithReason because: Stop command received')
          .line(10.8, 'Df', 'launchd', 1, `${JOB} exited due to SIGTERM | sent by launchd[1], ran for 10000ms`)
          .text(),
      },
      {
        name: 'the memory limit ends it, which also leaves a corpse',
        log: running()
          .line(
            10,
            'Df',
            'kernel',
            0,
            '[com.apple.xnu:memorystatus] memorystatus: com.example.acme.extension [569] exceeded mem limit: ActiveHard 50 MB (fatal)',
          )
          .line(10.01, 'Df', 'kernel', 0, 'com.example.acme.extension[569] Corpse allowed 1 of 5')
          .line(
            10.2,
            'E ',
            'neagent',
            420,
            '(NetworkExtension) [com.apple.networkextension:] Extension com.example.acme.extension died unexpectedly',
          )
          .line(12, 'Df', 'ReportCrash', 901, 'Formulating fatal 309 report for corpse[569] com.example.acme.extension')
          .text(),
      },
      {
        name: 'somebody else crashes',
        log: running()
          .line(10, 'Df', 'kernel', 0, 'Acme[501] Corpse allowed 1 of 5')
          .line(12, 'Df', 'ReportCrash', 901, 'Formulating fatal 309 report for corpse[501] Acme')
          .text(),
      },
      {
        name: 'it exits with a code',
        log: running().line(10, 'Df', 'launchd', 1, `${JOB} exited due to exit(255), ran for 9800ms`).text(),
      },
      {
        name: 'a debugger ends its own run',
        log: running()
          .line(10, 'Df', 'launchd', 1, `${JOB} exited due to SIGABRT | sent by debugserver[777], ran for 9800ms`)
          .text(),
      },
    ],
    notObservable: [
      {
        name: 'only the provider’s own lines',
        log: story().extension(0, 'Calling startProxyWithOptions with options 0x0').text(),
        missing: 'launchd',
      },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
