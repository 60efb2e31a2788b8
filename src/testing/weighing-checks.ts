import type { CandidateReport, ConditionReport, WhyReport } from '../model/why.ts';

/**
 * Where what a detector weighed and what it answers say different things, one sentence each: a finding needs a case that was
 * found, a found case a finding, and a case is found exactly where all of its conditions hold.
 */
export function disagreements({ outcome, candidates, weighed }: WhyReport): string[] {
  const found = candidates.filter(({ isFound }) => isFound);
  const isSilent = outcome.status === 'found' && found.length === 0;
  return [
    ...(isSilent ? [`reports findings, but none of the ${weighed} cases that it weighs (context.weigh) is found`] : []),
    ...(outcome.status !== 'found' && found.length > 0 ? [`is ${outcome.status}, but found ${found[0]?.what}`] : []),
    ...candidates.flatMap(candidateProblems),
  ];
}

function candidateProblems({ what, conditions, isFound }: CandidateReport): string[] {
  if (conditions.length === 0) return [`weighs ${what} by no condition`];
  const failing = conditions.find(({ holds }) => holds !== true);
  const said = conditions.map(({ says, holds }) => `${says}: ${holds}`).join('; ');
  const isWrong = isFound ? failing !== undefined : failing === undefined;
  return [
    ...(isWrong ? [`${what} is ${isFound ? '' : 'not '}found, but its conditions are ${said}`] : []),
    ...conditions.flatMap((condition) => partProblems(what, condition)),
  ];
}

/** What is made of parts comes to what its parts come to. */
function partProblems(what: string, { says, holds, join, parts = [] }: ConditionReport): string[] {
  if (parts.length === 0) return [];
  const inner = parts.map((part) => part.holds);
  const decisive = join === 'any';
  const expected = inner.includes(decisive) ? decisive : inner.includes('unknown') ? 'unknown' : !decisive;
  return expected === holds ? [] : [`${what}: "${says}" is ${holds}, its parts are ${inner.join(', ')}`];
}
