import { describe, it } from 'vitest';
import { startRefusedLoop } from '../../src/detect/detectors/start-refused-loop.ts';
import { detectorChecks } from '../../src/testing.ts';
import { comesUp, fails, foreignLog, type Start, starts, tunnelStory } from '../support/session-story.ts';
import type { Story } from '../support/story.ts';

interface Loop extends Start {
  readonly count: number;
  readonly every: number;
  readonly lasts?: number;
  readonly reason?: (i: number) => string;
}

function loop(log: Story, { count, every, lasts = 0.2, reason = () => 'No network available', ...start }: Loop): Story {
  for (let i = 0; i < count; i++) {
    starts(log, 10 + i * every, start);
    fails(log, 10 + i * every + lasts, reason(i));
  }
  return log;
}

const always = (reason: string) => (): string => reason;

describe('start-refused-loop', () => {
  const checks = detectorChecks(startRefusedLoop, {
    found: [
      {
        name: 'no network, every 4 s',
        log: loop(tunnelStory(), { count: 9, every: 4 }).text(),
        findings: [
          {
            severity: 'error',
            confidence: 'high',
            count: 9,
            message: 'no network',
            from: '10:00:10',
            subject: { pid: 900 },
          },
        ],
      },
      {
        name: 'another reason, and the loop ends with a connect',
        log: comesUp(
          starts(loop(tunnelStory(), { count: 6, every: 2, reason: always('Plugin failed') }), 40),
          41,
        ).text(),
        findings: [{ severity: 'error', count: 6, message: '"Plugin failed"' }],
      },
      {
        name: 'on demand, for longer than the system’s own retries',
        log: loop(tunnelStory(), { count: 12, every: 3, onDemand: true }).text(),
        findings: [{ confidence: 'medium', count: 12 }],
      },
    ],
    clear: [
      { name: 'four attempts', log: loop(tunnelStory(), { count: 4, every: 3 }).text() },
      { name: 'one attempt a minute', log: loop(tunnelStory(), { count: 8, every: 60 }).text() },
      { name: 'attempts that take their time', log: loop(tunnelStory(), { count: 8, every: 6, lasts: 4 }).text() },
      {
        name: 'reasons that differ',
        log: loop(tunnelStory(), {
          count: 8,
          every: 3,
          reason: (i) => (i % 2 ? 'Plugin failed' : 'No network available'),
        }).text(),
      },
      { name: 'the system’s own retries', log: loop(tunnelStory(), { count: 8, every: 0.5, onDemand: true }).text() },
      {
        name: 'a disabled plugin',
        log: loop(tunnelStory(), { count: 8, every: 3, reason: always('Plugin was disabled') }).text(),
      },
    ],
    notObservable: [{ name: 'no line of nesessionmanager', log: foreignLog(), missing: 'nesessionmanager' }],
  });
  for (const check of checks) it(check.name, check.run);
});
