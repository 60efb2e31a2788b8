/** Reports written by hand, one per situation a renderer has to draw. */
import type { EvidenceReport, FindingReport, Report } from '../../src/model/report.ts';

const PROVIDER = 'com.quartz.proxy.extension';
const SESSION = '48F165D5-7B00-47F4-B81E-F86F5C8CC1AB';
const RETAKE = `log show --info --debug --last 30m --style ndjson --predicate 'subsystem == "com.apple.networkextension"'`;

function cite(line: number, at: string, process: string, pid: number, text: string, more = {}): EvidenceReport {
  return { input: 'cap.log', line, at, process, pid, text, decisive: false, ...more };
}

const flow = (port: number, verb: string): string =>
  `[Extension com.quartz.proxy]: ${verb} UDP ${PROVIDER}[{length = 20, bytes = 0xd5a79e35505ec91c0b049a1c0d9aea5263707f5a}] local port ${port}, remoteEndpoint = 203.0.113.80:443`;

const selfLoopFinding: FindingReport = {
  detector: 'proxy-self-loop',
  severity: 'error',
  confidence: 'high',
  reasons: ['90 of 90 flows name the provider as source app', 'the rate doubles every 2 s'],
  title: 'A provider is diverting its own traffic',
  message: 'com.quartz.proxy.extension (pid 5102) was handed 90 of its own flows to 203.0.113.80:443 within 5.3 s.',
  count: 90,
  span: { from: '2026-03-18T14:05:05.020300+01:00', to: '2026-03-18T14:05:10.312000+01:00', durationUs: 5_291_700 },
  subjects: [
    { kind: 'provider', bundle: PROVIDER, pid: 5102, session: SESSION, name: 'Quartz Proxy' },
    { kind: 'session', session: SESSION, name: 'Quartz Proxy' },
  ],
  evidence: [
    cite(
      20,
      '2026-03-18T14:05:00.900200+01:00',
      'nesessionmanager',
      486,
      `NESMTransparentProxySession[Primary Tunnel:Quartz Proxy:${SESSION}:(null)] in state NESMVPNSessionStateStarting: plugin NEFlowDivertPlugin(com.quartz.proxy[inactive]) status changed to connected`,
    ),
    cite(118, '2026-03-18T14:05:05.020300+01:00', PROVIDER, 5102, flow(59560, 'Calling handleNewUDPFlow with'), {
      decisive: true,
      times: 90,
    }),
    cite(119, '2026-03-18T14:05:05.020600+01:00', PROVIDER, 5102, flow(59560, 'provider accepted new flow'), {
      times: 90,
    }),
    cite(228, '2026-03-18T14:05:10.312000+01:00', 'kernel', 0, '(3311882354): received connect result 55'),
  ],
  next: [
    {
      for: 'provider-developer',
      text: 'Return false from handleNewUDPFlow for flows whose source is the provider itself, or bind its upstream socket to the physical interface.',
    },
    { for: 'administrator', text: 'Disable the proxy configuration until a fixed version is installed.' },
  ],
};

/** The usual case: one grave finding, a capture in which not everything could be seen. */
export const selfLoop: Report = {
  schemaVersion: 1,
  tool: { name: 'necropsy', version: '0.1.0' },
  capture: {
    inputs: [{ name: 'cap.log', format: 'log-show-default', bytes: 120_331, lines: 412, records: 405, events: 97 }],
    span: { from: '2026-03-18T14:05:00.100000+01:00', to: '2026-03-18T14:05:13.639204+01:00', durationUs: 13_539_204 },
    boots: 1,
    levels: ['default', 'error'],
    records: 405,
    events: 97,
    problems: [
      {
        code: 'line-unparsed',
        count: 3,
        message: '3 lines belong to no record and were left out',
        example: { input: 'cap.log', line: 17 },
      },
    ],
    quality: [
      { check: 'time', state: 'green', message: 'times carry their offset' },
      { check: 'gaps', state: 'green', message: 'no gap longer than 1 s' },
      {
        check: 'info-level',
        state: 'amber',
        message: 'no info messages: kernel flow lines cannot be seen',
        remedy: RETAKE,
      },
    ],
  },
  verdict: {
    state: 'broken',
    text: 'Quartz Proxy hands its own traffic back to itself: 90 flows in 5.3 s, and the rate is growing.',
    confidence: 'high',
  },
  findings: [selfLoopFinding],
  detectors: [
    { id: 'proxy-self-loop', status: 'found' },
    { id: 'provider-crash', status: 'clear' },
    { id: 'darkwake-churn', status: 'not-observable', missing: ['powerd messages'] },
    { id: 'missing-new-flow', status: 'not-observable', missing: ['kernel info messages'], remedy: RETAKE },
    { id: 'closed-by-kernel', status: 'not-observable', missing: ['kernel info messages'], remedy: RETAKE },
  ],
  processes: [
    {
      pid: 5102,
      name: PROVIDER,
      boot: 0,
      generation: 1,
      from: '2026-03-18T14:05:00.700000+01:00',
      to: '2026-03-18T14:05:12.873372+01:00',
      provider: {
        kind: 'transparent-proxy',
        bundle: PROVIDER,
        grade: 'exact',
        reasons: ['it was handed flows by the framework'],
      },
    },
  ],
  sessions: [
    {
      uuid: SESSION,
      name: 'Quartz Proxy',
      class: 'NESMTransparentProxySession',
      kind: 'transparent-proxy',
      state: 'connected',
      runs: [{ from: '2026-03-18T14:05:00.100000+01:00', startedBy: 'Quartz[5011]', providerPids: [5102] }],
      history: [
        {
          at: '2026-03-18T14:05:00.900200+01:00',
          from: 'connecting',
          to: 'connected',
          line: 20,
          expected: true,
        },
      ],
    },
  ],
  flows: [
    {
      id: 'boot0-3311882354-1',
      hash: 3_311_882_354,
      protocol: 'udp',
      app: PROVIDER,
      remote: '203.0.113.80:443',
      providerPid: 5102,
      state: 'closed',
      openedAt: '2026-03-18T14:05:05.020300+01:00',
      closedAt: '2026-03-18T14:05:10.312000+01:00',
      kernel: ['connecting', 'result 55'],
      provider: ['offered', 'accepted'],
      join: { grade: 'exact', reason: 'same flow hash' },
    },
  ],
  flowTotals: { seen: 90, byState: { closed: 12, accepted: 78, native: 0 } },
  power: [{ state: 'awake', from: '2026-03-18T14:05:00.100000+01:00', reason: 'lid', sources: ['powerd'] }],
  lanes: {
    columns: 120,
    power: Array.from({ length: 120 }, () => 'unknown' as const),
    sessions: [
      {
        name: 'Quartz Proxy',
        uuid: SESSION,
        states: Array.from({ length: 120 }, (_, at) => (at < 7 ? 'connecting' : 'connected')),
      },
    ],
    newFlows: Array.from({ length: 120 }, (_, at) => (at < 44 || at > 90 ? 0 : Math.floor((at - 40) / 12))),
    findings: Array.from({ length: 120 }, (_, at) => (at < 44 || at > 90 ? 0 : 1)),
  },
  omitted: {},
};

/** Nothing found although part of it could not have been: must never read as "all good". */
export const quiet: Report = {
  ...selfLoop,
  verdict: { state: 'nothing-found', text: 'Nothing found in what this capture can show.' },
  findings: [],
  detectors: selfLoop.detectors.map((outcome) =>
    outcome.status === 'found' ? { id: outcome.id, status: 'clear' } : outcome,
  ),
  flowTotals: { seen: 0, byState: {} },
  lanes: { ...selfLoop.lanes, newFlows: [], findings: [] },
};

/** Nothing found, and everything could be seen. */
export const clean: Report = {
  ...quiet,
  verdict: { state: 'nothing-found', text: 'Nothing found.' },
  capture: {
    ...quiet.capture,
    problems: [],
    quality: quiet.capture.quality.map(({ check, message }) => ({ check, state: 'green', message })),
  },
  detectors: [
    { id: 'proxy-self-loop', status: 'clear' },
    { id: 'provider-crash', status: 'clear' },
  ],
};

/** A capture that cannot answer: the verdict is the capture's own fault. */
export const blind: Report = {
  ...quiet,
  verdict: {
    state: 'capture-insufficient',
    text: 'This capture cannot answer: it holds no Network Extension message at all.',
  },
  capture: {
    ...quiet.capture,
    events: 0,
    span: undefined,
    boots: 0,
    quality: [
      { check: 'ne-messages', state: 'red', message: 'no Network Extension message in 412 lines', remedy: RETAKE },
      { check: 'gaps', state: 'green', message: 'no gap longer than 1 s' },
    ],
  },
  lanes: { columns: 0, power: [], sessions: [], newFlows: [], findings: [] },
};

function wakeFinding(
  severity: FindingReport['severity'],
  detector: string,
  title: string,
  count: number,
): FindingReport {
  return {
    detector,
    severity,
    confidence: severity === 'error' ? 'high' : 'low',
    reasons: ['4 of 4 conditions hold', 'no gap in the window'],
    title,
    message: `${title}, as 3 processes agree.`,
    count,
    span: {
      from: '2026-09-08T07:44:58.020000+02:00',
      to: '2026-09-08T08:12:10.000000+02:00',
      durationUs: 1_631_980_000,
    },
    subjects: [
      { kind: 'provider', bundle: 'ch.例え.トンネル.extension', pid: 812, name: 'Süd-Tunnel 🚇' },
      { kind: 'interface', name: 'utun4' },
    ],
    evidence: [
      cite(412_861, '2026-09-08T07:44:58.020000+02:00', 'kernel', 0, 'utun4: is no longer delegating en0', {
        input: 'system_logs.ndjson',
      }),
      cite(
        413_207,
        '2026-09-08T07:45:00.940000+02:00',
        'ch.例え.トンネル.extension',
        812,
        'Failed to send: no route to host',
        {
          input: 'système/журнал провайдера.log',
          decisive: true,
          times: 1631,
        },
      ),
      cite(
        412_880,
        '2026-09-09T00:10:58.112000+02:00',
        'nesessionmanager',
        377,
        'Handling new flow:\n        identifier = D89B5B5D-793C-4940-777A-6C6A1E2F4F00\n        procPID = 77',
        { input: 'system_logs.ndjson' },
      ),
    ],
    next: [{ for: 'provider-developer', text: 'Reopen sockets on wake and on every path change.' }],
  };
}

/** More than a screen holds: several inputs over two days, eight findings, four sessions, names in other scripts. */
export const crowded: Report = {
  ...selfLoop,
  capture: {
    ...selfLoop.capture,
    inputs: [
      {
        name: 'system_logs.ndjson',
        format: 'ndjson',
        bytes: 1_284_331_000,
        lines: 1_284_331,
        records: 1_284_330,
        events: 42_907,
      },
      { name: 'système/журнал провайдера.log', format: 'compact', bytes: 9_870, lines: 40, records: 40, events: 4 },
    ],
    span: {
      from: '2026-09-08T07:31:04.000000+02:00',
      to: '2026-09-09T08:12:40.000000+02:00',
      durationUs: 88_896_000_000,
    },
    boots: 2,
    events: 42_911,
    problems: ['line-unparsed', 'line-too-long', 'json-invalid', 'zone-unknown', 'clock-stepped'].map(
      (code, index) => ({
        code: code as 'line-unparsed',
        count: index + 1,
        message: `${index + 1} times something odd of the kind ${code} was found and worked around`,
        example: { input: 'system_logs.ndjson', line: 17 + index },
      }),
    ),
  },
  verdict: {
    state: 'broken',
    text: 'The tunnel carried nothing for 27m12s after wake while the session said Connected.',
    confidence: 'medium',
  },
  findings: [
    wakeFinding('error', 'tunnel-dead-while-connected', 'Connected without progress after wake', 1),
    wakeFinding('error', 'provider-crash', 'A provider crashed', 2),
    wakeFinding('warning', 'darkwake-churn', 'Dark-wake churn: 3 reconnects in 9 min', 3),
    wakeFinding('warning', 'missing-new-flow', '18 flows never reached handleNewFlow', 18),
    wakeFinding('warning', 'flow-reject-storm', 'A provider handed back 12,000 flows in a second', 12_000),
    wakeFinding('warning', 'dns-proxy-flow-rejected', 'A DNS proxy declined a flow', 1),
    wakeFinding('info', 'config-changed', 'The configuration changed', 1),
    wakeFinding('info', 'provider-updated', 'The provider was updated', 1),
  ],
  detectors: [
    ...selfLoop.detectors,
    ...Array.from({ length: 9 }, (_, index) => ({
      id: `detector-number-${index}`,
      status: 'not-observable' as const,
      missing: [`messages of the kind ${index % 8}`, 'debug messages of the provider'],
    })),
    { id: 'flow-orphaned', status: 'failed', error: 'TypeError: cannot read properties of undefined (reading at)' },
  ],
  flowTotals: { seen: 3118, byState: { closed: 2204, orphaned: 611, rejected: 188, native: 97, connected: 18 } },
  lanes: {
    columns: 30,
    power: Array.from({ length: 30 }, (_, at) =>
      at < 6 ? 'awake' : at < 16 ? (at % 4 === 0 ? 'dark' : 'asleep') : 'awake',
    ),
    sessions: ['Süd-Tunnel 🚇', '企業ネットワーク', 'c', 'd', 'e', 'f'].map((name) => ({
      name,
      uuid: SESSION,
      states: Array.from({ length: 30 }, (_, at) => (at < 20 ? 'connected' : 'disconnected')),
    })),
    newFlows: Array.from({ length: 30 }, (_, at) => (at * 7) % 11),
    findings: Array.from({ length: 30 }, (_, at) => at % 9),
  },
};
