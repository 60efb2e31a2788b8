import { recordCommand } from '../../lib/record-command.ts';
import type { ProcessRun } from '../../model/entity.ts';
import type { Candidate, WeighedCondition } from '../../model/why.ts';
import { atLeast, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { hasProvider, providerSubject } from '../subjects.ts';
import { all } from '../weighing.ts';
import { createPeekedFlows, type PeekedFlow, type PeekedFlows } from './peeked-flows.ts';

/** Source: detectors.md, filter-proxy-conflict. */
const AT_LEAST = 3;
/** The other way round must be rare: rejections without a peek that are closed all the same make the close no sign. */
const CLOSED_ANYWAY = 0.2;
/** And with a peek it must be the rule. */
const CLOSED_WITH_PEEK = 0.7;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the cause is suspected, not established: Apple has not said which side closes the flow',
});

const messages = {
  conflict:
    '{{count}} flows of {{app}} ended without data: the filter wanted to look at their first bytes, and the proxy handed them back in the same moment ({{share}} of such flows in {{duration}}).',
} as const;

type Context = DetectorContext<typeof messages>;

export const filterProxyConflict = defineDetector({
  meta: {
    id: 'filter-proxy-conflict',
    title: 'Content filter and transparent proxy are in each other’s way',
    severity: 'error',
    severityNote: 'always error: the connections are reset',
    why: 'A flow that the content filter holds back to look at its data and that the proxy of the same product declines is closed instead of going on: some hosts work, others never do.',
    how: [
      'a verdict that lets a flow pass but asks for its first bytes (filterOutbound or filterInbound, peek bytes above 0)',
      'a rejection by the transparent proxy within 50 ms of it, in either order',
      'the provider’s library closes the flow at once, and nothing was written',
      'at least 3 such flows, while rejected flows without a peek are not closed',
    ],
    notIt: ['verdicts that drop the flow: a block on purpose', 'a rejection as such: it hands the flow back'],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'the verdict names no address: it is joined to the rejection by time, and by app and address where the filter’s dump of the flow is there',
      'verdicts are debug messages',
    ],
    needs: [
      'networkextension.filter/verdict',
      'networkextension.provider/new-flow-rejected',
      'networkextension.flow/closing-reads',
    ],
    levels: ['default', 'debug'],
    next: [
      {
        for: 'provider-developer',
        text: 'Decide in one place: where the proxy will decline a flow, let the filter allow it without a peek (NEFilterNewFlowVerdict.allow()), or let the proxy take the flow and pass it through.',
      },
      {
        for: 'provider-developer',
        text: 'Move filter and proxy into two system extensions and see whether the connections live: that tells whether the fault lies in the shared process.',
      },
      {
        for: 'apple',
        text: 'File it with the UUIDs and hashes below: a declined flow should go on natively whatever the filter asked for.',
      },
    ],
    references: ['https://developer.apple.com/forums/thread/815274'],
  },
  messages,
  create(context) {
    const flows = createPeekedFlows(context);
    return {
      on: flows.on,
      finish() {
        reportFlows(context, flows);
        return answer(context);
      },
    };
  },
});

function reportFlows(context: Context, flows: PeekedFlows): void {
  const peeked = flows.all().filter(({ verdict }) => verdict !== undefined);
  const others = flows.others();
  const dead = peeked.filter(({ closed }) => closed !== undefined);
  const isMost = dead.length >= peeked.length * CLOSED_WITH_PEEK;
  const areOthersWell = others.closed <= others.count * CLOSED_ANYWAY;
  const weighed = {
    dead: dead.length,
    most: that('most flows with such a verdict end so', isMost, `${dead.length} of ${peeked.length}`),
    others: that(
      'flows that were handed back without one mostly do not',
      areOthersWell,
      `${others.closed} of ${others.count}`,
    ),
  };
  for (const flow of flows.all()) context.weigh(() => flowCase(flow, weighed));
  if (dead.length < AT_LEAST || !isMost || !areOthersWell) return;
  const decisive = dead[0]?.closed;
  if (decisive === undefined) return;
  const cites = dead.flatMap(({ verdict, rejected, closed }) => [
    rejected,
    ...(verdict === undefined ? [] : [verdict]),
    ...(closed === undefined ? [] : [closed]),
  ]);
  const span = spanOf(cites);
  const apps = [...new Set(dead.map(({ app }) => app))].filter((app) => app !== '');
  const joined = dead.filter(({ isNamed }) => isNamed).length;
  const run = runOf(context, dead);
  const session = context.world.session(run?.provider?.sessions[0] ?? '');
  context.report({
    messageId: 'conflict',
    data: {
      count: dead.length,
      app: apps.slice(0, 3).join(', ') || 'an app',
      share: `${Math.round((dead.length / peeked.length) * 100)} %`,
      duration: inWords(span === undefined ? 0 : span.to - span.from),
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${dead.length} of ${peeked.length} rejected flows whose verdict asks for a peek were closed by the plugin at once`,
      `${others.closed} of ${others.count} rejected flows without such a verdict were closed so`,
      joined === dead.length
        ? 'app and address of verdict and rejection are the same'
        : `verdict and rejection are joined by time, ${inWords(Math.max(...dead.map(({ apartUs }) => apartUs)))} apart at most`,
      'the cause is suspected, not established: Apple has not said which side closes the flow',
    ],
    count: dead.length,
    span,
    subjects: [
      ...(run === undefined ? [] : [providerSubject(run, session)]),
      ...apps.slice(0, 3).map((bundle) => ({ kind: 'app' as const, bundle })),
    ],
    evidence: evidenceOf(cites, decisive),
  });
}

interface AllFlows {
  readonly dead: number;
  readonly most: WeighedCondition;
  readonly others: WeighedCondition;
}

/** One flow that was handed back, with what speaks for the filter's part in its end. */
function flowCase({ rejected, verdict, closed, app, remote, apartUs }: PeekedFlow, around: AllFlows): Candidate {
  const apart = verdict === undefined ? undefined : inWords(apartUs);
  const conditions = [
    that('the proxy hands the flow back', true, undefined, rejected),
    that('a verdict within 50 ms asks for its first bytes', verdict !== undefined, apart, verdict),
    that('the library closes it at once', closed !== undefined, undefined, closed),
    atLeast('such flows in all', around.dead, AT_LEAST),
    around.most,
    around.others,
  ];
  const subjects: Candidate['subjects'] = app === '' ? [] : [{ kind: 'app', bundle: app }];
  const what = `a flow${app === '' ? '' : ` of ${app}`}${remote === '' ? '' : ` to ${remote}`}`;
  return { what, subjects, conditions, isFound: all(conditions) === true };
}

function runOf({ world }: Context, dead: readonly PeekedFlow[]): ProcessRun | undefined {
  const [first] = dead;
  return first === undefined ? undefined : world.process(first.rejected.pid);
}

function answer({ observed, world }: Context): Verdict {
  const missing = [
    ...(observed.count('networkextension.filter/verdict') > 0
      ? []
      : ['verdicts of a content filter, which are debug messages (networkextension.filter/verdict)']),
    ...(hasProvider(world) ? [] : ['lines that NetworkExtension prints in a provider']),
  ];
  return missing.length === 0 ? { status: 'clear' } : { status: 'not-observable', missing, remedy: recordCommand() };
}
