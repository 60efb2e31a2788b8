import type { ProcessRun, World } from '../../model/entity.ts';
import type { Subject } from '../../model/finding.ts';
import { providerSubject } from '../subjects.ts';
import type { StartCall } from './start-calls.ts';
import { shortState, type Timeout } from './timeouts.ts';

/** The session and the provider's processes. */
export function timeoutParties(group: readonly Timeout[], world: World): Subject[] {
  const [first] = group;
  if (first === undefined) return [];
  const runs = new Map<string, ProcessRun>();
  for (const { pid } of group) {
    const run = pid === undefined ? undefined : world.process(pid);
    if (run !== undefined) runs.set(run.id, run);
  }
  const session = world.session(first.session);
  return [
    { kind: 'session', session: first.session, name: first.name },
    ...[...runs.values()].slice(0, 8).map((run) => providerSubject(run, session)),
  ];
}

/** The provider's process was started and lived, and neither its channel nor the call of its start was ever seen. */
export function wasUnresponsive(timeout: Timeout, calls: readonly StartCall[], world: World): boolean {
  const { pid, attached, entered, cites, state } = timeout;
  const at = cites[0]?.at;
  if (pid === undefined || attached !== undefined || at === undefined || !/Start/.test(shortState(state))) return false;
  const run = world.process(pid);
  const isDead = run?.end !== undefined && run.end.at < at && run.end.kind !== 'vanished';
  const isCalled = calls.some(
    (call) => call.isStart && call.pid === pid && call.cite.at >= (entered?.at ?? 0) && call.cite.at <= at,
  );
  return !isDead && !isCalled;
}
