import { describe, it } from 'vitest';
import type { Detector } from '../../src/detect/define-detector.ts';
import { claimedFlowNotServiced } from '../../src/detect/detectors/claimed-flow-not-serviced.ts';
import { claimedFlowZeroBytes } from '../../src/detect/detectors/claimed-flow-zero-bytes.ts';
import { dnsThroughProxyFailing } from '../../src/detect/detectors/dns-through-proxy-failing.ts';
import { flowDivertDetached } from '../../src/detect/detectors/flow-divert-detached.ts';
import { type DetectorCases, detectorChecks } from '../../src/testing.ts';
import { foreignLog } from '../support/session-story.ts';
import { connected, type Story, story } from '../support/story.ts';

interface Given {
  readonly result?: number;
  readonly back?: boolean;
  readonly closed?: number;
  /** Bytes to the app and from it at the end, and after how long. */
  readonly end?: { readonly after: number; readonly out: number; readonly into: number };
  readonly udp?: boolean;
  readonly remote?: string;
  readonly app?: string;
  readonly rejected?: boolean;
}

function flow(log: Story, at: number, hash: number, given: Given): Story {
  const {
    result,
    back,
    closed,
    end,
    udp = false,
    remote = '203.0.113.8:443',
    app = 'org.example.news',
    rejected,
  } = given;
  log.divert(at, hash, 'Connecting');
  log.library(
    at + 0.01,
    hash,
    `New flow: NEFlow type = ${udp ? 'datagram' : 'stream'}, app = ${app}, name = , 192.0.2.7:0 <-> ${remote}, filter_id = , interface = en0`,
  );
  if (rejected === true)
    log.extension(
      at + 0.015,
      `provider rejected new flow TCP ${app}[{length = 20, bytes = 0x0011}] remote: ${remote} interface en0`,
    );
  if (result !== undefined) log.divert(at + result, hash, 'received connect result 0');
  if (back === true) log.divert(at + 0.02, hash, 'Skipped all flow divert services, disabling flow divert');
  if (closed !== undefined) log.divert(at + closed, hash, 'sending close, how = 2');
  if (end !== undefined)
    log.library(
      at + end.after,
      hash,
      `Destroying, client tx ${end.out}, client rx ${end.into}, kernel rx ${end.into}, kernel tx ${end.out}`,
    );
  return log;
}

const last = (log: Story, at: number): Story =>
  log.extension(
    at,
    'Calling handleNewFlow with TCP org.example.news[{length = 20, bytes = 0x0011}] remote: 203.0.113.9:443 interface en0',
  );

function flows(count: number, every: number, each: (i: number) => Given, from = 10): Story {
  const log = connected(story(), 1);
  const all = Array.from({ length: count }, (_, i) => ({
    at: from + i * every,
    given: each(i),
    hash: 600_000_011 + i * 13,
  }));
  for (const { at, given, hash } of all) flow(log, at, hash, given);
  return last(log, from + count * every + 60);
}

const dead = { after: 0.4, out: 0, into: 0 };
const alive = { after: 2, out: 9_000, into: 400 };
const unanswered = { after: 1, out: 0, into: 40 };

function detached(options: { readonly stop?: boolean; readonly later?: boolean }): string {
  const log = connected(story(), 1);
  flow(log, 5, 900_000_001, { result: 0.2 });
  flow(log, 9, 900_000_002, { result: 0.2 });
  if (options.stop === true) log.extension(39.5, 'Calling stopProxyWithReason because: Stop command received');
  log.divert(40, 0, 'disconnecting group 3');
  if (options.later === true) flow(log, 60, 900_000_003, { result: 0.2 });
  log.divert(70, 900_000_004, 'Group for control unit 3 is NULL, flow divert cannot be used for this socket');
  log.line(
    130,
    'Df',
    'com.example.acme.extension',
    569,
    '(NetworkExtension) [com.apple.networkextension:] Signature check failed: code failed to satisfy specified code requirement(s)',
  );
  return log.text();
}

const blind = [{ name: 'nothing of it', log: foreignLog() }];

const CASES: readonly (readonly [Detector, DetectorCases])[] = [
  [
    claimedFlowNotServiced,
    {
      found: [
        {
          name: 'seven of eight',
          log: flows(8, 3, (i) => (i === 2 ? { result: 0.3 } : {})).text(),
          findings: [
            {
              severity: 'error',
              confidence: 'medium',
              count: 7,
              message: '8 flows',
              from: '10:00:10',
              subject: { pid: 569 },
            },
          ],
        },
        {
          name: 'the apps give up after ten seconds',
          log: flows(6, 3, () => ({ closed: 10 })).text(),
          findings: [{ count: 6 }],
        },
      ],
      clear: [
        { name: 'all are opened', log: flows(12, 3, () => ({ result: 0.3 })).text() },
        { name: 'handed back', log: flows(12, 3, () => ({ back: true })).text() },
        { name: 'four', log: flows(4, 3, () => ({})).text() },
        { name: 'a few of many', log: flows(30, 1, (i) => (i % 5 === 0 ? {} : { result: 0.3 })).text() },
        { name: 'the apps close at once', log: flows(9, 3, () => ({ closed: 0.2 })).text() },
      ],
      notObservable: [...blind, { name: 'no kernel lines', log: connected(story(), 1).text(), missing: 'flow_divert' }],
    },
  ],
  [
    claimedFlowZeroBytes,
    {
      found: [
        {
          name: 'fourteen in a minute',
          log: flows(14, 3, () => ({ end: dead })).text(),
          findings: [
            {
              severity: 'warning',
              confidence: 'medium',
              count: 14,
              subject: { kind: 'app', bundle: 'org.example.news' },
            },
          ],
        },
      ],
      clear: [
        { name: 'data flows', log: flows(30, 2, () => ({ end: alive })).text() },
        { name: 'a third of them', log: flows(36, 1, (i) => ({ end: i % 3 === 0 ? dead : alive })).text() },
        { name: 'rejected flows', log: flows(20, 2, () => ({ end: dead, rejected: true })).text() },
        { name: 'a port scan', log: flows(30, 1, (i) => ({ end: dead, remote: `203.0.113.8:${1_000 + i}` })).text() },
      ],
      notObservable: blind,
    },
  ],
  [
    dnsThroughProxyFailing,
    {
      found: [
        {
          name: 'DNS gets no answer, TCP works',
          log: flows(50, 3, (i) =>
            i % 2 === 0 ? { udp: true, remote: '192.168.4.1:53', end: unanswered } : { end: alive },
          ).text(),
          findings: [
            { severity: 'warning', confidence: 'medium', count: 25, message: '25 of 25', subject: { pid: 569 } },
          ],
        },
      ],
      clear: [
        {
          name: 'DNS works',
          log: flows(50, 3, (i) =>
            i % 2 === 0 ? { udp: true, remote: '192.168.4.1:53', end: alive } : { end: alive },
          ).text(),
        },
        {
          name: 'nothing works',
          log: flows(50, 3, (i) =>
            i % 2 === 0 ? { udp: true, remote: '192.168.4.1:53', end: unanswered } : { end: unanswered },
          ).text(),
        },
        {
          name: 'a dozen',
          log: flows(24, 3, (i) =>
            i % 2 === 0 ? { udp: true, remote: '192.168.4.1:53', end: unanswered } : { end: alive },
          ).text(),
        },
      ],
      notObservable: blind,
    },
  ],
  [
    flowDivertDetached,
    {
      found: [
        {
          name: 'the group goes, the provider stays',
          log: detached({}),
          findings: [
            {
              severity: 'error',
              confidence: 'high',
              count: 2,
              subject: { pid: 569, session: '0F00BA12-1111-4222-8333-44445555AAAA' },
            },
          ],
        },
      ],
      clear: [
        { name: 'an ordinary stop', log: detached({ stop: true }) },
        { name: 'flows go on: another group', log: detached({ later: true }) },
        { name: 'no group goes', log: flows(3, 3, () => ({ result: 0.3 })).text() },
      ],
      notObservable: [...blind, { name: 'no kernel lines', log: connected(story(), 1).text(), missing: 'flow_divert' }],
    },
  ],
];

for (const [detector, cases] of CASES) {
  describe(detector.meta.id, () => {
    for (const check of detectorChecks(detector, cases)) it(check.name, check.run);
  });
}
