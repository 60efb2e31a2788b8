import { recordCommand } from '../../lib/record-command.ts';
import type { ProcessRun } from '../../model/entity.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords, median } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { createEarlyCloses, type EarlyFlow, type OfferedFlow } from './early-closes.ts';

/** Source: detectors.md, flow-closed-before-provider. */
const AT_LEAST = 3;
/** A busy app gives up a load now and then; here most of its flows end so. */
const SHARE = 0.5;

const messages = {
  early:
    'The kernel closed {{count}} of {{offered}} flows of {{app}} before {{provider}} was given them, by {{gap}} at the median.',
} as const;

type Context = DetectorContext<typeof messages>;

export const flowClosedBeforeProvider = defineDetector({
  meta: {
    id: 'flow-closed-before-provider',
    title: 'Flows are closed before the provider gets them',
    severity: 'warning',
    severityNote: 'always warning: the order is certain, why the socket was closed is not',
    why: 'The app’s connection fails at once. The provider is offered the flow when its socket is gone already, and what it does with it cannot help.',
    how: [
      'kernel and provider library print the same flow hash',
      'the kernel’s "sending close" stands before the provider’s "New flow"',
      'at least 3 flows of one app, and half of its flows in that time',
    ],
    notIt: [
      'page loads that the user broke off: a few among many',
      'a race of addresses: another flow of the app to the same host, begun within 300 ms, is served',
    ],
    blindSpots: [
      'who closed the socket, the app or the system, is not in the kernel’s line',
      'flows that the provider was never offered are missing-new-flow',
    ],
    needs: ['kernel.flow-divert/connecting', 'kernel.flow-divert/close-sent', 'networkextension.flow/new-flow'],
    levels: ['info', 'default'],
    next: [
      {
        for: 'app-developer',
        text: 'Compare with the app’s own connection: a time limit of its network library that is shorter than the provider’s start closes the socket; a retry after a second or so succeeds then.',
      },
      {
        for: 'provider-developer',
        text: 'Measure how long the provider takes to become ready after its start: flows that wait for it are closed by impatient apps. Do not report these flows as refused by the provider.',
      },
      {
        for: 'apple',
        text: 'File it with the flow hashes below and a sysdiagnose: the order of the kernel’s close and the provider’s New flow shows in both logs.',
      },
    ],
    references: ['https://developer.apple.com/forums/thread/767275'],
  },
  messages,
  create(context) {
    const closes = createEarlyCloses(context);
    return {
      on: closes.on,
      finish() {
        for (const { app, early, all } of closes.byApp()) reportApp(context, app, early, all);
        const missing = [
          ...(context.observed.hasKernelInfo ? [] : ['info messages of the kernel’s flow_divert']),
          ...(context.observed.count('networkextension.flow/new-flow') > 0
            ? []
            : ['"New flow" lines of a provider’s libnetworkextension']),
        ];
        return missing.length === 0
          ? { status: 'clear' }
          : { status: 'not-observable', missing, remedy: recordCommand() };
      },
    };
  },
});

function reportApp(context: Context, app: string, early: readonly EarlyFlow[], all: readonly OfferedFlow[]): void {
  const first = early[0];
  const last = early.at(-1);
  if (early.length < AT_LEAST || first === undefined || last === undefined) return;
  const from = first.begunAt;
  const offered = all.filter(({ begunAt }) => begunAt >= from && begunAt <= last.begunAt).length;
  if (early.length < offered * SHARE) return;
  const runs = new Map<string, ProcessRun>();
  for (const { offer } of early) {
    const run = context.world.process(offer.pid);
    if (run !== undefined) runs.set(run.id, run);
  }
  const [run] = runs.values();
  const session = context.world.session(run?.provider?.sessions[0] ?? '');
  const gap = median(early.map(({ offer, closed }) => offer.at - closed.at));
  const cites = early.flatMap(({ begun, closed, offer }) => [begun, closed, offer]);
  context.report({
    messageId: 'early',
    data: {
      count: early.length,
      offered,
      app,
      provider: session?.name ?? run?.provider?.bundle ?? run?.name ?? 'the provider',
      gap: inWords(gap),
    },
    severity: 'warning',
    confidence: 'medium',
    reasons: [
      `${early.length} of ${offered} flows of this app in that time`,
      `the kernel’s close stands ${inWords(gap)} before the provider’s first line of the same hash, at the median`,
      'kernel and provider print the same flow hash: the join is exact',
      'why the socket was closed is not in the log',
    ],
    count: early.length,
    span: spanOf(cites),
    subjects: [
      { kind: 'app', bundle: app },
      ...[...runs.values()].slice(0, 4).map((each) => providerSubject(each, session)),
    ],
    evidence: evidenceOf(cites, first.closed),
  });
}
