import type { Cite } from '../../model/entity.ts';
import { SECOND } from '../../model/units.ts';
import { that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inTimes, inWords, median } from '../durations.ts';
import { type Attempt, lastedFor, type SessionTrace } from '../sessions/attempt.ts';
import { failedStarts, weighStarts } from '../sessions/failed-starts.ts';
import { sessionsCanBeSeen } from '../sessions/parties.ts';
import { draftOf, lastErrorsOf, worked } from '../sessions/report-attempts.ts';
import { createSessionTraces } from '../sessions/traces.ts';

/** The refusal of a network rule leads to the same end: network-rule-refused tells of it. */
const RULE_US = 5 * SECOND;
const CAP = 256;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the stop reason says that the provider ended it, more than once',
  lowers: { once: ['low', 'it happened once'] },
});

const messages = {
  cancelled:
    'The provider of {{session}} ended its own start, {{times}}, {{after}} after the command ("Plugin initiated").',
} as const;

export const providerCancelledStart = defineDetector({
  meta: {
    id: 'provider-cancelled-start',
    title: 'A provider cancels its own start',
    severity: 'error',
    severityNote: 'error from the second time on; warning for a single one',
    why: 'The provider was launched, and instead of coming up it told the system to end the session (cancelTunnelWithError, cancelProxyWithError, or an error to the start’s completion handler). The app waits in vain.',
    how: ['a start that never connects and that nobody stops', 'it ends within 5 s with "Plugin initiated"'],
    notIt: [
      'the user disconnects while it connects: then there is a stop command',
      'a network rule that the system refuses: network-rule-refused',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['the provider’s error is in its own log, and often private'],
    needs: ['nesessionmanager.session/status-changed', 'nesessionmanager.session/plugin-disconnected'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Look at the provider’s last error before each end; log the error that you hand to cancelTunnelWithError or to the completion handler with privacy public.',
      },
      { for: 'app-developer', text: 'Read fetchLastDisconnectError: it carries the provider’s error to the app.' },
    ],
    references: ['https://github.com/mitmproxy/mitmproxy/issues/7236'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const rules: Cite[] = [];
    return {
      on: together(traces.on, {
        'networkextension.framework/rule-port-refused': (event) => {
          if (rules.length < CAP) rules.push(context.cite(event));
        },
      }),
      finish() {
        for (const trace of traces.all()) reportTrace(context, trace, rules);
        return sessionsCanBeSeen(context);
      },
    };
  },
});

function reportTrace(context: DetectorContext<typeof messages>, trace: SessionTrace, rules: readonly Cite[]): void {
  const ruleOf = ({ ended }: Attempt): Cite | undefined =>
    rules.find(({ at }) => ended !== undefined && at <= ended.at && ended.at - at <= RULE_US);
  const cancelled = failedStarts(trace, 'cancelled', context.world).filter((each) => ruleOf(each) === undefined);
  weighStarts(context, trace, 'cancelled', {
    found: cancelled,
    more: (attempt) => {
      const rule = ruleOf(attempt);
      return [that('no network rule was refused before it', rule === undefined, undefined, rule)];
    },
  });
  const errors = lastErrorsOf(cancelled, context.world);
  const draft = draftOf(trace, cancelled, context.world, errors);
  if (draft === undefined) return;
  const isOnce = cancelled.length === 1;
  const up = worked(trace);
  context.report({
    ...draft,
    messageId: 'cancelled',
    data: {
      session: trace.name,
      times: inTimes(cancelled.length),
      after: inWords(median(cancelled.map((attempt) => lastedFor(attempt) ?? 0))),
    },
    severity: isOnce ? 'warning' : 'error',
    confidence: CONFIDENCE.grade({ once: isOnce }),
    reasons: [
      `${cancelled.length} of ${trace.attempts.length} attempts ended so, ${up} connected`,
      'no stop command stands before the ends',
      errors.length === 0
        ? 'the provider left no error line of its own'
        : 'the provider’s last error line is cited: probably why',
    ],
  });
}
