import { MINUTE, SECOND } from '../../model/units.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inTimes } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { type Attempt, lastedFor, type SessionTrace } from '../sessions/attempt.ts';
import { clientSubject, partiesOf, sessionsCanBeSeen } from '../sessions/parties.ts';
import { createRemovals, type Removals } from '../sessions/removals.ts';
import { createSessionTraces } from '../sessions/traces.ts';

/** The refusal comes at once; what takes longer waited for something. Source: detectors.md, plugin-disabled. */
const AT_ONCE_US = 5 * SECOND;
/** A provider that was turned off or removed this long before is missing on purpose. */
const TURNED_OFF_US = 10 * MINUTE;
const REASON = /plugin was disabled/i;

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

function reportTrace(context: Context, trace: SessionTrace, removals: Removals): void {
  const refused = trace.attempts.filter(
    (attempt) => isRefused(attempt) && !removals.isNear(trace.bundle, attempt.first.at, TURNED_OFF_US),
  );
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
    confidence: setups.length > 0 ? 'high' : isBare ? 'low' : 'medium',
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
