import { describe, expect, it } from 'vitest';
import { acceptAllBesideSecondProxy } from '../../src/detect/detectors/accept-all-beside-second-proxy.ts';
import { MinuteTally } from '../../src/detect/detectors/minute-tally.ts';
import type { Micros } from '../../src/model/units.ts';
import { detectorChecks } from '../../src/testing.ts';
import { foreignLog } from '../support/session-story.ts';
import { connected, type Story, story } from '../support/story.ts';

const OTHER = 'net.harbor.lighthouse.proxy';

/** A second proxy, of another vendor, that serves a session of its own. */
function second(log: Story, at: number): Story {
  const tag = 'NESMTransparentProxySession[Primary Tunnel:Lighthouse:7C9E6679-7425-40DE-944B-E07FC1F90AE7:(null)]';
  const says = (text: string): Story =>
    log.line(at, 'Df', 'nesessionmanager', 486, `[com.apple.networkextension:] ${tag}${text}`);
  says(': status changed to connecting');
  says(
    ` in state NESMVPNSessionStateStarting: plugin NEFlowDivertPlugin(${OTHER}[inactive]) started with PID 733 error (null)`,
  );
  says(': status changed to connected');
  return log.line(
    at + 0.2,
    'Df',
    OTHER,
    733,
    `(NetworkExtension) [com.apple.networkextension:] [Extension ${OTHER}]: Calling startProxyWithOptions with options 0x0`,
  );
}

interface Given {
  readonly count?: number;
  readonly rejectedEvery?: number;
  readonly app?: string;
}

/** Flows twenty a second, every tenth of this app. */
function takes(log: Story, at: number, { count = 700, rejectedEvery = 0, app = OTHER }: Given = {}): Story {
  for (let i = 0; i < count; i++) {
    const word = rejectedEvery > 0 && i % rejectedEvery === 0 ? 'rejected' : 'accepted';
    const source = i % 10 === 3 ? app : `com.example.app${i % 7}`;
    log.extension(
      at + i / 20,
      `provider ${word} new flow TCP ${source}[{length = 20, bytes = 0x0011}] remote: 203.0.113.${i % 99}:443 interface en0`,
    );
  }
  return log;
}

const up = (): Story => connected(story(), 0);

describe('accept-all-beside-second-proxy', () => {
  const checks = detectorChecks(acceptAllBesideSecondProxy, {
    found: [
      {
        name: 'everything is taken, the other proxy’s flows too',
        log: takes(second(up(), 1), 2).text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            count: 700,
            message: 'those of Lighthouse among them',
            subject: { kind: 'provider', pid: 569 },
          },
        ],
      },
    ],
    clear: [
      { name: 'no second provider', log: takes(up(), 2).text() },
      { name: 'nothing of the second provider', log: takes(second(up(), 1), 2, { app: 'org.example.mail' }).text() },
      { name: 'every tenth is handed back', log: takes(second(up(), 1), 2, { rejectedEvery: 10 }).text() },
      { name: 'too few in a minute', log: takes(second(up(), 1), 2, { count: 450 }).text() },
    ],
    notObservable: [{ name: 'no line of a provider', log: foreignLog(), missing: 'provider' }],
  });
  for (const check of checks) it(check.name, check.run);
});

describe('MinuteTally', () => {
  it('counts the last minute only', () => {
    const tally = new MinuteTally<'a' | 'b'>(['a', 'b']);
    const at = (seconds: number): Micros => (1_700_000_000_000_000 + seconds * 1_000_000) as Micros;

    for (let second = 0; second < 90; second++) tally.add('a', at(second));
    tally.add('b', at(95));

    // The minute up to second 95 begins with second 36.
    expect([tally.of('a'), tally.of('b')]).toEqual([54, 1]);
  });
});
