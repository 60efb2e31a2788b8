import { describe, expect, it } from 'vitest';
import { providerCrash } from '../../src/detect/detectors/provider-crash.ts';
import { providerCrashLoop } from '../../src/detect/detectors/provider-crash-loop.ts';
import { reportOn } from '../support/analyze.ts';
import { type CrashParts, crashIps } from '../support/reports.ts';

const NETWORK = '-[NEAppProxyTCPFlow readDataWithCompletionHandler:]@NetworkExtension';

/** What provider-crash says of a provider's crash report alone. */
async function findingOf(parts: CrashParts) {
  const calls = [...(parts.calls ?? ['abort@libsystem_c.dylib']), NETWORK];
  const { findings } = await reportOn(crashIps({ ...parts, calls }), [providerCrash]);
  expect(findings).toHaveLength(1);
  return findings[0];
}

describe('signatures of crash reports', () => {
  it.each<[string, CrashParts, RegExp]>([
    [
      'a continuation resumed twice',
      {
        info: [
          'SWIFT TASK CONTINUATION MISUSE: relay() tried to resume its continuation more than once, returning ()!',
        ],
      },
      /a continuation was resumed twice/,
    ],
    [
      'a verdict that is refused',
      {
        calls: [
          'objc_exception_throw@libobjc.A.dylib',
          '-[NEFilterDataProvider resumeFlow:withVerdict:]@NetworkExtension',
        ],
      },
      /a paused flow was resumed in a way that the framework refuses/,
    ],
    [
      'a handler called twice',
      {
        info: [
          "*** Terminating app due to uncaught exception 'NSInternalInconsistencyException', reason: 'completion handler was called twice'",
        ],
      },
      /a completion handler was called twice/,
    ],
    [
      'a task on the flow queue',
      {
        queue: 'NEFlow queue',
        calls: ['swift::AsyncTask::flagAsAndEnqueueOnExecutor(swift::ExecutorRef)@libswift_Concurrency.dylib'],
      },
      /a Swift task was resumed on the queue of a flow/,
    ],
    [
      'a watchdog',
      {
        exception: { type: 'EXC_CRASH', signal: 'SIGKILL' },
        termination: { namespace: 'FRONTBOARD', code: 0x8badf00d, indicator: 'scene-update watchdog transgression' },
      },
      /did not answer in time/,
    ],
    [
      'a lock held while suspended',
      {
        exception: { type: 'EXC_CRASH', signal: 'SIGKILL' },
        termination: { namespace: 'RUNNINGBOARD', code: 0xdead10cc },
      },
      /held a lock on a file/,
    ],
    [
      'a refused signature',
      {
        exception: { type: 'EXC_CRASH', signal: 'SIGKILL (Code Signature Invalid)' },
        termination: { namespace: 'CODESIGNING', code: 1, indicator: 'Launch Constraint Violation' },
      },
      /its code signature was refused/,
    ],
    [
      'a missing library',
      {
        termination: {
          namespace: 'DYLD',
          code: 1,
          indicator: 'Library missing',
          reasons: ['Library not loaded: @rpath/Acme.framework/Acme'],
        },
      },
      /the dynamic linker could not load it/,
    ],
    [
      'a type that the runtime does not know',
      {
        calls: [
          'swift::ResolveAsSymbolicReference::operator()@libswiftCore.dylib',
          'swift_getTypeByMangledNameImpl@libswiftCore.dylib',
        ],
      },
      /could not find a type/,
    ],
    [
      'an uncaught exception',
      { info: ["*** Terminating app due to uncaught exception 'NSRangeException', reason: 'index 4 beyond bounds'"] },
      /an exception was not caught/,
    ],
    [
      'a fatal error',
      { info: ['Acme/Relay.swift:12: Fatal error: Unexpectedly found nil while unwrapping an Optional value'] },
      /stopped itself with a fatal error/,
    ],
    ['nothing that is known', {}, /crashed by SIGABRT\.$/],
  ])('%s', async (_, parts, message) => {
    const finding = await findingOf(parts);

    expect(finding).toMatchObject({ detector: 'provider-crash', severity: 'error', confidence: 'high', count: 1 });
    expect(finding?.message).toMatch(message);
    expect(finding?.next.length).toBeGreaterThan(0);
  });

  it('of several reports of one provider only what they share is said', async () => {
    const same = { info: ['SWIFT TASK CONTINUATION MISUSE: a'], calls: [NETWORK] };
    const reports = [same, { ...same, captured: '2026-03-18 14:06:10.3 +0100', pid: 570 }];
    const [alike] = (await reportOn(reports.map((parts) => crashIps(parts)).join(''), [providerCrash])).findings;
    const other = crashIps({ captured: '2026-03-18 14:07:10.3 +0100', pid: 571, calls: [NETWORK] });
    const [mixed] = (await reportOn(reports.map((parts) => crashIps(parts)).join('') + other, [providerCrashLoop]))
      .findings;

    expect([alike?.message, alike?.count]).toEqual([
      'com.example.acme.extension crashed 2 times in 1 min by SIGABRT: a continuation was resumed twice.',
      2,
    ]);
    expect([mixed?.message, mixed?.count]).toEqual([
      'com.example.acme.extension crashed 3 times in 2 min by SIGABRT.',
      3,
    ]);
  });
});
