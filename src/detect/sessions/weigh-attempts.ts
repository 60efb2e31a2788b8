import type { Candidate, WeighedCondition } from '../../model/why.ts';
import { that } from '../cases.ts';
import { inWords } from '../durations.ts';
import { type Attempt, lastedFor, type SessionTrace } from './attempt.ts';
import { clientText, sessionSubject } from './parties.ts';

/** One attempt at a session as a case: who asked for it, and how long it lasted. */
export function attemptCase(
  trace: SessionTrace,
  attempt: Attempt,
  conditions: readonly WeighedCondition[],
  isFound: boolean,
): Candidate {
  const by = attempt.start === undefined ? '' : `, started by ${clientText(attempt.start.client)}`;
  const took = lastedFor(attempt);
  const after = took === undefined ? '' : `, over after ${inWords(took)}`;
  const number = trace.attempts.indexOf(attempt) + 1;
  const what = `attempt ${number} of ${trace.attempts.length} at ${trace.name}${by}${after}`;
  return { what, subjects: [sessionSubject(trace)], conditions, isFound };
}

/** That an attempt was seen from its beginning, came to nothing, and that nobody wanted it so. */
export function cameToNothing({ isWhole, connected, stop, ended, first }: Attempt): WeighedCondition[] {
  return [
    that('the log holds its beginning', isWhole, undefined, first),
    that('it never connected', connected === undefined, undefined, connected),
    that('nobody stopped it', stop === undefined, stop === undefined ? undefined : clientText(stop.client), stop?.cite),
    that('it ended', ended !== undefined, undefined, ended),
  ];
}
