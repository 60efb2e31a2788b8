import { describe, it } from 'vitest';
import type { Detector } from '../../src/detect/define-detector.ts';
import { providerCancelledStart } from '../../src/detect/detectors/provider-cancelled-start.ts';
import { providerDiedBeforeStart } from '../../src/detect/detectors/provider-died-before-start.ts';
import { startFailedByPeer } from '../../src/detect/detectors/start-failed-by-peer.ts';
import { startFailedByProvider } from '../../src/detect/detectors/start-failed-by-provider.ts';
import { type DetectorCases, detectorChecks } from '../../src/testing.ts';
import { comesUp, fails, foreignLog, starts, stops, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

interface Fail {
  readonly count: number;
  readonly every?: number;
  readonly after?: number;
  readonly reason: string;
  readonly pid?: number;
  readonly with?: (log: Story, at: number) => void;
}

/** Starts that end with this reason; a pid where the provider was launched. */
function failing(log: Story, { count, every = 40, after = 1.5, reason, pid, with: extra }: Fail): Story {
  for (let i = 0; i < count; i++) {
    const at = 10 + i * every;
    starts(log, at);
    if (pid !== undefined)
      log.session(
        at + 0.2,
        ` in state NESMVPNSessionStateStarting: plugin NEVPNTunnelPlugin(net.harbor.lighthouse[inactive]) started with PID ${pid + i} error (null)`,
      );
    extra?.(log, at + 0.4);
    fails(log, at + after, reason);
  }
  return log;
}

const agent = (log: Story, at: number): void => {
  log.line(
    at,
    'E ',
    'neagent',
    410,
    '[com.apple.networkextension:] Failed to start extension net.harbor.lighthouse.tunnel: Error Domain=NSCocoaErrorDomain Code=4097 "(null)"',
  );
};
const updates = (log: Story, at: number): void => {
  log.line(
    at - 0.1,
    'Df',
    'nesessionmanager',
    486,
    '[com.apple.networkextension:] Extensions net.harbor.lighthouse.tunnel is being updated, stopping',
  );
  agent(log, at);
};
const ruled = (log: Story, at: number): void => {
  log.line(
    at,
    'E ',
    'net.harbor.lighthouse.tunnel',
    733,
    '(NetworkExtension) [com.apple.networkextension:] 443 cannot be specified as the port for transparent proxy network rules',
  );
};
const crashes = (log: Story, at: number): void => {
  const pid = 733 + Math.round((at - 10.4) / 40);
  log.line(
    at,
    'Df',
    'launchd',
    1,
    `[system/net.harbor.lighthouse.tunnel [${pid}]:] exited due to SIGABRT | sent by exc handler[${pid}], ran for 300ms`,
  );
};

const PEER = 'Tunnel was terminated by the server';
const blind = [{ name: 'no line of nesessionmanager', log: foreignLog(), missing: 'nesessionmanager' }];
const up = (): Story => comesUp(starts(tunnelStory(), 1), 2);

const CASES: readonly (readonly [Detector, DetectorCases])[] = [
  [
    startFailedByPeer,
    {
      found: [
        {
          name: 'once',
          log: failing(tunnelStory(), { count: 1, reason: PEER }).text(),
          findings: [{ severity: 'warning', confidence: 'medium', count: 1, message: PEER, from: '10:00:10' }],
        },
        {
          name: 'three within ten minutes',
          log: failing(tunnelStory(), { count: 3, every: 100, reason: 'Server is not responding', after: 9 }).text(),
          findings: [{ severity: 'error', count: 3, subject: { kind: 'session' } }],
        },
      ],
      clear: [
        { name: 'it connects', log: up().text() },
        { name: 'the server ends a session that was up', log: fails(up(), 90, PEER).text() },
        { name: 'another reason', log: failing(tunnelStory(), { count: 3, reason: 'Plugin failed' }).text() },
      ],
      notObservable: blind,
    },
  ],
  [
    providerCancelledStart,
    {
      found: [
        {
          name: 'once',
          log: failing(tunnelStory(), { count: 1, reason: 'Plugin initiated', pid: 733 }).text(),
          findings: [{ severity: 'warning', confidence: 'low', count: 1 }],
        },
        {
          name: 'three times',
          log: failing(tunnelStory(), { count: 3, reason: 'Plugin initiated', pid: 733 }).text(),
          findings: [{ severity: 'error', confidence: 'medium', count: 3, message: '1.5 s after' }],
        },
      ],
      clear: [
        {
          name: 'the user stops it',
          log: stops(starts(tunnelStory(), 5), 6, 'Lighthouse[900]', 'Plugin initiated').text(),
        },
        {
          name: 'it ends later',
          log: failing(tunnelStory(), { count: 3, reason: 'Plugin initiated', pid: 733, after: 12 }).text(),
        },
        {
          name: 'a rule was refused: a finding of its own',
          log: failing(tunnelStory(), { count: 2, reason: 'Plugin initiated', with: ruled }).text(),
        },
      ],
      notObservable: blind,
    },
  ],
  [
    startFailedByProvider,
    {
      found: [
        {
          name: 'twice',
          log: failing(tunnelStory(), { count: 2, reason: 'Plugin failed', pid: 733, after: 6 }).text(),
          findings: [{ severity: 'error', confidence: 'medium', count: 2, subject: { pid: 900 } }],
        },
        {
          name: 'others worked',
          log: failing(stops(up(), 8), { count: 3, reason: 'Plugin initiated', pid: 740, after: 7 }).text(),
          findings: [{ confidence: 'low', count: 3, message: 'once it did' }],
        },
      ],
      clear: [
        { name: 'once', log: failing(tunnelStory(), { count: 1, reason: 'Plugin failed', pid: 733, after: 6 }).text() },
        {
          name: 'the provider crashed each time',
          log: failing(tunnelStory(), { count: 3, reason: 'Plugin failed', pid: 733, with: crashes }).text(),
        },
        {
          name: 'a loop of refusals: a finding of its own',
          log: failing(tunnelStory(), { count: 7, every: 3, reason: 'Plugin failed', pid: 733 }).text(),
        },
      ],
      notObservable: blind,
    },
  ],
  [
    providerDiedBeforeStart,
    {
      found: [
        {
          name: 'twice',
          log: failing(tunnelStory(), { count: 2, reason: 'Plugin failed', with: agent }).text(),
          findings: [{ severity: 'error', confidence: 'medium', count: 2, message: 'Lighthouse' }],
        },
        {
          name: 'PlugInKit loses it too',
          log: failing(tunnelStory(), {
            count: 2,
            reason: 'Plugin failed',
            with: (log, at) => {
              log.line(
                at,
                'E ',
                'neagent',
                410,
                '(PlugInKit) [com.apple.PlugInKit:] Hub connection error Error Domain=NSCocoaErrorDomain Code=4097 "(null)"',
              );
              agent(log, at + 0.1);
            },
          }).text(),
          findings: [{ confidence: 'high', count: 2 }],
        },
      ],
      clear: [
        {
          name: 'it is being updated',
          log: failing(tunnelStory(), { count: 1, reason: 'Plugin failed', with: updates }).text(),
        },
        {
          name: 'its start was called',
          log: failing(tunnelStory(), {
            count: 1,
            reason: 'Plugin failed',
            with: (log, at) => {
              log.extension(at, 'Calling startTunnelWithOptions with options 0x0');
              agent(log, at + 0.1);
            },
          }).text(),
        },
        { name: 'it connects', log: up().text() },
      ],
      notObservable: blind,
    },
  ],
];

for (const [detector, cases] of CASES) {
  describe(detector.meta.id, () => {
    for (const check of detectorChecks(detector, cases)) it(check.name, check.run);
  });
}
