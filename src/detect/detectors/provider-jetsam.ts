import { recordCommand } from '../../lib/record-command.ts';
import type { ProcessRun } from '../../model/entity.ts';
import { MINUTE } from '../../model/units.ts';
import { providerCase, that } from '../cases.ts';
import { BY_NAME, defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, type Verdict } from '../define-detector.ts';
import { inTimes, inWords, median } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { byLog } from './before-log.ts';
import { byProvider } from './provider-deaths.ts';

/** Kills this close to each other are a loop. Source: detectors.md, provider-jetsam. */
const LOOP_US = 10 * MINUTE;
/** Who says that something was killed for memory. */
const WITNESSES = ['kernel', 'launchd', 'runningboardd', 'ReportSystemMemory'];
const MIB = 1024 * 1024;

type Texts = { once: string; often: string; before: string };

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'the reason of the kill names the provider’s own limit',
  lowers: { byName: BY_NAME },
});

export const providerJetsam = defineDetector({
  meta: {
    id: 'provider-jetsam',
    title: 'A provider was killed at its memory limit',
    severity: 'error',
    severityNote: 'error; warning for kills that only reports tell of, from before the time of the log',
    why: 'A provider has a small memory limit of its own (a packet tunnel 50 MB on iOS 15 and later, 15 MB before). Over it the kernel kills it at once: the session ends, and comes back only to be killed again.',
    how: [
      'the kernel says that the provider exceeded its fatal limit, or kills it for "per-process-limit"',
      'or a JetsamEvent report lists it with the reason per-process-limit; its size is its pages times the page size',
      'or launchd or runningboardd give its end the reason JETSAM with the code of the own limit',
    ],
    notIt: [
      'kills for vm-pageshortage, highwater, idle exit and the like: the machine was short of memory',
      'processes of a JetsamEvent without a reason: they lived on',
      'memory kills of apps and of anything that is no provider',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['what filled the memory is in neither the log nor the report'],
    needs: ['kernel.memorystatus/exceeded-limit', 'kernel.memorystatus/killing-process', 'report.memory/killed'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Bound what grows with traffic: buffers per flow, queues towards the tunnel, caches and logs. Watch os_proc_available_memory() and shed load before the limit.',
      },
      {
        for: 'provider-developer',
        text: 'Measure on a device with the release build: the limit counts everything dirty in the process, libraries too, and is higher under the debugger.',
      },
    ],
    references: [
      'https://developer.apple.com/documentation/xcode/identifying-high-memory-use-with-jetsam-event-reports',
    ],
  },
  messages: {
    once: '{{provider}} (pid {{pid}}) was killed at its memory limit{{limit}}{{life}}.',
    often: '{{provider}} was killed at its memory limit{{limit}} {{count}} times in {{duration}}{{life}}.',
    before:
      'Reports tell that {{provider}} was killed at its memory limit{{limit}} {{times}} before the time of the log.',
  },
  create(context) {
    return {
      finish() {
        for (const runs of byProvider(context.world.processes)) {
          const { within, before } = byLog(runs.filter(isOwnKill), context.observed);
          reportKills(context, within, false);
          reportKills(context, before, true);
          for (const run of runs) context.weigh(() => weighed(context, run));
        }
        return killsCanBeSeen(context);
      },
    };
  },
});

function weighed({ world }: Pick<DetectorContext, 'world'>, run: ProcessRun) {
  const { end } = run;
  const memory = end?.memory;
  const isOwn = memory === undefined ? (end?.kind === 'jetsam' ? 'unknown' : false) : memory.isOwnLimit;
  const conditions = [
    that('it ended in the capture', end !== undefined, end?.kind ?? 'no line tells of an end', end?.cites[0]),
    that('it was killed for memory', end?.kind === 'jetsam', end?.kind),
    that('for its own limit, not for the machine’s need', isOwn),
  ];
  return providerCase(world, run, { conditions, isFound: isOwnKill(run) && end?.cites[0] !== undefined });
}

function isOwnKill({ end }: ProcessRun): boolean {
  return end?.kind === 'jetsam' && end.memory?.isOwnLimit === true;
}

function reportKills(context: DetectorContext<Texts>, runs: readonly ProcessRun[], isBefore: boolean): void {
  const [first] = runs;
  const ends = runs.flatMap((run) => run.end ?? []);
  const decisive = ends[0]?.cites[0];
  if (first === undefined || decisive === undefined) return;
  const session = context.world.session(first.provider?.sessions[0] ?? '');
  const provider = session?.name ?? first.provider?.bundle ?? first.name;
  const cites = ends.flatMap((end) => end.cites);
  const span = spanOf(cites);
  const lives = runs.flatMap((run) => lifeOf(run) ?? []);
  const confidence = CONFIDENCE.grade({ byName: first.provider?.grade === 'presumed' });
  const shared = {
    severity: isBefore ? ('warning' as const) : ('error' as const),
    confidence,
    reasons: reasonsOf(runs, lives),
    count: runs.length,
    span,
    subjects: runs.slice(0, 10).map((run) => providerSubject(run, session)),
    evidence: evidenceOf(cites, decisive),
  };
  const limit = limitOf(runs);
  const duration = span === undefined ? '' : inWords(span.to - span.from);
  const each = runs.length > 1 ? 'each start' : 'its start';
  const life = lives.length === 0 ? '' : `, ${inWords(median(lives))} after ${each}`;
  if (isBefore)
    context.report({ ...shared, messageId: 'before', data: { provider, times: inTimes(runs.length), limit } });
  else if (runs.length === 1)
    context.report({ ...shared, messageId: 'once', data: { provider, pid: first.pid, limit, life } });
  else context.report({ ...shared, messageId: 'often', data: { provider, count: runs.length, duration, limit, life } });
}

/** Where its beginning is known, by a line about it or by the report. */
function lifeOf(run: ProcessRun): number | undefined {
  const life = (run.end?.at ?? run.lastAt) - (run.spawned?.at ?? run.firstAt);
  return life > 0 ? life : undefined;
}

function limitOf(runs: readonly ProcessRun[]): string {
  const limits = new Set(runs.flatMap((run) => run.end?.memory?.limitBytes ?? []));
  const [only] = limits;
  return limits.size === 1 && only !== undefined ? ` of ${Math.round(only / MIB)} MB` : '';
}

function reasonsOf(runs: readonly ProcessRun[], lives: readonly number[]): string[] {
  const sizes = runs.flatMap((run) => run.end?.memory?.bytes ?? []);
  const times = runs.flatMap((run) => run.end?.at ?? []);
  const isLoop = times.some((at, i) => i > 0 && at - (times[i - 1] ?? 0) <= LOOP_US);
  const shown = sizes.slice(0, 3).map((bytes) => `${(bytes / MIB).toFixed(1)} MB`);
  return [
    'the reason of the kill is its own limit (per-process-limit), not the machine’s need',
    ...(shown.length === 0 ? [] : [`its size at the kill: ${shown.join(', ')}`]),
    ...(isLoop ? [`killed again within ${inWords(LOOP_US)}`] : []),
    ...(lives.length === 0 ? [] : [`${runs.length > 1 ? 'median life' : 'it lived'} ${inWords(median(lives))}`]),
    ...(runs[0]?.provider?.reasons.slice(0, 2) ?? []),
  ];
}

/** The kernel says who is killed; launchd, runningboardd and the memory reporter say it again. */
function killsCanBeSeen<M extends Texts>({ observed, world }: DetectorContext<M>): Verdict {
  const hasProvider = [...world.processes].some((run) => run.provider !== undefined);
  const hasWitness = observed.seesAny(...WITNESSES) || observed.count('report.memory/event') > 0;
  if (hasProvider && hasWitness) return { status: 'clear' };
  return {
    status: 'not-observable',
    missing: [
      ...(hasProvider ? [] : ['lines of a provider process']),
      ...(hasWitness ? [] : ['lines of kernel, launchd, runningboardd or ReportSystemMemory, or a JetsamEvent report']),
    ],
    remedy: recordCommand(),
  };
}
