/** Timelines of any size for the bench and for tests of size: seeded, so that every run draws the same. */
import { LEVELS } from '../../src/model/log-record.ts';
import type { FlowReport, Report } from '../../src/model/report.ts';
import type { Timeline, TimelineBar, TimelineFlow, TimelineLane, TimelineSource } from '../../src/model/timeline.ts';
import { Random } from '../bench/random.ts';

const PER_FLOW = 7;
const APPS = 'Safari Mail Music Messages Teams apsd nsurlsessiond mDNSResponder'.split(' ');
const LANES: readonly TimelineLane[] = [
  { kind: 'power', name: 'power' },
  { kind: 'path', name: 'network path' },
  { kind: 'session', name: 'Quartz Proxy' },
  { kind: 'session', name: 'nesessionmanager' },
  { kind: 'provider', name: 'com.example.filter' },
  { kind: 'provider', name: 'com.example.proxy' },
  { kind: 'kernel', name: 'kernel: flow-divert' },
  { kind: 'kernel', name: 'kernel: necp' },
  ...APPS.map((name): TimelineLane => ({ kind: 'app', name: `com.apple.${name}` })),
  ...'configd powerd wifid symptomsd trustd'.split(' ').map((name): TimelineLane => ({ kind: 'system', name })),
];
const TEMPLATES: readonly string[] = [
  'flow_divert_pcb_init (#): Handling connect to host#.invalid.test:443 local port # control unit 1',
  'necp_client_add_flow: pid # client #-42AA-A901 flow result 2 if utun0',
  '[C#.1 #-B785-4DBD-AA6E host#.invalid.test:443 tcp, url hash: #, tls, definite] start',
  'Calling handleNewFlow with TCP host#.invalid.test[203.0.113.#]:443 from com.apple.app flow #-B785',
  'NESMTransparentProxySession[Primary Tunnel:#-3117-4F03-A94E]: ctl unit 1 flow count #',
];

/** About `lines` lines, one flow for every ten of them, over half an hour with a sleep in it. */
export function synthetic(lines: number): { readonly report: Report; readonly timeline: Timeline } {
  const seeded = new Random(7);
  const random = (): number => seeded.u32() / 0x1_0000_0000;
  const durationUs = 1_800_000_000;
  const flows = makeFlows(Math.floor(lines / 10), random, durationUs);
  const at = Float64Array.from({ length: lines }, () => Math.floor(random() * durationUs)).sort();
  const numbers = (): string => String(Math.floor(random() * 4_000_000_000));
  const text = Array.from(at, (_, i) =>
    (TEMPLATES[i % TEMPLATES.length] ?? '').replaceAll('#', () => numbers().slice(-6)),
  );
  const error = LEVELS.indexOf('error');
  const lane = Uint8Array.from(at, () => Math.floor(random() * LANES.length));
  const sources = LANES.map(
    ({ name }, i): TimelineSource => ({
      process: name.slice(name.lastIndexOf('.') + 1),
      pid: 100 + i,
      sender: '',
      subsystem: 'com.example',
      category: 'flow',
      input: 'synthetic.log',
      stepUs: 1,
    }),
  );
  const timeline: Timeline = {
    from: '2026-03-18T09:00:00.000000+01:00',
    durationUs,
    zones: [{ at: 0, offsetMinutes: 60 }],
    lanes: LANES,
    sources,
    eventNames: ['', 'kernel.flow-divert/created'],
    lines: {
      count: lines,
      at,
      source: Uint32Array.from(lane),
      lane,
      level: Uint8Array.from(at, () => (random() < 0.03 ? error + (random() < 0.2 ? 1 : 0) : 0)),
      event: Uint16Array.from(at, (_, i) => i % 2),
      flow: Uint32Array.from(at, (_, i) => (i % 10 < PER_FLOW ? Math.min(flows.length, Math.floor(i / 10) + 1) : 0)),
      place: Float64Array.from(at, (_, i) => i + 1),
      text,
    },
    flows,
    bars: makeBars(durationUs),
    marks: [{ at: durationUs / 3, kind: 'clock', text: '=== system wallclock time adjusted' }],
    gaps: [],
    findings: [{ span: { from: 1_200_000_000, to: 1_225_000_000 }, evidence: [Math.floor(lines * 0.67)] }],
    leftOut: { lines: 0, outside: 0, flows: 0 },
  };
  return { report: makeReport(lines, flows.length), timeline };
}

function makeFlows(count: number, random: () => number, durationUs: number): TimelineFlow[] {
  const opened = Float64Array.from({ length: count }, () => Math.floor(random() * durationUs * 0.98)).sort();
  return Array.from(opened, (openedAt, i): TimelineFlow => {
    const app = Math.floor(random() * APPS.length);
    const kernel = openedAt + Math.floor(random() * 900);
    const provider = kernel + Math.floor(random() ** 6 * 10_000_000);
    const closedAt = provider + Math.floor(random() ** 3 * 30_000_000);
    const report: FlowReport = {
      id: `f${i + 1}`,
      hash: Math.floor(random() * 4_294_967_295),
      protocol: 'tcp',
      app: `com.apple.${APPS[app]}`,
      remote: `host${Math.floor(random() * 400)}.invalid.test:443`,
      providerPid: 104 + (i % 2),
      state: random() < 0.05 ? 'rejected' : 'closed',
      openedAt: '2026-03-18T09:00:00.000000+01:00',
      kernel: ['created', 'connecting', 'result 0', 'destroyed'],
      provider: ['offered', 'close-reads', 'destroyed'],
      join: {
        grade: i % 50 === 0 ? 'inferred' : 'exact',
        reason: 'kernel and provider print the same flow hash in one boot',
      },
    };
    return {
      report,
      openedAt,
      closedAt,
      kernel: { from: kernel, to: closedAt },
      provider: { from: provider, to: closedAt },
      appLane: 8 + app,
      kernelLane: 6,
      providerLane: 4 + (i % 2),
    };
  });
}

function makeBars(durationUs: number): TimelineBar[] {
  const bar = (kind: TimelineBar['kind'], lane: number, name: string, from: number, to: number): TimelineBar => ({
    kind,
    lane,
    name,
    detail: '',
    from: from * durationUs,
    to: to * durationUs,
    inferred: false,
    isOpen: to === 1,
  });
  return [
    bar('power', 0, 'awake', 0, 0.4),
    bar('power', 0, 'asleep', 0.4, 0.53),
    bar('power', 0, 'dark', 0.53, 0.56),
    bar('power', 0, 'asleep', 0.56, 0.66),
    bar('power', 0, 'awake', 0.66, 1),
    bar('session', 2, 'connected', 0.01, 1),
    bar('process', 4, 'filter[104]', 0, 0.81),
    bar('process', 4, 'filter[212]', 0.82, 1),
  ];
}

function makeReport(lines: number, flows: number): Report {
  const at = '2026-03-18T09:20:00.000000+01:00';
  const span = {
    from: '2026-03-18T09:00:00.000000+01:00',
    to: '2026-03-18T09:30:00.000000+01:00',
    durationUs: 1_800_000_000,
  };
  return {
    schemaVersion: 1,
    tool: { name: 'necropsy', version: '0.0.0' },
    capture: {
      inputs: [{ name: 'synthetic.log', format: 'log-show-default', bytes: 0, lines, records: lines, events: lines }],
      span,
      boots: 1,
      levels: ['default', 'error'],
      records: lines,
      events: lines,
      problems: [],
      quality: [{ check: 'info-level', state: 'green', message: 'info on' }],
    },
    verdict: { state: 'broken', text: 'The provider answered flows late after wake.' },
    findings: [
      {
        detector: 'silent-after-wake',
        severity: 'error',
        confidence: 'high',
        reasons: ['70 flows waited more than 9 s'],
        title: 'The provider answers late after wake',
        message: 'Seventy flows waited for nine seconds.',
        count: 70,
        span: { from: at, to: at, durationUs: 25_000_000 },
        subjects: [{ kind: 'provider', bundle: 'com.example.filter', pid: 104 }],
        evidence: [{ input: 'synthetic.log', line: 1, at, process: 'kernel', pid: 0, text: 'a line', decisive: true }],
        next: [{ for: 'provider-developer', text: 'Answer sooner.' }],
      },
    ],
    detectors: [{ id: 'silent-after-wake', status: 'found' }],
    processes: [],
    sessions: [],
    flows: [],
    flowTotals: { seen: flows, byState: {} },
    power: [],
    lanes: { columns: 0, power: [], sessions: [], newFlows: [], findings: [] },
    omitted: {},
  };
}
