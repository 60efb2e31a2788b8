/** Makes captures that are flows above all: as many as asked for, many of them open at a time; seeded, as `capture.ts`. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { type App, kernel, kernelPower, makeProvider, type Provider, powerd } from './cast.ts';
import { flowLife, orphaned, type Timed } from './flow-lives.ts';
import { noise } from './noise.ts';
import { Random } from './random.ts';
import type { Line } from './record.ts';
import { chatter, reassert, restart, type Story, sleepAndWake, start } from './stories.ts';
import { printerOf, type Style } from './styles.ts';

export interface FlowCaptureRequest {
  readonly style: Style;
  readonly flows: number;
  readonly seed: number;
}

export interface FlowCaptureFacts {
  readonly bytes: number;
  readonly records: number;
  /** Records that are not noise. */
  readonly story: number;
  readonly flows: number;
  /** Flows that took the hash of one that is over. */
  readonly reused: number;
}

const START_US = Date.UTC(2026, 2, 18, 8, 0, 0) * 1000;
const SECOND = 1_000_000;
const MEAN_GAP_US = 100_000;
const REUSED = 0.03;
/** A hash is free for another flow once both sides are done with it; that takes minutes at most. */
const FREE_AFTER_US = 180 * SECOND;
const NOISE = 0.05;
/** Flows between two events that concern a session or the whole machine. */
const RARE_EVERY = 1_500;
const CHUNK_CHARS = 1 << 20;

/** Writes a capture to `path`. */
export function writeFlowCapture(path: string, request: FlowCaptureRequest): FlowCaptureFacts {
  const file = openSync(path, 'w');
  try {
    return makeFlowCapture(request, (text) => {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      return bytes.length;
    });
  } finally {
    closeSync(file);
  }
}

/** Hands the capture over in pieces of about 1 MiB; `write` answers how many bytes a piece has. */
export function makeFlowCapture(request: FlowCaptureRequest, write: (text: string) => number): FlowCaptureFacts {
  const random = new Random(request.seed);
  const printer = printerOf(request.style, random.uuid());
  const facts = { bytes: 0, records: 0, story: 0, flows: request.flows, reused: 0 };
  let pending = printer.head;
  const print = (at: number, line: Line): void => {
    const thread = (line.pid * 131 + random.below(6)) % 0x40_0000;
    pending += printer.print({ ...line, at, thread, activity: 0 });
    facts.records += 1;
    if (pending.length < CHUNK_CHARS) return;
    facts.bytes += write(pending);
    pending = '';
  };
  const machine = new Machine(random, (at, line) => {
    print(at, line);
    facts.story += 1;
    if (random.chance(NOISE)) print(at, noise(random));
  });
  machine.run(request.flows);
  facts.reused = machine.reused;
  pending += printer.tail(facts.records);
  facts.bytes += write(pending);
  return facts;
}

/** A flow under way. */
interface Live {
  readonly hash: number;
  readonly lines: readonly Timed[];
  readonly from: number;
  next: number;
  /** When the next line is due, on the machine's own clock. */
  due: number;
  readonly provider: Provider;
  readonly pid: number;
}

/** A machine whose clock stands still while it sleeps. */
class Machine {
  reused = 0;
  readonly #random: Random;
  readonly #print: (at: number, line: Line) => void;
  readonly #proxies: readonly [Provider, ...Provider[]];
  readonly #filter: Provider;
  readonly #tunnel: Provider;
  readonly #live: Live[] = [];
  readonly #numbers = new Map<App, number>();
  readonly #hashes = new Set<number>();
  readonly #free: { readonly hash: number; readonly since: number }[] = [];
  #freed = 0;
  #now = 0;
  #asleep = 0;
  #rare = 0;

  constructor(random: Random, print: (at: number, line: Line) => void) {
    this.#random = random;
    this.#print = print;
    this.#proxies = [
      makeProvider(random, 'proxy', 'com.example.acme', 'Acme Proxy', 2101),
      makeProvider(random, 'proxy', 'com.example.beacon', 'Beacon Proxy', 2307),
    ];
    this.#filter = makeProvider(random, 'proxy', 'com.example.warden', 'Warden Filter', 1877);
    this.#tunnel = makeProvider(random, 'tunnel', 'com.example.harbor', 'Harbor VPN', 1433);
  }

  run(flows: number): void {
    for (const provider of [...this.#proxies, this.#tunnel]) this.#tell(start(provider));
    for (let made = 0; made < flows; made += 1) {
      this.#advance(this.#now + 1 + this.#random.below(2 * MEAN_GAP_US));
      this.#open();
      if ((made + 1) % RARE_EVERY === 0) this.#rareStory();
    }
    this.#advance(this.#now + 20 * SECOND);
  }

  #open(): void {
    const random = this.#random;
    const hash = this.#nextHash();
    const [provider, next = provider] = this.#proxies;
    const connectionOf = (app: App): number => {
      const number = (this.#numbers.get(app) ?? 0) + 1;
      this.#numbers.set(app, number);
      return number;
    };
    const lines = flowLife(random, { hash, provider, next, filter: this.#filter, connectionOf });
    const due = this.#now + (lines[0]?.after ?? 0);
    push(this.#live, { hash, lines, from: this.#now, next: 0, due, provider, pid: provider.pid });
  }

  #nextHash(): number {
    const oldest = this.#free[this.#freed];
    if (oldest !== undefined && this.#now - oldest.since > FREE_AFTER_US && this.#random.chance(REUSED)) {
      this.#freed += 1;
      this.reused += 1;
      return oldest.hash;
    }
    for (;;) {
      const hash = this.#random.u32();
      if (hash === 0 || this.#hashes.has(hash)) continue;
      this.#hashes.add(hash);
      return hash;
    }
  }

  /** Prints what is due until then. */
  #advance(until: number): void {
    for (let first = this.#live[0]; first !== undefined && first.due <= until; first = this.#live[0]) {
      this.#now = Math.max(this.#now, first.due);
      const lines = first.provider.pid === first.pid ? undefined : orphaned(first.hash);
      const line = first.lines[first.next]?.line;
      if (lines !== undefined) for (const each of lines) this.#say(each);
      else if (line !== undefined) this.#say(line);
      first.next = lines === undefined ? first.next + 1 : first.lines.length;
      const after = first.lines[first.next]?.after;
      if (after === undefined) {
        this.#free.push({ hash: first.hash, since: this.#now });
        first.due = Number.POSITIVE_INFINITY;
      } else first.due = first.from + after;
      settle(this.#live);
    }
    this.#now = Math.max(this.#now, until);
  }

  #say(line: Line): void {
    this.#print(START_US + this.#now + this.#asleep, line);
  }

  /** Tells a story at once; what time passes in it, the machine sleeps or does nothing else. */
  #tell(story: Story | readonly (Line | number)[]): void {
    for (const step of story) {
      if (typeof step === 'number') this.#asleep += step;
      else {
        this.#now += 200;
        this.#say(step);
      }
    }
  }

  #rareStory(): void {
    const random = this.#random;
    this.#rare += 1;
    const [proxy] = this.#proxies;
    const turn = this.#rare % 4;
    if (turn === 0) this.#tell(restart(random, random.chance(0.7) ? proxy : this.#tunnel));
    else if (turn === 1) this.#tell(reassert(this.#tunnel));
    else if (turn === 2) this.#tell(sleepAndWake(random, this.#tunnel));
    else this.#darkWake();
    this.#tell(chatter(random, proxy));
  }

  /** Half an hour of sleep, a dark wake in which some flows are made, and sleep again. */
  #darkWake(): void {
    const sleep = (reason: string) => powerd('sleepWake', `Entering Sleep state due to '${reason}' Using Batt`);
    this.#tell([sleep('Maintenance Sleep'), kernelPower('PMRD: System Sleep'), 1_800 * SECOND]);
    this.#tell([powerd('sleepWake', 'DarkWake from Deep Idle [CDNP] : due to smc.sysState.Wake rtc/SleepService')]);
    for (let i = 0; i < 5; i += 1) {
      this.#advance(this.#now + 2 * SECOND);
      this.#say(kernel(0, 'got a DATA message from group 1 for an unknown pcb: 77', 'Default'));
    }
    this.#tell([sleep('Maintenance Sleep'), 900 * SECOND]);
    this.#tell([
      powerd('sleepWake', 'Wake from Deep Idle [CDNVA] : due to EC.LidOpen/Lid Open Using BATT (Charge:71%)'),
    ]);
  }
}

/** A heap by the time of the next line. */
function push(heap: Live[], live: Live): void {
  let at = heap.length;
  heap.push(live);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || above.due <= live.due) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = live;
}

/** The first one's time has changed; one that is over leaves. */
function settle(heap: Live[]): void {
  if (heap[0]?.due === Number.POSITIVE_INFINITY) {
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) heap[0] = last;
  }
  const moved = heap[0];
  if (moved === undefined) return;
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (left === undefined) break;
    const isRight = right !== undefined && right.due < left.due;
    const least = isRight ? right : left;
    if (least.due >= moved.due) break;
    heap[at] = least;
    at = 2 * at + (isRight ? 2 : 1);
  }
  heap[at] = moved;
}
