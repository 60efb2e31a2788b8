import type { Cite, ProcessRun, World } from '../../model/entity.ts';
import type { EvidenceCite, Subject } from '../../model/finding.ts';
import type { Micros } from '../../model/units.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import type { Attempt, SessionTrace } from './attempt.ts';
import { clientSubject, partiesOf } from './parties.ts';

/** What a finding about some attempts of one session has in common with every other: place, time and parties. */
export interface AttemptsDraft {
  readonly count: number;
  readonly span: { readonly from: Micros; readonly to: Micros } | undefined;
  readonly subjects: readonly Subject[];
  readonly evidence: readonly EvidenceCite[];
}

/** Undefined where no line decides. `extra` is cited beside the attempts' own lines. */
export function draftOf(
  trace: SessionTrace,
  attempts: readonly Attempt[],
  world: World,
  extra: readonly Cite[] = [],
): AttemptsDraft | undefined {
  const ends = attempts.flatMap(({ ended }) => ended ?? []);
  const troubles = attempts.flatMap((attempt) => attempt.troubles.map(({ cite }) => cite));
  const decisive = troubles[0] ?? ends[0];
  const first = attempts[0];
  if (decisive === undefined || first === undefined) return undefined;
  const cites = [...attempts.map((attempt) => attempt.first), ...troubles, ...extra, ...ends];
  const client = attempts.findLast(({ start }) => start !== undefined)?.start?.client;
  return {
    count: attempts.length,
    span: spanOf(cites),
    subjects: [...partiesOf(trace, attempts, world), ...(client === undefined ? [] : [clientSubject(client)])],
    evidence: evidenceOf(cites, decisive),
  };
}

/** The last error lines of the providers that ran for these attempts: probably why they gave up. */
export function lastErrorsOf(attempts: readonly Attempt[], world: World): Cite[] {
  const runs = new Set<ProcessRun>();
  for (const { pid } of attempts) {
    const run = pid === undefined ? undefined : world.process(pid);
    if (run !== undefined) runs.add(run);
  }
  return [...runs].flatMap(({ lastError }) => lastError ?? []);
}

/** How many attempts reached connected. */
export function worked({ attempts }: SessionTrace): number {
  return attempts.filter(({ connected }) => connected !== undefined).length;
}
