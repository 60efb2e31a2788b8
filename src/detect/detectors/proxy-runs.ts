import type { ProcessRun, ProviderKind, Session, World } from '../../model/entity.ts';
import type { Micros } from '../../model/units.ts';

/** Provider runs that flow_divert may hand flows to. */
export function proxyRuns(world: World): ProcessRun[] {
  return [...world.processes].filter(isProxy).sort((a, b) => a.firstAt - b.firstAt);
}

function isProxy(run: ProcessRun): boolean {
  const kind = run.provider?.kind;
  return (
    kind === 'transparent-proxy' ||
    kind === 'app-proxy' ||
    kind === 'dns-proxy' ||
    (kind === 'unknown' && run.provider?.grade === 'exact')
  );
}

/** Alive at this moment, as far as lines and ends say. */
export function isAlive(run: ProcessRun, at: Micros): boolean {
  return run.firstAt <= at && (run.end === undefined || run.end.at > at);
}

/** Status of a session at this moment: `unknown` before its first status line. */
export function statusAt(session: Session, at: Micros): string {
  let status = 'unknown';
  for (const change of session.history) {
    if (change.at > at) break;
    status = change.to;
  }
  return status;
}

/** False only where a session of this run is known not to be connected at this moment. */
export function isConnected(world: World, run: ProcessRun, at: Micros): 'connected' | 'unknown' | 'no' {
  const states = (run.provider?.sessions ?? []).flatMap((uuid) => {
    const session = world.session(uuid);
    return session === undefined ? [] : [statusAt(session, at)];
  });
  if (states.includes('connected')) return 'connected';
  return states.every((state) => state === 'unknown') ? 'unknown' : 'no';
}

/** Every kind that this run is known to be: one process may serve sessions of several. */
export function kindsOf(world: World, run: ProcessRun): ProviderKind[] {
  const kinds = (run.provider?.sessions ?? []).flatMap((uuid) => world.session(uuid)?.kind ?? []);
  return [...new Set([run.provider?.kind ?? 'unknown', ...kinds])].filter((kind) => kind !== 'unknown');
}
