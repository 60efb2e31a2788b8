import { recordCommand } from '../../lib/record-command.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import type { Candidate, Holds } from '../../model/why.ts';
import { flowCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { endOfLog } from '../log-end.ts';
import { providerSubject } from '../subjects.ts';
import { createServicedFlows, type ServicedFlow, WAIT_US } from './serviced-flows.ts';

/** Source: detectors.md, claimed-flow-not-serviced. */
const AT_LEAST = 5;
const SHARE = 0.5;
const WINDOW_US = MINUTE;
/** What the app closes this soon it did not wait for. */
const GIVEN_UP_US = 2 * SECOND;
const NEAR_LOSS_US = 10 * SECOND;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'kernel and provider print the same flow hash: the join is exact; why it does not answer is not in the log',
  lowers: {
    loss: ['low', 'the log lost records near it: results may be among them'],
  },
});

const messages = {
  unserved:
    '{{provider}} was given {{offered}} flows in {{duration}} and never opened {{count}} of them: no connect result within 30 s.',
} as const;

type Context = DetectorContext<typeof messages>;

export const claimedFlowNotServiced = defineDetector({
  meta: {
    id: 'claimed-flow-not-serviced',
    title: 'A provider takes flows and does not open them',
    severity: 'error',
    severityNote: 'always error: the apps wait until their time is over',
    why: 'The provider got the flows and did not hand them back, and it never told the kernel whether the connection stands. The app’s connect hangs: nothing loads, and nothing fails.',
    how: [
      'the kernel connects a flow, and the provider is offered it',
      'no connect result stands within 30 s, and the flow was not handed back',
      'at least 5 such flows, and half of all, within 60 s, while the provider lives',
    ],
    notIt: [
      'connections that are open and move no data: they have a connect result',
      'flows that the app closes within 2 s',
      'flows that the provider was never offered: missing-new-flow',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'without the kernel’s info messages nothing can be said: the provider’s side alone does not show the result',
    ],
    needs: ['kernel.flow-divert/connecting', 'kernel.flow-divert/connect-result', 'networkextension.flow/new-flow'],
    levels: ['info', 'default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Answer every flow that handleNewFlow took: open(withLocalEndpoint:) or closeReadWithError and closeWriteWithError. Look for a queue or actor that is blocked, above all since the last wake.',
      },
      { for: 'administrator', text: 'Stop and start the proxy: a fresh process serves flows again.' },
    ],
    references: ['https://github.com/plabayo/rama/pull/954'],
  },
  messages,
  create(context) {
    const flows = createServicedFlows(context);
    return {
      on: flows.on,
      finish() {
        const end = endOfLog(context.observed);
        const byPid = new Map<number, ServicedFlow[]>();
        for (const flow of flows.all()) {
          if (flow.pid === undefined || flow.isBack || end - flow.begunAt < WAIT_US) {
            context.weigh(() => weighed(flow, { end, inWindow: 'unknown', run: undefined }));
            continue;
          }
          const own = byPid.get(flow.pid) ?? [];
          if (own.length === 0) byPid.set(flow.pid, own);
          own.push(flow);
        }
        for (const [pid, own] of byPid) {
          const found = judge(context, pid, own);
          const run = context.world.process(pid);
          for (const flow of own)
            context.weigh(() =>
              weighed(flow, { end, inWindow: found.includes(flow), run, count: own.filter(isUnserved).length }),
            );
        }
        return answer(context);
      },
    };
  },
});

function isUnserved({ begunAt, resultAt, closedAt }: ServicedFlow): boolean {
  if (resultAt !== undefined && resultAt - begunAt <= WAIT_US) return false;
  return closedAt === undefined || closedAt - begunAt > GIVEN_UP_US;
}

/** The window with the most unserved flows, and how many flows it holds in all. */
function worstOf(flows: readonly ServicedFlow[]): { readonly best: readonly ServicedFlow[]; readonly of: number } {
  const all = flows.toSorted((a, b) => a.begunAt - b.begunAt);
  let found = { from: 0, to: 0, count: 0 };
  let from = 0;
  let unserved = 0;
  all.forEach((flow, to) => {
    if (isUnserved(flow)) unserved += 1;
    for (let first = all[from]; first !== undefined && flow.begunAt - first.begunAt > WINDOW_US; first = all[from]) {
      if (isUnserved(first)) unserved -= 1;
      from += 1;
    }
    const isMost = unserved >= AT_LEAST && unserved > found.count && unserved >= (to - from + 1) * SHARE;
    if (isMost) found = { from, to: to + 1, count: unserved };
  });
  const window = all.slice(found.from, found.to);
  return { best: window.filter(isUnserved), of: window.length };
}

/** One flow of the kernel with what speaks for its having been taken and never opened. */
function weighed(
  serviced: ServicedFlow,
  around: {
    readonly end: Micros;
    readonly inWindow: Holds;
    readonly run: ProcessRun | undefined;
    readonly count?: number;
  },
): Candidate {
  const { flow, begunAt, resultAt, closedAt, isBack, told } = serviced;
  const { begun, offer, result, closed } = told ?? {};
  const [took, open] = [resultAt, closedAt].map((at) => (at === undefined ? undefined : at - begunAt));
  const conditions = [
    that('the kernel connects it', true, undefined, begun),
    that('the provider is offered it', offer !== undefined, undefined, offer),
    that('it is not handed back', !isBack),
    that('the log goes on for 30 s', around.end - begunAt >= WAIT_US, inWords(around.end - begunAt)),
    that('no connect result within 30 s', took === undefined || took > WAIT_US, after(took), result),
    that('the app did not close it within 2 s', open === undefined || open > GIVEN_UP_US, after(open), closed),
    that(
      'it is one of at least 5 in 60 s, half of all, of a provider that lives',
      around.inWindow,
      around.count === undefined ? undefined : `${around.count} such flows of this provider`,
    ),
  ];
  const isFound = around.inWindow === true;
  const subjects = around.run === undefined ? [] : [providerSubject(around.run, undefined)];
  return flow === undefined
    ? { what: 'a flow', subjects, conditions, isFound }
    : flowCase(flow, { conditions, isFound }, subjects);
}

function after(us: number | undefined): string | undefined {
  return us === undefined ? undefined : `after ${inWords(us)}`;
}

/** Answers the flows that were found. */
function judge(context: Context, pid: number, flows: readonly ServicedFlow[]): readonly ServicedFlow[] {
  const { best, of } = worstOf(flows);
  const [first] = best;
  const last = best.at(-1);
  const run = context.world.process(pid);
  const offer = first?.told?.offer;
  if (first === undefined || offer === undefined || last === undefined || run === undefined) return [];
  const isDead = run.end !== undefined && run.end.at < ((last.begunAt + WAIT_US) as Micros);
  if (isDead || run.firstAt > offer.at) return [];
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const cites: Cite[] = best.flatMap(({ told }) =>
    [told?.begun, told?.offer, told?.closed].filter((cite) => cite !== undefined),
  );
  const isNearLoss = context.observed.losses.some(
    (at) => at >= first.begunAt - NEAR_LOSS_US && at <= last.begunAt + WAIT_US,
  );
  context.report({
    messageId: 'unserved',
    data: {
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      offered: of,
      duration: inWords(last.begunAt - first.begunAt),
      count: best.length,
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({ loss: isNearLoss }),
    reasons: [
      `${best.length} of ${of} flows within 60 s have no connect result for 30 s`,
      'kernel and provider print the same flow hash: the join is exact',
      ...(isNearLoss ? ['the log lost records near it: results may be among them'] : []),
    ],
    count: best.length,
    span: spanOf(cites),
    subjects: [providerSubject(run, session)],
    evidence: evidenceOf(cites, offer),
  });
  return best;
}

function answer({ observed }: Context): Verdict {
  const missing = [
    ...(observed.hasKernelInfo ? [] : ['info messages of the kernel’s flow_divert']),
    ...(observed.count('networkextension.flow/new-flow') > 0
      ? []
      : ['"New flow" lines of a provider’s libnetworkextension']),
  ];
  return missing.length === 0 ? { status: 'clear' } : { status: 'not-observable', missing, remedy: recordCommand() };
}
