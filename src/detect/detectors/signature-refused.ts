import { keep } from '../../lib/keep.ts';
import { recordCommand } from '../../lib/record-command.ts';
import { printed } from '../../lib/redacted.ts';
import { isWithin, sameSigningId } from '../../lib/signing-id.ts';
import type { Cite } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inTimes } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { createSessionTraces, type SessionTraces } from '../sessions/traces.ts';
import { bundlesOf } from '../subjects.ts';

const CAPS = { bundles: 64, cites: 64 };
/** `/Library/SystemExtensions/…/com.example.ext.systemextension/…`, `…/Acme.app/PlugIns/Acme.appex/…`. */
const EXTENSION_PATH = /([^/]+)\.(?:systemextension|appex)(?:\/|$)/;

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'several lines of the system say so',
  lowers: {
    once: ['medium', 'one line says so'],
  },
});

const messages = {
  refused: 'The system refused to run {{bundle}}, {{times}}: {{why}}.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Refusal {
  readonly cites: Cite[];
  why: string;
  count: number;
}

export const signatureRefused = defineDetector({
  meta: {
    id: 'signature-refused',
    title: 'The system refuses to run an extension for its signature',
    severity: 'error',
    severityNote: 'always error: the extension shows as enabled and never starts',
    why: 'Signature, entitlements or provisioning profile of the extension do not fit, so taskgated or amfid forbids its process, or sysextd removes it. The app only sees that nothing starts.',
    how: [
      'taskgated: "Disallowing: <extension>" or "Unsatisfied entitlements"',
      'or amfid: the path of a system extension or app extension is "not valid"',
      'or sysextd: "extension failed to validate"',
    ],
    notIt: [
      '"Signature check failed: code failed to satisfy specified code requirement(s)" inside a provider: it stands in every healthy start',
      '"package type not DEXT", "endpoint-security.client not present": sysextd tries every kind',
      'a refused program that is no extension of a known network product',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['which entitlement or profile does not fit is only sometimes said'],
    needs: [
      'system.taskgated/disallowed',
      'system.taskgated/entitlements-unsatisfied',
      'system.amfid/refused',
      'system.sysextd/validation-failed',
    ],
    levels: ['default', 'error'],
    next: [
      {
        for: 'provider-developer',
        text: 'Check this very build: codesign --verify --deep --strict --verbose=4; every entitlement of the extension must be in its provisioning profile, and Developer ID needs the -systemextension variants of the networkextension values.',
      },
      {
        for: 'administrator',
        text: 'Install the app again from its vendor; a copy that was changed or restored is refused.',
      },
    ],
    references: ['https://github.com/tailscale/tailscale/issues/13848'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const refusals = new Map<string, Refusal>();
    const refuse = (event: LooseEvent, bundle: string, why: string): void => {
      if (refusals.size >= CAPS.bundles && !refusals.has(bundle)) return;
      const refusal = refusals.get(bundle) ?? { cites: [], why: '', count: 0 };
      refusals.set(keep(bundle), refusal);
      refusal.count += 1;
      if (why.length > refusal.why.length) refusal.why = keep(why);
      if (refusal.cites.length < CAPS.cites) refusal.cites.push(context.cite(event));
    };
    return {
      on: together(traces.on, {
        'system.taskgated/disallowed': (event) => refuse(event, printed(event.fields.bundle), 'taskgated disallows it'),
        'system.taskgated/entitlements-unsatisfied': (event) =>
          refuse(
            event,
            printed(event.fields.bundle),
            `no profile backs its entitlements ${printed(event.fields.entitlements)}`,
          ),
        'system.sysextd/validation-failed': (event) =>
          refuse(event, printed(event.fields.bundle), 'sysextd could not validate it'),
        'system.amfid/refused': (event) => {
          const bundle = EXTENSION_PATH.exec(printed(event.fields.path))?.[1];
          const { text, code } = event.fields;
          const said = text === undefined ? 'amfid holds it for not valid' : `amfid says "${printed(text)}"`;
          if (bundle !== undefined) refuse(event, bundle, code === undefined ? said : `${said} (${code})`);
        },
      }),
      finish() {
        for (const [bundle, refusal] of refusals) {
          const isFound = isOfNetwork(context, traces, bundle);
          context.weigh(() => ({
            what: bundle,
            subjects: [{ kind: 'extension', bundle }],
            conditions: [
              that('taskgated, amfid or sysextd refuses it', true, refusal.why, refusal.cites[0]),
              that('it is a network extension, by a session, a provider or its name', isFound),
            ],
            isFound,
          }));
          if (isFound) reportRefusal(context, bundle, refusal);
        }
        const canSee = ['system.taskgated', 'system.amfid', 'system.sysextd'].some((family) =>
          context.observed.capture.families.has(family),
        );
        return canSee
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['lines of amfid, taskgated or sysextd'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

/** A provider of the log, a session's plugin, or an extension that names itself one of the network. */
function isOfNetwork({ world }: Context, traces: SessionTraces, bundle: string): boolean {
  const isSame = (other: string): boolean => sameSigningId(bundle, other) || isWithin(bundle, other);
  if (traces.all().some((trace) => trace.bundle !== undefined && isSame(trace.bundle))) return true;
  if ([...world.processes].some((run) => run.provider !== undefined && bundlesOf(run).some(isSame))) return true;
  return /network-?extension|vpn|tunnel|proxy|filter/i.test(bundle);
}

function reportRefusal(context: Context, bundle: string, { cites, why, count }: Refusal): void {
  const decisive = cites.at(-1);
  if (decisive === undefined) return;
  const sources = [...new Set(cites.map(({ process }) => process))];
  context.report({
    messageId: 'refused',
    data: { bundle, times: inTimes(count), why },
    severity: 'error',
    confidence: CONFIDENCE.grade({ once: sources.length <= 1 && cites.length <= 1 }),
    reasons: [
      `${sources.join(' and ')} ${sources.length === 1 ? 'says' : 'say'} so, in ${count} ${count === 1 ? 'line' : 'lines'}`,
      why,
    ],
    count,
    span: spanOf(cites),
    subjects: [{ kind: 'extension', bundle }],
    evidence: evidenceOf(cites, decisive),
  });
}
