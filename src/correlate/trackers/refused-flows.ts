import type { LooseEvent } from '../../model/typed-event.ts';
import type { TrackerContext } from '../define-tracker.ts';
import type { MutableFlow } from '../mutable.ts';
import { newFlow } from './new-flow.ts';

/** `Group … is NULL` and `No valid group is available` of one socket stand this near, on one thread. */
const SAME_US = 1_000;

/**
 * Sockets that the kernel refused because there was no group for them: their lines carry hash 0, so each is a flow without
 * one, and who it was for stays open. Source: kernel-lifecycles 4 (g).
 */
export function createRefusals(context: TrackerContext): (event: LooseEvent) => MutableFlow | undefined {
  let last: { readonly event: LooseEvent; readonly flow: MutableFlow } | undefined;
  return (event) => {
    if (last !== undefined && isSameSocket(last.event, event)) {
      if (last.flow.cites.length < 2) last.flow.cites.push(context.cite(event));
      last = undefined;
      return undefined;
    }
    const flow = newFlow(undefined, context.store, event.at);
    flow.state = 'rejected';
    flow.closedAt = event.at;
    flow.kernel = { firstAt: event.at, lastAt: event.at, steps: ['no-group'] };
    flow.cites.push(context.cite(event));
    flow.said.push({ act: 'no-group', at: event.at, by: 'kernel', letter: 'k', value: undefined });
    context.store.closeFlow(flow);
    last = { event, flow };
    return flow;
  };
}

/** The general line follows the one that names the reason; two of a kind are two sockets. */
function isSameSocket(before: LooseEvent, event: LooseEvent): boolean {
  if (before.name === event.name || event.name !== 'kernel.flow-divert/no-valid-group') return false;
  return before.tid === event.tid && Math.abs(event.at - before.at) <= SAME_US;
}
