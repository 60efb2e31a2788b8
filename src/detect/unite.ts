import type { DetectorOutcome, Finding } from '../model/finding.ts';
import { byWeight } from './engine.ts';

interface Result {
  readonly findings: readonly Finding[];
  readonly outcomes: readonly DetectorOutcome[];
}

const WORST: readonly DetectorOutcome['status'][] = ['found', 'failed', 'not-observable', 'clear'];

/** What the detectors say of several machines as one: a detector is clear only where it is clear on every machine. */
export function uniteResults(results: readonly Result[]): Result {
  const [first] = results;
  if (first !== undefined && results.length === 1) return first;
  const outcomes = (first?.outcomes ?? []).map((outcome, index) => {
    const all = results.flatMap((result) => result.outcomes[index] ?? []);
    return WORST.flatMap((status) => all.filter((each) => each.status === status))[0] ?? outcome;
  });
  return { findings: results.flatMap((result) => result.findings).toSorted(byWeight), outcomes };
}
