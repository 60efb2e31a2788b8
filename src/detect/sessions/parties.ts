import { recordCommand } from '../../lib/record-command.ts';
import type { ProcessRun, World } from '../../model/entity.ts';
import type { Subject } from '../../model/finding.ts';
import type { DetectorContext, Messages, Verdict } from '../define-detector.ts';
import { providerSubject } from '../subjects.ts';
import type { Attempt, Client, SessionTrace } from './attempt.ts';

const MOST_RUNS = 8;

/** The session as a party, with the bundle of its plugin where a line names it. */
export function sessionSubject(trace: SessionTrace): Subject {
  return {
    kind: 'session',
    session: trace.uuid,
    name: trace.name,
    ...(trace.bundle === undefined ? {} : { bundle: trace.bundle }),
  };
}

/** The session, and the provider processes that ran for these attempts. */
export function partiesOf(trace: SessionTrace, attempts: readonly Attempt[], world: World): Subject[] {
  const session = world.session(trace.uuid);
  const runs = new Map<string, ProcessRun>();
  for (const { pid } of attempts) {
    const run = pid === undefined ? undefined : world.process(pid);
    if (run?.provider !== undefined && runs.size < MOST_RUNS) runs.set(run.id, run);
  }
  return [sessionSubject(trace), ...[...runs.values()].map((run) => providerSubject(run, session))];
}

export function clientSubject({ name, pid }: Client): Subject {
  return { kind: 'process', name, ...(pid === undefined ? {} : { pid }) };
}

/** `Acme[501]`, as the log names it. */
export function clientText({ name, pid }: Client): string {
  return pid === undefined ? name : `${name}[${pid}]`;
}

/** Sessions are told by nesessionmanager (by neagent for some): at default level, so one line of it is enough. */
export function sessionsCanBeSeen<M extends Messages>({ observed }: DetectorContext<M>): Verdict {
  if (observed.capture.families.has('nesessionmanager.session')) return { status: 'clear' };
  return {
    status: 'not-observable',
    missing: ['lines of nesessionmanager, which tell the state of every session'],
    remedy: recordCommand(),
  };
}
