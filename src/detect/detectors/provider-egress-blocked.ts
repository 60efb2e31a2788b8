import { recordCommand } from '../../lib/record-command.ts';
import { parts } from '../../lib/redacted.ts';
import { MINUTE } from '../../model/units.ts';
import { type Burst, createBursts } from '../bursts.ts';
import { atLeast, providerCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, type Verdict } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { providerSubject } from '../subjects.ts';
import { all } from '../weighing.ts';

/** A single failure is an interface that went away. Source: detectors.md, provider-egress-blocked. */
const AT_LEAST = 3;

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'the kernel names the provider’s pid in each line',
  lowers: {
    byName: ['low', 'the process is a provider by its name only'],
  },
});

const messages = {
  blocked:
    'The kernel could not send {{count}} packets of {{provider}} on after a content filter had let them pass, in {{duration}}.',
} as const;

type Context = DetectorContext<typeof messages>;

export const providerEgressBlocked = defineDetector({
  meta: {
    id: 'provider-egress-blocked',
    title: 'A provider’s own packets do not get out',
    severity: 'error',
    severityNote: 'always error: the tunnel cannot reach its server',
    why: 'The provider’s sockets run through a content filter (its own or another product’s). The filter allows the data, but the kernel cannot put it back on its way: address or route belong to another tunnel. The app reaches the server, the extension does not.',
    how: ['"sosend_reinject() failed" names the provider’s process at least 3 times within 60 s'],
    notIt: ['a single failure when an interface goes away', 'failures of apps: they are no provider'],
    confidence: CONFIDENCE.method,
    blindSpots: ['the errno stands in another line, without the process'],
    needs: ['kernel.content-filter/reinject-failed'],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Bind the provider’s sockets to the physical interface (IP_BOUND_IF, or createUDPSession on the provider), so that they do not take an address of another tunnel.',
      },
      {
        for: 'administrator',
        text: 'Turn the content filter, or the other VPN, off to see which of them is in the way.',
      },
    ],
    references: ['https://github.com/coder/coder-desktop-macos/issues/201'],
  },
  messages,
  create(context) {
    const bursts = createBursts(AT_LEAST, MINUTE);
    return {
      on: {
        'kernel.content-filter/reinject-failed': (event) => {
          const pid = parts(event.fields.filterFlow)?.pid;
          if (typeof pid === 'number') bursts.add(context.world.process(pid), context.cite(event));
        },
      },
      finish() {
        for (const burst of bursts.full()) if (burst.run.provider !== undefined) report(context, burst);
        for (const { run, window, cites } of bursts.all())
          context.weigh(() => {
            const conditions = [
              that('the process is a provider', run.provider !== undefined, run.name),
              atLeast('packets that could not be sent on within 60 s', window.peak, AT_LEAST, cites[0]),
            ];
            return providerCase(context.world, run, { conditions, isFound: all(conditions) === true });
          });
        return answer(context);
      },
    };
  },
});

function report(context: Context, { run, window, cites, last }: Burst): void {
  const decisive = cites[0];
  if (decisive === undefined) return;
  const span = spanOf([...cites, last]);
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  context.report({
    messageId: 'blocked',
    data: {
      provider: session?.name ?? run.provider?.bundle ?? run.name,
      count: window.total,
      duration: inWords(span === undefined ? 0 : span.to - span.from),
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({ byName: run.provider?.grade === 'presumed' }),
    reasons: [
      `${window.peak} within 60 s at the peak, at least ${AT_LEAST} asked`,
      'the kernel names the provider’s pid in each line',
      ...(run.provider?.reasons.slice(0, 1) ?? []),
    ],
    count: window.total,
    span,
    subjects: [providerSubject(run, session)],
    evidence: evidenceOf([...cites, last], decisive),
  });
}

function answer({ observed, world }: Context): Verdict {
  const isProvider = [...world.processes].some(({ provider }) => provider !== undefined);
  const missing = [
    ...(observed.capture.families.has('kernel.content-filter') ? [] : ['lines of the kernel']),
    ...(isProvider ? [] : ['a provider process']),
  ];
  return missing.length === 0 ? { status: 'clear' } : { status: 'not-observable', missing, remedy: recordCommand() };
}
