import { isWithin } from '../../lib/signing-id.ts';
import type { ProcessRun, World } from '../../model/entity.ts';
import { SECOND } from '../../model/units.ts';
import { bundlesOf } from '../subjects.ts';
import type { Attempt, SessionTrace } from './attempt.ts';

/** A provider's death and the end of its session stand within this of each other. Source: id-correlation 3.2. */
const TOGETHER_US = 5 * SECOND;

/**
 * Whether the provider's process ended by itself and took the attempt with it. Where no line names the process, any provider
 * that may be this session's and lived and died with the attempt counts.
 */
export function hasDied(trace: SessionTrace, attempt: Attempt, world: World): boolean {
  const { ended, first, pid } = attempt;
  if (ended === undefined) return false;
  for (const run of world.processes) {
    if (run.provider === undefined || run.end === undefined || (pid !== undefined && run.pid !== pid)) continue;
    const { at, kind } = run.end;
    if (kind === 'stopped' || kind === 'vanished' || kind === 'reboot') continue;
    const isTogether = at >= first.at && Math.abs(at - ended.at) <= TOGETHER_US;
    if (isTogether && (pid !== undefined || mayServe(run, trace))) return true;
  }
  return false;
}

/** Nothing speaks against it that this run is the session's provider. */
function mayServe(run: ProcessRun, { uuid, bundle, kind }: SessionTrace): boolean {
  const { provider } = run;
  if (provider === undefined) return false;
  if (provider.sessions.length > 0) return provider.sessions.includes(uuid);
  if (provider.kind !== 'unknown' && kind !== 'unknown' && provider.kind !== kind) return false;
  return bundle === undefined || bundlesOf(run).some((each) => isWithin(each, bundle) || isWithin(bundle, each));
}
