import { describe, it } from 'vitest';
import { filterProxyConflict } from '../../src/detect/detectors/filter-proxy-conflict.ts';
import { detectorChecks } from '../../src/testing.ts';
import { foreignLog } from '../support/session-story.ts';
import { connected, type Story, story } from '../support/story.ts';

interface Given {
  readonly peek: boolean;
  readonly drop?: boolean;
  readonly closed: boolean;
  readonly verdictFirst?: boolean;
}

function verdict(log: Story, at: number, i: number, { peek, drop = false }: Given): void {
  const on = peek ? 'YES' : 'NO';
  const lines = [
    `New flow verdict for 5C0FFEE0-1111-4222-8333-4444555566${10 + i}: `,
    `    drop = ${drop ? 'YES' : 'NO'}`,
    '    remediate = NO',
    '    filterInbound = NO',
    '    peekInboundBytes = 0',
    `    filterOutbound = ${on}`,
    `    peekOutboundBytes = ${peek ? 512 : 0}`,
  ];
  log.line(
    at,
    'Db',
    'com.example.acme.extension',
    569,
    `(NetworkExtension) [com.apple.networkextension:] ${lines.join('\n')}`,
  );
}

function flows(count: number, each: (i: number) => Given): Story {
  const log = connected(story(), 1);
  for (let i = 0; i < count; i++) {
    const given = each(i);
    const at = 10 + i * 1.5;
    if (given.verdictFirst === true) verdict(log, at - 0.004, i, given);
    log.extension(
      at,
      `provider rejected new flow TCP ${given.peek ? 'crawler' : 'com.example.browser'}[{length = 20, bytes = 0x0011}] remote: 100.64.3.${i}:8443 interface utun7`,
    );
    if (given.verdictFirst !== true) verdict(log, at + 0.002, i, given);
    if (!given.closed) continue;
    log.library(at + 0.006, 910_000_001 + i, 'Closing reads (sending SHUT_WR), closed by plugin (flow error: 0)');
    log.library(at + 0.007, 910_000_001 + i, 'Closing writes, sending SHUT_RD');
  }
  return log;
}

describe('filter-proxy-conflict', () => {
  const checks = detectorChecks(filterProxyConflict, {
    found: [
      {
        name: 'every peeked flow dies, the others live',
        log: flows(10, (i) => ({ peek: i % 2 === 0, closed: i % 2 === 0 })).text(),
        findings: [
          {
            severity: 'error',
            confidence: 'medium',
            count: 5,
            message: 'crawler',
            from: '10:00:10',
            subject: { pid: 569 },
          },
        ],
      },
      {
        name: 'the verdict stands first',
        log: flows(4, () => ({ peek: true, closed: true, verdictFirst: true })).text(),
        findings: [{ count: 4 }],
      },
    ],
    clear: [
      { name: 'two of them', log: flows(2, () => ({ peek: true, closed: true })).text() },
      { name: 'a peek that does no harm', log: flows(8, () => ({ peek: true, closed: false })).text() },
      {
        name: 'rejected flows are closed with and without a peek',
        log: flows(10, (i) => ({ peek: i % 2 === 0, closed: true })).text(),
      },
      { name: 'blocked on purpose', log: flows(6, () => ({ peek: true, drop: true, closed: true })).text() },
    ],
    notObservable: [
      { name: 'no verdicts', log: connected(story(), 1).text(), missing: 'debug' },
      { name: 'nothing of it', log: foreignLog(), missing: 'debug' },
    ],
  });
  for (const check of checks) it(check.name, check.run);
});
