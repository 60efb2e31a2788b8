import { describe, it } from 'vitest';
import { flowClosedBeforeProvider } from '../../src/detect/detectors/flow-closed-before-provider.ts';
import { detectorChecks } from '../../src/testing.ts';
import { foreignLog } from '../support/session-story.ts';
import { connected, type Story, story } from '../support/story.ts';

interface Given {
  readonly closed?: number;
  readonly offered?: number;
  readonly app?: string;
  readonly remote?: string;
}

/** A flow: the kernel connects, closes where `closed` says after how long, and the provider is offered it. */
function flow(
  log: Story,
  at: number,
  hash: number,
  { closed, offered = 0.02, app = 'org.example.shop', remote = '203.0.113.8:443' }: Given,
): Story {
  log.divert(at, hash, 'Connecting');
  const close = (): void => {
    if (closed !== undefined) log.divert(at + closed, hash, 'sending close, how = 2');
  };
  if (closed !== undefined && closed < offered) close();
  log.library(
    at + offered,
    hash,
    `New flow: NEFlow type = stream, app = ${app}, name = shop.example.org, 192.0.2.7:0 <-> ${remote}, filter_id = , interface = en0`,
  );
  if (closed !== undefined && closed >= offered) close();
  return log;
}

function flows(count: number, each: (i: number) => Given): Story {
  const log = connected(story({ sessionClass: 'NESMAppProxySession' }), 1);
  for (let i = 0; i < count; i++) flow(log, 10 + i * 2, 700_000_001 + i * 31, each(i));
  return log;
}

function races(): string {
  const log = connected(story(), 1);
  for (let i = 0; i < 6; i++) {
    flow(log, 10 + i * 2, 810_000_001 + i * 7, { closed: 0.005 });
    flow(log, 10.1 + i * 2, 820_000_001 + i * 7, { remote: '203.0.113.9:443' });
  }
  return log.text();
}

describe('flow-closed-before-provider', () => {
  const checks = detectorChecks(flowClosedBeforeProvider, {
    found: [
      {
        name: 'five in a row',
        log: flows(5, () => ({ closed: 0.008 })).text(),
        findings: [
          {
            severity: 'warning',
            confidence: 'medium',
            count: 5,
            message: '12 ms',
            from: '10:00:10',
            subject: { kind: 'app', bundle: 'org.example.shop' },
          },
        ],
      },
      {
        name: 'most of them, with a slower provider',
        log: flows(9, (i) => (i % 3 === 2 ? {} : { closed: 0.4, offered: 2.5 })).text(),
        findings: [{ count: 6, message: 'of 8 flows', subject: { pid: 569 } }],
      },
    ],
    clear: [
      { name: 'closed after the offer', log: flows(9, () => ({ closed: 1 })).text() },
      { name: 'two of many', log: flows(12, (i) => (i % 6 === 0 ? { closed: 0.008 } : {})).text() },
      { name: 'a few of a busy app', log: flows(20, (i) => (i % 5 === 0 ? { closed: 0.008 } : {})).text() },
      { name: 'addresses race', log: races() },
    ],
    notObservable: [
      { name: 'no kernel lines', log: connected(story(), 1).text(), missing: 'flow_divert' },
      { name: 'nothing of it', log: foreignLog(), missing: 'flow_divert' },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
