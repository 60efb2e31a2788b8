import { recordCommand } from '../../lib/record-command.ts';
import type { ProcessRun, Session } from '../../model/entity.ts';
import { MINUTE } from '../../model/units.ts';
import { plainCase, runCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { createReplacements, isRelated, type Replacement } from '../sessions/replacements.ts';
import { bundlesOf, providerSubject } from '../subjects.ts';
import { statusAt } from './proxy-runs.ts';

/** An old process that still works this long after it was replaced stays. Source: detectors.md, stale-provider-binary. */
const LATE_US = 5 * MINUTE;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'some products update with the next start on purpose',
});

const messages = {
  stale:
    '{{provider}} was replaced by another version, and the old process (pid {{pid}}) still served {{duration}} later.',
} as const;

type Context = DetectorContext<typeof messages>;

export const staleProviderBinary = defineDetector({
  meta: {
    id: 'stale-provider-binary',
    title: 'The old version of a provider runs on after an update',
    severity: 'warning',
    severityNote: 'always warning: some products update when the tunnel is next started, on purpose',
    why: 'The extension was replaced while its session was connected, but the process of the old version was never ended. Fixes do not take effect, and the app talks to a provider that is older than itself.',
    how: [
      'sysextd replaces the extension, or nesessionmanager says that it is being updated, while its session is connected',
      'the provider’s process is older than that, and still prints lines more than 5 min after',
      'its session has not left connected in between',
    ],
    notIt: [
      'a swap that waits for a restart of the machine: sysextd says so (terminated_waiting_to_uninstall_on_reboot)',
      'an update that the product puts off until the next start, by design',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['versions that the app and the provider print in lines of their own are not compared'],
    needs: [
      'system.sysextd/client-replied',
      'system.sysextd/terminating-old',
      'system.sysextd/state-changed',
      'nesessionmanager.agent/updating',
    ],
    levels: ['default'],
    next: [
      {
        for: 'app-developer',
        text: 'After the extension was replaced, stop the session and start it again; compare the version that the provider reports with the app’s own.',
      },
      { for: 'administrator', text: 'Disconnect and connect once after updates, or restart the Mac.' },
    ],
    references: ['https://github.com/firezone/firezone/pull/14677'],
  },
  messages,
  create(context) {
    const replacements = createReplacements(context);
    return {
      on: replacements.on,
      finish() {
        for (const each of replacements.all()) judge(context, each);
        return context.observed.capture.families.has('system.sysextd')
          ? { status: 'clear' }
          : { status: 'not-observable', missing: ['lines of sysextd'], remedy: recordCommand() };
      },
    };
  },
});

function judge(context: Context, replacement: Replacement): void {
  const { bundle } = replacement;
  const runs = [...context.world.processes].filter(
    (run) =>
      run.pid >= 0 &&
      run.provider !== undefined &&
      run.provider.grade !== 'presumed' &&
      run.firstAt < replacement.at &&
      bundlesOf(run).some((each) => isRelated(each, bundle)),
  );
  if (runs.length === 0)
    context.weigh(() =>
      plainCase(
        `the replacement of ${bundle}`,
        [{ kind: 'extension', bundle }],
        [that('a process of it is older than the replacement', false, undefined, replacement.cite)],
      ),
    );
  let isTold = false;
  for (const run of runs) {
    const session = sessionOf(context, run);
    const isUp = session !== undefined && wasUp(session, replacement, run);
    const isLate = run.lastAt - replacement.at > LATE_US;
    const isFirst = !isTold;
    context.weigh(() =>
      runCase(context.world, run, [
        that('it is older than the replacement of its extension', true, undefined, replacement.cite),
        that(
          'it prints lines more than 5 min after',
          isLate,
          inWords(Math.max(0, run.lastAt - replacement.at)),
          run.lastCite,
        ),
        that('its session was connected at the replacement and stayed so', isUp),
        that('the swap does not wait for a restart of the machine', !replacement.waitsForReboot),
        that('no other process of it is told already', isFirst),
      ]),
    );
    if (isTold || session === undefined || !isUp || !isLate || replacement.waitsForReboot) continue;
    isTold = true;
    report(context, replacement, run, session);
  }
}

function report(context: Context, { bundle, at, cite }: Replacement, run: ProcessRun, session: Session): void {
  const duration = inWords(run.lastAt - at);
  context.report({
    messageId: 'stale',
    data: { provider: session.name, pid: run.pid, duration },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${bundle} was replaced while its session was connected`,
      `pid ${run.pid} is older than that and printed its last line ${duration} after`,
      'no line says that the swap waits for a restart',
    ],
    count: 1,
    span: spanOf([cite, run.lastCite]),
    subjects: [providerSubject(run, session), { kind: 'extension', bundle }],
    evidence: evidenceOf([run.firstCite, cite, run.lastCite], run.lastCite),
  });
}

function sessionOf({ world }: Context, run: ProcessRun): Session | undefined {
  return (run.provider?.sessions ?? []).flatMap((uuid) => world.session(uuid) ?? [])[0];
}

/** Connected at the replacement, and never down until five minutes later. */
function wasUp(session: Session, { at }: Replacement, run: ProcessRun): boolean {
  const isUp = statusAt(session, at) === 'connected';
  return isUp && session.history.every((each) => each.at <= at || each.at > run.lastAt || each.to !== 'disconnected');
}
