import type { DetectorOutcome } from '../model/finding.ts';
import type { Weighing } from '../model/why.ts';
import { byWeight, type DetectResult } from './engine.ts';

const WORST: readonly DetectorOutcome['status'][] = ['found', 'failed', 'not-observable', 'clear'];

/** What the detectors say of several machines as one: a detector is clear only where it is clear on every machine. */
export function uniteResults(results: readonly DetectResult[]): DetectResult {
  const [first] = results;
  if (first !== undefined && results.length === 1) return first;
  const outcomes = (first?.outcomes ?? []).map((outcome, index) => {
    const all = results.flatMap((result) => result.outcomes[index] ?? []);
    const worst = WORST.flatMap((status) => all.filter((each) => each.status === status))[0] ?? outcome;
    const overlooked = all.reduce((sum, each) => sum + (each.overlooked ?? 0), 0);
    return overlooked === 0 ? worst : { ...worst, overlooked };
  });
  const weighings = (first?.weighings ?? []).map((weighing, index) =>
    uniteWeighings(
      results.flatMap((result) => result.weighings[index] ?? []),
      weighing,
    ),
  );
  return { findings: results.flatMap((result) => result.findings).toSorted(byWeight), outcomes, weighings };
}

function uniteWeighings(weighings: readonly Weighing[], { detector }: Weighing): Weighing {
  const sum = (key: 'weighed' | 'matching' | 'weighedFlows'): number =>
    weighings.reduce((total, weighing) => total + weighing[key], 0);
  return {
    detector,
    candidates: weighings.flatMap(({ candidates }) => candidates),
    weighed: sum('weighed'),
    matching: sum('matching'),
    weighedFlows: sum('weighedFlows'),
  };
}
