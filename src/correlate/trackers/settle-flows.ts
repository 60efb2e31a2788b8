import { packed } from '../../lib/packed.ts';
import { Queue } from '../../lib/queue.ts';
import type { Micros } from '../../model/units.ts';
import { type DurationUs, MINUTE, SECOND } from '../../model/units.ts';
import { pushBounded } from '../bounded-list.ts';
import type { TrackerContext } from '../define-tracker.ts';
import type { Act } from '../endings/acts.ts';
import type { AppEnd } from '../endings/circumstances.ts';
import { endingOf } from '../endings/judge.ts';
import type { MutableFlow } from '../mutable.ts';

/** Goodbyes of other processes come within this time of a flow's end; after it the flow is judged. */
const SETTLE_US: DurationUs = 6 * SECOND;
/** A hash that comes back this long after its flow's last line is another flow. Source: id-correlation 3.3. */
export const REUSE_US: DurationUs = 2 * MINUTE;
const CAPS = { waiting: 20_000, groupEnds: 1_024, losses: 1_024 };

/** Kernel lines that are printed without info messages: they alone do not let a flow be followed. */
const AT_DEFAULT: ReadonlySet<Act> = new Set([
  'moved',
  'native',
  'no-more',
  'app-was-gone',
  'flow-was-gone',
  'denied',
  'orphaned',
  'no-group',
  'error',
]);

interface Waiting {
  readonly flow: MutableFlow;
  readonly since: Micros;
}

export interface FlowSettler {
  /** A flow is over: it is judged when its last lines are in. */
  wait(flow: MutableFlow, since: Micros): void;
  /** Log time passes. */
  advance(now: Micros): void;
  groupEnded(unit: number, at: Micros): void;
  lost(at: Micros): void;
  offerSeen(): void;
  /** Judges everything, what is still open too. */
  finish(isBootOver: boolean): void;
}

/** Gives each flow its ending, once, in log time; what the app's side says of its end is asked of `appEnd`. */
export function createFlowSettler(
  context: TrackerContext,
  appEnd: (flow: MutableFlow) => AppEnd | undefined,
): FlowSettler {
  const { store } = context;
  const groupEnds: { unit: number; at: Micros }[] = [];
  const losses: Micros[] = [];
  const waiting = new Queue<Waiting>();
  const judged = new Queue<Waiting>();
  let areOffersLogged = false;

  const judge = (flow: MutableFlow, isBootOver: boolean): void => {
    if (flow.ending !== undefined || flow.isMerged) return;
    const end = flow.run?.end;
    flow.ending = endingOf(flow.said, {
      isKernelSeen: flow.said.some(({ by, act }) => by === 'kernel' && !AT_DEFAULT.has(act)),
      isProviderSeen: flow.provider !== undefined,
      hasHash: flow.hash !== undefined,
      areOffersLogged,
      providerEndedAt: end === undefined || end.kind === 'reboot' ? undefined : end.at,
      groupEnds,
      app: appEnd(flow),
      isBootOver,
      lossAt: losses.find((at) => at >= flow.openedAt && (flow.closedAt === undefined || at <= flow.closedAt)),
    });
    // What it was judged by is needed no more, and there are many flows.
    flow.said = [];
    flow.before = undefined;
    flow.run = undefined;
    flow.cites = packed(flow.cites);
    for (const side of [flow.kernel, flow.provider]) if (side !== undefined) side.steps = packed(side.steps);
    const { byCode, byCloser } = store.endings;
    const { code, closedBy } = flow.ending;
    byCode[code] = (byCode[code] ?? 0) + 1;
    byCloser[closedBy.who] = (byCloser[closedBy.who] ?? 0) + 1;
  };
  const settleOldest = (): void => {
    const oldest = waiting.shift();
    if (oldest === undefined) return;
    judge(oldest.flow, false);
    judged.push(oldest);
  };
  const releaseOldest = (now: number): void => {
    const oldest = judged.shift();
    if (oldest === undefined) return;
    const { kernel, provider } = oldest.flow;
    const last = Math.max(kernel?.lastAt ?? 0, provider?.lastAt ?? 0);
    if (now - last > REUSE_US) store.releaseFlow(oldest.flow);
    else judged.push({ flow: oldest.flow, since: last as Micros });
  };

  return {
    wait(flow, since) {
      waiting.push({ flow, since });
      if (waiting.size > CAPS.waiting) settleOldest();
    },
    advance(now) {
      for (let next = waiting.first; next !== undefined && now - next.since > SETTLE_US; next = waiting.first)
        settleOldest();
      for (let next = judged.first; next !== undefined && now - next.since > REUSE_US; next = judged.first)
        releaseOldest(now);
    },
    groupEnded: (unit, at) => {
      if (pushBounded(groupEnds, { unit, at }, CAPS.groupEnds)) store.count('groupEnds');
    },
    lost: (at) => {
      if (pushBounded(losses, at, CAPS.losses)) store.count('losses');
    },
    offerSeen: () => {
      areOffersLogged = true;
    },
    finish(isBootOver) {
      while (waiting.first !== undefined) settleOldest();
      for (const flow of store.liveFlows()) judge(flow, isBootOver);
    },
  };
}
