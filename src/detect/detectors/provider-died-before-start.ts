import type { Cite } from '../../model/entity.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import { that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inTimes } from '../durations.ts';
import type { Attempt, SessionTrace } from '../sessions/attempt.ts';
import { failedStarts, weighStarts } from '../sessions/failed-starts.ts';
import { sessionsCanBeSeen } from '../sessions/parties.ts';
import { createRemovals } from '../sessions/removals.ts';
import { draftOf } from '../sessions/report-attempts.ts';
import { createSessionTraces } from '../sessions/traces.ts';
import { all } from '../weighing.ts';

/** While a product is updated its extension cannot be reached. Source: detectors.md, provider-died-before-start. */
const UPDATE_US = 10 * SECOND;
const CAP = 1_024;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'neagent says so, and no call of the provider’s start stands before it',
  raises: { lost: ['high', 'PlugInKit lost the connection to the extension too, and it happened more than once'] },
});

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
    confidence: CONFIDENCE.method,
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
        const isUpdate = (at: Micros): boolean =>
          updates.some((update) => Math.abs(update.at - at) <= UPDATE_US) || removals.isNear(undefined, at, MINUTE);
        const more = ({ first, ended }: Attempt) => {
          const to = ended?.at ?? first.at;
          const call = calls.find(({ at }) => at >= first.at && at <= to);
          return [
            that('the provider’s start was not called', call === undefined, undefined, call),
            that('no update or removal of its extension is near', !isUpdate(to)),
          ];
        };
        for (const trace of traces.all()) {
          const failed = failedStarts(trace, 'unloadable', context.world);
          const found = failed.filter((attempt) => all(more(attempt)) === true);
          weighStarts(context, trace, 'unloadable', { found, more });
          reportTrace(context, trace, found, hubs);
        }
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
    confidence: CONFIDENCE.grade({ lost: near.length > 0 && died.length > 1 }),
    reasons: [
      `${died.length} of ${trace.attempts.length} attempts ended so, without a call of the provider’s start`,
      near.length > 0
        ? 'PlugInKit lost the connection to the extension each time'
        : 'only the failure itself is in the log',
    ],
  });
}
