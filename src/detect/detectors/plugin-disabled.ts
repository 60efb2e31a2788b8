import { MINUTE, SECOND } from '../../model/units.ts';
import { that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inTimes, inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { type Attempt, lastedFor, type SessionTrace } from '../sessions/attempt.ts';
import { clientSubject, partiesOf, sessionsCanBeSeen } from '../sessions/parties.ts';
import { createRemovals, type Removals } from '../sessions/removals.ts';
import { createSessionTraces } from '../sessions/traces.ts';
import { attemptCase, cameToNothing } from '../sessions/weigh-attempts.ts';

/** The refusal comes at once; what takes longer waited for something. Source: detectors.md, plugin-disabled. */
const AT_ONCE_US = 5 * SECOND;
/** A provider that was turned off or removed this long before is missing on purpose. */
const TURNED_OFF_US = 10 * MINUTE;
const REASON = /plugin was disabled/i;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the stop reason says so, and no process of the provider was started',
  raises: { setup: ['high', 'the connection to the provider was torn down for a setup error'] },
  lowers: { bare: ['low', 'a single attempt, of which only the stop reason tells'] },
});

const messages = {
  disabled: '{{session}} was asked to start {{times}}, and its provider could not be loaded: "Plugin was disabled".',
} as const;

type Context = DetectorContext<typeof messages>;

export const pluginDisabled = defineDetector({
  meta: {
    id: 'plugin-disabled',
    title: 'The provider of a session cannot be loaded',
    severity: 'error',
    severityNote: 'warning for a single attempt of which nothing but the stop reason tells',
    why: 'startVPNTunnel returns without an error, the status goes to connecting and falls back: the extension that the configuration names is not there, is turned off, or is not what was signed.',
    how: [
      'a start command',
      'no process of the provider is started',
      'within 5 s the session is disconnected with "Plugin was disabled"',
    ],
    notIt: [
      'the extension was turned off, deactivated or removed before: then it is missing on purpose',
      'a session that was up and ends with this reason: it was turned off while it ran',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'why it cannot be loaded is not in these lines: signature, bundle identifier, entitlements and installation are the candidates',
      'the same reason stands where the user turned it off before the log begins',
    ],
    needs: ['nesessionmanager.session/status-changed', 'nesessionmanager.session/plugin-started'],
    levels: ['default', 'error'],
    next: [
      {
        for: 'app-developer',
        text: 'Compare providerBundleIdentifier of the configuration with the bundle identifier of the extension inside the app; an app extension must lie in PlugIns, a system extension in Library/SystemExtensions.',
      },
      {
        for: 'provider-developer',
        text: 'Check signature, entitlements (networkextension) and provisioning profile of the extension: codesign -d --entitlements - ; on a Mac `systemextensionsctl list` and `pluginkit -m -p com.apple.networkextension.packet-tunnel` show whether it is known and enabled.',
      },
      {
        for: 'administrator',
        text: 'Turn the extension on in System Settings, or install the app again: an app that was moved or updated by hand loses its extension.',
      },
    ],
    references: ['https://github.com/ss-abramchuk/OpenVPNAdapter/issues/200'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const removals = createRemovals();
    return {
      on: together(traces.on, removals.on),
      finish() {
        for (const trace of traces.all()) reportTrace(context, trace, removals);
        return sessionsCanBeSeen(context);
      },
    };
  },
});

function isRefused(attempt: Attempt): boolean {
  const { isWhole, connected, pid, reason, stop } = attempt;
  if (!isWhole || connected !== undefined || pid !== undefined || stop !== undefined) return false;
  return REASON.test(reason ?? '') && (lastedFor(attempt) ?? Number.POSITIVE_INFINITY) <= AT_ONCE_US;
}

function weighed(
  trace: SessionTrace,
  attempt: Attempt,
  { isRemoved, isFound }: { readonly isRemoved: boolean; readonly isFound: boolean },
) {
  const { pid, reason, ended } = attempt;
  const took = lastedFor(attempt);
  const conditions = [
    ...cameToNothing(attempt),
    that('no process of the provider was started', pid === undefined, pid === undefined ? undefined : `pid ${pid}`),
    that('the stop reason is "Plugin was disabled"', REASON.test(reason ?? ''), reason, ended),
    that(
      `it ended within ${inWords(AT_ONCE_US)}`,
      took !== undefined && took <= AT_ONCE_US,
      took === undefined ? undefined : inWords(took),
    ),
    that('the extension was not turned off or removed before', !isRemoved),
  ];
  return attemptCase(trace, attempt, conditions, isFound);
}

function reportTrace(context: Context, trace: SessionTrace, removals: Removals): void {
  const isRemoved = ({ first }: Attempt): boolean => removals.isNear(trace.bundle, first.at, TURNED_OFF_US);
  const refused = trace.attempts.filter((attempt) => isRefused(attempt) && !isRemoved(attempt));
  for (const attempt of trace.attempts)
    context.weigh(() => weighed(trace, attempt, { isRemoved: isRemoved(attempt), isFound: refused.includes(attempt) }));
  const decisive = refused[0]?.ended;
  if (decisive === undefined) return;
  const setups = refused.flatMap(({ troubles }) =>
    troubles.filter(({ name }) => name === 'nesessionmanager.agent/setup-failed').map(({ cite }) => cite),
  );
  const cites = refused.flatMap(({ first, ended }) => (ended === undefined ? [first] : [first, ended]));
  const client = refused[0]?.start?.client;
  const isBare = setups.length === 0 && refused.length === 1;
  context.report({
    messageId: 'disabled',
    data: { session: trace.name, times: inTimes(refused.length) },
    severity: isBare ? 'warning' : 'error',
    confidence: CONFIDENCE.grade({ setup: setups.length > 0, bare: isBare }),
    reasons: [
      `${refused.length} of ${trace.attempts.length} attempts ended so, without a process of the provider`,
      setups.length > 0
        ? 'the connection to the provider was torn down for a setup error each time'
        : 'no line but the stop reason tells of it',
      ...(removals.isAny() ? ['sysextd shows no removal of this extension before'] : []),
    ],
    count: refused.length,
    span: spanOf([...cites, ...setups]),
    subjects: [...partiesOf(trace, refused, context.world), ...(client === undefined ? [] : [clientSubject(client)])],
    evidence: evidenceOf([...cites, ...setups], decisive),
  });
}
