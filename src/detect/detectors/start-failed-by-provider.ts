import { atLeast } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inTimes } from '../durations.ts';
import type { SessionTrace } from '../sessions/attempt.ts';
import { failedStarts, weighStarts } from '../sessions/failed-starts.ts';
import { sessionsCanBeSeen } from '../sessions/parties.ts';
import { draftOf, lastErrorsOf, worked } from '../sessions/report-attempts.ts';
import { createSessionTraces } from '../sessions/traces.ts';

/** One failed start may be a dead zone. Source: detectors.md, start-failed-by-provider. */
const AT_LEAST = 2;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the provider’s process ran, and nothing tells of its death',
  lowers: { worked: ['low', 'other attempts at this session connected'] },
});

const messages = {
  failed: '{{session}} did not come up, {{times}}: its provider ran and gave up ("{{reason}}"){{others}}.',
} as const;

export const startFailedByProvider = defineDetector({
  meta: {
    id: 'start-failed-by-provider',
    title: 'A provider runs but does not bring its session up',
    severity: 'error',
    severityNote: 'always error: at least two starts failed so',
    why: 'The provider’s process is started and answers, and says disconnected before it ever said connected. The toggle falls back to off.',
    how: [
      'a start that never connects and that nobody stops',
      'the provider’s process was started, and no crash, exit or memory limit explains the end',
      'the session ends with "Plugin failed", or with "Plugin initiated" after more than 5 s; at least twice',
    ],
    notIt: [
      'one failed attempt in a dead zone',
      'refusals by the server, by the system or for want of an interface: other detectors',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'what the provider failed at is in its own log',
      'without lines of launchd or ReportCrash a provider that died looks the same',
    ],
    needs: ['nesessionmanager.session/status-changed', 'nesessionmanager.session/plugin-started'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Compare with an attempt that worked: another network (cellular, IPv6 only), another server? Log the step at which the start gives up.',
      },
      { for: 'administrator', text: 'Try another network: some let only certain ports or protocols through.' },
    ],
    references: ['https://github.com/mozilla-mobile/mozilla-vpn-client/issues/4823'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    return {
      on: traces.on,
      finish() {
        for (const trace of traces.all()) reportTrace(context, trace);
        return sessionsCanBeSeen(context);
      },
    };
  },
});

function reportTrace(context: DetectorContext<typeof messages>, trace: SessionTrace): void {
  const failed = failedStarts(trace, 'provider', context.world);
  const isMany = failed.length >= AT_LEAST;
  const more = () => [atLeast('attempts at this session that fail so', failed.length, AT_LEAST)];
  weighStarts(context, trace, 'provider', { found: isMany ? failed : [], more });
  if (!isMany) return;
  const errors = lastErrorsOf(failed, context.world);
  const draft = draftOf(trace, failed, context.world, errors);
  if (draft === undefined) return;
  const up = worked(trace);
  const reasons = [...new Set(failed.flatMap(({ reason }) => reason ?? []))];
  context.report({
    ...draft,
    messageId: 'failed',
    data: {
      session: trace.name,
      times: inTimes(failed.length),
      reason: reasons.join('", "'),
      others: up === 0 ? '' : `; ${inTimes(up)} it did`,
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({ worked: up > 0 }),
    reasons: [
      `${failed.length} of ${trace.attempts.length} attempts ended so, ${up} connected`,
      'no line tells of a crash, an exit or a memory limit',
      errors.length === 0 ? 'the provider left no error line of its own' : 'the provider’s last error line is cited',
    ],
  });
}
