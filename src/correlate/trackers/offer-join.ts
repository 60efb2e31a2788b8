import { keep } from '../../lib/keep.ts';
import { known } from '../../lib/redacted.ts';
import { bareSigningId } from '../../lib/signing-id.ts';
import type { FlowState } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { EventName, LooseEvent } from '../../model/typed-event.ts';
import type { TrackerContext } from '../define-tracker.ts';
import { remember, type Said } from '../endings/acts.ts';
import type { MutableFlow } from '../mutable.ts';
import { newFlow } from './new-flow.ts';

/** How long after `New flow` the framework's lines about the same flow may come. Source: id-correlation 3.4, < 5 ms typical. */
const JOIN_US = 50_000;
const CAP = { waiting: 256, processes: 64 };

const OFFERS: ReadonlyMap<string, Extract<FlowState, 'offered' | 'accepted' | 'rejected'>> = new Map([
  ['networkextension.provider/new-flow-offered', 'offered'],
  ['networkextension.provider/new-flow-accepted', 'accepted'],
  ['networkextension.provider/new-flow-rejected', 'rejected'],
]);

const ACTS = {
  offered: { act: 'offer', letter: 'o' },
  accepted: { act: 'accept', letter: 'a' },
  rejected: { act: 'reject', letter: '!' },
} as const satisfies Record<string, Pick<Said, 'act' | 'letter'>>;

export const OFFER_EVENTS: readonly EventName[] = [
  'networkextension.provider/new-flow-offered',
  'networkextension.provider/new-flow-accepted',
  'networkextension.provider/new-flow-rejected',
];

/** A flow about which the framework has more to say. */
interface Waiting {
  readonly flow: MutableFlow;
  readonly at: number;
  /** `Calling handleNewFlow` was printed. */
  isOffered: boolean;
}

export interface OfferJoin {
  /** A `(N): New flow` line: its flow waits for the framework's lines. */
  flowSeen(flow: MutableFlow, event: LooseEvent): void;
  /** A `[Extension B]: … new flow …` line, which carries no flow id. */
  offerSeen(event: LooseEvent): void;
}

/**
 * Joins the framework's offer, accept and reject lines to the flow they are about. They carry no id, so the join is
 * inferred: same provider pid, app and remote, within milliseconds, in order. Where the library prints no `New flow`, the
 * first of them makes the flow, without a hash, and hands it to `made`.
 */
export function createOfferJoin(context: TrackerContext, made: (flow: MutableFlow) => void): OfferJoin {
  const byProcess = new Map<number | string, Waiting[]>();

  const waitingOf = ({ pid, origin }: LooseEvent): Waiting[] => {
    const key = pid < 0 ? origin.process : pid;
    const list = byProcess.get(key) ?? [];
    if (byProcess.size >= CAP.processes && !byProcess.has(key)) byProcess.clear();
    byProcess.set(key, list);
    return list;
  };
  const add = (list: Waiting[], wait: Waiting): void => {
    list.push(wait);
    if (list.length > CAP.waiting) list.shift();
  };

  return {
    flowSeen(flow, event) {
      const list = waitingOf(event);
      // Lines may be written a little out of order: what the framework said at a later time was said of this flow.
      const early = list.findIndex(
        (wait) =>
          wait.flow.hash === undefined &&
          wait.at >= event.at &&
          wait.at - event.at <= JOIN_US &&
          isAlike(wait.flow, flow),
      );
      const [nameless] = early < 0 ? [] : list.splice(early, 1);
      if (nameless !== undefined) absorb(flow, nameless.flow);
      const isAnswered = nameless !== undefined && nameless.flow.state !== 'offered';
      if (!isAnswered) add(list, { flow, at: event.at, isOffered: nameless?.isOffered === true });
    },
    offerSeen(event) {
      const said = OFFERS.get(event.name);
      if (said === undefined) return;
      const list = waitingOf(event);
      const facts = factsOf(event);
      const index = list.findLastIndex(
        (wait) => !(said === 'offered' && wait.isOffered) && isOpen(wait) && fits(wait, facts, event.at),
      );
      const wait = list[index] ?? { flow: namelessFlow(context, event, facts), at: event.at, isOffered: false };
      if (index < 0) made(wait.flow);
      if (said === 'offered') {
        wait.isOffered = true;
        if (index < 0) add(list, wait);
      } else if (index < 0) {
        add(list, wait);
      } else {
        list.splice(index, 1);
      }
      settle(context, wait.flow, said, event);
    },
  };
}

/** Nobody answered yet. A nameless flow stays a moment longer, for its own first line. */
function isOpen({ flow }: Waiting): boolean {
  return flow.hash !== undefined || flow.state === 'offered' || flow.state === 'created';
}

function isAlike(a: MutableFlow, b: MutableFlow): boolean {
  if (a.app !== undefined && b.app !== undefined && bareSigningId(a.app) !== bareSigningId(b.app)) return false;
  return a.remote === undefined || b.remote === undefined || a.remote === b.remote;
}

/** The flow takes over what was said of it before its own first line. */
function absorb(flow: MutableFlow, nameless: MutableFlow): void {
  nameless.isMerged = true;
  for (const each of nameless.said) remember(flow.said, each);
  if (flow.provider !== undefined) flow.provider.steps.push(...(nameless.provider?.steps ?? []));
  const isYoung = flow.state === 'created' || flow.state === 'connecting' || flow.state === 'offered';
  if (isYoung && nameless.state !== 'created') flow.state = nameless.state;
}

interface Facts {
  readonly app: string | undefined;
  readonly remote: string | undefined;
  readonly protocol: 'tcp' | 'udp' | undefined;
}

function factsOf({ fields }: LooseEvent): Facts {
  const text = (value: unknown): string | undefined => known(value as string | Redacted | undefined);
  const protocol = text(fields.protocol)?.toLowerCase();
  return {
    app: text(fields.app),
    remote: text(fields.remote),
    protocol: protocol === 'tcp' || protocol === 'udp' ? protocol : undefined,
  };
}

function fits({ flow, at }: Waiting, { app, remote }: Facts, now: number): boolean {
  if (now - at > JOIN_US) return false;
  if (app !== undefined && flow.app !== undefined && bareSigningId(app) !== bareSigningId(flow.app)) return false;
  return remote === undefined || flow.remote === undefined || remote === flow.remote;
}

/** A flow that nobody gives a number: it is remembered as it is, its end is not logged. */
function namelessFlow(context: TrackerContext, event: LooseEvent, { app, remote, protocol }: Facts): MutableFlow {
  const flow = newFlow(undefined, context.store, event.at);
  flow.app = app === undefined ? undefined : keep(app);
  flow.remote = remote === undefined ? undefined : keep(remote);
  flow.protocol = protocol;
  flow.providerPid = event.pid >= 0 ? event.pid : undefined;
  flow.run = context.store.runOf(event);
  flow.provider = { firstAt: event.at, lastAt: event.at, steps: [] };
  flow.cites.push(context.cite(event));
  context.store.closeFlow(flow);
  return flow;
}

function settle(
  context: TrackerContext,
  flow: MutableFlow,
  to: 'offered' | 'accepted' | 'rejected',
  event: LooseEvent,
): void {
  const from = flow.state;
  const { act, letter } = ACTS[to];
  remember(flow.said, { act, at: event.at, by: 'provider', letter, value: undefined });
  if (flow.provider !== undefined) {
    flow.provider.lastAt = event.at;
    if (flow.provider.steps.at(-1) !== to) flow.provider.steps.push(to);
  }
  if (from !== 'created' && from !== 'connecting' && from !== 'offered') return;
  flow.state = to;
  flow.moved = { at: event.at, isKernel: false };
  context.announce({ kind: 'flow', from, to, entity: flow, at: event.at, cite: context.cite(event) });
}
