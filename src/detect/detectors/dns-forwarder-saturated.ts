import { recordCommand } from '../../lib/record-command.ts';
import { SECOND } from '../../model/units.ts';
import { type Burst, createBursts } from '../bursts.ts';
import { atLeast, lasts, providerCase } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { all } from '../weighing.ts';

/** Source: detectors.md, dns-forwarder-saturated. */
const AT_LEAST = 50;
const WINDOW_US = 10 * SECOND;
/** Right after a wake everything asks at once: shorter than this is no fault. */
const SHORT_US = 3 * SECOND;
const LONG_US = 30 * SECOND;
const SATURATED = /queue full|no upstream|servfail/i;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'they are the provider’s own words',
});

const messages = {
  full: '{{provider}} could not answer {{count}} DNS queries in {{duration}}: its queue is full, or it knows no resolver to ask.',
} as const;

type Context = DetectorContext<typeof messages>;

export const dnsForwarderSaturated = defineDetector({
  meta: {
    id: 'dns-forwarder-saturated',
    title: 'A provider’s DNS forwarder answers nobody',
    severity: 'warning',
    severityNote: 'error when it lasts for 30 s',
    why: 'All names of the machine are looked up through the provider, and it drops the queries: its queue is full, or after a network change it has no upstream resolver. To the user the internet is gone.',
    how: [
      'the provider says "queue full", "no upstream" or SERVFAIL at least 50 times within 10 s',
      'for 3 s or longer',
    ],
    notIt: ['a burst of less than 3 s, as right after a wake', 'single queries that time out'],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'they are the provider’s own words, read through a small vocabulary',
      'why there is no resolver is mostly not said',
    ],
    needs: ['provider.words/failed'],
    levels: ['default', 'error'],
    next: [
      {
        for: 'provider-developer',
        text: 'Bound the queue by dropping the oldest, answer SERVFAIL at once, and read the system’s resolvers again after each path change.',
      },
      { for: 'administrator', text: 'Turn the VPN off and on: it reads the resolvers anew then.' },
    ],
    references: ['https://github.com/tailscale/tailscale/issues/17736'],
  },
  messages,
  create(context) {
    const bursts = createBursts(AT_LEAST, WINDOW_US);
    return {
      on: {
        'provider.words/failed': (event) => {
          if (!SATURATED.test(event.fields.said)) return;
          const run = context.world.process(event.pid);
          if (run?.provider !== undefined) bursts.add(run, context.cite(event));
        },
      },
      finish() {
        for (const burst of bursts.full()) if (burst.longestUs >= SHORT_US) report(context, burst);
        for (const { run, window, cites, longestUs } of bursts.all())
          context.weigh(() => {
            const conditions = [
              atLeast('queries it could not answer within 10 s', window.peak, AT_LEAST, cites[0]),
              lasts('and so for a while', longestUs, SHORT_US),
            ];
            return providerCase(context.world, run, { conditions, isFound: all(conditions) === true });
          });
        return answer(context);
      },
    };
  },
});

function report(context: Context, { run, window, cites, last, longestUs }: Burst): void {
  const decisive = cites[0];
  if (decisive === undefined) return;
  const span = spanOf([...cites, last]);
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const wake = context.world.power.findLast(({ state, from }) => state !== 'asleep' && from <= decisive.at);
  context.report({
    messageId: 'full',
    data: {
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      count: window.total,
      duration: inWords(span === undefined ? 0 : span.to - span.from),
    },
    severity: longestUs >= LONG_US ? 'error' : 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${window.peak} failures within 10 s at the peak, at least ${AT_LEAST} asked, for ${inWords(longestUs)}`,
      ...(wake === undefined ? [] : [`it begins ${inWords(decisive.at - wake.from)} after a wake`]),
      'they are the provider’s own words',
    ],
    count: window.total,
    span,
    subjects: [providerSubject(run, session)],
    evidence: evidenceOf([...cites, last], decisive),
  });
}

function answer({ observed }: Context): Verdict {
  if (observed.capture.families.has('provider.words')) return { status: 'clear' };
  return {
    status: 'not-observable',
    missing: ['lines that a provider prints in its own words'],
    remedy: recordCommand(),
  };
}
