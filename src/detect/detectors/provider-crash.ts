import type { Cite, ProcessEnd, ProcessRun } from '../../model/entity.ts';
import { SECOND } from '../../model/units.ts';
import { providerCase, that } from '../cases.ts';
import { BY_NAME, defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inTimes, inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { anyOf } from '../weighing.ts';
import { byLog } from './before-log.ts';
import { crashLoopOf } from './crash-loops.ts';
import { CRASH_STEPS, commonSignature, crashReasons, crashSteps } from './crash-reasons.ts';
import { byProvider, deathsCanBeSeen, isShortVoluntaryLife } from './provider-deaths.ts';

/** A crash this soon after a stop was asked for is the crash-on-stop form. Source: detectors.md, firezone-9308. */
const ON_STOP_US = 2 * SECOND;

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'a fault signal, a corpse or a crash report proves it',
  lowers: { unproven: ['medium', 'only "died unexpectedly" says so'], byName: BY_NAME },
});

export const providerCrash = defineDetector({
  meta: {
    id: 'provider-crash',
    title: 'A provider crashed',
    severity: 'error',
    severityNote:
      'error; warning for crashes that only reports tell of, from before the time of the log; confidence says whether a signal, a corpse or a report proves it',
    why: 'When the provider dies, its session, its flows and its filter decisions die with it: connections break, DNS stops, or traffic goes out unfiltered until it is back.',
    how: [
      'launchd says the provider ended by a fault signal (SIGSEGV, SIGABRT, SIGTRAP …)',
      'or the kernel made a corpse of it, or ReportCrash wrote its report',
      'or its crash report is among the inputs (.ips, .crash): joined by pid, name and time, or a run of its own',
      'or nesessionmanager says "Extension … died unexpectedly" and nothing else explains the end',
    ],
    notIt: [
      'three crashes or more within an hour: provider-crash-loop',
      'a memory-limit kill, which also leaves a corpse and a report',
      'SIGKILL or SIGTERM by launchd, nesessionmanager or runningboardd: a stop or an update',
      'an exit with a code: the provider ended itself',
      'Xcode or debugserver stopping a debug run',
      'a crash of the container app only',
      'a report of a process that lived on (simulated, ExcUserFault)',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'without launchd, ReportCrash or nesessionmanager lines a crash looks like silence',
      'the faulting thread is in the crash report, not in the log: give the .ips file beside the log',
    ],
    needs: [
      'system.launchd/exited-signal',
      'system.report-crash/formulating',
      'report.crash/crashed',
      'kernel.process/corpse-allowed',
      'nesessionmanager.agent/died-unexpectedly',
    ],
    levels: ['default', 'error'],
    next: CRASH_STEPS,
    references: [
      'https://developer.apple.com/documentation/xcode/diagnosing-issues-using-crash-reports-and-device-logs',
    ],
  },
  messages: {
    once: '{{provider}} (pid {{pid}}) crashed{{how}}{{when}}{{signature}}.',
    often: '{{provider}} crashed {{count}} times in {{duration}}{{how}}{{signature}}.',
    before: 'Reports tell that {{provider}} crashed {{times}} before the time of the log{{how}}{{signature}}.',
  },
  create(context) {
    return {
      finish() {
        for (const runs of byProvider(context.world.processes)) {
          const crashed = runs.filter(isCrash);
          const loops = runs.filter((run) => isShortVoluntaryLife(run));
          // A provider that keeps ending without any proof of a fault is the exit loop's, not a crash.
          const isLoop = loops.length >= 3 && crashed.every((run) => run.end?.kind === 'died');
          const { within: all, before } = byLog(isLoop ? [] : crashed, context.observed);
          // Three within an hour are a loop, which is a finding of its own.
          const looping = new Set(crashLoopOf(all));
          const within = all.filter((run) => !looping.has(run));
          for (const run of runs) {
            const isFound = (within.includes(run) || before.includes(run)) && (run.end?.cites.length ?? 0) > 0;
            context.weigh(() => weighed(context, run, { isLoop, isLooping: looping.has(run), isFound }));
          }
          reportGroup(context, within, false);
          reportGroup(context, before, true);
        }
        return deathsCanBeSeen(context);
      },
    };
  },
});

/** Proven faults of anything that is a provider; an unexplained death only where the framework knows it as one. */
function isCrash(run: ProcessRun): boolean {
  if (run.provider === undefined || run.end === undefined) return false;
  if (run.end.kind === 'crash') return true;
  return run.end.kind === 'died' && run.provider.grade !== 'presumed';
}

/** One run of a provider with what speaks for its having crashed. */
function weighed(
  { world }: Pick<DetectorContext, 'world'>,
  run: ProcessRun,
  { isLoop, isLooping, isFound }: { readonly isLoop: boolean; readonly isLooping: boolean; readonly isFound: boolean },
) {
  const { end, provider } = run;
  const [cite] = end?.cites ?? [];
  const died = end?.kind === 'died' && provider?.grade !== 'presumed';
  const conditions = [
    that('it ended in the capture', end !== undefined, end?.kind ?? 'no line tells of an end', cite),
    anyOf('a fault ended it', [
      that('a fault signal, a corpse or a crash report', end?.kind === 'crash', end?.signal ?? end?.kind, cite),
      that('it "died unexpectedly", and is a provider by more than its name', died, end?.kind),
    ]),
    that('it does not keep ending without any proof of a fault (provider-exit-loop)', !isLoop),
    that('it is not one of three within an hour (provider-crash-loop)', !isLooping),
  ];
  return providerCase(world, run, { conditions, isFound });
}

type Texts = { once: string; often: string; before: string };

function reportGroup(context: DetectorContext<Texts>, runs: readonly ProcessRun[], isBefore: boolean): void {
  const first = runs[0];
  if (first?.end === undefined) return;
  const session = context.world.session(first.provider?.sessions[0] ?? '');
  const provider = session?.name ?? first.provider?.bundle ?? first.name;
  const ends = runs.flatMap((run) => run.end ?? []);
  const proven = ends.filter((end) => end.kind === 'crash');
  const decisive = (proven[0] ?? ends[0])?.cites[0];
  if (decisive === undefined) return;
  const cites: Cite[] = [];
  for (const run of runs)
    cites.push(...(run.end?.cites ?? []), ...(run.lastError === undefined ? [] : [run.lastError]));
  const signals = [...new Set(ends.flatMap((end) => end.signal ?? []))];
  const how = signals.length === 0 ? '' : ` by ${signals.join(' and ')}`;
  const onStop = stopDelay(first);
  const span = spanOf(ends.flatMap((end) => end.cites));
  const confidence = CONFIDENCE.grade({
    unproven: proven.length === 0,
    byName: first.provider?.grade === 'presumed',
  });
  const shared = {
    severity: isBefore ? ('warning' as const) : ('error' as const),
    confidence,
    reasons: reasonsOf(first, proven, onStop),
    count: runs.length,
    span,
    subjects: runs.slice(0, 10).map((run) => providerSubject(run, session)),
    evidence: evidenceOf(cites, decisive),
    next: crashSteps(ends),
  };
  const signature = commonSignature(ends);
  if (isBefore) {
    context.report({ ...shared, messageId: 'before', data: { provider, times: inTimes(runs.length), how, signature } });
  } else if (runs.length === 1) {
    const when = onStop === undefined ? '' : ` ${inWords(onStop)} after it was asked to stop`;
    context.report({ ...shared, messageId: 'once', data: { provider, pid: first.pid, how, when, signature } });
  } else {
    const duration = span === undefined ? '' : inWords(span.to - span.from);
    context.report({ ...shared, messageId: 'often', data: { provider, count: runs.length, duration, how, signature } });
  }
}

function reasonsOf(first: ProcessRun, proven: readonly ProcessEnd[], onStop: number | undefined): string[] {
  return [
    ...new Set(proven.slice(0, 3).flatMap(crashReasons)),
    ...(proven.length === 0 ? ['only "died unexpectedly" says so: no signal, corpse or report in the capture'] : []),
    ...(first.provider?.reasons.slice(0, 2) ?? []),
    ...(onStop === undefined ? [] : [`it crashed ${inWords(onStop)} after it was asked to stop`]),
  ];
}

/** µs between the request to stop and the crash, where the crash belongs to the stop. */
function stopDelay(run: ProcessRun): number | undefined {
  if (run.end === undefined || run.stopAskedAt === undefined) return undefined;
  const delay = run.end.at - run.stopAskedAt;
  return delay >= 0 && delay <= ON_STOP_US ? delay : undefined;
}
