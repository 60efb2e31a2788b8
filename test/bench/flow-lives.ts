/**
 * What processes say of one diverted flow, from the app's connect to the end on both sides: each line with its time after
 * the first. Source: samples/flow-endings, kernel-lifecycles 4 (a) to (f).
 */
import { APPS, type App, connection, extension, flowLibrary, kernel, type Provider } from './cast.ts';
import type { Random } from './random.ts';
import type { Line } from './record.ts';

export interface Timed {
  /** µs after the flow's beginning. */
  readonly after: number;
  readonly line: Line;
}

export interface FlowRequest {
  readonly hash: number;
  /** Who is offered the flow first, and whom it is moved to where that one declines. */
  readonly provider: Provider;
  readonly next: Provider;
  readonly filter: Provider;
  /** The number that the app's next connection gets. */
  readonly connectionOf: (app: App) => number;
}

const MS = 1_000;
const SECOND = 1_000 * MS;
const HOSTS = ['www.example.com', 'cdn.example.net', 'api.example.org', 'mail.example.com'] as const;
const UNIQUE = '[{length = 20, bytes = 0x7fef3df625cf55044d6bb962d9afcdcb3f182ede}]';
const PATH = '(satisfied (Path is satisfied), viable, interface: en0[802.11], ipv4, dns, uses wifi)';
/** The control units of the two transparent proxies. */
const [UNIT, NEXT_UNIT] = [1, 2];

/** The facts of one flow and a clock that its lines move on. */
class Life {
  readonly lines: Timed[] = [];
  readonly app: App;
  readonly host: string;
  readonly remote: string;
  readonly sent: number;
  readonly received: number;
  readonly request: FlowRequest;
  readonly random: Random;
  now = 0;

  constructor(random: Random, request: FlowRequest, ports: readonly [number, ...number[]]) {
    this.random = random;
    this.request = request;
    this.app = random.pick(APPS);
    this.host = random.pick(HOSTS);
    this.remote = `${random.address()}:${random.pick(ports)}`;
    this.sent = random.between(200, 90_000);
    this.received = random.between(400, 900_000);
  }

  /** Lets this much time pass, give or take a half, and a line be printed. */
  say(us: number, line: Line): void {
    this.now += Math.round(us / 2) + this.random.below(us);
    this.lines.push({ after: this.now, line });
  }

  kernel(us: number, message: string, level?: Line['level']): void {
    this.say(us, kernel(this.request.hash, message, level));
  }

  library(us: number, message: string): void {
    this.say(us, flowLibrary(this.request.provider, this.request.hash, message));
  }

  begin(type: 'stream' | 'datagram', provider = this.request.provider): void {
    this.kernel(0.1 * MS, 'Created');
    if (type === 'datagram') this.kernel(0.1 * MS, 'implicit connect');
    this.kernel(0.1 * MS, 'Connecting');
    this.offer(type, provider);
  }

  offer(type: 'stream' | 'datagram', provider: Provider): void {
    const { hash } = this.request;
    const shape = `NEFlow type = ${type}, app = ${this.app.bundle}, name = ${type === 'stream' ? this.host : ''}`;
    const ends = `192.0.2.18:0 <-> ${this.remote}, filter_id = , interface = en0`;
    this.say(2 * MS, flowLibrary(provider, hash, `New flow: ${shape}, ${ends}`));
  }

  accept(): void {
    const { provider } = this.request;
    const flow = `TCP ${this.app.bundle}${UNIQUE} remote: ${this.remote} interface en0`;
    this.say(0.3 * MS, extension(provider, `[Extension ${provider.app}]: provider accepted new flow ${flow}`));
    this.kernel(15 * MS, 'received connect result 0');
    this.kernel(0.1 * MS, 'sending connect result');
  }

  reject(): void {
    const { provider } = this.request;
    const flow = `TCP ${this.app.bundle}${UNIQUE} remote: ${this.remote} interface en0(bound)`;
    this.say(0.3 * MS, extension(provider, `[Extension ${provider.app}]: provider rejected new flow ${flow}`));
    this.kernel(5 * MS, 'received connect result 2');
    this.kernel(0.1 * MS, `Removing from group ${UNIT}, ref count = 3`);
  }

  byApp(wait: number): void {
    this.kernel(wait, 'Closing');
    this.kernel(0.5 * MS, 'sending close, how = 2');
    this.library(3 * MS, 'Closing reads, not closed by plugin');
  }

  byProvider(wait: number, error: number): void {
    this.library(wait, `Closing reads (sending SHUT_WR), closed by plugin (flow error: ${error})`);
    this.library(1 * MS, 'Closing writes, sending SHUT_RD');
    this.kernel(2 * MS, 'close received, how = 2');
    this.kernel(100 * MS, 'Closing');
  }

  destroy(unit = UNIT, hasBytes = true): void {
    const [sent, received] = hasBytes ? [this.sent, this.received] : [0, 0];
    this.kernel(5 * MS, `Removing from group ${unit}, ref count = 2`);
    this.kernel(1 * MS, 'Detaching, ref count = 1');
    this.kernel(1 * MS, `Destroying, app tx ${sent}, tunnel tx ${sent}, tunnel rx ${received}`);
  }

  libraryGone(): void {
    const { sent, received } = this;
    this.library(
      10 * MS,
      `Destroying, client tx ${received}, client rx ${sent}, kernel rx ${sent}, kernel tx ${received}`,
    );
  }

  /** The lines of the app's own connection, which begins before the flow and ends when that ends. */
  appLines(): void {
    const number = this.request.connectionOf(this.app);
    const end = this.lines.find(({ line }) => line.message.includes('Closing'))?.after ?? 0;
    const id = `C${number}`;
    const target = `${this.host}:443`;
    const uuid = this.random.uuid();
    const later = (after: number, message: string) =>
      this.lines.push({ after: Math.max(0, after), line: connection(this.app, message) });
    later(0, `[${id} ${uuid} ${target} tcp, url hash: ${this.random.hex(8)}, tls, definite] start`);
    later(0.1 * MS, `[${id}.1 ${this.remote} in_progress socket-flow ${PATH}] event: flow:start_connect @0.001s`);
    later(Math.round(end / 2), `[${id}.1 ${this.remote} ready socket-flow ${PATH}] event: flow:finish_connect @0.021s`);
    later(end - 0.3 * MS, `[${id} ${uuid} ${target} tcp, tls, definite] cancel`);
  }

  /** The content filter is asked about the same socket. */
  filterLines(): void {
    const { filter } = this.request;
    const uuid = this.random.uuid();
    const fields = [
      `identifier = ${uuid}`,
      `sourceAppIdentifier = .${this.app.bundle}`,
      `procPID = ${this.app.pid}`,
      `remoteEndpoint = ${this.remote}`,
      'direction = outbound',
    ];
    const verdict = `New flow verdict for ${uuid}: \n    drop = NO\n    remediate = NO`;
    const dump = extension(filter, `Handling new flow:\n        ${fields.join('\n        ')}`, 'Debug');
    this.lines.push({ after: 0, line: dump }, { after: 1 * MS, line: extension(filter, verdict, 'Debug') });
  }
}

/** One flow of those that a busy machine has, its lines in the order of their times. */
export function flowLife(random: Random, request: FlowRequest): readonly Timed[] {
  const draw = random.below(100);
  // Most are over within seconds, some stay for minutes.
  const wait = random.chance(0.02) ? random.between(60, 900) * SECOND : random.between(20, 4_000) * MS;
  const isDatagram = draw >= 76 && draw < 88;
  const life = new Life(random, request, isDatagram ? [53, 443, 3478] : [443, 443, 80, 993]);
  if (draw < 40) accepted(life, wait);
  else if (draw < 72) declined(life);
  else if (draw < 76) moved(life, wait);
  else if (isDatagram) datagrams(life, wait);
  else if (draw < 94) failed(life, wait);
  else neverAnswered(life);
  return life.lines.sort((a, b) => a.after - b.after);
}

function accepted(life: Life, wait: number): void {
  life.begin('stream');
  life.accept();
  if (life.random.chance(0.5)) life.byApp(wait);
  else life.byProvider(wait, 0);
  life.destroy();
  life.libraryGone();
  if (life.random.chance(0.25)) life.appLines();
  if (life.random.chance(0.1)) life.filterLines();
}

/** Handed back, and on its way without the proxy. */
function declined(life: Life): void {
  life.begin('stream');
  life.reject();
  life.kernel(0.1 * MS, 'No more valid control units, disabling flow divert', 'Default');
  life.kernel(0.1 * MS, 'Skipped all flow divert services, disabling flow divert', 'Default');
  life.kernel(9 * MS, 'Destroying, app tx 0, tunnel tx 0, tunnel rx 0');
}

/** Declined by one proxy, taken by the next. */
function moved(life: Life, wait: number): void {
  const { next, hash } = life.request;
  life.begin('stream');
  life.reject();
  life.kernel(0.1 * MS, `Moving from ${UNIT} to ${NEXT_UNIT}`, 'Default');
  life.offer('stream', next);
  life.kernel(12 * MS, 'received connect result 0');
  life.kernel(wait, 'Closing');
  life.kernel(0.5 * MS, 'sending close, how = 2');
  life.say(3 * MS, flowLibrary(next, hash, 'Closing reads, not closed by plugin'));
  life.destroy(NEXT_UNIT);
}

function datagrams(life: Life, wait: number): void {
  life.begin('datagram');
  life.kernel(12 * MS, 'received connect result 0');
  if (life.random.chance(0.5)) life.byApp(wait);
  else life.byProvider(wait, 0);
  life.destroy();
  life.libraryGone();
}

/** The provider closes with an error: the other end's, or its own. */
function failed(life: Life, wait: number): void {
  life.begin('stream');
  life.accept();
  life.byProvider(wait, life.random.pick([54, 60, 61, 65]));
  life.destroy();
  life.libraryGone();
}

/** The app changes its mind, or waits until it gives up. */
function neverAnswered(life: Life): void {
  life.begin('stream');
  life.kernel(life.random.chance(0.5) ? 60 * MS : 5 * SECOND, 'Closing');
  life.kernel(0.5 * MS, 'sending close, how = 2');
  life.destroy(UNIT, false);
}

/** The provider's control socket is gone: its flows are cut off. */
export function orphaned(hash: number): readonly Line[] {
  return [
    kernel(hash, `Removing from group ${UNIT}, ref count = 2`),
    kernel(hash, 'Closing'),
    kernel(hash, 'Detaching, ref count = 1'),
    kernel(hash, 'Destroying, app tx 400, tunnel tx 400, tunnel rx 900'),
  ];
}
