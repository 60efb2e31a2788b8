import { keep } from '../../lib/keep.ts';
import { recordCommand } from '../../lib/record-command.ts';
import { known } from '../../lib/redacted.ts';
import type { BodyByKind } from '../../model/bodies.ts';
import type { Cite } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { MINUTE, SECOND } from '../../model/units.ts';
import { atLeast, lasts, plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';

/** Source: detectors.md, filter-start-gap. */
const AT_LEAST = 5;
const GAP_US = 3 * SECOND;
/** Denials before this belong to something else. */
const BEFORE_US = 2 * MINUTE;
/** One program that is denied the network may be meant. */
const PROGRAMS = 2;
const DENIED = 'Path was denied by NECP policy';
const CAP = 10_000;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'that the filter is what the policy waits for is concluded from the order',
});

const messages = {
  gap: 'Before the filter {{filter}} was up, {{count}} requests of {{programs}} programs were denied the network for {{duration}}.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Denial {
  readonly cite: Cite;
  readonly process: string;
}

interface Start {
  readonly bundle: string;
  readonly cite: Cite;
}

export const filterStartGap = defineDetector({
  meta: {
    id: 'filter-start-gap',
    title: 'The machine has no network until its content filter is up',
    severity: 'warning',
    severityNote: 'always warning: the policy is meant, the time it takes is the fault',
    why: 'A filter that must not be gone round holds all traffic until its provider answers. Where the provider starts seconds late, system services give up meanwhile: sign-ins fail, and on a shared device the user is logged out.',
    how: [
      'at least 5 requests of at least 2 programs fail with "Path was denied by NECP policy"',
      'the data provider of a filter starts 3 s or more after the first of them',
      'and no more of them fail once it runs',
    ],
    notIt: [
      'denials of one app by design: mobile data off, a per-app rule',
      'denials that go on while the filter runs: they have another cause',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: ['where CFNetwork’s path text is private, nothing says that a policy denied it'],
    needs: ['network.task/failed', 'nesessionmanager.agent/start-identified', 'networkextension.provider/start-filter'],
    levels: ['error', 'default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Call the completion handler of startFilter at once, and load rules and connect upstream after it.',
      },
      { for: 'apple', text: 'File it with the times of the first denial and of the provider’s start.' },
    ],
    references: ['https://developer.apple.com/forums/thread/744837'],
  },
  messages,
  create(context) {
    const denials: Denial[] = [];
    const starts: Start[] = [];
    const start = (event: LooseEvent, bundle: string | Redacted): void => {
      if (starts.length < CAP) starts.push({ bundle: keep(known(bundle) ?? ''), cite: context.cite(event) });
    };
    return {
      on: {
        'network.task/failed': (event) => {
          if (denials.length < CAP && isDenied(event.fields.error))
            denials.push({ cite: context.cite(event), process: keep(event.origin.process) });
        },
        'nesessionmanager.agent/start-identified': (event) => {
          if (known(event.fields.kind) === 'data') start(event, event.fields.bundle);
        },
        'networkextension.provider/start-filter': (event) => start(event, event.fields.bundle),
      },
      finish() {
        judge(context, denials, starts);
        return starts.length > 0 && context.observed.capture.families.has('network.task')
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['the start of a content filter, and errors of requests (CFNetwork) before it'],
              remedy: recordCommand('30m', undefined, ['subsystem == "com.apple.CFNetwork"']),
            };
      },
    };
  },
});

function isDenied(error: BodyByKind['ns-error'] | Redacted): boolean {
  return JSON.stringify(error, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).includes(
    DENIED,
  );
}

function judge(context: Context, denials: readonly Denial[], starts: readonly Start[]): void {
  const [first] = starts;
  if (first === undefined) return;
  const before = denials.filter(({ cite }) => cite.at < first.cite.at && first.cite.at - cite.at <= BEFORE_US);
  const [begun] = before;
  const programs = new Set(before.map(({ process }) => process));
  const gap = begun === undefined ? 0 : first.cite.at - begun.cite.at;
  // What is still under way when the filter comes up fails a moment later.
  const goesOn = denials.some(({ cite }) => cite.at > first.cite.at + GAP_US);
  context.weigh(() =>
    plainCase(
      `the start of ${first.bundle}`,
      [{ kind: 'provider', bundle: first.bundle }],
      [
        atLeast('requests that were denied by policy in the 2 min before', before.length, AT_LEAST, begun?.cite),
        atLeast('programs that they are of', programs.size, PROGRAMS),
        lasts('from the first of them to the start of the filter', gap, GAP_US, first.cite),
        that('none is denied once the filter runs', !goesOn),
      ],
    ),
  );
  if (begun === undefined || before.length < AT_LEAST || programs.size < PROGRAMS || gap < GAP_US || goesOn) return;
  const cites = [...before.map(({ cite }) => cite), first.cite];
  context.report({
    messageId: 'gap',
    data: { filter: first.bundle, count: before.length, programs: programs.size, duration: inWords(gap) },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `${before.length} requests were denied by policy: ${[...programs].slice(0, 4).join(', ')}`,
      `the filter’s provider started ${inWords(gap)} after the first of them`,
      'none is denied once it runs',
    ],
    count: before.length,
    span: spanOf(cites),
    subjects: [
      { kind: 'provider', bundle: first.bundle },
      ...[...programs].slice(0, 3).map((name) => ({ kind: 'process' as const, name })),
    ],
    evidence: evidenceOf(cites, first.cite),
  });
}
