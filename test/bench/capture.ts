/** Makes captures of any size: seeded, so that every run of the bench reads the same bytes. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { makeProvider, type Provider } from './cast.ts';
import { noise } from './noise.ts';
import { Random } from './random.ts';
import type { GeneratedRecord, Line } from './record.ts';
import {
  acceptedFlow,
  appConnection,
  chatter,
  datagramFlow,
  reassert,
  rejectedFlow,
  restart,
  type Story,
  sleepAndWake,
  start,
} from './stories.ts';
import { printerOf, type Style } from './styles.ts';

export interface CaptureRequest {
  readonly style: Style;
  /** Target size; the capture ends with the record that reaches it. */
  readonly bytes: number;
  readonly seed: number;
}

export interface CaptureFacts {
  readonly bytes: number;
  readonly lines: number;
  readonly records: number;
  /** Records of the stories: what an analyser is after. */
  readonly story: number;
}

/** Share of records that belong to a story. */
const STORY_SHARE = 0.05;
/** Stories under way at a time; with about one record per ms a flow then lasts some three seconds. */
const AT_ONCE = 12;
const LONGEST_GAP_US = 2000;
const START_US = Date.UTC(2026, 2, 18, 8, 0, 0) * 1000;
const CHUNK_CHARS = 1 << 20;

/** Writes a capture to `path`. */
export function writeCapture(path: string, request: CaptureRequest): CaptureFacts {
  const file = openSync(path, 'w');
  try {
    return makeCapture(request, (text) => {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      return bytes.length;
    });
  } finally {
    closeSync(file);
  }
}

/** Hands the capture over in pieces of about 1 MiB; `write` answers how many bytes a piece has. */
export function makeCapture(request: CaptureRequest, write: (text: string) => number): CaptureFacts {
  const random = new Random(request.seed);
  const printer = printerOf(request.style, random.uuid());
  const facts = { bytes: 0, lines: 0, records: 0, story: 0 };
  let pending = printer.head;
  const flush = () => {
    facts.bytes += write(pending);
    for (let at = pending.indexOf('\n'); at >= 0; at = pending.indexOf('\n', at + 1)) facts.lines += 1;
    pending = '';
  };

  for (const { record, ofStory } of records(random)) {
    pending += printer.print(record);
    facts.records += 1;
    if (ofStory) facts.story += 1;
    if (pending.length >= CHUNK_CHARS) flush();
    if (facts.bytes + pending.length >= request.bytes) break;
  }
  pending += printer.tail(facts.records);
  flush();
  return facts;
}

function* records(random: Random): Generator<{ record: GeneratedRecord; ofStory: boolean }, never> {
  let at = START_US;
  const stories = endlessStories(random);
  for (;;) {
    const ofStory = random.chance(STORY_SHARE);
    let line: Line | number = ofStory ? stories.next().value : noise(random);
    while (typeof line === 'number') {
      at += line;
      line = stories.next().value;
    }
    at += random.between(1, LONGEST_GAP_US);
    const thread = (line.pid * 131 + random.below(6)) % 0x40_0000;
    const activity = random.chance(0.1) ? random.between(0x1_0000, 0xf_ffff) : 0;
    yield { record: { ...line, at, thread, activity }, ofStory };
  }
}

/** Many stories told at once, a line of one of them at a time; a new one begins where one ends. */
function* endlessStories(random: Random): Generator<Line | number, never> {
  const proxy = makeProvider(random, 'proxy', 'com.example.acme', 'Acme Proxy', 2101);
  const tunnel = makeProvider(random, 'tunnel', 'com.example.harbor', 'Harbor VPN', 1433);
  yield* start(proxy);
  yield* start(tunnel);

  const live: Story[] = Array.from({ length: AT_ONCE }, () => nextStory(random, proxy, tunnel));
  for (let told = 1; ; told += 1) {
    const seat = random.below(live.length);
    const step = live[seat]?.next();
    if (step === undefined || step.done === true) live[seat] = nextStory(random, proxy, tunnel);
    else yield step.value;
    if (told % RARE_EVERY === 0) {
      yield* rareStory(random, told / RARE_EVERY, proxy, tunnel);
      // A provider may have got a new pid: what its old one had open is never heard of again.
      live.forEach((_, index) => {
        live[index] = nextStory(random, proxy, tunnel);
      });
    }
  }
}

/** Lines of stories between two events that concern a whole session. */
const RARE_EVERY = 2000;

function nextStory(random: Random, proxy: Provider, tunnel: Provider): Story {
  const draw = random.below(100);
  if (draw < 38) return acceptedFlow(random, proxy);
  if (draw < 50) return rejectedFlow(random, proxy);
  if (draw < 62) return datagramFlow(random, proxy);
  if (draw < 90) return appConnection(random);
  return chatter(random, random.pick([proxy, tunnel]));
}

function rareStory(random: Random, count: number, proxy: Provider, tunnel: Provider): Story {
  if (count % 3 === 0) return restart(random, random.pick([proxy, tunnel]));
  return count % 3 === 1 ? reassert(tunnel) : sleepAndWake(random, tunnel);
}
