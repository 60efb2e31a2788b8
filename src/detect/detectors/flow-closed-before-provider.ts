import { recordCommand } from '../../lib/record-command.ts';
import type { ProcessRun } from '../../model/entity.ts';
import type { Candidate } from '../../model/why.ts';
import { atLeast, flowCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords, median } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { createEarlyCloses, type OfferedFlow } from './early-closes.ts';

/** Source: detectors.md, flow-closed-before-provider. */
const AT_LEAST = 3;
/** A busy app gives up a load now and then; here most of its flows end so. */
const SHARE = 0.5;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the order is certain, kernel and provider print the same hash; why the socket was closed is not in the log',
});

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
    confidence: CONFIDENCE.method,
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
        for (const { app, early, all } of closes.byApp()) {
          const isFound = reportApp(context, app, early, all);
          for (const flow of all) context.weigh(() => weighed(app, flow, { early, isFound }));
        }
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

/** One flow of an app with what speaks for its having been closed too early. */
function weighed(
  app: string,
  offered: OfferedFlow,
  { early, isFound }: { readonly early: readonly OfferedFlow[]; readonly isFound: boolean },
): Candidate {
  const { flow, closed, offeredAt } = offered;
  const ahead = closed === undefined ? undefined : `${inWords(offeredAt - closed.at)} before`;
  const isEarly = early.includes(offered);
  const conditions = [
    that('the kernel’s close stands before the provider’s New flow', closed !== undefined, ahead, closed),
    that('no other flow of the app to the same host went on', closed === undefined ? 'unknown' : isEarly),
    atLeast('such flows of this app', early.length, AT_LEAST),
    that('they are half of its flows in that time', early.length >= AT_LEAST ? isFound : 'unknown'),
  ];
  const rest = { conditions, isFound: isEarly && isFound };
  return flow === undefined
    ? { what: `a flow of ${app}`, subjects: [{ kind: 'app', bundle: app }], ...rest }
    : flowCase(flow, rest);
}

/** Answers whether it was found. */
function reportApp(context: Context, app: string, early: readonly OfferedFlow[], all: readonly OfferedFlow[]): boolean {
  const first = early[0];
  const last = early.at(-1);
  if (early.length < AT_LEAST || first?.closed === undefined || last === undefined) return false;
  const from = first.begunAt;
  const offered = all.filter(({ begunAt }) => begunAt >= from && begunAt <= last.begunAt).length;
  if (early.length < offered * SHARE) return false;
  const runs = new Map<string, ProcessRun>();
  for (const { pid } of early) {
    const run = context.world.process(pid);
    if (run !== undefined) runs.set(run.id, run);
  }
  const [run] = runs.values();
  const session = context.world.session(run?.provider?.sessions[0] ?? '');
  const gap = median(early.map((flow) => flow.offeredAt - (flow.closed?.at ?? flow.offeredAt)));
  const cites = early.flatMap(({ begun, closed, offer }) => [
    ...(begun ?? []),
    ...(closed === undefined ? [] : [closed]),
    ...(offer === undefined ? [] : [offer]),
  ]);
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
    confidence: CONFIDENCE.grade({}),
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
  return true;
}
