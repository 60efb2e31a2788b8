import { recordCommand } from '../../lib/record-command.ts';
import type { Severity } from '../../model/finding.ts';
import type { WeighedCondition } from '../../model/why.ts';
import { atLeast, providerCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf } from '../evidence.ts';
import { doublingUs } from '../measures.ts';
import { grows } from '../rate.ts';
import { providerSubject } from '../subjects.ts';
import { type FlowEvent, type Sightings, type Tally, type Told, Watch } from './own-flows.ts';

/** Three in ten seconds is no stray flow; twenty is a storm. Source: detectors.md, proxy-self-loop. */
const AT_LEAST = 3;
const STORM = 20;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'flows of the provider itself came in numbers, and were not rejected',
  raises: { proven: ['high', 'a line says that they were accepted, and they grow or are a storm'] },
  lowers: { container: ['low', 'they are of the container app, which may have work of its own'] },
});

const messages = {
  loop: '{{provider}} was handed {{count}} of its own flows in {{duration}}; at the peak {{peak}} within 10 s.',
  container: '{{provider}} accepted {{count}} flows of its container app {{app}} within {{duration}}.',
} as const;

export const proxySelfLoop = defineDetector({
  meta: {
    id: 'proxy-self-loop',
    title: 'A provider is diverting its own traffic',
    severity: 'warning',
    severityNote: 'error when the rate grows, when the remote is the provider’s own upstream, or at 20 flows in 10 s',
    why: 'Each connection the provider opens is handed back to it as a new flow, so flows multiply until sockets, CPU or the log give out.',
    how: [
      'a flow was accepted whose source app is the provider itself (its process name, its bundle, or a helper of its container app)',
      'at least 3 such flows within 10 s',
      'the rate grows, or the remote is the provider’s own upstream: error',
    ],
    notIt: [
      'own flows that the provider rejects: a rejection in a transparent proxy hands the flow back, which is the cure',
      'the container app’s update check or log upload once: few flows, reported as info only',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'redacted source identifiers (<private>) cannot be compared',
      'a loop through a second proxy product alternates between two providers and is another fault',
    ],
    needs: [
      'networkextension.provider/new-flow-accepted',
      'networkextension.provider/new-flow-offered',
      'networkextension.flow/new-flow',
    ],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Exclude the provider’s own sockets: return false from handleNewFlow for flows whose source is the provider itself, or exclude the upstream in the network rules (excludedNetworkRules).',
      },
      {
        for: 'provider-developer',
        text: 'Open upstream sockets inside the provider before the rules take effect, or bind them to the physical interface.',
      },
      {
        for: 'administrator',
        text: 'Stop the proxy configuration until the vendor has a fix: the loop ends with the session.',
      },
    ],
    references: ['https://developer.apple.com/documentation/networkextension/netransparentproxyprovider'],
  },
  messages,
  create(context) {
    const watches = new Map<string, Watch>();
    const see = (event: FlowEvent, told: Told): void => {
      const run = context.world.runOf(event);
      if (run === undefined) return;
      const watch = watches.get(run.id) ?? new Watch(run);
      watches.set(run.id, watch);
      watch.see(event, told, () => context.cite(event));
    };
    return {
      on: {
        'networkextension.provider/new-flow-offered': (event) => see(event, 'offered'),
        'networkextension.provider/new-flow-accepted': (event) => see(event, 'accepted'),
        'networkextension.provider/new-flow-rejected': (event) => see(event, 'rejected'),
        'networkextension.flow/new-flow': (event) => see(event, 'announced'),
        'provider.words/connect': (event) => {
          const run = context.world.runOf(event);
          const watch = run === undefined ? undefined : watches.get(run.id);
          if (event.fields.endpoint !== undefined) watch?.connects(event.fields.endpoint);
        },
      },
      finish() {
        for (const watch of watches.values()) reportWatch(context, watch);
        return answer(context);
      },
    };
  },
});

type Context = DetectorContext<typeof messages>;

function reportWatch(context: Context, watch: Watch): void {
  const session = context.world.session(watch.run.provider?.sessions[0] ?? '');
  const subjects = [providerSubject(watch.run, session)];
  const provider = session?.name ?? watch.run.name;
  const own = judge(watch, watch.own);
  weigh(context, watch, 'own');
  if (own !== undefined) context.report({ ...own, messageId: 'loop', subjects, data: { provider, ...own.data } });
  const container = judge(watch, watch.container);
  if (takenOf(watch, watch.container).flows > 0) weigh(context, watch, 'container');
  if (container === undefined) return;
  const app = watch.run.provider?.otherBundles[0] ?? 'container app';
  context.report({
    ...container,
    messageId: 'container',
    title: 'A provider accepts flows of its own container app',
    severity: container.isStorm && container.doesGrow ? 'warning' : 'info',
    confidence: CONFIDENCE.grade({ container: true }),
    subjects: [...subjects, { kind: 'app', bundle: app }],
    data: { provider, app, count: container.count, duration: container.data.duration },
  });
}

const FLOW_LINES = [
  'networkextension.provider/new-flow-offered',
  'networkextension.provider/new-flow-accepted',
  'networkextension.provider/new-flow-rejected',
  'networkextension.flow/new-flow',
] as const;

function answer(context: Context): Verdict {
  if (FLOW_LINES.some((name) => context.observed.count(name) > 0)) return { status: 'clear' };
  return {
    status: 'not-observable',
    missing: ['new-flow lines of a proxy provider (subsystem com.apple.networkextension)'],
    remedy: recordCommand(),
  };
}

/** Where no line says "accepted" the first sight of each flow counts, by the library where it prints, else by the framework. */
function firstSight({ announced, offered }: Tally): Sightings {
  return announced.window.total > 0 ? announced : offered;
}

/** Flows of one kind as they were taken: accepted, or where no line says so, not rejected. */
function takenOf(watch: Watch, tally: Tally) {
  const isSaid = watch.acceptedOfAll > 0;
  const seen = isSaid ? tally.accepted : firstSight(tally);
  const flows = seen.window.total;
  const rejected = tally.rejected.window.total;
  const decisive = seen.cites[Math.min(AT_LEAST, seen.cites.length) - 1];
  return { isSaid, seen, flows, rejected, taken: isSaid ? flows : flows - rejected, decisive };
}

function weigh(context: Context, watch: Watch, whose: 'own' | 'container'): void {
  context.weigh(() => {
    const { isSaid, seen, flows, rejected, taken, decisive } = takenOf(watch, watch[whose]);
    const source = whose === 'own' ? 'the provider itself' : 'its container app';
    const conditions: WeighedCondition[] = [
      atLeast(`flows of ${source} within 10 s`, seen.window.peak, AT_LEAST, decisive),
      atLeast(isSaid ? 'of them accepted' : 'of them not rejected', taken, AT_LEAST),
      ...(isSaid ? [] : [that('at most a quarter was rejected', rejected * 4 <= flows, `${rejected} of ${flows}`)]),
    ];
    return providerCase(context.world, watch.run, { conditions, isFound: judge(watch, watch[whose]) !== undefined });
  });
}

function judge(watch: Watch, tally: Tally) {
  const { isSaid, seen, flows, rejected, taken, decisive } = takenOf(watch, tally);
  if (decisive === undefined || seen.window.peak < AT_LEAST || taken < AT_LEAST) return undefined;
  // Without "accepted" lines only the absence of rejections speaks for acceptance.
  if (!isSaid && rejected * 4 > flows) return undefined;
  const { peak } = seen.window;
  const doesGrow = grows(seen.times);
  const isStorm = peak >= STORM;
  const [remote, toRemote] = [...seen.remotes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const isUpstream = watch.upstreams.has(remote);
  const severity: Severity = doesGrow || isStorm || isUpstream ? 'error' : 'warning';
  const confidence = CONFIDENCE.grade({ proven: isSaid && (doesGrow || isStorm) });
  const from = seen.times[0] ?? decisive.at;
  const to = seen.last?.at ?? decisive.at;
  const reasons = [
    `${taken} of ${taken + rejected} flows from the provider itself were ${isSaid ? 'accepted' : 'not rejected'}`,
    `${peak} of them within 10 s at the peak`,
    ...(doesGrow ? [`the rate grows: it doubles in about ${inWords(doublingUs(seen.times) ?? to - from)}`] : []),
    ...(isUpstream ? [`the remote ${remote} is the upstream that the provider itself connects to`] : []),
    ...(toRemote === flows && flows > 1 ? [`all of them go to ${remote}`] : []),
    ...(isSaid ? [] : ['this system prints no "accepted" line: acceptance is read from the absence of a rejection']),
  ];
  return {
    severity,
    confidence,
    reasons,
    count: taken,
    span: { from, to },
    evidence: evidenceOf(seen.last === undefined ? seen.cites : [...seen.cites, seen.last], decisive),
    doesGrow,
    isStorm,
    data: { count: taken, duration: inWords(to - from), peak },
  };
}
