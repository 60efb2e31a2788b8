import { recordCommand } from '../../lib/record-command.ts';
import type { Cite } from '../../model/entity.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
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
          if (flow.pid === undefined || flow.isBack || end - flow.begunAt < WAIT_US) continue;
          const own = byPid.get(flow.pid) ?? [];
          if (own.length === 0) byPid.set(flow.pid, own);
          own.push(flow);
        }
        for (const [pid, own] of byPid) judge(context, pid, own);
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

function judge(context: Context, pid: number, flows: readonly ServicedFlow[]): void {
  const { best, of } = worstOf(flows);
  const [first] = best;
  const last = best.at(-1);
  const run = context.world.process(pid);
  const offer = first?.told?.offer;
  if (offer === undefined || first === undefined || last === undefined || run === undefined) return;
  const isDead = run.end !== undefined && run.end.at < ((last.begunAt + WAIT_US) as Micros);
  if (isDead || run.firstAt > offer.at) return;
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
    confidence: isNearLoss ? 'low' : 'medium',
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
