import { describe, it } from 'vitest';
import type { Detector } from '../../src/detect/define-detector.ts';
import { duplicateStart } from '../../src/detect/detectors/duplicate-start.ts';
import { ondemandStartStorm } from '../../src/detect/detectors/ondemand-start-storm.ts';
import { providerUnresponsiveToLaunch } from '../../src/detect/detectors/provider-unresponsive-to-launch.ts';
import { startTimeout } from '../../src/detect/detectors/start-timeout.ts';
import { type DetectorCases, detectorChecks } from '../../src/testing.ts';
import { comesUp, fails, foreignLog, starts, tunnelStory } from '../support/session-story.ts';
import { connected, type Story, story } from '../support/story.ts';

const IN = ' in state NESMVPNSessionStateStarting: ';
const PLUGIN = 'plugin NEVPNTunnelPlugin(net.harbor.lighthouse[inactive])';

interface Slow {
  readonly attached?: boolean;
  readonly called?: boolean;
  readonly speaks?: boolean;
  readonly timesOut?: boolean;
}

/** A start that takes twenty seconds, as far as it comes. */
function slow(
  log: Story,
  at: number,
  { attached = false, called = false, speaks = true, timesOut = true }: Slow,
): Story {
  starts(log, at).session(at + 0.1, ': Entering state NESMVPNSessionStateStarting, timeout 20 seconds');
  log.session(at + 0.3, `${IN}${PLUGIN} started with PID 733 error (null)`);
  if (attached) log.session(at + 0.4, `${IN}${PLUGIN} attached IPC with endpoint 0xd5a820210`);
  if (called) log.extension(at + 0.5, 'Calling startTunnelWithOptions with options 0x0');
  if (speaks)
    log.line(
      at + 1,
      'Df',
      'net.harbor.lighthouse.tunnel',
      733,
      '(NetworkExtension) [com.apple.networkextension:] Signature check failed: code failed to satisfy specified code requirement(s)',
    );
  if (timesOut) log.session(at + 20.1, `${IN}timed out`);
  return fails(log, at + 20.3, timesOut ? 'Tunnel did not come up in time' : 'Plugin initiated');
}

interface Ask {
  readonly from: number;
  readonly count: number;
  readonly every: number;
  readonly state?: string;
}

function asks(log: Story, { from, count, every, state = 'connecting' }: Ask): Story {
  for (let i = 0; i < count; i++)
    log.session(
      from + i * every,
      `: Skip a start command from ${i % 3 ? 'Mail' : 'Browser'}[${330 + (i % 3)}]: session in state ${state}`,
    );
  return log;
}

const call = (log: Story, at: number, what = 'startProxyWithOptions with options 0x0'): Story =>
  log.extension(at, `Calling ${what}`);
const crash = (log: Story, at: number): Story =>
  log.line(
    at,
    'Df',
    'launchd',
    1,
    '[system/com.example.acme.extension [569]:] exited due to SIGTRAP | sent by exc handler[569], ran for 1300ms',
  );
const blind = [{ name: 'no line of nesessionmanager', log: foreignLog(), missing: 'nesessionmanager' }];

const CASES: readonly (readonly [Detector, DetectorCases])[] = [
  [
    startTimeout,
    {
      found: [
        {
          name: 'its start was called',
          log: slow(tunnelStory(), 5, { attached: true, called: true }).text(),
          findings: [{ severity: 'error', confidence: 'high', count: 1, message: 'Starting' }],
        },
        {
          name: 'it does not stop, twice',
          log: [40, 90]
            .reduce(
              (log, at) =>
                log
                  .session(at, ': Entering state NESMVPNSessionStateStopping, timeout 20 seconds')
                  .session(at + 20, ': State timer (20 seconds) fired in state NESMVPNSessionStateStopping')
                  .session(at + 20.01, ' in state NESMVPNSessionStateStopping: timed out'),
              tunnelStory(),
            )
            .text(),
          findings: [{ count: 2, message: 'Stopping', from: '10:00:40', subject: { kind: 'session' } }],
        },
      ],
      clear: [
        { name: 'it comes up', log: comesUp(starts(tunnelStory(), 5), 6).text() },
        { name: 'the provider never answers: a finding of its own', log: slow(tunnelStory(), 5, {}).text() },
      ],
      notObservable: blind,
    },
  ],
  [
    providerUnresponsiveToLaunch,
    {
      found: [
        {
          name: 'it runs and keeps silent',
          log: slow(tunnelStory(), 5, {}).text(),
          findings: [{ severity: 'error', confidence: 'high', count: 1, message: 'pid 733', subject: { pid: 733 } }],
        },
        {
          name: 'no line of its own',
          log: slow(tunnelStory(), 5, { speaks: false }).text(),
          findings: [{ confidence: 'medium', count: 1 }],
        },
      ],
      clear: [
        { name: 'its channel came up', log: slow(tunnelStory(), 5, { attached: true }).text() },
        { name: 'its start was called', log: slow(tunnelStory(), 5, { called: true }).text() },
        { name: 'it ends before its time', log: slow(tunnelStory(), 5, { timesOut: false }).text() },
      ],
      notObservable: blind,
    },
  ],
  [
    ondemandStartStorm,
    {
      found: [
        {
          name: 'it does not connect',
          log: fails(
            asks(starts(tunnelStory(), 5), { from: 6, count: 45, every: 0.2 }),
            55,
            'Server is not responding',
          ).text(),
          findings: [{ severity: 'error', confidence: 'medium', count: 45, message: '2 programs', from: '10:00:06' }],
        },
        {
          name: 'it hangs in connecting',
          log: asks(asks(starts(tunnelStory(), 5), { from: 6, count: 30, every: 0.1 }), {
            from: 60,
            count: 1,
            every: 1,
          }).text(),
          findings: [{ count: 31 }],
        },
      ],
      clear: [
        {
          name: 'it connects',
          log: comesUp(asks(starts(tunnelStory(), 5), { from: 6, count: 45, every: 0.1 }), 12).text(),
        },
        {
          name: 'a few',
          log: fails(
            asks(starts(tunnelStory(), 5), { from: 6, count: 19, every: 0.1 }),
            55,
            'Server is not responding',
          ).text(),
        },
        {
          name: 'it is up',
          log: asks(comesUp(starts(tunnelStory(), 5), 6), {
            from: 8,
            count: 60,
            every: 0.1,
            state: 'connected',
          }).text(),
        },
      ],
      notObservable: [
        ...blind,
        {
          name: 'the log ends there',
          log: asks(starts(tunnelStory(), 5), { from: 6, count: 45, every: 0.1 }).text(),
          missing: 'the log ends',
        },
      ],
    },
  ],
  [
    duplicateStart,
    {
      found: [
        {
          name: 'half a second apart',
          log: call(connected(story(), 1), 1.7).text(),
          findings: [
            { severity: 'warning', confidence: 'high', count: 2, message: '500 ms apart', subject: { pid: 569 } },
          ],
        },
        {
          name: 'and it traps',
          log: crash(call(connected(story(), 1), 1.4), 2.2).text(),
          findings: [{ severity: 'error', count: 2, message: 'crashed' }],
        },
      ],
      clear: [
        { name: 'once', log: connected(story(), 1).text() },
        {
          name: 'a stop between',
          log: call(call(connected(story(), 1), 30, 'stopProxyWithReason because: Stop command received'), 40).text(),
        },
        { name: 'two kinds', log: call(connected(story(), 1), 3, 'startFilterWithOptions with options 0x0').text() },
        {
          name: 'two configurations',
          log:
            connected(story({ uuid: '0F00BA12-1111-4222-8333-44445555CCCC' }), 1).text() +
            connected(story(), 4).text().split('\n').slice(1).join('\n'),
        },
      ],
      notObservable: [{ name: 'no provider', log: foreignLog(), missing: 'provider' }],
    },
  ],
];

for (const [detector, cases] of CASES) {
  describe(detector.meta.id, () => {
    for (const check of detectorChecks(detector, cases)) it(check.name, check.run);
  });
}
