import { keep } from '../../lib/keep.ts';
import { recordCommand } from '../../lib/record-command.ts';
import { known, printed } from '../../lib/redacted.ts';
import { isWithin } from '../../lib/signing-id.ts';
import type { Cite } from '../../model/entity.ts';
import { MINUTE } from '../../model/units.ts';
import type { Candidate } from '../../model/why.ts';
import { lasts, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { endOfLog } from '../log-end.ts';
import { createSessionTraces, type SessionTraces } from '../sessions/traces.ts';
import { bundlesOf } from '../subjects.ts';
import { all } from '../weighing.ts';

/** The app mostly starts its session within seconds of the activation. Source: detectors.md, activated-never-started. */
const WAIT_US = MINUTE;
const CAP = 256;
const NETWORK = /^com\.apple\.networkextension\./;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the product may mean to start it later',
});

const messages = {
  never:
    '{{bundle}} was activated and enabled, and in the {{duration}} after nobody started it and no line of it stands in the log.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Activated {
  readonly bundle: string;
  readonly enabled: Cite;
  /** nesessionmanager’s word that it is a network extension. */
  point: Cite | undefined;
}

export const activatedNeverStarted = defineDetector({
  meta: {
    id: 'activated-never-started',
    title: 'A network extension is activated and never started',
    severity: 'warning',
    severityNote: 'always warning: the product may mean to start it later',
    why: 'Activation installs the extension, it does not start it. Without a configuration that is saved, enabled and started, nothing of the provider ever runs: no flows, no lines.',
    how: [
      'sysextd sets the extension to activated_enabled, and nesessionmanager knows it as a network extension',
      'in at least 60 s of log after that neither a start command nor an on-demand start for a session of its bundle stands, and no process of it runs',
    ],
    notIt: [
      'a log that ends soon after the activation',
      'an extension that runs already: an update',
      'extensions of other kinds (Endpoint Security, drivers)',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['an export that was filtered to some processes may lack the start: nesessionmanager must be in it'],
    needs: [
      'system.sysextd/state-changed',
      'nesessionmanager.server/event-subscribed',
      'nesessionmanager.session/start-command',
    ],
    levels: ['default'],
    next: [
      {
        for: 'app-developer',
        text: 'After the activation save a configuration (saveToPreferences), load it again, set isEnabled, and start it (startVPNTunnel, or isEnabled for filters); check that providerBundleIdentifier is the extension’s.',
      },
      {
        for: 'administrator',
        text: 'Look in System Settings, Network, VPN & Filters whether the product’s configuration is there and on.',
      },
    ],
    references: ['https://developer.apple.com/forums/thread/130063'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const all = new Map<string, Activated>();
    return {
      on: together(traces.on, {
        'system.sysextd/state-changed': (event) => {
          const bundle = known(event.fields.bundle);
          if (bundle === undefined || event.fields.state !== 'activated_enabled' || all.size >= CAP) return;
          all.set(keep(bundle), { bundle: keep(bundle), enabled: context.cite(event), point: all.get(bundle)?.point });
        },
        'nesessionmanager.server/event-subscribed': (event) => {
          const bundle = known(event.fields.bundle);
          if (bundle === undefined || !NETWORK.test(printed(event.fields.point))) return;
          for (const each of all.values()) if (isOf(bundle, each.bundle)) each.point ??= context.cite(event);
        },
      }),
      finish() {
        let tooShort = 0;
        const end = endOfLog(context.observed);
        for (const each of all.values()) {
          context.weigh(() => weighed(each, isStarted(context, traces, each), end - each.enabled.at));
          if (each.point === undefined || isStarted(context, traces, each)) continue;
          if (end - each.enabled.at < WAIT_US) tooShort += 1;
          else report(context, each);
        }
        return answer(context, tooShort);
      },
    };
  },
});

function weighed({ bundle, enabled, point }: Activated, isUsed: boolean, waitedUs: number): Candidate {
  const conditions = [
    that('sysextd enabled it', true, undefined, enabled),
    that('nesessionmanager knows it as a network extension', point !== undefined, undefined, point),
    that('nobody starts it, and no process of it runs', !isUsed),
    lasts('the log goes on after that', waitedUs, WAIT_US),
  ];
  return { what: bundle, subjects: [{ kind: 'extension', bundle }], conditions, isFound: all(conditions) === true };
}

function isOf(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

function isStarted({ world }: Context, traces: SessionTraces, { bundle, enabled }: Activated): boolean {
  const isRunning = [...world.processes].some(
    (run) => run.provider !== undefined && bundlesOf(run).some((each) => isOf(each, bundle)),
  );
  if (isRunning) return true;
  // A session whose bundle no line names may be this one's.
  return traces
    .all()
    .some(
      (trace) =>
        (trace.bundle === undefined || isOf(trace.bundle, bundle)) &&
        trace.attempts.some(({ first, ended }) => first.at >= enabled.at || ended === undefined),
    );
}

function report(context: Context, { bundle, enabled, point }: Activated): void {
  const cites = point === undefined ? [enabled] : [enabled, point];
  const waited = endOfLog(context.observed) - enabled.at;
  context.report({
    messageId: 'never',
    data: { bundle, duration: inWords(waited) },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `no start of a session of its bundle stands in the ${inWords(waited)} after`,
      'no process of it prints a line',
      'nesessionmanager knows it as a network extension',
    ],
    count: 1,
    span: spanOf(cites),
    subjects: [{ kind: 'extension', bundle }],
    evidence: evidenceOf(cites, enabled),
  });
}

function answer({ observed }: Context, tooShort: number): Verdict {
  const { families } = observed.capture;
  const missing = [
    ...(families.has('system.sysextd') ? [] : ['lines of sysextd']),
    ...(families.has('nesessionmanager.session') ? [] : ['lines of nesessionmanager']),
    ...(tooShort === 0 ? [] : ['the minute after the activation: the log ends there']),
  ];
  return missing.length === 0 ? { status: 'clear' } : { status: 'not-observable', missing, remedy: recordCommand() };
}
