import { describe, it } from 'vitest';
import { claimedFlowZeroBytes } from '../../src/detect/detectors/claimed-flow-zero-bytes.ts';
import { proxyCaptureLoop } from '../../src/detect/detectors/proxy-capture-loop.ts';
import { sessionFlap } from '../../src/detect/detectors/session-flap.ts';
import { detectorChecks } from '../../src/testing.ts';
import { foreignLog } from '../support/session-story.ts';
import { connected, type Story, story } from '../support/story.ts';

interface Given {
  readonly count?: number;
  readonly app?: string;
  readonly remote?: string;
  /** Bytes that each flow moved, and after how long it ended; left out: no line tells. */
  readonly end?: { readonly after: number; readonly bytes: number };
}

/** Flows of one app to one endpoint, a tenth of a second apart. */
function hammers(log: Story, at: number, given: Given = {}): Story {
  const { count = 60, app = 'com.example.devices.pairingd', remote = '203.0.113.23:49152', end } = given;
  for (let i = 0; i < count; i++) {
    const from = at + i / 10;
    log.library(
      from,
      7000 + i,
      `New flow: NEFlow type = stream, app = ${app}, name = , 192.0.2.7:0 <-> ${remote}, filter_id = , interface = en0`,
    );
    log.extension(
      from + 0.002,
      `provider accepted new flow TCP ${app}[{length = 20, bytes = 0x0011}] remote: ${remote} interface en0`,
    );
    if (end !== undefined)
      log.library(
        from + end.after,
        7000 + i,
        `Destroying, client tx ${end.bytes}, client rx ${end.bytes}, kernel rx ${end.bytes}, kernel tx ${end.bytes}`,
      );
  }
  return log;
}

const says = (log: Story, at: number, text: string): Story =>
  log.line(at, 'Df', 'com.example.acme.extension', 569, `[com.example.acme:link] ${text}`);

const FAIL = 'tcp FAIL 203.0.113.23:49152 handshakeFailed("write not acknowledged within 10s")';
const DOWN = ': status changed to disconnected, last stop reason Plugin initiated';
const up = (): Story => connected(story(), 0);
/** Log lines in the order of their times. */
function sorted(log: Story): string {
  const [head, ...lines] = log.text().trimEnd().split('\n');
  return `${[head, ...lines.toSorted()].join('\n')}\n`;
}

const LOOP = sorted(hammers(up(), 2, { end: { after: 0.4, bytes: 0 } }).session(9, DOWN));

describe('proxy-capture-loop', () => {
  const checks = detectorChecks(proxyCaptureLoop, {
    found: [
      {
        name: 'the session dies of it',
        log: LOOP,
        findings: [
          {
            severity: 'error',
            confidence: 'high',
            count: 60,
            message: 'took 60 flows of com.example.devices.pairingd to 203.0.113.23:49152',
            subject: { kind: 'provider', pid: 569 },
          },
        ],
      },
      {
        name: 'no line tells how the flows end, but the provider fails',
        log: [3, 4, 5].reduce((log, at) => says(log, at + 6, FAIL), hammers(up(), 2)).text(),
        findings: [{ confidence: 'medium', subject: { kind: 'app', bundle: 'com.example.devices.pairingd' } }],
      },
    ],
    clear: [
      {
        name: 'a browser whose flows live and move data',
        log: sorted(says(hammers(up(), 2, { app: 'com.google.Chrome', end: { after: 4, bytes: 9000 } }), 6, FAIL)),
      },
      { name: 'many flows and no trouble', log: hammers(up(), 2).text() },
      { name: 'one failure beside a busy client', log: says(hammers(up(), 2), 9, FAIL).text() },
      {
        name: 'too few of them',
        log: sorted(hammers(up(), 2, { count: 40, end: { after: 0.4, bytes: 0 } }).session(9, DOWN)),
      },
      {
        name: 'the flows of the provider itself',
        log: sorted(
          hammers(up(), 2, { app: 'com.example.acme.extension', end: { after: 0.4, bytes: 0 } }).session(9, DOWN),
        ),
      },
      {
        name: 'somebody stops the session meanwhile',
        log: sorted(
          hammers(up(), 2, { end: { after: 0.4, bytes: 0 } })
            .session(8.9, ': Received a stop command from Acme[501] with reason 1')
            .session(9, ': status changed to disconnected, last stop reason Stop command received'),
        ),
      },
    ],
    notObservable: [{ name: 'no line of a provider', log: foreignLog(), missing: 'provider' }],
  });
  for (const check of checks) it(check.name, check.run);
});

describe('claimed-flow-zero-bytes', () => {
  const checks = detectorChecks(claimedFlowZeroBytes, {
    found: [
      {
        name: 'flows without data, and nothing that loops',
        log: sorted(hammers(up(), 2, { end: { after: 0.4, bytes: 0 } })),
        findings: [{ count: 60 }],
      },
    ],
    clear: [{ name: 'a capture loop is one cause and one finding', log: LOOP }],
  });
  for (const check of checks) it(check.name, check.run);
});

/** The session comes up, dies of the loop, and comes up again. */
function diesOften(loop: boolean): string {
  const log = story();
  for (let i = 0; i < 5; i++) {
    const at = i * 20;
    log
      .session(at, ': status changed to connecting')
      .session(
        at + 0.1,
        ' in state NESMVPNSessionStateStarting: plugin NEFlowDivertPlugin(com.example.acme[inactive]) started with PID 569 error (null)',
      )
      .session(at + 0.5, ': status changed to connected');
    if (loop) hammers(log, at + 1, { end: { after: 0.4, bytes: 0 } });
    log.session(at + 8, DOWN);
  }
  return sorted(log);
}

describe('session-flap beside a capture loop', () => {
  const checks = detectorChecks(sessionFlap, {
    found: [{ name: 'it dies of something else', log: diesOften(false), findings: [{ count: 5 }] }],
    clear: [{ name: 'it dies of what it captures', log: diesOften(true) }],
  });
  for (const check of checks) it(check.name, check.run);
});
