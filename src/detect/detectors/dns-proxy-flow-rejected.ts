import { keep } from '../../lib/keep.ts';
import { recordCommand } from '../../lib/record-command.ts';
import { printed } from '../../lib/redacted.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import { MINUTE } from '../../model/units.ts';
import { atLeast, providerCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { SlidingCount } from '../rate.ts';
import { hasProvider, providerSubject } from '../subjects.ts';
import { all } from '../weighing.ts';
import { kindsOf } from './proxy-runs.ts';

/** Source: detectors.md, dns-proxy-flow-rejected. A few may be what the provider means to refuse. */
const AT_LEAST = 5;
const WINDOW_US = MINUTE;
const CAPS = { runs: 256, cites: 64, apps: 64 };

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'a line of the system tells that it is a DNS or app proxy',
  lowers: {
    inferred: ['medium', 'that the process is this provider is inferred'],
  },
});

const messages = {
  lost: '{{provider}} rejected {{count}} flows in {{duration}}. In {{kind}} a rejection ends the flow: the app’s connection fails.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Seen {
  readonly run: ProcessRun;
  readonly window: SlidingCount;
  readonly cites: Cite[];
  readonly apps: Map<string, number>;
  last: Cite | undefined;
}

export const dnsProxyFlowRejected = defineDetector({
  meta: {
    id: 'dns-proxy-flow-rejected',
    title: 'A DNS or app proxy rejects flows, which ends them',
    severity: 'error',
    severityNote: 'always error: each rejection is a lost query or connection',
    why: 'In a transparent proxy false from handleNewFlow hands the flow back to the system. In a DNS proxy or an app proxy it terminates the flow: the query is never answered.',
    how: [
      'the provider’s kind is known, and it is a DNS proxy or an app proxy and nothing else',
      '"provider rejected new flow" at least 5 times within 60 s',
    ],
    notIt: ['rejections of a transparent proxy', 'a provider whose kind no line tells: nothing is said of it'],
    confidence: CONFIDENCE.method,
    blindSpots: ['a process that is a DNS proxy and a transparent proxy at once cannot be told apart by these lines'],
    needs: ['networkextension.provider/new-flow-rejected', 'nesessionmanager.session/plugin-started'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Return true from handleNewFlow for every flow and answer it: forward what you do not want to change to the system’s resolver. There is no way to hand a flow back from a DNS or app proxy.',
      },
      {
        for: 'administrator',
        text: 'Turn the DNS proxy off until the vendor has a fix: the system resolves by itself then.',
      },
    ],
    references: ['https://developer.apple.com/forums/thread/685379'],
  },
  messages,
  create(context) {
    const byRun = new Map<string, Seen>();
    return {
      on: {
        'networkextension.provider/new-flow-rejected': (event) => {
          const run = context.world.process(event.pid);
          if (run === undefined || (byRun.size >= CAPS.runs && !byRun.has(run.id))) return;
          const seen = byRun.get(run.id) ?? newSeen(run);
          byRun.set(run.id, seen);
          seen.window.add(event.at);
          seen.last = context.cite(event);
          if (seen.cites.length < CAPS.cites) seen.cites.push(seen.last);
          const app = printed(event.fields.app);
          if (seen.apps.has(app) || seen.apps.size < CAPS.apps) seen.apps.set(keep(app), (seen.apps.get(app) ?? 0) + 1);
        },
      },
      finish() {
        let isUnknown = false;
        for (const seen of byRun.values()) {
          context.weigh(() => weighed(context, seen));
          if (seen.window.peak < AT_LEAST) continue;
          const kinds = kindsOf(context.world, seen.run);
          if (kinds.length === 0) isUnknown = true;
          else if (kinds.every(endsFlows)) reportSeen(context, seen);
        }
        return answer(context, isUnknown);
      },
    };
  },
});

/** In this kind of provider a rejection is the end of the flow. */
function endsFlows(kind: string): boolean {
  return kind === 'dns-proxy' || kind === 'app-proxy';
}

function weighed({ world }: Context, { run, window, cites }: Seen) {
  const kinds = kindsOf(world, run);
  const conditions = [
    atLeast('rejections within 60 s', window.peak, AT_LEAST, cites[0]),
    that(
      'it is known as a DNS or app proxy only',
      kinds.length === 0 ? 'unknown' : kinds.every(endsFlows),
      kinds.join(', '),
    ),
  ];
  return providerCase(world, run, { conditions, isFound: all(conditions) === true });
}

function newSeen(run: ProcessRun): Seen {
  return { run, window: new SlidingCount(WINDOW_US), cites: [], apps: new Map(), last: undefined };
}

function reportSeen(context: Context, { run, window, cites, apps, last }: Seen): void {
  const decisive = cites[AT_LEAST - 1] ?? cites[0];
  if (decisive === undefined || last === undefined) return;
  const span = spanOf([...cites, last]);
  const kinds = kindsOf(context.world, run);
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const [top] = [...apps].sort((a, b) => b[1] - a[1]);
  context.report({
    messageId: 'lost',
    data: {
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      count: window.total,
      duration: inWords(span === undefined ? 0 : span.to - span.from),
      kind: kinds.includes('dns-proxy') ? 'a DNS proxy' : 'an app proxy',
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({ inferred: run.provider?.grade !== 'exact' }),
    reasons: [
      `${window.peak} rejections within 60 s at the peak, at least ${AT_LEAST} asked`,
      `it is known as ${kinds.join(' and ')}${session === undefined ? '' : ` by its session class ${session.sessionClass}`}`,
      ...(top === undefined ? [] : [`mostly of ${top[0]} (${top[1]})`]),
    ],
    count: window.total,
    span,
    subjects: [
      providerSubject(run, session),
      ...(top === undefined || top[0] === '' ? [] : [{ kind: 'app' as const, bundle: top[0] }]),
    ],
    evidence: evidenceOf([...cites, last], decisive),
  });
}

function answer({ world }: Context, isUnknown: boolean): Verdict {
  const missing = [
    ...(hasProvider(world) ? [] : ['lines that NetworkExtension prints in a provider']),
    ...(isUnknown ? ['the kind of a provider that rejects flows: its session’s start is not in the log'] : []),
  ];
  return missing.length === 0 ? { status: 'clear' } : { status: 'not-observable', missing, remedy: recordCommand() };
}
