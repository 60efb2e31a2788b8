import { recordCommand } from '../../lib/record-command.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import { SECOND } from '../../model/units.ts';
import { providerCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together, type Verdict } from '../define-detector.ts';
import { inTimes, inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { createSessionTraces, type SessionTraces } from '../sessions/traces.ts';
import { providerSubject } from '../subjects.ts';

/** The privilege to match sockets to network policies. Source: xnu bsd/sys/priv.h (PRIV_NET_PRIVILEGED_NECP_MATCH …). */
const PRIVILEGE = 10_006;
/** A session that fails this soon after may have failed for it. Source: detectors.md, sandbox-denial-provider. */
const FAILS_US = 10 * SECOND;
const CAPS = { runs: 256, cites: 64 };

const CONFIDENCE = defineConfidence({
  start: 'low',
  because: 'that the denial leads to a fault is suspected only',
});

const messages = {
  denied: 'The sandbox denied {{provider}} a network privilege ({{privilege}}), {{times}}{{failed}}.',
} as const;

type Context = DetectorContext<typeof messages>;

export const sandboxDenialProvider = defineDetector({
  meta: {
    id: 'sandbox-denial-provider',
    title: 'The sandbox denies a provider a network privilege',
    severity: 'warning',
    severityNote: 'info; warning where its session fails within 10 s',
    why: 'The provider’s process may not match its sockets to network policies. Mostly that is nothing; where its session fails at the same moment it is a hint at a wrong kind of process or entitlement.',
    how: [
      'the kernel’s sandbox denies system-privilege 10006 to the pid of a provider',
      'its session fails within 10 s: warning',
    ],
    notIt: [
      'denials of kern.ipc.somaxconn and of reading files: every sandboxed process has them',
      'denials of processes that are no provider',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['whether the provider needed the privilege is not in the log'],
    needs: ['system.sandbox/privilege-denied', 'nesessionmanager.session/status-changed'],
    levels: ['default', 'error'],
    next: [
      {
        for: 'provider-developer',
        text: 'Compare entitlements and sandbox of this build with one that works: codesign -d --entitlements -.',
      },
    ],
    references: ['https://github.com/tailscale/tailscale/issues/2852'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const denied = new Map<ProcessRun, Cite[]>();
    return {
      on: together(traces.on, {
        'system.sandbox/privilege-denied': (event) => {
          const run = context.world.process(event.fields.pid);
          if (run === undefined || event.fields.privilege !== PRIVILEGE) return;
          const cites = denied.get(run) ?? [];
          if (cites.length < CAPS.cites) cites.push(context.cite(event));
          if (denied.size < CAPS.runs) denied.set(run, cites);
        },
      }),
      finish() {
        for (const [run, cites] of denied) {
          const isFound = run.provider !== undefined;
          context.weigh(() => {
            const conditions = [
              that(`the sandbox denies it the privilege ${PRIVILEGE}`, true, inTimes(cites.length), cites[0]),
              that('the process is a provider', isFound, run.name),
            ];
            return providerCase(context.world, run, { conditions, isFound });
          });
          if (isFound) report(context, run, cites, traces);
        }
        return answer(context);
      },
    };
  },
});

function report(context: Context, run: ProcessRun, cites: readonly Cite[], traces: SessionTraces): void {
  const [first] = cites;
  if (first === undefined) return;
  const failed = traces
    .all()
    .flatMap(({ attempts }) => attempts)
    .find(
      ({ pid, ended, stop }) =>
        pid === run.pid &&
        stop === undefined &&
        ended !== undefined &&
        cites.some(({ at }) => ended.at >= at && ended.at - at <= FAILS_US),
    );
  const end = failed?.ended;
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const all = end === undefined ? cites : [...cites, end];
  context.report({
    messageId: 'denied',
    data: {
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      privilege: PRIVILEGE,
      times: inTimes(cites.length),
      failed: end === undefined ? '' : `, and its session failed ${inWords(end.at - first.at)} later`,
    },
    severity: end === undefined ? 'info' : 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      'the kernel names the provider’s pid',
      end === undefined
        ? 'its session does not fail within 10 s'
        : `its session ended with "${failed?.reason ?? 'no reason'}"`,
      'that the one leads to the other is suspected only',
    ],
    count: cites.length,
    span: spanOf(all),
    subjects: [providerSubject(run, session)],
    evidence: evidenceOf(all, first),
  });
}

function answer({ observed }: Context): Verdict {
  if (observed.capture.families.has('system.sandbox')) return { status: 'clear' };
  return { status: 'not-observable', missing: ['lines of the kernel’s sandbox'], remedy: recordCommand() };
}
