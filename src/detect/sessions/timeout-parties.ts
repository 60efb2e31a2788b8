import type { ProcessRun, World } from '../../model/entity.ts';
import type { Subject } from '../../model/finding.ts';
import type { WeighedCondition } from '../../model/why.ts';
import { that } from '../cases.ts';
import { providerSubject } from '../subjects.ts';
import { all } from '../weighing.ts';
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
  return all(unresponsiveness(timeout, calls, world)) === true;
}

/** What it takes for a provider to have never answered its launch. */
export function unresponsiveness(
  { pid, attached, entered, cites, state }: Timeout,
  calls: readonly StartCall[],
  world: World,
): WeighedCondition[] {
  const [cite] = cites;
  const run = pid === undefined ? undefined : world.process(pid);
  const isDead =
    cite !== undefined && run?.end !== undefined && run.end.at < cite.at && run.end.kind !== 'vanished'
      ? run.end
      : undefined;
  const call = calls.find(
    (each) => each.isStart && each.pid === pid && each.cite.at >= (entered?.at ?? 0) && each.cite.at <= (cite?.at ?? 0),
  );
  return [
    that('a start state timed out', cite !== undefined && /Start/.test(shortState(state)), shortState(state), cite),
    that('its provider was started with a pid', pid !== undefined, pid === undefined ? undefined : `pid ${pid}`),
    that('no IPC to it was attached', attached === undefined, undefined, attached),
    that('no call of its start stands between', call === undefined, undefined, call?.cite),
    that('its process did not end before', isDead === undefined, isDead?.kind, isDead?.cites[0]),
  ];
}
