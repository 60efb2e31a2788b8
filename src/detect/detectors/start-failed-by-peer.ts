import { MINUTE } from '../../model/units.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inTimes } from '../durations.ts';
import type { SessionTrace } from '../sessions/attempt.ts';
import { failedStarts, weighStarts } from '../sessions/failed-starts.ts';
import { sessionsCanBeSeen } from '../sessions/parties.ts';
import { draftOf, worked } from '../sessions/report-attempts.ts';
import { createSessionTraces } from '../sessions/traces.ts';

/** One refusal may be a server's maintenance; three within ten minutes are not. Source: detectors.md. */
const MANY = 3;
const WITHIN_US = 10 * MINUTE;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the stop reason names the server; the provider chose it',
  lowers: { worked: ['low', 'other attempts at this session connected, and the refusals are few'] },
});

const messages = {
  refused: '{{session}} could not be started, {{times}}: "{{reason}}".',
} as const;

export const startFailedByPeer = defineDetector({
  meta: {
    id: 'start-failed-by-peer',
    title: 'The server refuses the session',
    severity: 'warning',
    severityNote: 'warning; error for 3 refusals within 10 min',
    why: 'The session gets as far as the server, and the server ends it: wrong credentials or certificate, a configuration it does not accept, or no answer at all. Nothing on this machine can repair that.',
    how: [
      'a start that never connects and that nobody stops',
      'the stop reason names the server: terminated by it, not responding, authentication or negotiation failed, its certificate or name',
    ],
    notIt: [
      'one refusal during a server’s maintenance: a warning, no error',
      'a refusal by the provider’s own code: other stop reasons',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'why the server refuses is in its own log',
      'the provider chooses the reason: a provider that always says "Plugin failed" hides it',
    ],
    needs: ['nesessionmanager.session/status-changed', 'nesessionmanager.session/plugin-disconnected'],
    levels: ['default'],
    next: [
      {
        for: 'administrator',
        text: 'Look into the server’s log at the times below; check account, certificate and the server’s name in the configuration.',
      },
      {
        for: 'app-developer',
        text: 'Show the user the reason (fetchLastDisconnectError) and do not retry refusals of credentials.',
      },
    ],
    references: ['https://github.com/trailofbits/algo/issues/14844'],
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
  const refused = failedStarts(trace, 'peer', context.world);
  weighStarts(context, trace, 'peer', { found: refused });
  const draft = draftOf(trace, refused, context.world);
  if (draft === undefined) return;
  const isMany = refused.some((each, i) => {
    const third = refused[i + MANY - 1];
    return third !== undefined && third.first.at - each.first.at <= WITHIN_US;
  });
  const reasons = [...new Set(refused.flatMap(({ reason }) => reason ?? []))];
  const up = worked(trace);
  context.report({
    ...draft,
    messageId: 'refused',
    data: { session: trace.name, times: inTimes(refused.length), reason: reasons.join('", "') },
    severity: isMany ? 'error' : 'warning',
    confidence: CONFIDENCE.grade({ worked: up > 0 && !isMany }),
    reasons: [
      `${refused.length} of ${trace.attempts.length} attempts ended with "${reasons.join('", "')}"`,
      up === 0
        ? 'none of the attempts in the log connected'
        : `${up} attempts connected: the configuration works in principle`,
    ],
  });
}
