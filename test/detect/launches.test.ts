import { describe, it } from 'vitest';
import type { Detector } from '../../src/detect/define-detector.ts';
import { activatedNeverStarted } from '../../src/detect/detectors/activated-never-started.ts';
import { sandboxDenialProvider } from '../../src/detect/detectors/sandbox-denial-provider.ts';
import { type DetectorCases, detectorChecks } from '../../src/testing.ts';
import { comesUp, fails, foreignLog, starts, tunnelStory } from '../support/session-story.ts';
import { type Story, story } from '../support/story.ts';

const EXTENSION = 'net.harbor.lighthouse.tunnel';
const up = (): Story => comesUp(starts(tunnelStory(), 1), 2);
const denies = (log: Story, at: number, pid: number, what = 'system-privilege 10006'): Story =>
  log.line(at, 'E ', 'kernel', 0, `(Sandbox) Sandbox: Tunnel(${pid}) deny(1) ${what}`);
const enabled = (log: Story, at: number): Story =>
  log.line(
    at,
    'Df',
    'sysextd',
    301,
    `[com.apple.sx:default] changing state of extension ${EXTENSION} to activated_enabled.`,
  );
const subscribed = (log: Story, at: number, point = 'com.apple.networkextension.packet-tunnel'): Story =>
  log.line(
    at,
    'Df',
    'nesessionmanager',
    486,
    `[com.apple.networkextension:] Adding event subscription ${EXTENSION} for provider ${EXTENSION} with extension point ${point}`,
  );
const later = (log: Story, at: number): Story =>
  log.line(at, 'Df', 'sysextd', 301, '[com.apple.sx:default] notifying client of activation conflict');

const CASES: readonly (readonly [Detector, DetectorCases])[] = [
  [
    sandboxDenialProvider,
    {
      found: [
        {
          name: 'its session goes on',
          log: denies(up(), 9, 733).text(),
          findings: [{ severity: 'info', confidence: 'low', count: 1, subject: { pid: 733 } }],
        },
        {
          name: 'its session fails',
          log: fails(denies(denies(up(), 9, 733), 9.2, 733), 12, 'Plugin failed').text(),
          findings: [{ severity: 'warning', count: 2, message: '3 s later' }],
        },
      ],
      clear: [
        { name: 'an app', log: denies(up(), 9, 4_400).text() },
        { name: 'another denial', log: denies(up(), 9, 733, 'file-read-data /Library/Preferences/a.plist').text() },
      ],
      notObservable: [
        {
          name: 'no kernel',
          log: story()
            .line(
              1,
              'Df',
              'trustd',
              201,
              '(Security) [com.apple.securityd:policy] cert[0]: AnchorTrusted =(leaf)[force]> 0',
            )
            .text(),
          missing: 'sandbox',
        },
      ],
    },
  ],
  [
    activatedNeverStarted,
    {
      found: [
        {
          name: 'two minutes without a start',
          log: later(subscribed(enabled(story(), 5), 5.3), 130).text(),
          findings: [
            {
              severity: 'warning',
              confidence: 'medium',
              count: 1,
              message: '2 min',
              subject: { kind: 'extension', bundle: EXTENSION },
            },
          ],
        },
      ],
      clear: [
        {
          name: 'it is started',
          log: later(comesUp(starts(subscribed(enabled(tunnelStory(), 5), 5.3), 9), 10), 130).text(),
        },
        { name: 'it runs already', log: later(subscribed(enabled(up(), 5), 5.3), 130).text() },
        {
          name: 'no network extension',
          log: later(subscribed(enabled(story(), 5), 5.3, 'com.apple.endpoint-security'), 130).text(),
        },
      ],
      notObservable: [
        { name: 'the log ends', log: later(subscribed(enabled(story(), 5), 5.3), 30).text(), missing: 'the log ends' },
        { name: 'no sysextd', log: foreignLog(), missing: 'sysextd' },
      ],
    },
  ],
];

for (const [detector, cases] of CASES) {
  describe(detector.meta.id, () => {
    for (const check of detectorChecks(detector, cases)) it(check.name, check.run);
  });
}
