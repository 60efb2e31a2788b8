import { keep } from '../../lib/keep.ts';
import { recordCommand } from '../../lib/record-command.ts';
import { known } from '../../lib/redacted.ts';
import { isWithin } from '../../lib/signing-id.ts';
import type { Cite } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { MINUTE } from '../../model/units.ts';
import { that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import type { SessionTrace } from '../sessions/attempt.ts';
import { sessionSubject } from '../sessions/parties.ts';
import { createSessionTraces, type SessionTraces } from '../sessions/traces.ts';
import { anyOf } from '../weighing.ts';

/** States that no start can leave. Source: detectors.md, sysext-stuck-state. */
const STUCK =
  /^(?:terminating[ _]for[ _]disable|terminated[ _]waiting[ _]to[ _]uninstall[ _]on[ _]reboot|activated[ _]waiting[ _]for[ _]user|activated[ _]disabled)/;
const USABLE = /^activated[ _]enabled/;
/** Starts this long after the state was reached show that somebody waits for it. */
const LATER_US = MINUTE;
const CAP = 256;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'sysextd’s word, or starts that go on in vain',
  raises: {
    both: ['high', 'sysextd refuses to enable it, and starts go on for more than a minute'],
  },
});

const messages = {
  stuck:
    '{{bundle}} is in the state "{{state}}"{{since}}, and its session was started {{count}} times all the same: it cannot run.',
  refused: 'sysextd cannot enable {{bundle}}: its state is "{{state}}".',
} as const;

type Context = DetectorContext<typeof messages>;

interface Extension {
  readonly bundle: string;
  state: string;
  cite: Cite;
  /** Another copy of it, as during an update, is enabled. */
  isUsable: boolean;
  readonly refused: Cite[];
}

export const sysextStuckState = defineDetector({
  meta: {
    id: 'sysext-stuck-state',
    title: 'A system extension is stuck in a state in which it cannot run',
    severity: 'error',
    severityNote: 'always error: nothing the app does brings it up',
    why: 'The extension is being ended, waits for a restart, or waits for the user’s approval, and stays so. Toggling and reinstalling do not help; the app shows that it waits.',
    how: [
      'sysextd refuses to enable it for its state, or its last known state is one in which it cannot run',
      'starts of its session go on for more than 60 s after',
      'no other copy of it is enabled',
    ],
    notIt: [
      'an extension that was disabled on purpose and that nobody starts',
      'an old copy that waits for a restart beside an enabled one: an update',
      'the first installation, before the user has clicked',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['a list of `systemextensionsctl` says how things are, not since when'],
    needs: [
      'system.sysextd/state-changed',
      'system.sysextd/enabling-impossible',
      'system.systemextensionsctl/extension',
    ],
    levels: ['default'],
    next: [
      {
        for: 'administrator',
        text: 'Restart the Mac: it ends what is terminating. Where it waits for the user, approve it in System Settings, General, Login Items & Extensions; `systemextensionsctl list` shows the state.',
      },
      {
        for: 'app-developer',
        text: 'Look at the extension’s state (OSSystemExtensionRequest.propertiesRequest) and tell the user what it waits for.',
      },
    ],
    references: ['https://github.com/tailscale/tailscale/issues/19203'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const extensions = new Map<string, Extension>();
    const set = (
      event: LooseEvent,
      bundle: string | Redacted,
      state: string | Redacted | undefined,
    ): Extension | undefined => {
      const [id, to] = [known(bundle), known(state)];
      if (id === undefined || to === undefined || (extensions.size >= CAP && !extensions.has(id))) return undefined;
      const cite = context.cite(event);
      const extension = extensions.get(id) ?? { bundle: keep(id), state: '', cite, isUsable: false, refused: [] };
      extensions.set(extension.bundle, extension);
      extension.isUsable = USABLE.test(to) || (extension.isUsable && /^terminat/.test(to));
      extension.state = keep(to);
      extension.cite = cite;
      return extension;
    };
    return {
      on: together(traces.on, {
        'system.sysextd/state-changed': (event) => set(event, event.fields.bundle, event.fields.state),
        'system.systemextensionsctl/extension': (event) => set(event, event.fields.bundle, event.fields.state),
        'system.sysextd/enabling-impossible': (event) => {
          const extension = set(event, event.fields.bundle, event.fields.state);
          if (extension !== undefined && extension.refused.length < CAP) extension.refused.push(context.cite(event));
        },
      }),
      finish() {
        for (const extension of extensions.values()) judge(context, extension, traces);
        const { families } = context.observed.capture;
        return families.has('system.sysextd') || families.has('system.systemextensionsctl')
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['lines of sysextd, or a list of systemextensionsctl'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

function judge(context: Context, extension: Extension, traces: SessionTraces): void {
  const { bundle, state, cite, isUsable, refused } = extension;
  const own = traces
    .all()
    .filter(
      (trace) => trace.bundle !== undefined && (isWithin(bundle, trace.bundle) || isWithin(trace.bundle, bundle)),
    );
  const starts = own.flatMap((trace) => startsAfter(trace, cite));
  const isLate = starts.some(({ at }) => at - cite.at > LATER_US);
  const isStuck = !isUsable && STUCK.test(state);
  const isFound = isStuck && (refused.length > 0 || (isLate && starts.length > 1));
  context.weigh(() => ({
    what: bundle,
    subjects: [{ kind: 'extension' as const, bundle }, ...own.map(sessionSubject)],
    conditions: [
      that('its last known state is one in which it cannot run', STUCK.test(state), state, cite),
      that('no other copy of it is enabled', !isUsable),
      anyOf('it is wanted all the same', [
        that('sysextd refuses to enable it', refused.length > 0, undefined, refused[0]),
        that(
          'at least two starts of its session, one more than a minute later',
          isLate && starts.length > 1,
          `${starts.length} starts`,
          starts[0],
        ),
      ]),
    ],
    isFound,
  }));
  if (!isFound) return;
  const decisive = refused[0] ?? cite;
  const cites = [cite, ...refused, ...starts];
  const shared = {
    severity: 'error' as const,
    confidence: CONFIDENCE.grade({ both: refused.length > 0 && isLate }),
    reasons: [
      `its last known state is "${state}"`,
      ...(refused.length === 0
        ? []
        : [`sysextd refused to enable it, in ${refused.length} ${refused.length === 1 ? 'line' : 'lines'}`]),
      `${starts.length} starts of its session stand after`,
    ],
    count: Math.max(refused.length, starts.length, 1),
    span: spanOf(cites),
    subjects: [{ kind: 'extension' as const, bundle }, ...own.map(sessionSubject)],
    evidence: evidenceOf(cites, decisive),
  };
  if (refused.length > 0) context.report({ ...shared, messageId: 'refused', data: { bundle, state } });
  else {
    const since =
      cite.process === 'systemextensionsctl' ? '' : ` for ${inWords((starts.at(-1)?.at ?? cite.at) - cite.at)}`;
    context.report({ ...shared, messageId: 'stuck', data: { bundle, state, since, count: starts.length } });
  }
}

function startsAfter({ attempts }: SessionTrace, cite: Cite): Cite[] {
  return attempts.flatMap(({ start, connected }) =>
    start !== undefined && connected === undefined && start.at > cite.at ? [start.cite] : [],
  );
}
