import { recordCommand } from '../../lib/record-command.ts';
import { MINUTE } from '../../model/units.ts';
import { createBursts } from '../bursts.ts';
import { atLeast, providerCase } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { hasProvider, providerSubject } from '../subjects.ts';

/** A few a minute are clients that went away; this many lose answers. Source: detectors.md, flow-write-after-close. */
const NOTE = 10;
const MANY = 20;
/** The flow is not connected. */
const NOT_CONNECTED = 1;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the errors are counted; who closed the flows is not in these lines',
});

const messages = {
  writes:
    '{{provider}} wrote {{count}} times into flows that were closed, {{peak}} times within a minute at the peak: what it wrote is lost.',
} as const;

type Context = DetectorContext<typeof messages>;

export const flowWriteAfterClose = defineDetector({
  meta: {
    id: 'flow-write-after-close',
    title: 'A provider writes into closed flows',
    severity: 'info',
    severityNote: 'info from 10 within 60 s; warning from 20 within 60 s, a rate that loses answers',
    why: 'The app’s end of the flow is closed, or opening it was not complete, and the provider writes all the same. The data is lost; a provider that stops at the first such error answers nobody any more.',
    how: [
      'NEAppProxyFlowErrorDomain code 1, or "flow is closed for writes", at least 10 times within 60 s from one process',
    ],
    notIt: ['a few a minute: clients that went away'],
    confidence: CONFIDENCE.method,
    blindSpots: ['a provider that does not log the error of its writes shows only the library’s line'],
    needs: ['networkextension.flow-error/failed', 'networkextension.flow/write-after-close'],
    levels: ['error'],
    next: [
      {
        for: 'provider-developer',
        text: 'Call open(withLocalEndpoint:) and wait for its answer before the first write; take a write error as the end of that flow only, close it and go on with the others.',
      },
    ],
    references: ['https://developer.apple.com/forums/thread/813562'],
  },
  messages,
  create(context) {
    const bursts = createBursts(NOTE, MINUTE);
    return {
      on: {
        'networkextension.flow-error/failed': (event) => {
          if (event.fields.code === NOT_CONNECTED) bursts.add(context.world.process(event.pid), context.cite(event));
        },
        'networkextension.flow/write-after-close': (event) =>
          bursts.add(context.world.process(event.pid), context.cite(event)),
      },
      finish() {
        for (const burst of bursts.full()) report(context, burst);
        for (const { run, window, cites } of bursts.all())
          context.weigh(() => {
            const conditions = [atLeast('writes into closed flows within 60 s', window.peak, NOTE, cites[0])];
            return providerCase(context.world, run, { conditions, isFound: window.peak >= NOTE });
          });
        return hasProvider(context.world)
          ? { status: 'clear' }
          : { status: 'not-observable', missing: ['lines of a provider process'], remedy: recordCommand() };
      },
    };
  },
});

function report(
  context: Context,
  { run, window, cites, last }: ReturnType<ReturnType<typeof createBursts>['full']>[number],
): void {
  const decisive = cites[0];
  if (decisive === undefined) return;
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const span = spanOf([...cites, last]);
  context.report({
    messageId: 'writes',
    data: { provider: session?.name ?? run.provider?.bundle ?? run.name, count: window.total, peak: window.peak },
    severity: window.peak >= MANY ? 'warning' : 'info',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${window.peak} within 60 s at the peak, ${window.total} in ${inWords(span === undefined ? 0 : span.to - span.from)}`,
      'who closed the flows is not in these lines',
    ],
    count: window.total,
    span,
    subjects: [providerSubject(run, session)],
    evidence: evidenceOf([...cites, last], decisive),
  });
}
