import type { World } from '../../model/entity.ts';
import { SECOND } from '../../model/units.ts';
import type { WeighedCondition } from '../../model/why.ts';
import { that } from '../cases.ts';
import type { DetectorContext } from '../define-detector.ts';
import { type Attempt, lastedFor, type SessionTrace, type Trouble } from './attempt.ts';
import { hasDied } from './deaths.ts';
import { refusedLoops } from './refused-loops.ts';
import { attemptCase, cameToNothing } from './weigh-attempts.ts';

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
  const { isWhole, connected, stop, ended } = attempt;
  if (!isWhole || ended === undefined || connected !== undefined || stop !== undefined) return undefined;
  if (otherTrouble(attempt) !== undefined || hasDied(trace, attempt, world)) return undefined;
  return causeSaid(attempt);
}

/** What the log says of its end. */
function causeSaid(attempt: Attempt): FailedStart | undefined {
  const { reason = '', troubles, pid } = attempt;
  if (troubles.some(({ name }) => name === 'nesessionmanager.agent/start-failed')) return 'unloadable';
  if (PEER.test(reason)) return 'peer';
  if (CANCELLED.test(reason)) return (lastedFor(attempt) ?? 0) < CANCELS_US ? 'cancelled' : 'provider';
  return FAILED.test(reason) && pid !== undefined ? 'provider' : undefined;
}

function otherTrouble({ troubles }: Attempt): Trouble | undefined {
  return troubles.find(({ name }) => OTHERS.some((other) => name.endsWith(other)));
}

const SAYS: Readonly<Record<FailedStart, string>> = {
  peer: 'the stop reason names the server',
  cancelled: 'the provider ended it itself within 5 s ("Plugin initiated")',
  provider: 'the provider ran and failed ("Plugin failed", or "Plugin initiated" after more than 5 s)',
  unloadable: 'neagent says "Failed to start extension"',
};

/** Every attempt at this session with what speaks for this cause; `more` is what the detector asks besides. */
export function weighStarts(
  context: Pick<DetectorContext, 'weigh' | 'world'>,
  trace: SessionTrace,
  cause: FailedStart,
  { found, more }: { readonly found: readonly Attempt[]; readonly more?: (attempt: Attempt) => WeighedCondition[] },
): void {
  for (const attempt of trace.attempts)
    context.weigh(() => {
      const trouble = otherTrouble(attempt);
      const isLooping = refusedLoops(trace, context.world).flat().includes(attempt);
      const conditions = [
        ...cameToNothing(attempt),
        that(
          'no interface, no network or lack of time explains it',
          trouble === undefined,
          trouble?.name,
          trouble?.cite,
        ),
        that('no crash, kill or exit of its provider explains it', !hasDied(trace, attempt, context.world)),
        that(SAYS[cause], causeSaid(attempt) === cause, attempt.reason, attempt.ended),
        that('it is not one of a row of refusals (start-refused-loop)', !isLooping),
        ...(more?.(attempt) ?? []),
      ];
      return attemptCase(trace, attempt, conditions, found.includes(attempt));
    });
}
