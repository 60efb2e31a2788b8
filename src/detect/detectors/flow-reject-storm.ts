import { recordCommand } from '../../lib/record-command.ts';
import type { ProcessRun, Span } from '../../model/entity.ts';
import type { Severity } from '../../model/finding.ts';
import { SECOND } from '../../model/units.ts';
import { providerCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf } from '../evidence.ts';
import { hasProvider, providerSubject } from '../subjects.ts';
import { all, anyOf } from '../weighing.ts';
import { kindsOf } from './proxy-runs.ts';
import { Rejections } from './rejections.ts';

const CAP_RUNS = 256;
/** A storm of this length is no burst any more. Source: detectors.md, flow-reject-storm. */
const LONG_US = 10 * SECOND;
/** So many in one log are a cost at any rate. */
const MANY = 20_000;
/** Rejections of the last seconds before logd silences the provider: what it was silenced for. */
const QUARANTINED_FOR = 50;

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'its session tells that it is a transparent proxy, and the rejections are counted',
  lowers: {
    kind: ['medium', 'no line tells the kind of this provider: it is held for a transparent proxy'],
  },
});

const messages = {
  storm:
    '{{provider}} was offered and handed back {{count}} flows in {{duration}} ({{rate}} per second){{dropped}}. Handing flows back is normal for a transparent proxy; the rate is the harm.',
} as const;

type Context = DetectorContext<typeof messages>;

export const flowRejectStorm = defineDetector({
  meta: {
    id: 'flow-reject-storm',
    title: 'A transparent proxy is offered far more flows than it wants',
    severity: 'warning',
    severityNote: 'error when logd silences the provider for it, or when the storm lasts 10 s',
    why: 'Every flow that the network rules cover is handed to the provider, which gives it back. Each costs the provider, the kernel, the app and logd some work: in thousands CPU, battery and buffers give out.',
    how: [
      'a provider rejects more than 200 flows a second for at least 0.5 s, 200 or more in all',
      'or logd quarantines its pid while it does',
      'or it rejects more than 20,000 in the log',
    ],
    notIt: [
      'rejections as such: a transparent proxy hands most flows back that way, and they go on without it',
      'a burst of less than half a second, as when a page is loaded',
      'DNS and app proxies, where a rejection ends the flow: dns-proxy-flow-rejected',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['lines that logd dropped are counted only by its own word'],
    needs: ['networkextension.provider/new-flow-rejected', 'log.daemon/quarantined'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Narrow includedNetworkRules to what the product handles; exclude link-local addresses, multicast and the system’s own utun interfaces with excludedNetworkRules instead of rejecting flow by flow.',
      },
      {
        for: 'administrator',
        text: 'Stop the proxy to see whether the load ends with it, and ask the vendor for narrower rules.',
      },
    ],
    references: ['https://developer.apple.com/documentation/networkextension/netransparentproxynetworksettings'],
  },
  messages,
  create(context) {
    const byRun = new Map<string, { readonly run: ProcessRun; readonly rejections: Rejections }>();
    return {
      on: {
        'networkextension.provider/new-flow-rejected': (event) => {
          const run = context.world.process(event.pid);
          if (run === undefined) return;
          const own = byRun.get(run.id) ?? { run, rejections: new Rejections() };
          if (byRun.size < CAP_RUNS) byRun.set(run.id, own);
          own.rejections.add(event, () => context.cite(event));
        },
        'log.daemon/quarantined': (event) => {
          const run = context.world.process(event.fields.pid);
          const own = run === undefined ? undefined : byRun.get(run.id);
          own?.rejections.quarantined(event.at, Number(event.fields.count), context.cite(event), QUARANTINED_FOR);
        },
      },
      finish() {
        for (const { run, rejections } of byRun.values()) {
          const kinds = kindsOf(context.world, run);
          const isTransparent = !kinds.includes('dns-proxy') && !kinds.includes('app-proxy');
          context.weigh(() => weighed(context, { run, rejections, kinds, isTransparent }));
          if (isTransparent) reportRun(context, run, rejections);
        }
        return answer(context);
      },
    };
  },
});

function weighed(
  { world }: Context,
  {
    run,
    rejections,
    kinds,
    isTransparent,
  }: {
    readonly run: ProcessRun;
    readonly rejections: Rejections;
    readonly kinds: readonly string[];
    readonly isTransparent: boolean;
  },
) {
  const { storms, quarantines, total, peakPerSecond, cites } = rejections;
  const longest = Math.max(0, ...storms.map(({ from, to }) => to - from));
  const kind = kinds.length === 0 ? 'its kind is not in the log' : kinds.join(', ');
  const conditions = [
    that('it is no DNS or app proxy', isTransparent, kind),
    anyOf('it hands back far too many flows', [
      that(
        'more than 200 a second for at least 0.5 s',
        storms.length > 0,
        `${peakPerSecond} within a second at the peak${storms.length === 0 ? '' : `, for ${inWords(longest)}`}`,
        storms[0]?.cites[0] ?? cites[0],
      ),
      that('logd quarantines its pid while it does', quarantines.length > 0, undefined, quarantines[0]?.cite),
      that('more than 20,000 in the log', total >= MANY, String(total)),
    ]),
  ];
  return providerCase(world, run, { conditions, isFound: all(conditions) === true });
}

function reportRun(context: Context, run: ProcessRun, rejections: Rejections): void {
  const { storms, quarantines, total } = rejections;
  const [first] = storms;
  const longest = Math.max(0, ...storms.map(({ from, to }) => to - from));
  const isMany = total >= MANY;
  if (first === undefined && quarantines.length === 0 && !isMany) return;
  const count = isMany || first === undefined ? total : storms.reduce((sum, storm) => sum + storm.count, 0);
  const cites = [
    ...storms.flatMap((storm) => storm.cites),
    ...rejections.cites.slice(0, 2),
    ...quarantines.map(({ cite }) => cite),
  ];
  const decisive = first?.cites[0] ?? quarantines[0]?.cite ?? rejections.cites[0];
  if (decisive === undefined) return;
  // Cites are a few of many: the time of what is counted is longer.
  const span = isMany || first === undefined ? rejections.span : spanOfStorms(storms);
  const dropped = quarantines.reduce((sum, each) => sum + each.count, 0);
  const severity: Severity = quarantines.length > 0 || longest >= LONG_US ? 'error' : 'warning';
  const isKnown = run.provider?.kind === 'transparent-proxy';
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const duration = Math.max(1, span === undefined ? 1 : span.to - span.from);
  context.report({
    messageId: 'storm',
    data: {
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      count,
      duration: inWords(duration),
      rate: Math.round(rejections.peakPerSecond),
      dropped: dropped === 0 ? '' : `; logd threw away ${dropped} more lines of it`,
    },
    severity,
    confidence: CONFIDENCE.grade({ kind: !isKnown }),
    reasons: [
      `${rejections.peakPerSecond} rejections within one second at the peak, more than 200 asked`,
      ...(storms.length === 0
        ? []
        : [`${storms.length === 1 ? 'one storm' : `${storms.length} storms`}, the longest ${inWords(longest)}`]),
      `mostly of ${rejections.topSources(3).join(', ')}`,
      ...(dropped === 0 ? [] : [`logd quarantined its pid and dropped ${dropped} lines`]),
      ...(isKnown ? [] : ['no line tells the kind of this provider: it is held for a transparent proxy']),
    ],
    count,
    span,
    subjects: [
      providerSubject(run, session),
      ...rejections.topApps(3).map((bundle) => ({ kind: 'app' as const, bundle })),
    ],
    evidence: evidenceOf(cites, decisive),
  });
}

function spanOfStorms(storms: Rejections['storms']): Span | undefined {
  const [first] = storms;
  const last = storms.at(-1);
  return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
}

function answer({ world }: Context): Verdict {
  if (hasProvider(world)) return { status: 'clear' };
  return {
    status: 'not-observable',
    missing: ['lines that NetworkExtension prints in a provider'],
    remedy: recordCommand(),
  };
}
