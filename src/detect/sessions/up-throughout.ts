import type { World } from '../../model/entity.ts';
import type { Micros } from '../../model/units.ts';
import type { SessionTrace } from './attempt.ts';

/**
 * Whether the session was connected from `from` to `to`: an attempt that connected before and ended after. Where the log
 * begins in the middle, a session that is stopped later, or whose status then leaves connected, was up until then.
 */
export function isUpThroughout(
  { uuid, attempts }: SessionTrace,
  { from, to }: { readonly from: Micros; readonly to: Micros },
  world: World,
): boolean {
  const isStill = (world.session(uuid)?.history ?? []).every(({ at }) => at <= from || at >= to);
  if (!isStill) return false;
  return attempts.some(({ isWhole, first, connected, ended }, i) => {
    const isOver = (ended?.at ?? Number.POSITIVE_INFINITY) < to;
    if (isOver) return false;
    if (connected !== undefined) return connected.at <= from;
    // Nothing was said of it before: up since before the log began.
    return !isWhole && i === 0 && first.at >= to;
  });
}
