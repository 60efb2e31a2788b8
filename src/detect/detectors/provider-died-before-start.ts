import type { Cite } from '../../model/entity.ts';
import { MINUTE, SECOND } from '../../model/units.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inTimes } from '../durations.ts';
import type { Attempt, SessionTrace } from '../sessions/attempt.ts';
import { failedStarts } from '../sessions/failed-starts.ts';
import { sessionsCanBeSeen } from '../sessions/parties.ts';
import { createRemovals } from '../sessions/removals.ts';
import { draftOf } from '../sessions/report-attempts.ts';
import { createSessionTraces } from '../sessions/traces.ts';

/** While a product is updated its extension cannot be reached. Source: detectors.md, provider-died-before-start. */
const UPDATE_US = 10 * SECOND;
const CAP = 1_024;

const messages = {
  died: 'The provider of {{session}} ended before it was asked to start, {{times}}.',
} as const;

export const providerDiedBeforeStart = defineDetector({
  meta: {
    id: 'provider-died-before-start',
    title: 'A provider’s process ends before its start is called',
    severity: 'error',
    severityNote: 'always error: no start can work',
    why: 'The extension is launched and gone before the framework could ask it to start: a library that cannot be loaded, a crash in a static initialiser, a signature that does not fit. The app sees an internal error.',
    how: [
      'neagent says "Failed to start extension …" for a session that is being started',
      'no "Calling start…" of the provider stands between command and failure',
    ],
    notIt: [
      'a crash after the start was called: provider-crash',
      'an app that is being updated: the extension is replaced at that moment',
    ],
    blindSpots: [
      'the cause is in the crash report or in amfid’s and dyld’s lines',
      'an app’s own log shows an internal error only, and no cause',
    ],
    needs: ['nesessionmanager.agent/start-failed', 'networkextension.plugin-kit/hub-error'],
    levels: ['default', 'error'],
    next: [
      {
        for: 'provider-developer',
        text: 'Look for a crash report of the extension (.ips) at these times and give it beside the log; check with `otool -L` that every library it links is in the bundle and built for the platform.',
      },
      { for: 'administrator', text: 'Install the app again: an extension that was damaged or changed is refused.' },
    ],
    references: ['https://github.com/zhuhaow/NEKit/issues/70'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const removals = createRemovals();
    const calls: Cite[] = [];
    const updates: Cite[] = [];
    const hubs: Cite[] = [];
    const into = (list: Cite[]) => (event: Parameters<typeof context.cite>[0]) => {
      if (list.length < CAP) list.push(context.cite(event));
    };
    return {
      on: together(traces.on, removals.on, {
        'networkextension.provider/start-tunnel': into(calls),
        'networkextension.provider/start-proxy': into(calls),
        'networkextension.provider/start-filter': into(calls),
        'nesessionmanager.agent/updating': into(updates),
        'system.sysextd/entry-to-replace': into(updates),
        'networkextension.plugin-kit/hub-error': into(hubs),
        'networkextension.plugin-kit/lost': into(hubs),
      }),
      finish() {
        const isOwn = ({ first, ended }: Attempt): boolean => {
          const to = ended?.at ?? first.at;
          const isCalled = calls.some(({ at }) => at >= first.at && at <= to);
          const isUpdate =
            updates.some(({ at }) => Math.abs(at - to) <= UPDATE_US) || removals.isNear(undefined, to, MINUTE);
          return !isCalled && !isUpdate;
        };
        for (const trace of traces.all())
          reportTrace(context, trace, failedStarts(trace, 'unloadable', context.world).filter(isOwn), hubs);
        return sessionsCanBeSeen(context);
      },
    };
  },
});

function reportTrace(
  context: DetectorContext<typeof messages>,
  trace: SessionTrace,
  died: readonly Attempt[],
  hubs: readonly Cite[],
): void {
  const near = hubs.filter(({ at }) =>
    died.some(({ first, ended }) => at >= first.at && at <= (ended?.at ?? first.at)),
  );
  const draft = draftOf(trace, died, context.world, near);
  if (draft === undefined) return;
  context.report({
    ...draft,
    messageId: 'died',
    data: { session: trace.name, times: inTimes(died.length) },
    severity: 'error',
    confidence: near.length > 0 && died.length > 1 ? 'high' : 'medium',
    reasons: [
      `${died.length} of ${trace.attempts.length} attempts ended so, without a call of the provider’s start`,
      near.length > 0
        ? 'PlugInKit lost the connection to the extension each time'
        : 'only the failure itself is in the log',
    ],
  });
}
