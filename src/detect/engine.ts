import { describeError } from '../lib/describe-error.ts';
import type { Cite, World } from '../model/entity.ts';
import type { DetectorOutcome, Finding, Severity } from '../model/finding.ts';
import type { Transition } from '../model/transition.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import type { Weighing, WhyRequest } from '../model/why.ts';
import { doubtsOf, type Graded, lowerBy } from './confidence.ts';
import type { Detector, DetectorContext, DetectorInstance, FindingDraft, Messages } from './define-detector.ts';
import { type CaptureFacts, createObserved } from './observed.ts';
import { createWeigher, type Weigher } from './weighing.ts';

export interface DetectEngine {
  /** Events that some detector reads. */
  readonly reads: ReadonlySet<string>;
  step(transition: Transition): void;
  accept(event: LooseEvent): void;
  finish(facts: CaptureFacts): DetectResult;
}

export interface DetectResult {
  readonly findings: readonly Finding[];
  readonly outcomes: readonly DetectorOutcome[];
  /** What was asked for. */
  readonly weighings: readonly Weighing[];
}

interface Running {
  readonly detector: Detector;
  readonly findings: Finding[];
  readonly weigher: Weigher | undefined;
  instance: DetectorInstance | undefined;
  error: string | undefined;
  overlooked: number;
}

type Handler = (event: LooseEvent) => void;

/** Offers every event and transition to every detector once. A detector that throws fails alone. */
export function createDetectEngine(
  detectors: readonly Detector[],
  world: World,
  cite: (event: LooseEvent) => Cite,
  asked: readonly WhyRequest[] = [],
): DetectEngine {
  const observed = createObserved();
  const running = detectors.map((detector): Running => {
    const request = asked.find((each) => each.detector === detector.meta.id);
    const weigher = request === undefined ? undefined : createWeigher(request, world);
    const run: Running = { detector, findings: [], weigher, instance: undefined, error: undefined, overlooked: 0 };
    const context: DetectorContext = {
      world,
      observed,
      cite,
      overlook: (count = 1) => {
        run.overlooked += count;
      },
      report: (draft) => run.findings.push(complete(detector, draft, context)),
      isAsked: weigher !== undefined,
      weigh: weigher === undefined ? () => {} : (candidate) => weigher.take(candidate()),
    };
    guarded(run, () => {
      run.instance = detector.create(context);
    });
    return run;
  });
  const byEvent = new Map<string, { run: Running; handler: Handler }[]>();
  for (const run of running) {
    for (const [name, handler] of Object.entries(run.instance?.on ?? {})) {
      const list = byEvent.get(name) ?? [];
      // The key decides the event's type, so a handler only ever sees events of its own name.
      list.push({ run, handler: handler as Handler });
      byEvent.set(name, list);
    }
  }

  const byKind = new Map<string, { run: Running; handler: (step: Transition) => void }[]>();
  for (const run of running) {
    for (const [kind, handler] of Object.entries(run.instance?.step ?? {})) {
      const list = byKind.get(kind) ?? [];
      // The key decides the transition's type, as with events.
      list.push({ run, handler: handler as (step: Transition) => void });
      byKind.set(kind, list);
    }
  }

  return {
    reads: new Set(byEvent.keys()),
    step(transition) {
      for (const { run, handler } of byKind.get(transition.kind) ?? []) {
        if (run.error === undefined) guarded(run, () => handler(transition));
      }
    },
    accept(event) {
      observed.see(event);
      for (const { run, handler } of byEvent.get(event.name) ?? []) {
        if (run.error === undefined) guarded(run, () => handler(event));
      }
    },
    finish(facts) {
      observed.close(facts);
      const outcomes = running.map((run) => honest(answer(run), run.overlooked));
      const findings = running.flatMap((run) => (run.error === undefined ? run.findings : []));
      const weighings = running.flatMap(({ weigher }) => weigher?.result() ?? []);
      return { findings: findings.toSorted(byWeight), outcomes, weighings };
    },
  };
}

/** What was looked at in part only is not clear. */
function honest(outcome: DetectorOutcome, overlooked: number): DetectorOutcome {
  if (overlooked === 0) return outcome;
  if (outcome.status !== 'clear') return { ...outcome, overlooked };
  const missing = [`room for ${overlooked} more cases: so many were not looked at`];
  return { id: outcome.id, status: 'not-observable', missing, overlooked };
}

function guarded(run: Running, action: () => void): void {
  try {
    action();
  } catch (error) {
    run.error = describeError(error);
  }
}

function answer(run: Running): DetectorOutcome {
  const id = run.detector.meta.id;
  let verdict: ReturnType<DetectorInstance['finish']> | undefined;
  if (run.error === undefined) {
    guarded(run, () => {
      verdict = run.instance?.finish();
    });
  }
  if (run.error !== undefined) return { id, status: 'failed', error: run.error };
  if (run.findings.length > 0) return { id, status: 'found' };
  if (verdict === undefined || verdict.status === 'clear') return { id, status: 'clear' };
  return { id, ...verdict };
}

/** The confidence by the detector's own method, or as it is given. */
function graded({ meta }: Detector, { confidence: given }: FindingDraft<Messages>): Graded {
  if (typeof given !== 'string') return given;
  const because = meta.confidence?.because ?? 'its evidence alone';
  return { confidence: given, grading: { start: given, because, raised: [], lowered: [] } };
}

type Around = Pick<DetectorContext, 'observed' | 'world'>;

function complete(detector: Detector, draft: FindingDraft<Messages>, { observed, world }: Around): Finding {
  const template = detector.messages[draft.messageId];
  if (template === undefined) throw new Error(`${detector.meta.id} has no message ${draft.messageId}`);
  const data: Readonly<Record<string, string | number>> = draft.data;
  const message = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(data[name] ?? `{{${name}}}`));
  const doubts = doubtsOf(draft, detector.meta, { observed, processes: world.processes });
  return {
    detector: detector.meta.id,
    severity: draft.severity,
    ...lowerBy(doubts, graded(detector, draft)),
    reasons: [...draft.reasons, ...doubts],
    title: draft.title ?? detector.meta.title,
    message,
    count: draft.count,
    span: draft.span,
    subjects: draft.subjects,
    evidence: draft.evidence,
    next: draft.next ?? detector.meta.next,
  };
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const CONFIDENCES = ['high', 'medium', 'low'];

/** Worst first, then surest, then earliest, then by name: the same input gives the same order. */
export function byWeight(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
    (a.span?.from ?? 0) - (b.span?.from ?? 0) ||
    a.detector.localeCompare(b.detector, 'en') ||
    JSON.stringify(a.subjects).localeCompare(JSON.stringify(b.subjects), 'en')
  );
}
