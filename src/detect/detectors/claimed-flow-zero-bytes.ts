import { recordCommand } from '../../lib/record-command.ts';
import type { ProcessRun } from '../../model/entity.ts';
import { MINUTE, SECOND } from '../../model/units.ts';
import type { Candidate } from '../../model/why.ts';
import { flowCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { type AnsweredFlows, createAnsweredFlows, type FinishedFlow } from './answered-flows.ts';
import { createCaptureLoops } from './capture-loops.ts';

/** Source: detectors.md, claimed-flow-zero-bytes. */
const AT_LEAST = 10;
const SHARE = 0.9;
const WINDOW_US = MINUTE;
const SHORT_US = 5 * SECOND;
/** A program that looks for open ports goes to each address once. */
const SCAN_SHARE = 0.8;
const SCAN_TARGETS = 8;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the counters are certain; why the provider closes these flows is not in the log',
});

const messages = {
  empty:
    '{{count}} of {{all}} flows that {{provider}} took in {{duration}} ended within 5 s without a byte either way.',
} as const;

type Context = DetectorContext<typeof messages>;

export const claimedFlowZeroBytes = defineDetector({
  meta: {
    id: 'claimed-flow-zero-bytes',
    title: 'A provider takes flows and moves no data',
    severity: 'warning',
    severityNote: 'always warning: why the provider closes them is not in these lines',
    why: 'The provider takes the flow, cannot open its own connection for it, and closes it. The apps concerned have no network at all, while others work.',
    how: [
      'at least 10 flows within 60 s whose counters are all zero at their end, within 5 s of their beginning',
      'they are 90 % of the flows of that time; flows that were handed back are taken off',
    ],
    notIt: [
      'flows that a provider captures in a loop: proxy-capture-loop',
      'a port scan: many addresses, each once',
      'flows that lose a race of addresses: few among many',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['a rejected flow ends without data as well and carries no hash: rejections are only counted'],
    needs: ['networkextension.flow/new-flow', 'networkextension.flow/destroying'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Log why the outgoing connection of such a flow fails: a bind to an address that is gone, or a socket that is closed before it connects, are usual.',
      },
      {
        for: 'administrator',
        text: 'Exclude the apps concerned in the product, or stop its proxy, and see whether they work then.',
      },
    ],
    references: ['https://github.com/pia-foss/desktop/issues/93'],
  },
  messages,
  create(context) {
    const flows = createAnsweredFlows(context);
    const loops = createCaptureLoops(context);
    return {
      on: together(flows.on, loops.on),
      step: loops.step,
      finish() {
        const byPid = new Map<number, FinishedFlow[]>();
        const looping = loops.all().map(({ hammered }) => hammered);
        const isLooping = (flow: FinishedFlow): boolean =>
          looping.some(({ run, app, remote }) => flow.pid === run.pid && flow.app === app && flow.remote === remote);
        for (const flow of flows.all().filter((each) => !isLooping(each))) {
          const own = byPid.get(flow.pid) ?? [];
          if (own.length === 0) byPid.set(flow.pid, own);
          own.push(flow);
        }
        for (const [pid, own] of byPid) judge(context, pid, own, flows);
        return context.observed.count('networkextension.flow/destroying') > 0
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['ends of flows in a provider’s libnetworkextension ("Destroying, client tx …")'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

function isDead({ isEmpty, begunAt, endedAt }: FinishedFlow): boolean {
  return isEmpty && endedAt - begunAt <= SHORT_US;
}

/** The window with the most flows without data, and how many flows it holds in all. */
function worstOf(
  flows: readonly FinishedFlow[],
  rejectedIn: (from: number, to: number) => number,
): { readonly best: readonly FinishedFlow[]; readonly of: number } {
  let found = { from: 0, to: 0, count: 0 };
  let from = 0;
  let dead = 0;
  // Flows are in the order of their ends.
  flows.forEach((flow, to) => {
    if (isDead(flow)) dead += 1;
    for (
      let first = flows[from];
      first !== undefined && flow.endedAt - first.endedAt > WINDOW_US;
      first = flows[from]
    ) {
      if (isDead(first)) dead -= 1;
      from += 1;
    }
    const all = to - from + 1;
    if (dead < AT_LEAST || dead <= found.count || dead < all * SHARE) return;
    const rejected = rejectedIn(flows[from]?.begunAt ?? 0, flow.endedAt);
    if (dead - rejected >= AT_LEAST && dead - rejected >= (all - rejected) * SHARE)
      found = { from, to: to + 1, count: dead };
  });
  const window = flows.slice(found.from, found.to);
  return { best: window.filter(isDead), of: window.length };
}

function judge(context: Context, pid: number, flows: readonly FinishedFlow[], { rejectedIn }: AnsweredFlows): void {
  const { best, of } = worstOf(flows, (from, to) => rejectedIn(pid, from, to));
  const run = context.world.process(pid);
  const isOne = isScan(best);
  if (run !== undefined)
    for (const flow of flows) context.weigh(() => weighed(run, flow, { isIn: best.includes(flow), isScan: isOne }));
  const [first] = best;
  const last = best.at(-1);
  if (first?.told === undefined || last === undefined || run === undefined || isOne) return;
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const apps = [...new Set(best.map(({ app }) => app))];
  const cites = best.flatMap(({ told }) => (told === undefined ? [] : [told.begun, told.ended]));
  context.report({
    messageId: 'empty',
    data: {
      count: best.length,
      all: of,
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      duration: inWords(last.endedAt - first.begunAt),
    },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${best.length} of ${of} flows within 60 s, at least ${AT_LEAST} and 90 % asked`,
      `apps: ${apps.slice(0, 3).join(', ')}`,
    ],
    count: best.length,
    span: spanOf(cites),
    subjects: [
      providerSubject(run, session),
      ...apps.slice(0, 3).flatMap((bundle) => (bundle === '' ? [] : [{ kind: 'app' as const, bundle }])),
    ],
    evidence: evidenceOf(cites, first.told.ended),
  });
}

/** One flow that a provider took, with what speaks for its having been empty as most were. */
function weighed(
  run: ProcessRun,
  { flow, isEmpty, begunAt, endedAt, told }: FinishedFlow,
  window: { readonly isIn: boolean; readonly isScan: boolean },
): Candidate {
  const tookUs = endedAt - begunAt;
  const conditions = [
    that('it ended without a byte either way', isEmpty, undefined, told?.ended),
    that('within 5 s of its beginning', tookUs <= SHORT_US, inWords(tookUs), told?.begun),
    that('it is one of at least 10 in 60 s, 90 % of all, those handed back taken off', window.isIn),
    that('they are no port scan', !window.isScan),
  ];
  const isFound = window.isIn && !window.isScan;
  const subjects = [providerSubject(run, undefined)];
  return flow === undefined
    ? { what: 'a flow', subjects, conditions, isFound }
    : flowCase(flow, { conditions, isFound }, subjects);
}

function isScan(flows: readonly FinishedFlow[]): boolean {
  const targets = new Set(flows.map(({ remote }) => remote)).size;
  const apps = new Set(flows.map(({ app }) => app)).size;
  return apps === 1 && targets >= SCAN_TARGETS && targets >= flows.length * SCAN_SHARE;
}
