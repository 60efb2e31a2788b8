import { known } from '../../lib/redacted.ts';
import { isWithin, looksLikeBundleId, sameSigningId } from '../../lib/signing-id.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { Confidence, Severity } from '../../model/finding.ts';
import type { EventOf, Redacted } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import { defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf } from '../evidence.ts';
import { grows, SlidingCount } from '../rate.ts';
import { providerSubject } from '../subjects.ts';

const WINDOW_US = 10 * SECOND;
/** Three in ten seconds is no stray flow; twenty is a storm. Source: detectors.md, proxy-self-loop. */
const AT_LEAST = 3;
const STORM = 20;
const CAP_CITES = 64;
const CAP_TIMES = 4_096;

type FlowEvent =
  | EventOf<'networkextension.provider/new-flow-offered'>
  | EventOf<'networkextension.provider/new-flow-accepted'>
  | EventOf<'networkextension.provider/new-flow-rejected'>
  | EventOf<'networkextension.flow/new-flow'>;

type Whose = 'own' | 'container' | 'other';

/** What one provider run did with flows of one kind of source. */
interface Tally {
  accepted: number;
  offered: number;
  rejected: number;
  /** Flows by libnetworkextension's count, which names the same flows once more. */
  announced: number;
  readonly window: SlidingCount;
  readonly times: Micros[];
  readonly cites: Cite[];
  readonly remotes: Map<string, number>;
  last: Cite | undefined;
}

interface Watch {
  readonly run: ProcessRun;
  readonly own: Tally;
  readonly container: Tally;
  /** Flows of everybody that were explicitly accepted: then silence is no acceptance. */
  acceptedOfAll: number;
  /** Upstream endpoints that the provider itself names. */
  readonly upstreams: Set<string>;
}

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
  messages: {
    loop: '{{provider}} was handed {{count}} of its own flows in {{duration}}; at the peak {{peak}} within 10 s.',
    container: '{{provider}} accepted {{count}} flows of its container app {{app}} within {{duration}}.',
  },
  create(context) {
    const watches = new Map<string, Watch>();

    const watchOf = (event: FlowEvent): Watch | undefined => {
      const run = context.world.process(event.pid);
      if (run === undefined) return undefined;
      const existing = watches.get(run.id);
      if (existing !== undefined) return existing;
      const watch: Watch = { run, own: newTally(), container: newTally(), acceptedOfAll: 0, upstreams: new Set() };
      watches.set(run.id, watch);
      return watch;
    };
    const count = (event: FlowEvent, kind: 'accepted' | 'offered' | 'rejected' | 'announced'): void => {
      const watch = watchOf(event);
      if (watch === undefined) return;
      if (kind === 'accepted') watch.acceptedOfAll += 1;
      const app = known(event.fields.app as string | Redacted);
      const whose = app === undefined ? 'other' : whoseFlow(watch.run, app);
      if (whose === 'other') return;
      const tally = watch[whose];
      tally[kind] += 1;
      // Where the framework says "accepted" that line counts; elsewhere the first sight of the flow does.
      const counts =
        kind === 'accepted' || (watch.acceptedOfAll === 0 && kind === (tally.announced > 0 ? 'announced' : 'offered'));
      if (kind === 'rejected' || !counts) return;
      note(tally, event, context.cite(event));
    };

    return {
      on: {
        'networkextension.provider/new-flow-offered': (event) => count(event, 'offered'),
        'networkextension.provider/new-flow-accepted': (event) => count(event, 'accepted'),
        'networkextension.provider/new-flow-rejected': (event) => count(event, 'rejected'),
        'networkextension.flow/new-flow': (event) => count(event, 'announced'),
        'provider.words/connect': (event) => {
          const watch = [...watches.values()].find((each) => each.run.pid === event.pid && each.run.end === undefined);
          if (watch !== undefined && event.fields.endpoint !== undefined && watch.upstreams.size < 32)
            watch.upstreams.add(event.fields.endpoint);
        },
      },
      finish() {
        for (const watch of watches.values()) {
          const session = context.world.session(watch.run.provider?.sessions[0] ?? '');
          const subjects = [providerSubject(watch.run, session)];
          const provider = session?.name ?? watch.run.name;
          const own = judge(watch, watch.own);
          if (own !== undefined) {
            context.report({ ...own, messageId: 'loop', subjects, data: { provider, ...own.data } });
          }
          const container = judge(watch, watch.container);
          if (container !== undefined) {
            const app = watch.run.provider?.otherBundles[0] ?? 'container app';
            context.report({
              ...container,
              messageId: 'container',
              title: 'A provider accepts flows of its own container app',
              severity: container.isStorm && container.doesGrow ? 'warning' : 'info',
              confidence: 'low',
              subjects: [...subjects, { kind: 'app', bundle: app }],
              data: { provider, app, count: container.count, duration: container.data.duration },
            });
          }
        }
        return canSee(
          context.observed.count('networkextension.provider/new-flow-accepted') +
            context.observed.count('networkextension.provider/new-flow-offered') +
            context.observed.count('networkextension.provider/new-flow-rejected') +
            context.observed.count('networkextension.flow/new-flow'),
        );
      },
    };
  },
});

function canSee(
  flowLines: number,
): { status: 'clear' } | { status: 'not-observable'; missing: string[]; remedy: string } {
  if (flowLines > 0) return { status: 'clear' };
  return {
    status: 'not-observable',
    missing: ['new-flow lines of a proxy provider (subsystem com.apple.networkextension)'],
    remedy: `log show --last 30m --predicate 'subsystem == "com.apple.networkextension"' --style ndjson`,
  };
}

function newTally(): Tally {
  return {
    accepted: 0,
    offered: 0,
    rejected: 0,
    announced: 0,
    window: new SlidingCount(WINDOW_US),
    times: [],
    cites: [],
    remotes: new Map(),
    last: undefined,
  };
}

/** Whose socket it was: the provider's own, its container app's, or somebody else's. */
function whoseFlow(run: ProcessRun, app: string): Whose {
  const bundle = run.provider?.bundle ?? run.name;
  if (sameSigningId(app, run.name) || sameSigningId(app, bundle)) return 'own';
  for (const other of run.provider?.otherBundles ?? []) {
    // The container app's bundle is a prefix of its extension's: com.example.acme and com.example.acme.extension.
    if (isWithin(bundle, other) && looksLikeBundleId(bundle)) {
      if (isWithin(app, other)) return 'container';
    } else if (sameSigningId(app, other)) return 'own';
  }
  return 'other';
}

function note(tally: Tally, event: FlowEvent, cite: Cite): void {
  tally.window.add(event.at);
  tally.last = cite;
  if (tally.times.length < CAP_TIMES) tally.times.push(event.at);
  if (tally.cites.length < CAP_CITES) tally.cites.push(cite);
  const remote = 'remote' in event.fields ? known(event.fields.remote as string | Redacted | undefined) : undefined;
  if (remote !== undefined && (tally.remotes.size < 256 || tally.remotes.has(remote))) {
    tally.remotes.set(remote, (tally.remotes.get(remote) ?? 0) + 1);
  }
}

function judge(watch: Watch, tally: Tally) {
  const flows = tally.window.total;
  const taken = tally.accepted > 0 ? tally.accepted : flows - tally.rejected;
  const decisive = tally.cites[Math.min(AT_LEAST, tally.cites.length) - 1];
  if (decisive === undefined || tally.window.peak < AT_LEAST || taken < AT_LEAST) return undefined;
  // Without "accepted" lines only the absence of rejections speaks for acceptance.
  if (tally.accepted === 0 && tally.rejected * 4 > flows) return undefined;
  const cites = tally.last === undefined ? tally.cites : [...tally.cites, tally.last];
  const doesGrow = grows(tally.times);
  const isStorm = tally.window.peak >= STORM;
  const [remote, toRemote] = [...tally.remotes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const isUpstream = watch.upstreams.has(remote);
  const severity: Severity = doesGrow || isStorm || isUpstream ? 'error' : 'warning';
  const from = tally.times[0] ?? decisive.at;
  const to = tally.last?.at ?? decisive.at;
  const reasons = [
    `${taken} of ${Math.max(taken, tally.offered, tally.announced)} flows from the provider itself were ${tally.accepted > 0 ? 'accepted' : 'not rejected'}`,
    `${tally.window.peak} of them within 10 s at the peak`,
    ...(doesGrow
      ? ['the rate grows: the later half of the time holds at least twice as many as the earlier half']
      : []),
    ...(isUpstream ? [`the remote ${remote} is the upstream that the provider itself connects to`] : []),
    ...(toRemote === flows && flows > 1 ? [`all of them go to ${remote}`] : []),
    ...(tally.accepted === 0
      ? ['this system prints no "accepted" line: acceptance is read from the absence of a rejection']
      : []),
  ];
  const confidence: Confidence = tally.accepted === 0 ? 'medium' : doesGrow || isStorm ? 'high' : 'medium';
  return {
    severity,
    confidence,
    reasons,
    count: taken,
    span: { from, to },
    evidence: evidenceOf(cites, decisive),
    doesGrow,
    isStorm,
    data: { count: taken, duration: inWords(to - from), peak: tally.window.peak },
  };
}
