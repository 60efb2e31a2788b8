import { known } from '../../lib/redacted.ts';
import { sameSigningId } from '../../lib/signing-id.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import { MINUTE, SECOND } from '../../model/units.ts';
import { atLeast, runsCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords, median } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { bundlesOf, providerSubject } from '../subjects.ts';
import { byProvider, deathsCanBeSeen, isShortVoluntaryLife } from './provider-deaths.ts';

/** Source: detectors.md, provider-exit-loop: three pids with lives under a minute within five minutes. */
const AT_LEAST = 3;
const WINDOW_US = 5 * MINUTE;
/** launchd holds a respawn back for 10 s; a successor this close is its doing. */
const RESPAWN_US = { from: 5 * SECOND, to: 20 * SECOND };
/** An update or activation this near explains a new pid. */
const UPDATE_US = 30 * SECOND;
const CAP_UPDATES = 256;

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'exit codes, or launchd’s respawn delay between the lives, show that it ended itself',
  lowers: {
    mute: ['medium', 'neither an exit code nor launchd’s respawn delay is in the log'],
    byName: ['medium', 'the provider is held for one by its name only'],
    byNameAndMute: ['low', 'it is a provider by its name only, and exit code or respawn delay is missing'],
  },
});

export const providerExitLoop = defineDetector({
  meta: {
    id: 'provider-exit-loop',
    title: 'A provider exits right after each start',
    severity: 'error',
    severityNote: 'always error: while it loops there is no provider',
    why: 'launchd starts the provider again and again, and it ends itself each time. The network is dead or unfiltered, and the app’s XPC calls fail.',
    how: [
      'at least 3 process ids of the same provider within 5 min',
      'each lived less than 60 s and ended itself (an exit code, or no cause in the log)',
      'no update, no replacement of the extension and no stop of the session explains the ends',
    ],
    notIt: [
      'ends with a known cause: memory limit, fault signal, a stop, an update',
      'on-demand providers that exit on stop',
      'a developer deploying again from Xcode',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['why it exits is only known from its own last error line, which may be off or redacted'],
    needs: ['system.launchd/spawned', 'system.launchd/exited-code'],
    levels: ['default', 'error'],
    next: [
      {
        for: 'provider-developer',
        text: 'Read the last error line of each life below: it names what the provider could not do. Handle that error instead of calling exit().',
      },
      {
        for: 'administrator',
        text: 'Remove or repair what the provider fails to read (its stored rules or preferences), or go back to the version before.',
      },
    ],
    references: ['https://developer.apple.com/documentation/systemextensions'],
  },
  messages: {
    loop: '{{provider}} was started {{count}} times in {{duration}} and ended itself each time after {{life}}{{cause}}.',
  },
  create(context) {
    const updates: { at: number; bundle: string }[] = [];
    const update = (event: {
      readonly at: number;
      readonly fields: { readonly bundle?: string | Redacted | undefined };
    }): void => {
      const bundle = known(event.fields.bundle);
      if (bundle !== undefined && updates.length < CAP_UPDATES) updates.push({ at: event.at, bundle });
    };
    const isUpdated = (run: ProcessRun): boolean =>
      updates.some(
        (each) =>
          Math.abs(each.at - run.firstAt) < UPDATE_US &&
          bundlesOf(run).some((bundle) => sameSigningId(bundle, each.bundle)),
      );
    return {
      on: {
        'system.sysextd/activation-requested': update,
        'system.sysextd/entry-to-replace': update,
        'system.sysextd/terminating-old': update,
      },
      finish() {
        for (const runs of byProvider(context.world.processes)) {
          const short = runs.filter((run) => isShortVoluntaryLife(run) && !isUpdated(run));
          const loop = densest(short);
          context.weigh(() => weighed(context, { runs, short, loop }));
          if (loop.length >= AT_LEAST) reportLoop(context, loop);
        }
        return deathsCanBeSeen(context);
      },
    };
  },
});

interface Lives {
  readonly runs: readonly ProcessRun[];
  readonly short: readonly ProcessRun[];
  readonly loop: readonly ProcessRun[];
}

function weighed({ world }: Pick<DetectorContext, 'world'>, { runs, short, loop }: Lives) {
  const ends = runs.map(({ end }) => end?.kind ?? 'alive');
  const kinds = [...new Set(ends)].map((kind) => `${ends.filter((each) => each === kind).length} ${kind}`).join(', ');
  const conditions = [
    that('some of its runs ended themselves within 60 s, and no update explains it', short.length > 0, kinds),
    atLeast('of these within 5 min', loop.length, AT_LEAST, loop[0]?.end?.cites[0] ?? loop[0]?.lastCite),
  ];
  return runsCase(world, runs, { conditions, isFound: loop.length >= AT_LEAST });
}

/** The longest stretch of runs in which every window of five minutes holds at least three starts. */
function densest(runs: readonly ProcessRun[]): ProcessRun[] {
  let best: ProcessRun[] = [];
  let current: ProcessRun[] = [];
  for (const run of runs) {
    const anchor = current.at(-(AT_LEAST - 1)) ?? current[0];
    if (anchor !== undefined && run.firstAt - anchor.firstAt > WINDOW_US) current = [];
    current.push(run);
    if (current.length > best.length) best = [...current];
  }
  return best;
}

function reportLoop(context: DetectorContext<{ loop: string }>, runs: readonly ProcessRun[]): void {
  const first = runs[0];
  const last = runs.at(-1);
  if (first?.end === undefined || last?.end === undefined) return;
  const session = context.world.session(first.provider?.sessions[0] ?? '');
  const lives = runs.map((run) => (run.end?.at ?? run.lastAt) - run.firstAt);
  const gaps = runs.slice(1).map((run, i) => run.firstAt - (runs[i]?.end?.at ?? runs[i]?.lastAt ?? run.firstAt));
  const gap = median(gaps);
  const errors = runs.flatMap((run) => (run.lastError === undefined ? [] : [run.lastError]));
  const codes = [...new Set(runs.flatMap((run) => (run.end?.code === undefined ? [] : [run.end.code])))];
  const withCode = runs.filter((run) => run.end?.code !== undefined).length;
  const isRespawn = gap >= RESPAWN_US.from && gap <= RESPAWN_US.to;
  const decisive: Cite = errors[0] ?? first.end.cites[0] ?? first.lastCite;
  const ends = runs.flatMap((run) => run.end?.cites.slice(0, 1) ?? []);
  const starts = runs.flatMap((run) => [run.spawned ?? run.firstCite]);
  const isPresumed = first.provider?.grade === 'presumed';
  const confidence = CONFIDENCE.grade({
    mute: withCode === 0 && !isRespawn,
    byName: isPresumed,
    byNameAndMute: isPresumed && (withCode === 0 || !isRespawn),
  });
  const reasons = [
    `${runs.length} process ids of ${first.provider?.bundle ?? first.name}, median life ${inWords(median(lives))}`,
    codes.length === 0
      ? 'no exit code in the capture: the ends are read from the next pid'
      : `exit code ${codes.join(', ')} in ${withCode} of ${runs.length} ends`,
    `median gap to the next start ${inWords(gap)}${isRespawn ? ': launchd’s respawn delay' : ''}`,
    ...(errors.length === 0 ? ['none of the lives has an error line of its own'] : []),
    ...(first.provider?.grade === 'presumed' ? first.provider.reasons.slice(0, 1) : []),
  ];
  context.report({
    messageId: 'loop',
    data: {
      provider: session?.name ?? first.provider?.bundle ?? first.name,
      count: runs.length,
      duration: inWords(last.end.at - first.firstAt),
      life: inWords(median(lives)),
      cause: codes.length === 1 ? ` with code ${codes[0]}` : '',
    },
    severity: 'error',
    confidence,
    reasons,
    count: runs.length,
    span: spanOf([...starts, ...ends, last.lastCite]),
    subjects: runs.slice(0, 16).map((run) => providerSubject(run, session)),
    evidence: evidenceOf([...starts.slice(0, 2), ...errors, ...ends], decisive),
  });
}
