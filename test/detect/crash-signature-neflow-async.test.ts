import { describe, it } from 'vitest';
import { crashSignatureNeflowAsync } from '../../src/detect/detectors/crash-signature-neflow-async.ts';
import { detectorChecks } from '../../src/testing.ts';
import { connected, type Story, story } from '../support/story.ts';

const ASYNC = 'swift::AsyncTask::flagAsAndEnqueueOnExecutor(swift::ExecutorRef) + 112 (libswift_Concurrency.dylib)';
const READ = '-[NEAppProxyUDPFlow readDatagramsWithCompletionHandler:] + 411 (NetworkExtension)';

function running(): Story {
  return connected(story(), 0).extension(
    3,
    'Calling handleNewFlow with UDP com.example.browser[{length = 20, bytes = 0x1bc5}] remote: 198.51.100.7:53',
  );
}

function reported(log: Story, at: number, queue: string, frame: string, pid = 569): Story {
  const lines = [
    'exception = EXC_BAD_ACCESS',
    'signal = SIGSEGV',
    'thread = 4',
    `queue = ${queue}`,
    `frame 0 = ${frame}`,
    `frame 1 = ${READ}`,
  ];
  return log.line(
    at,
    'Df',
    'DiagnosticReport',
    0,
    `[diagnostic-reports:crash] crash report: com.example.acme.extension [${pid}]\n    ${lines.join('\n    ')}`,
  );
}

const launchd = (log: Story, at: number): Story =>
  log.line(
    at,
    'Df',
    'launchd',
    1,
    '[system/com.example.acme.extension [569]:] exited due to SIGSEGV | sent by exc handler[569], ran for 9800ms',
  );

describe('crash-signature-neflow-async', () => {
  const checks = detectorChecks(crashSignatureNeflowAsync, {
    found: [
      {
        name: 'the report shows a task resumed on the queue of a flow',
        log: launchd(reported(running(), 10, 'NEFlow queue', ASYNC), 10.1).text(),
        findings: [
          {
            severity: 'error',
            confidence: 'high',
            count: 1,
            message: /NEFlow queue/,
            subject: { pid: 569, bundle: 'com.example.acme.extension' },
          },
        ],
      },
      {
        name: 'only reports, twice',
        log: reported(
          reported(
            story(),
            1,
            'NEFlow queue',
            'swift_continuation_throwingResumeWithError + 8 (libswift_Concurrency.dylib)',
          ),
          60,
          'NEFlow queue',
          ASYNC,
          600,
        ).text(),
        findings: [{ severity: 'error', count: 2, message: '2 times in 59 s' }],
      },
    ],
    clear: [
      { name: 'another queue', log: reported(running(), 10, 'com.apple.main-thread', ASYNC).text() },
      {
        name: 'no Swift task on the stack',
        log: reported(running(), 10, 'NEFlow queue', 'objc_release + 16 (libobjc.A.dylib)').text(),
      },
      {
        name: 'nothing crashed',
        log: running()
          .line(
            10,
            'Df',
            'launchd',
            1,
            '[system/com.example.acme.extension [569]:] exited due to SIGTERM | sent by launchd[1], ran for 9800ms',
          )
          .text(),
      },
    ],
    notObservable: [
      { name: 'it crashed, and there is no report', log: launchd(running(), 10.1).text(), missing: 'crash report' },
      {
        name: 'nothing of a provider',
        log: story().line(0, 'Df', 'launchd', 1, 'service state: running').text(),
        missing: 'provider',
      },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
