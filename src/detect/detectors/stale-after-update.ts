import { atLeast, plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import type { Attempt, SessionTrace } from '../sessions/attempt.ts';
import { hasDied } from '../sessions/deaths.ts';
import { partiesOf, sessionSubject, sessionsCanBeSeen } from '../sessions/parties.ts';
import { createReplacements, isRelated, type Replacement } from '../sessions/replacements.ts';
import { createSessionTraces } from '../sessions/traces.ts';

/** Source: detectors.md, stale-after-update. */
const AT_LEAST = 2;
/** What nesessionmanager prints where it has no reason. */
const NO_REASON = /^(?:none|no reason|\(null\)|null)?$/i;

const CONFIDENCE = defineConfidence({
  start: 'low',
  because: 'that the update is the cause is concluded from the order',
});

const messages = {
  stale: '{{session}} was updated while it was connected, and {{count}} starts since were given up without a reason.',
} as const;

type Context = DetectorContext<typeof messages>;

export const staleAfterUpdate = defineDetector({
  meta: {
    id: 'stale-after-update',
    title: 'A session cannot be started any more since its app was updated',
    severity: 'warning',
    severityNote: 'always warning: which part is stale is not in the log',
    why: 'The app was replaced while its tunnel was connected. The configuration still points at what is gone, so each start ends at once and without a reason, until the configuration is removed and made anew.',
    how: [
      'the provider’s bundle was replaced while its session was connected',
      'since then at least 2 starts in a row end disconnected without ever connecting and without a stop reason',
    ],
    notIt: ['an update with a stop before and a start that succeeds after', 'a provider that crashes at its start'],
    confidence: CONFIDENCE.method,
    blindSpots: ['updates by an app store show only where nesessionmanager or sysextd tells of them'],
    needs: [
      'nesessionmanager.session/status-changed',
      'nesessionmanager.agent/updating',
      'system.sysextd/terminating-old',
    ],
    levels: ['default'],
    next: [
      {
        for: 'app-developer',
        text: 'After an update load the configuration and save it once before the first start; where the start still fails, remove the configuration and make it anew.',
      },
      { for: 'administrator', text: 'Remove the VPN configuration in the settings and let the app make it again.' },
    ],
    references: ['https://github.com/OutlineFoundation/outline-apps/issues/2416'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const replacements = createReplacements(context);
    return {
      on: together(traces.on, replacements.on),
      finish() {
        for (const trace of traces.all()) {
          const found = replacements.all().flatMap((each) => failedSince(context, trace, each) ?? []);
          const [worst] = found.toSorted((a, b) => b.failed.length - a.failed.length);
          if (worst !== undefined) report(context, trace, worst);
        }
        return sessionsCanBeSeen(context);
      },
    };
  },
});

interface Failed {
  readonly replacement: Replacement;
  readonly failed: readonly Attempt[];
}

/** The starts after the update, up to the first that succeeds; undefined where it is not this fault. */
function failedSince(context: Context, trace: SessionTrace, replacement: Replacement): Failed | undefined {
  const { bundle, attempts } = trace;
  const { at } = replacement;
  if (bundle === undefined || !isRelated(bundle, replacement.bundle)) return undefined;
  const wasUp = attempts.some(
    ({ connected, ended }) =>
      connected !== undefined && connected.at <= at && (ended?.at ?? Number.POSITIVE_INFINITY) >= at,
  );
  const failed: Attempt[] = [];
  for (const attempt of attempts.filter(({ first }) => first.at > at)) {
    const isSilent = NO_REASON.test(attempt.reason ?? '') && attempt.stop === undefined;
    if (attempt.connected !== undefined || !isSilent || hasDied(trace, attempt, context.world)) break;
    if (attempt.ended !== undefined) failed.push(attempt);
  }
  context.weigh(() =>
    plainCase(
      `session ${trace.name}`,
      [sessionSubject(trace)],
      [
        that('its bundle was replaced while it was connected', wasUp, undefined, replacement.cite),
        atLeast(
          'starts since that end without connecting and without a reason',
          failed.length,
          AT_LEAST,
          failed[0]?.ended,
        ),
      ],
    ),
  );
  return wasUp && failed.length >= AT_LEAST ? { replacement, failed } : undefined;
}

function report(context: Context, trace: SessionTrace, { replacement, failed }: Failed): void {
  const ends = failed.flatMap(({ ended }) => ended ?? []);
  const starts = failed.flatMap(({ start }) => start?.cite ?? []);
  const decisive = ends[AT_LEAST - 1];
  if (decisive === undefined) return;
  context.report({
    messageId: 'stale',
    data: { session: trace.name, count: failed.length },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${replacement.bundle} was replaced while the session was connected`,
      `${failed.length} starts in a row ended without connecting and without a stop reason, the first ${inWords((ends[0]?.at ?? decisive.at) - replacement.at)} after`,
      'that the update is the cause is concluded from the order',
    ],
    count: failed.length,
    span: spanOf([replacement.cite, ...ends]),
    subjects: partiesOf(trace, failed, context.world),
    evidence: evidenceOf([replacement.cite, ...starts, ...ends], decisive),
  });
}
