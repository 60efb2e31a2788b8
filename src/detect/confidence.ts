import type { ProcessRun, Span } from '../model/entity.ts';
import {
  type Confidence,
  type ConfidenceMethod,
  type DetectorMeta,
  GENERAL_LOWERINGS,
  type Grading,
  type GradingStep,
  type Subject,
} from '../model/finding.ts';
import { SECOND } from '../model/units.ts';
import type { Observed } from './observed.ts';

/** A confidence with how it came about. */
export interface Graded {
  readonly confidence: Confidence;
  readonly grading: Grading;
}

/** To which grade, and why in a sentence. */
type Step = readonly [Confidence, string];

type Steps<K extends string> = Readonly<Record<K, Step>>;

interface Method<K extends string> {
  /** For the detector's meta: `explain` prints it. */
  readonly method: ConfidenceMethod;
  /** The grade where these things are so; whatever is not named is not. */
  grade(applies: { readonly [N in K]?: boolean }): Graded;
}

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };
const LOWER: Readonly<Record<Confidence, Confidence>> = { high: 'medium', medium: 'low', low: 'low' };

/**
 * The one method by which all confidence is graded: a detector starts somewhere for a reason; what is named under `raises` lifts
 * it to at least that grade, then what is named under `lowers` leaves it at most that grade. What is true of any finding
 * (`doubtsOf`) comes last.
 */
export function defineConfidence<const R extends string = never, const L extends string = never>(spec: {
  readonly start: Confidence;
  readonly because: string;
  readonly raises?: Steps<R>;
  readonly lowers?: Steps<L>;
}): Method<R | L> {
  const { start, because } = spec;
  const raises = entriesOf<R | L>(spec.raises);
  const lowers = entriesOf<R | L>(spec.lowers);
  return {
    method: { start, because, raises: raises.map(([, step]) => step), lowers: lowers.map(([, step]) => step) },
    grade(applies) {
      const so = (steps: readonly (readonly [R | L, GradingStep])[]): GradingStep[] =>
        steps.flatMap(([name, step]) => (applies[name] === true ? step : []));
      const raised = so(raises).filter(({ to }) => RANK[to] > RANK[start]);
      const top = raised.reduce((grade, { to }) => (RANK[to] > RANK[grade] ? to : grade), start);
      const lowered = so(lowers)
        .filter(({ to }) => RANK[to] < RANK[top])
        .toSorted((a, b) => RANK[b.to] - RANK[a.to]);
      const confidence = lowered.reduce((grade, { to }) => (RANK[to] < RANK[grade] ? to : grade), top);
      return { confidence, grading: { start, because, raised, lowered } };
    },
  };
}

function entriesOf<K extends string>(steps: Readonly<Record<string, Step>> | undefined): [K, GradingStep][] {
  // The keys of `raises` and `lowers` are the names that the caller spelt.
  return Object.entries(steps ?? {}).map(([name, [to, says]]) => [name as K, { to, says }]);
}

/** For `lowers`: a provider that is one by its name only. */
export const BY_NAME: Step = ['medium', 'the provider is held for one by its name only'];

/** A loss this near may have swallowed lines that belong to the finding. */
const NEAR_US = 10 * SECOND;

/** What makes any finding less sure, whichever detector it is of: each takes it one grade down. At `finish` only. */
export function doubtsOf(
  finding: { readonly span: Span | undefined; readonly subjects: readonly Subject[] },
  { levels }: DetectorMeta,
  around: { readonly observed: Observed; readonly processes: Iterable<ProcessRun> },
): string[] {
  const { span, subjects } = finding;
  const { losses, capture } = around.observed;
  const isNearLoss = span !== undefined && losses.some((at) => at >= span.from - NEAR_US && at <= span.to + NEAR_US);
  const leftOut = levels.filter((level) => [...capture.skipped].some((skipped) => skipped === level));
  const byName = namelessOf(subjects, around.processes);
  return [
    ...(isNearLoss ? [GENERAL_LOWERINGS.loss] : []),
    ...(leftOut.length > 0 ? [`${GENERAL_LOWERINGS.levels}: ${leftOut.join(', ')}`] : []),
    ...(byName === undefined ? [] : [`${GENERAL_LOWERINGS.byName}: ${byName}`]),
  ];
}

/** The name of a party that is known by its name only. */
function namelessOf(subjects: readonly Subject[], processes: Iterable<ProcessRun>): string | undefined {
  const parties = subjects.filter(({ kind, pid }) => (kind === 'provider' || kind === 'process') && pid === undefined);
  if (parties.length === 0) return undefined;
  for (const run of processes) {
    if (!run.isByName) continue;
    const isParty = parties.some(
      ({ name, bundle }) => [name, bundle].includes(run.name) || bundle === run.provider?.bundle,
    );
    if (isParty) return run.name;
  }
  return undefined;
}

/** One grade down for each doubt, each as a step. */
export function lowerBy(doubts: readonly string[], { confidence, grading }: Graded): Graded {
  let grade = confidence;
  const lowered = doubts.map((says) => {
    grade = LOWER[grade];
    return { to: grade, says };
  });
  return { confidence: grade, grading: { ...grading, lowered: [...grading.lowered, ...lowered] } };
}
