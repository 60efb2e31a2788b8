import type { ProcessRun } from '../../model/entity.ts';
import { atLeast, runsCase } from '../cases.ts';
import { BY_NAME, defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords, median } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { byLog } from './before-log.ts';
import { CRASHES_OF_LOOP, crashLoopOf, crashRowOf } from './crash-loops.ts';
import { CRASH_STEPS, commonSignature, crashReasons, crashSteps } from './crash-reasons.ts';
import { byProvider, deathsCanBeSeen } from './provider-deaths.ts';

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'each crash is proven by a fault signal, a corpse or a crash report',
  lowers: { byName: BY_NAME },
});

const messages = {
  loop: '{{provider}} crashed {{count}} times in {{duration}}{{how}}{{signature}}.',
} as const;

export const providerCrashLoop = defineDetector({
  meta: {
    id: 'provider-crash-loop',
    title: 'A provider crashes again and again',
    severity: 'error',
    severityNote: 'always error: each crash breaks every connection that goes through it',
    why: 'The provider is started again after each crash and crashes anew: a fault that comes with every start or with ordinary traffic, mostly since an update of the product or the system.',
    how: [
      'at least 3 crashes of the same provider within an hour: a fault signal, a corpse or a crash report each',
      'reports of one crash and the log’s lines about it count once',
    ],
    notIt: [
      'ends with an exit code: provider-exit-loop',
      'kills for memory: provider-jetsam',
      'old reports that lie beside the log: they count at their own time',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['whether the crashes have one cause is known only where reports are among the inputs'],
    needs: [
      'system.launchd/exited-signal',
      'system.report-crash/formulating',
      'report.crash/crashed',
      'kernel.process/corpse-allowed',
    ],
    levels: ['default', 'error'],
    next: CRASH_STEPS,
    references: ['https://github.com/tailscale/tailscale/issues/14875'],
  },
  messages,
  create(context) {
    return {
      finish() {
        for (const runs of byProvider(context.world.processes)) {
          const { within } = byLog(runs, context.observed);
          const loop = crashLoopOf(within);
          context.weigh(() => {
            const row = crashRowOf(within);
            const cite = row[0]?.end?.cites[0];
            const conditions = [atLeast('proven crashes within an hour', row.length, CRASHES_OF_LOOP, cite)];
            return runsCase(context.world, runs, { conditions, isFound: loop.length > 0 && cite !== undefined });
          });
          if (loop.length > 0) report(context, loop);
        }
        return deathsCanBeSeen(context);
      },
    };
  },
});

function report(context: DetectorContext<typeof messages>, loop: readonly ProcessRun[]): void {
  const [first] = loop;
  const ends = loop.flatMap(({ end }) => end ?? []);
  const decisive = ends[0]?.cites[0];
  if (first === undefined || decisive === undefined) return;
  const session = context.world.session(first.provider?.sessions[0] ?? '');
  const cites = ends.flatMap((end) => end.cites.slice(0, 2));
  const span = spanOf(cites);
  const signals = [...new Set(ends.flatMap(({ signal }) => signal ?? []))];
  const lives = loop.map((run) => (run.end?.at ?? run.lastAt) - run.firstAt);
  context.report({
    messageId: 'loop',
    data: {
      provider: session?.name ?? first.provider?.bundle ?? first.name,
      count: loop.length,
      duration: inWords(span === undefined ? 0 : span.to - span.from),
      how: signals.length === 0 ? '' : ` by ${signals.join(' and ')}`,
      signature: commonSignature(ends),
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({ byName: first.provider?.grade === 'presumed' }),
    reasons: [
      `${loop.length} crashes, the median life is ${inWords(median(lives))}`,
      ...new Set(ends.slice(0, 3).flatMap(crashReasons)),
      ...(first.provider?.reasons.slice(0, 1) ?? []),
    ],
    count: loop.length,
    span,
    subjects: loop.slice(0, 10).map((run) => providerSubject(run, session)),
    evidence: evidenceOf([...cites, ...loop.flatMap(({ lastError }) => lastError ?? [])], decisive),
    next: crashSteps(ends),
  });
}
