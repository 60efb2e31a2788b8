import { keep } from '../../lib/keep.ts';
import { recordCommand } from '../../lib/record-command.ts';
import { known } from '../../lib/redacted.ts';
import { bareSigningId } from '../../lib/signing-id.ts';
import type { Cite, ProcessRun, World } from '../../model/entity.ts';
import { MINUTE, SECOND } from '../../model/units.ts';
import { atLeast, plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { createReplacements, isRelated, type Replacement } from '../sessions/replacements.ts';
import { bundlesOf, providerSubject } from '../subjects.ts';
import { byProvider, isShortVoluntaryLife } from './provider-deaths.ts';

/** Source: detectors.md, sysext-replace-ipc-broken. */
const AT_LEAST = 3;
const WITHIN_US = 5 * MINUTE;
/** Failures during the swap itself are usual. */
const SWAP_US = 10 * SECOND;
const CODES: ReadonlySet<number> = new Set([4097, 4099]);
const CAP = 4_096;

const CONFIDENCE = defineConfidence({ start: 'medium', because: 'why the service is not there is not in the log' });

const messages = {
  broken:
    'Since {{bundle}} was replaced, {{app}} cannot reach it: {{count}} connections to {{service}} failed{{process}}.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Failure {
  readonly service: string;
  readonly cite: Cite;
}

export const sysextReplaceIpcBroken = defineDetector({
  meta: {
    id: 'sysext-replace-ipc-broken',
    title: 'An app cannot reach its extension any more since that was replaced',
    severity: 'error',
    severityNote: 'always error: the app can neither read its state nor start it',
    why: 'The system extension was replaced, and its new process never offers the service under which the app looks for it, or offers it where the app is not let in. Toggling does not help; removing the extension and installing it anew does.',
    how: [
      'sysextd decides to replace the extension, and the app that asked for it is not gone at once',
      'later than 10 s and within 5 min at least 3 connections of the app to a service of that extension fail (4097, 4099)',
    ],
    notIt: [
      'an app that is gone before it could say whether to replace: sysext-client-gone',
      'retries during the swap itself, in its first 10 s',
      'an extension that keeps ending by itself: provider-exit-loop',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['only apps that print the error show it; "failed at lookup" of libxpc does not name the service'],
    needs: [
      'system.sysextd/decision',
      'system.sysextd/client-replied',
      'system.sysextd/terminating-old',
      'vendor.service-error/failed',
    ],
    levels: ['default', 'error'],
    next: [
      {
        for: 'provider-developer',
        text: 'Start the XPC listener before startTunnel is asked for, in main, under the name in NEMachServiceName; look whether the new version still has that key and the app group in its entitlements.',
      },
      {
        for: 'administrator',
        text: 'Remove the extension (System Settings, General, Login Items & Extensions) and start the app; or restart the Mac.',
      },
    ],
    references: ['https://github.com/coder/coder-desktop-macos/issues/121'],
  },
  messages,
  create(context) {
    const replacements = createReplacements(context);
    const failures: Failure[] = [];
    const lookups: Cite[] = [];
    return {
      on: together(replacements.on, {
        'vendor.service-error/failed': (event) => {
          const service = known(event.fields.service);
          if (service !== undefined && CODES.has(event.fields.code) && failures.length < CAP)
            failures.push({ service: keep(service), cite: context.cite(event) });
        },
        'network.xpc-lookup/failed': (event) => {
          if (lookups.length < CAP) lookups.push(context.cite(event));
        },
      }),
      finish() {
        for (const each of replacements.asked()) judge(context, each, failures, lookups);
        return context.observed.capture.families.has('system.sysextd')
          ? { status: 'clear' }
          : { status: 'not-observable', missing: ['lines of sysextd'], remedy: recordCommand() };
      },
    };
  },
});

function judge(
  context: Context,
  { bundle, at, cite }: Replacement,
  all: readonly Failure[],
  lookups: readonly Cite[],
): void {
  const failures = all.filter(
    (each) =>
      each.cite.at - at > SWAP_US && each.cite.at - at <= WITHIN_US && isRelated(bareSigningId(each.service), bundle),
  );
  const [first] = failures;
  const decisive = failures[AT_LEAST - 1];
  const isLoop = keepsEnding(context.world, bundle);
  context.weigh(() =>
    plainCase(
      `the replacement of ${bundle}`,
      [{ kind: 'extension', bundle }],
      [
        atLeast(
          'failed connections of the app to its service, 10 s to 5 min after',
          failures.length,
          AT_LEAST,
          first?.cite ?? cite,
        ),
        that('the extension does not keep ending by itself', !isLoop),
      ],
    ),
  );
  if (first === undefined || decisive === undefined || isLoop) return;
  const run = newestOf(context.world, bundle);
  const isNew = run !== undefined && run.firstAt > at && run.end === undefined;
  const own = lookups.filter(({ pid, at: when }) => pid === first.cite.pid && when > at && when - at <= WITHIN_US);
  const cites = [cite, ...failures.map((each) => each.cite), ...own.slice(0, 2)];
  const session = context.world.session(run?.provider?.sessions[0] ?? '');
  const last = failures.at(-1)?.cite ?? decisive.cite;
  context.report({
    messageId: 'broken',
    data: {
      bundle,
      app: first.cite.process,
      count: failures.length,
      service: first.service,
      process: isNew ? `, although its new process (pid ${run.pid}) runs` : '',
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${failures.length} failed connections between 10 s and 5 min after the replacement, at least ${AT_LEAST} asked`,
      `the last ${inWords(last.at - at)} after it`,
      isNew ? `the new process runs (pid ${run.pid})` : 'no line tells of a new process of the extension',
      ...(own.length === 0 ? [] : [`${own.length} look-ups of pid ${first.cite.pid} found no service`]),
    ],
    count: failures.length,
    span: spanOf([cite, last]),
    subjects: [
      ...(run === undefined ? [{ kind: 'extension' as const, bundle }] : [providerSubject(run, session)]),
      { kind: 'app', name: first.cite.process, ...(first.cite.pid < 0 ? {} : { pid: first.cite.pid }) },
    ],
    evidence: evidenceOf(cites, decisive.cite),
  });
}

function newestOf(world: World, bundle: string): ProcessRun | undefined {
  const own = [...world.processes].filter(
    (run) => run.provider !== undefined && bundlesOf(run).some((each) => isRelated(each, bundle)),
  );
  return own.toSorted((a, b) => b.firstAt - a.firstAt)[0];
}

function keepsEnding(world: World, bundle: string): boolean {
  return byProvider(world.processes).some(
    (runs) =>
      runs.filter(isShortVoluntaryLife).length >= AT_LEAST &&
      runs.some((run) => bundlesOf(run).some((each) => isRelated(each, bundle))),
  );
}
