import type { World } from '../../model/entity.ts';
import { SECOND } from '../../model/units.ts';
import { type Attempt, lastedFor, type SessionTrace } from './attempt.ts';
import { hasDied } from './deaths.ts';
import { refusedLoops } from './refused-loops.ts';

/** Whose refusal a failed start is. Each attempt has one cause, so that each is one detector's. */
export type FailedStart = 'peer' | 'cancelled' | 'provider' | 'unloadable';

/** What the server at the other end decides. Source: nesessionmanager's stop reasons (codes 17 to 23, 28 to 30). */
const PEER =
  /terminated by the server|server is not responding|server is down|negotiation with the server|authentication failed|resolve the server|server certificat/i;
const CANCELLED = /plugin initiated/i;
const FAILED = /plugin failed/i;
/** A provider that cancels does so at once; later it may have tried. Source: detectors.md, provider-cancelled-start. */
const CANCELS_US = 5 * SECOND;
const OTHERS = ['/interface-failed', '/no-network', '/timed-out'];

/** Attempts of this session that failed for this cause. */
export function failedStarts(trace: SessionTrace, cause: FailedStart, world: World): Attempt[] {
  const loops = new Set(refusedLoops(trace, world).flat());
  return trace.attempts.filter((attempt) => !loops.has(attempt) && causeOf(trace, attempt, world) === cause);
}

function causeOf(trace: SessionTrace, attempt: Attempt, world: World): FailedStart | undefined {
  const { isWhole, connected, stop, ended, reason = '', troubles, pid } = attempt;
  if (!isWhole || ended === undefined || connected !== undefined || stop !== undefined) return undefined;
  if (troubles.some(({ name }) => OTHERS.some((other) => name.endsWith(other)))) return undefined;
  if (hasDied(trace, attempt, world)) return undefined;
  if (troubles.some(({ name }) => name === 'nesessionmanager.agent/start-failed')) return 'unloadable';
  if (PEER.test(reason)) return 'peer';
  if (CANCELLED.test(reason)) return (lastedFor(attempt) ?? 0) < CANCELS_US ? 'cancelled' : 'provider';
  return FAILED.test(reason) && pid !== undefined ? 'provider' : undefined;
}
