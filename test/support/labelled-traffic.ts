import { connected, type Story, story } from './story.ts';

/** One app's connections and the flows that they became, by hash: the truth that a join is measured against. */
export interface LabelledTraffic {
  readonly log: string;
  /** `1502:C4` by flow hash. */
  readonly truth: ReadonlyMap<number, string>;
}

export interface TrafficOptions {
  readonly seed: number;
  readonly flows: number;
  /** Mean time between two connections, in seconds. */
  readonly pace: number;
  /** Names and addresses as a log without private data prints them. */
  readonly isRedacted?: boolean;
  /** Share of connections of which the app prints nothing. */
  readonly silent?: number;
  /** Share of flows whose app tells of addresses that it tries. */
  readonly detailed?: number;
  /** So many of one app to one host begin within 2 ms and end together, as a page that is left does. */
  readonly burst?: number;
}

const APPS = [
  { process: 'Bank', id: 'com.example.bank', pid: 1502 },
  { process: 'Browser', id: 'com.example.browser', pid: 1600 },
  { process: 'com.example.sync', id: 'com.example.sync', pid: 1700 },
] as const;

/** Deterministic: the same seed gives the same log. Times are those of public captures: 0 to 6 ms between app and kernel. */
export function labelledTraffic(options: TrafficOptions): LabelledTraffic {
  const random = generator(options.seed);
  const truth = new Map<number, string>();
  const lines: Line[] = [];
  const counters = new Map<number, number>();
  let leader: Life | undefined;
  for (let i = 0; i < options.flows; i += 1) {
    const isInBurst = i % (options.burst ?? 1) !== 0;
    leader =
      isInBurst && leader !== undefined ? follower(leader, random) : newLife(leader?.start ?? 5, options, random);
    const number = (counters.get(leader.app.pid) ?? 0) + 1;
    counters.set(leader.app.pid, number);
    const hash = 1_000_000 + i * 7919;
    const isSilent = random() < (options.silent ?? 0);
    if (!isSilent) truth.set(hash, `${leader.app.pid}:C${number}`);
    lines.push(...kernelLines(leader, hash, options, random));
    if (!isSilent) lines.push(...appLines(leader, number, options, random));
  }
  const log = connected(story(), 0);
  for (const { at, write } of lines.sort((a, b) => a.at - b.at)) write(log, at);
  return { log: log.text(), truth };
}

interface Line {
  readonly at: number;
  readonly write: (log: Story, at: number) => void;
}

interface Life {
  readonly app: (typeof APPS)[number];
  readonly host: number;
  readonly port: number;
  readonly start: number;
  readonly end: number;
  /** Between the app's line and the kernel's. */
  readonly lag: number;
}

function newLife(after: number, options: TrafficOptions, random: () => number): Life {
  const start = after + random() * 2 * options.pace;
  return {
    app: APPS[Math.floor(random() * APPS.length)] ?? APPS[0],
    host: Math.floor(random() * 6),
    port: random() < 0.8 ? 443 : 80,
    start,
    end: start + 0.2 + random() * 3,
    lag: 0.0005 + random() * 0.004,
  };
}

function follower(life: Life, random: () => number): Life {
  return { ...life, start: life.start + random() * 0.0005, lag: 0.0005 + random() * 0.004 };
}

function kernelLines(life: Life, hash: number, { isRedacted }: TrafficOptions, random: () => number): Line[] {
  const { app, host, port, start, lag } = life;
  const end = life.end + random() * 0.001;
  const name = isRedacted ? '' : `h${host}.example.com`;
  const flow = `New flow: NEFlow type = stream, app = ${app.id}, name = ${name}, 192.0.2.15:0 <-> 203.0.113.${10 + host}:${port}, filter_id = , interface = en0`;
  const divert = (at: number, text: string): Line => ({ at, write: (log, when) => log.divert(when, hash, text) });
  return [
    divert(start + lag, 'Connecting'),
    { at: start + lag + 0.002, write: (log, at) => log.library(at, hash, flow) },
    divert(start + lag + 0.03, 'received connect result 0'),
    divert(end, 'Closing'),
    divert(end + 0.01, 'Destroying, app tx 9, tunnel tx 9, tunnel rx 9'),
  ];
}

function appLines(life: Life, number: number, options: TrafficOptions, random: () => number): Line[] {
  const { app, host, port, start, lag, end } = life;
  const hidden = `Hostname#${(host + 0x9a00_0000).toString(16)}:${port}`;
  const endpoint = options.isRedacted ? hidden : `h${host}.example.com:${port}`;
  const line = (at: number, text: string): Line => ({
    at,
    write: (log, when) =>
      log.line(when, 'Df', app.process, app.pid, `(Network) [com.apple.network:connection] ${text}`),
  });
  const attempt = `[C${number}.1 203.0.113.${10 + host}:${port} in_progress socket-flow (satisfied (Path is satisfied), interface: en0, ipv4, dns)] event: flow:start_connect @0.001s`;
  return [
    line(start, `[C${number} ${endpoint} tcp, definite, attribution: developer] start`),
    ...(random() < (options.detailed ?? 0) ? [line(start + lag / 2, attempt)] : []),
    line(end - random() * 0.02, `[C${number} 1456A725-243C-46A8-8CC4-A0EBA39B72D0 ${endpoint} tcp, definite] cancel`),
  ];
}

/** mulberry32 */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
