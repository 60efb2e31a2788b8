import type { Cite, Flow, ProcessRun, Session, World } from '../model/entity.ts';
import type { Subject } from '../model/finding.ts';
import type { DurationUs } from '../model/units.ts';
import type { Candidate, Holds, WeighedCondition } from '../model/why.ts';
import { inWords } from './durations.ts';
import { providerSubject } from './subjects.ts';
import { all } from './weighing.ts';

type Case = Omit<Candidate, 'what' | 'subjects'>;

/** A condition with what the capture holds. */
export function that(
  says: string,
  holds: Holds,
  actual?: string | undefined,
  cite?: Cite | undefined,
): WeighedCondition {
  return { says, holds, ...(actual === undefined ? {} : { actual }), ...(cite === undefined ? {} : { cite }) };
}

/** `says` how often: at least `least` times. */
export function atLeast(says: string, actual: number, least: number, cite?: Cite | undefined): WeighedCondition {
  return { ...that(says, actual >= least, String(actual), cite), limit: `at least ${least}` };
}

/** `says` how long: at least `leastUs`; where nothing tells how long it cannot be told. */
export function lasts(says: string, us: DurationUs | undefined, leastUs: DurationUs, cite?: Cite): WeighedCondition {
  const limit = `at least ${inWords(leastUs)}`;
  if (us === undefined) return { ...that(says, 'unknown', undefined, cite), limit };
  return { ...that(says, us >= leastUs, inWords(us), cite), limit };
}

/** A case of a provider's run: by the name of its session, else its bundle. */
export function providerCase(world: World, run: ProcessRun, rest: Case, more: readonly Subject[] = []): Candidate {
  const session = world.session(run.provider?.sessions[0] ?? '');
  const pid = run.pid < 0 ? '' : ` (pid ${run.pid})`;
  const what = `${session?.name ?? run.provider?.bundle ?? run.name}${pid}`;
  return { what, subjects: [providerSubject(run, session), ...more], ...rest };
}

/** A case of all runs of one provider. */
export function runsCase(world: World, runs: readonly ProcessRun[], rest: Case): Candidate {
  const [first] = runs;
  if (first === undefined) return { what: 'no provider', subjects: [], ...rest };
  const session = world.session(first.provider?.sessions[0] ?? '');
  const name = session?.name ?? first.provider?.bundle ?? first.name;
  const what = `${name}: ${runs.length === 1 ? 'one run' : `${runs.length} runs`}`;
  return { what, subjects: runs.slice(0, 10).map((run) => providerSubject(run, session)), ...rest };
}

/** A case of one flow. */
export function flowCase(flow: Flow, rest: Case, more: readonly Subject[] = []): Candidate {
  const subjects: Subject[] = flow.app === undefined ? [...more] : [...more, { kind: 'app', bundle: flow.app }];
  const app = flow.app === undefined ? '' : ` of ${flow.app}`;
  return { what: `flow ${flow.hash ?? flow.id}${app}`, subjects, flows: [flow], ...rest };
}

/** A case of one session. */
export function sessionCase(session: Pick<Session, 'uuid' | 'name'>, rest: Case): Candidate {
  const { uuid, name } = session;
  return { what: `session ${name}`, subjects: [{ kind: 'session', session: uuid, name }], ...rest };
}

/** A case of any parties: it is found where all of its conditions hold. */
export function plainCase(
  what: string,
  subjects: readonly Subject[],
  conditions: readonly WeighedCondition[],
): Candidate {
  return { what, subjects, conditions, isFound: all(conditions) === true };
}

/** The same of a provider's run. */
export function runCase(world: World, run: ProcessRun, conditions: readonly WeighedCondition[]): Candidate {
  return providerCase(world, run, { conditions, isFound: all(conditions) === true });
}
