import { recordCommand } from '../../lib/record-command.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { Severity } from '../../model/finding.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import { atLeast, lasts, providerCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords, median } from '../durations.ts';
import { evidenceOf } from '../evidence.ts';
import { type Period, periodOf } from '../measures.ts';
import { providerSubject } from '../subjects.ts';
import { type BareWakes, bareWakesOf } from './bare-wakes.ts';
import { type Activity, createActivityLog } from './provider-activity.ts';
import { type Cycle, cyclesOfPower, cyclesOfWords } from './wake-cycles.ts';

/** Source: detectors.md, darkwake-churn. */
const AT_LEAST = 3;
const SHORT_WAKE_US = 180 * SECOND;

/** A night, and the provider's own words: what it does in a dark wake is often said by nobody else. */
const LACKING = { remedy: recordCommand('12h', 'YOUR-PROVIDER') };

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'power lines show the wakes, and the framework’s own lines the reconnects in them',
  lowers: {
    ownWords: [
      'medium',
      'the reconnect is read from the provider’s own words, or the provider is one by its name only',
    ],
    words: ['low', 'no power lines: the wakes too are read from the provider’s own words'],
    bare: ['low', 'only pmset tells of this time: the reconnects cannot be seen'],
  },
});

export const darkwakeChurn = defineDetector({
  meta: {
    id: 'darkwake-churn',
    title: 'The provider reconnects in every dark wake',
    severity: 'warning',
    severityNote: 'warning; info where only power lines exist',
    why: 'The machine wakes for maintenance every few minutes; the provider takes each of these wakes for a real one, reconnects and is put to sleep again. The gateway sees the session go up and down all night, and the battery pays.',
    how: [
      'at least 3 cycles of dark wake → the provider connects to the same upstream → sleep',
      'each wake lasts less than 180 s, and no full wake stands between them',
      'without power lines: the provider’s own sleep and wake lines, with lower confidence',
    ],
    notIt: [
      'dark wakes in which the provider does nothing (backup, mail, maintenance)',
      'a full wake by the user, with a reconnect after it',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'from the provider’s own words alone a full wake cannot be told from a dark one',
      'from pmset alone reconnects cannot be seen: a row of dark wakes at a steady pace is then told as info',
    ],
    needs: ['system.powerd/dark-wake', 'system.powerd/sleep', 'provider.words/connect', 'provider.words/established'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Do not reconnect on every wake(): keep the session’s keys over sleep, resume lazily on the first real flow, and ask the power source whether the wake is a full one.',
      },
      {
        for: 'provider-developer',
        text: 'Raise the gateway’s dead-peer timeout above the dark-wake period, or send the keep-alive that the wake allows.',
      },
      {
        for: 'administrator',
        text: 'Turning off Power Nap (pmset -a powernap 0) or wake for network access reduces the wakes, not the fault.',
      },
    ],
    references: ['https://developer.apple.com/documentation/networkextension/neprovider/wake()'],
  },
  messages: {
    churn:
      '{{provider}} reconnected in {{count}} of {{wakes}} dark wakes{{upstream}}, every {{period}}, and was put to sleep again after {{awake}}.',
    bare: 'The machine woke {{count}} times in the dark, every {{period}}, for {{awake}} each; whether a provider reconnects in these wakes cannot be seen here.',
    words: '{{provider}} says that it woke, reconnected{{upstream}} and slept again {{count}} times, every {{period}}.',
  },
  create(context) {
    const activity = createActivityLog(context);
    return {
      on: activity.on,
      step: activity.step,
      finish() {
        const power = cyclesOfPower(context.world.power);
        for (const run of activity.runs()) {
          if (run.provider === undefined) continue;
          if (power.hasPower) judge(context, run, power.cycles, activity.of(run), 'power');
          else judge(context, run, cyclesOfWords(activity.of(run)), activity.of(run), 'words');
        }
        const bare = bareWakesOf(context, power.cycles, { atLeast: AT_LEAST, shortUs: SHORT_WAKE_US });
        if (bare !== undefined) reportBare(context, bare);
        return answer(context, power.hasPower, activity.saysSleep());
      },
    };
  },
});

type Context = DetectorContext<{ churn: string; words: string; bare: string }>;

function answer(context: Context, hasPower: boolean, hasSleepWords: boolean) {
  const hasProvider = [...context.world.processes].some((run) => run.provider !== undefined);
  if (hasProvider && (hasPower || hasSleepWords)) return { status: 'clear' as const };
  return {
    status: 'not-observable' as const,
    missing: [
      ...(hasProvider ? [] : ['lines of a provider process']),
      ...(hasPower || hasSleepWords ? [] : ['sleep and wake lines (powerd sleepWake, kernel PMRD)']),
    ],
    ...LACKING,
  };
}

interface Hit {
  readonly cycle: Cycle;
  readonly connect: Activity;
}

/** The longest row of short wakes in which this provider connected, broken by every full or long wake. */
function judge(
  context: Context,
  run: ProcessRun,
  cycles: readonly Cycle[],
  activity: readonly Activity[],
  source: 'power' | 'words',
): void {
  let best: { hits: Hit[]; wakes: number } = { hits: [], wakes: 0 };
  let hits: Hit[] = [];
  let wakes = 0;
  for (const cycle of cycles) {
    if (cycle.isFull || cycle.to - cycle.from >= SHORT_WAKE_US) {
      hits = [];
      wakes = 0;
      continue;
    }
    wakes += 1;
    const connects = activity.filter(
      (each) => each.word === 'connect' && each.at >= cycle.from - SECOND && each.at <= cycle.to,
    );
    const connect = connects.find((each) => each.endpoint !== undefined) ?? connects[0];
    if (connect === undefined) continue;
    hits = [...hits, { cycle, connect }];
    if (hits.length > best.hits.length) best = { hits, wakes };
  }
  const upstream = sameUpstream(best.hits);
  context.weigh(() => weighed(context, run, { ...upstream, wakes: best.wakes, source }));
  // A provider that skips every other dark wake decides by itself when to connect: no churn.
  if (upstream.hits.length < AT_LEAST || upstream.hits.length * 2 < best.wakes) return;
  report(context, run, { ...upstream, wakes: best.wakes, source });
}

/** The hits that go to the endpoint most of them name; all of them where the provider names none. */
function sameUpstream(hits: readonly Hit[]): { hits: readonly Hit[]; endpoint: string | undefined } {
  const byEndpoint = new Map<string, Hit[]>();
  for (const hit of hits) {
    const endpoint = hit.connect.endpoint;
    if (endpoint !== undefined) byEndpoint.set(endpoint, [...(byEndpoint.get(endpoint) ?? []), hit]);
  }
  const most = [...byEndpoint].sort((a, b) => b[1].length - a[1].length)[0];
  return most === undefined ? { hits, endpoint: undefined } : { hits: most[1], endpoint: most[0] };
}

function weighed({ world }: Context, run: ProcessRun, { hits, endpoint, wakes, source }: Churn) {
  const period = rhythmOf(hits).us;
  const first = hits[0];
  const conditions = [
    atLeast(
      `short ${source === 'power' ? 'dark ' : ''}wakes in a row with a connect${endpoint === undefined ? '' : ` to ${endpoint}`}`,
      hits.length,
      AT_LEAST,
      first?.connect.cite,
    ),
    that('it connects in at least half of the wakes between', hits.length * 2 >= wakes, `${hits.length} of ${wakes}`),
    ...(hits.length < 2 ? [] : [lasts('median time from wake to wake', period, MINUTE, first?.cycle.wakeCite)]),
  ];
  return providerCase(world, run, { conditions, isFound: conditions.every(({ holds }) => holds === true) });
}

/** From wake to wake. */
function rhythmOf(hits: readonly Hit[]): Period {
  const [first, second] = hits;
  const us = first === undefined || second === undefined ? 0 : second.cycle.from - first.cycle.from;
  return periodOf(hits.map(({ cycle }) => cycle.from)) ?? { us, variation: 0 };
}

interface Churn {
  readonly hits: readonly Hit[];
  readonly endpoint: string | undefined;
  readonly wakes: number;
  readonly source: 'power' | 'words';
}

function report(context: Context, run: ProcessRun, churn: Churn): void {
  const { hits, source } = churn;
  const first = hits[0];
  const last = hits.at(-1);
  if (first === undefined || last === undefined) return;
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const provider = session?.name ?? run.provider?.bundle ?? run.name;
  const { us: period, variation } = rhythmOf(hits);
  if (period < MINUTE) return;
  const awake = median(hits.map((hit) => hit.cycle.to - hit.cycle.from));
  const isPresumed = run.provider?.grade === 'presumed';
  const isFramework = hits.some((hit) => hit.connect.isFramework);
  const confidence = CONFIDENCE.grade({ ownWords: !isFramework || isPresumed, words: source === 'words' });
  const severity: Severity = 'warning';
  const cites: Cite[] = [];
  for (const hit of hits)
    cites.push(
      hit.cycle.wakeCite,
      hit.connect.cite,
      ...(hit.cycle.sleepCite === undefined ? [] : [hit.cycle.sleepCite]),
    );
  const upstream = churn.endpoint === undefined ? '' : ` to ${churn.endpoint}`;
  const data = { provider, count: hits.length, upstream, period: inWords(period) };
  const shared = {
    severity,
    confidence,
    reasons: [
      `${hits.length} of ${churn.wakes} dark wakes hold a connect of the provider${upstream}`,
      `median period ${inWords(period)}, which varies by ${Math.round(variation * 100)} %, median time awake ${inWords(awake)}`,
      source === 'power'
        ? 'no full wake between them'
        : 'no power lines in the capture: wakes are read from the provider’s own words, dark and full cannot be told apart',
      isFramework
        ? 'the framework’s own lines show the reconnect'
        : 'the reconnect is read from the provider’s own words',
      ...(run.provider?.reasons.slice(0, 1) ?? []),
    ],
    count: hits.length,
    span: { from: first.cycle.from, to: last.cycle.to as Micros },
    subjects: [providerSubject(run, session), { kind: 'machine' as const, name: 'power' }],
    evidence: evidenceOf(threeCycles(hits, cites), first.connect.cite),
  };
  if (source === 'words') context.report({ ...shared, messageId: 'words', data });
  else context.report({ ...shared, messageId: 'churn', data: { ...data, wakes: churn.wakes, awake: inWords(awake) } });
}

/** Half of the pattern: the wakes are there, what happened in them is not. Said, because the night can be recorded again. */
function reportBare(context: Context, { cycles, periodUs, steady, awakeUs }: BareWakes): void {
  const [first] = cycles;
  const last = cycles.at(-1);
  if (first === undefined || last === undefined) return;
  const cites = [...cycles.slice(0, 2), last].flatMap(({ wakeCite, sleepCite }) =>
    sleepCite === undefined ? [wakeCite] : [wakeCite, sleepCite],
  );
  context.report({
    messageId: 'bare',
    data: { count: cycles.length, period: inWords(periodUs), awake: inWords(awakeUs) },
    title: 'Dark wakes at a steady pace, and no word of what woke up in them',
    severity: 'info',
    confidence: CONFIDENCE.grade({ bare: true }),
    reasons: [
      `${steady} of ${cycles.length - 1} distances lie within a quarter of the median, ${inWords(periodUs)}`,
      'no full wake between them',
      'the reconnects cannot be seen: only pmset tells of this time, no line of a provider, of nesessionmanager or of the kernel',
    ],
    count: cycles.length,
    span: { from: first.from, to: last.to },
    subjects: [{ kind: 'machine', name: 'power' }],
    evidence: evidenceOf(cites, first.wakeCite),
    next: [
      {
        for: 'administrator',
        text: 'Record the same hours with the lines of the provider, and analyse both files together.',
      },
    ],
  });
}

/** Whole cycles read better than single lines: the first, and the wake and connect of the next and the last. */
function threeCycles(hits: readonly Hit[], all: readonly Cite[]): readonly Cite[] {
  const [first, second] = hits;
  const last = hits.at(-1);
  if (first === undefined || second === undefined || last === undefined) return all;
  return [
    first.cycle.wakeCite,
    first.connect.cite,
    ...(first.cycle.sleepCite === undefined ? [] : [first.cycle.sleepCite]),
    second.cycle.wakeCite,
    second.connect.cite,
    last.cycle.wakeCite,
    last.connect.cite,
  ];
}
