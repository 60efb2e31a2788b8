import { createInterner } from '../../lib/interner.ts';
import { known, printed } from '../../lib/redacted.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import { createAppJoin } from '../join/app-join.ts';
import type { MutableFlow } from '../mutable.ts';
import { FLOW_EVENTS, FLOW_SIGNS, type FlowSign, REFUSALS } from './flow-signs.ts';
import { SHUFFLE_US, step } from './flow-step.ts';
import { newFlow } from './new-flow.ts';
import { createOfferJoin, OFFER_EVENTS } from './offer-join.ts';
import { createRefusals } from './refused-flows.ts';
import { createFlowSettler, type FlowSettler, REUSE_US } from './settle-flows.ts';

/** The provider may still say goodbye this long after the kernel destroyed its half. */
const TRAILING_US = 5 * SECOND;
/** Apps, hosts and addresses that are told again and again. */
const CAP_WORDS = 2_048;

/**
 * Diverted flows, joined by the hash that the kernel's flow_divert and the provider's libnetworkextension both print:
 * exact within one boot and one lifetime. Source: kernel-lifecycles 2.1, 3, 4; id-correlation 3.3.
 */
export const flowTracker: Tracker = {
  id: 'flow',
  after: ['process', 'connection', 'provider', 'death'],
  reads: [...FLOW_EVENTS, ...OFFER_EVENTS],
  create(context) {
    const intern = createInterner(CAP_WORDS);
    const stepContext = { ...context, intern };
    const appJoin = createAppJoin(context.store);
    const settler = createFlowSettler(context, appJoin.join);
    const offers = createOfferJoin(context, (flow) => settler.wait(flow, flow.openedAt));
    const refuse = createRefusals(context);
    const refused = (event: LooseEvent): void => {
      const flow = refuse(event);
      if (flow !== undefined) settler.wait(flow, event.at);
    };
    return {
      on: {
        ...Object.fromEntries(REFUSALS.map((name) => [name, refused])),
        'log.meta/loss': (event) => settler.lost(event.at),
        'kernel.flow-divert/group-disconnecting': (event) => settler.groupEnded(event.fields.unit, event.at),
        'kernel.flow-divert/unknown-flow': (event) => wasGone(context, event.fields.unknown, event.at),
      },
      every(event) {
        settler.advance(event.at);
        const sign = FLOW_SIGNS.get(event.name);
        if (sign === undefined) {
          offers.offerSeen(event);
          return;
        }
        const hash = event.fields.flow;
        const flow = typeof hash === 'number' ? flowOf(context, settler, event, hash, sign) : undefined;
        if (flow === undefined) return;
        const wasOpen = flow.closedAt === undefined;
        step(stepContext, flow, event, sign);
        if (wasOpen && flow.closedAt !== undefined) settler.wait(flow, flow.closedAt);
        const wasKnown = flow.app !== undefined;
        describe(flow, event, intern);
        if (!wasKnown) appJoin.flowSeen(flow, event.at);
        if (event.name !== 'networkextension.flow/new-flow') return;
        settler.offerSeen();
        offers.flowSeen(flow, event);
      },
      boot() {
        settler.finish(true);
        appJoin.clear();
      },
      finish: () => settler.finish(false),
    };
  },
};

function flowOf(
  context: TrackerContext,
  settler: FlowSettler,
  event: LooseEvent,
  hash: number,
  sign: FlowSign,
): MutableFlow | undefined {
  // Hash 0 is printed by group-level lines: it belongs to no flow.
  if (hash === 0) return undefined;
  const flow = context.store.flow(hash);
  if (flow !== undefined && !isReused(flow, event, sign)) return isLate(flow, event) ? flow.before : flow;
  const next = newFlow(hash, context.store, event.at);
  if (flow !== undefined && event.at - flow.openedAt < REUSE_US) {
    next.before = flow;
    flow.before = undefined;
  }
  if (flow !== undefined && flow.closedAt === undefined) {
    context.store.closeFlow(flow);
    settler.wait(flow, event.at);
  }
  context.store.openFlow(hash, next);
  return next;
}

/** A line of the flow before, which had the same hash, that was written after this one's first. */
function isLate(flow: MutableFlow, event: LooseEvent): boolean {
  return flow.before !== undefined && event.at < flow.openedAt && flow.openedAt - event.at < SHUFFLE_US;
}

function isReused(flow: MutableFlow, event: LooseEvent, sign: FlowSign): boolean {
  const { at } = event;
  const { kernel, provider } = flow;
  // Both are the first line of their side: after others of the same side they tell of another flow.
  if (sign.word === 'created' && kernel !== undefined) return at > kernel.firstAt;
  if (sign.word === 'offered' && provider?.steps.includes('destroyed') === true && flow.providerPid === event.pid)
    return at > provider.lastAt;
  if (flow.closedAt === undefined) return false;
  const last = Math.max(kernel?.lastAt ?? 0, provider?.lastAt ?? 0);
  return sign.opens ? at - flow.closedAt > TRAILING_US : at - last > REUSE_US;
}

/** The kernel got an answer for a flow that it does not know (any more). Source: kernel-lifecycles 2.1, 4 (c) 7. */
function wasGone(context: TrackerContext, hash: number, at: Micros): void {
  const flow = context.store.flow(hash);
  if (flow === undefined || flow.said.some(({ act }) => act === 'flow-was-gone')) return;
  flow.said.push({ act: 'flow-was-gone', at, by: 'kernel', letter: 'k', value: undefined });
}

function describe(flow: MutableFlow, event: LooseEvent, intern: (text: string) => string): void {
  const text = (value: unknown): string | undefined => {
    const word = value === undefined ? undefined : known(value as string | Redacted);
    return word === undefined || word === '' ? undefined : intern(word);
  };
  if (event.name === 'networkextension.flow/new-flow') {
    const type = text(event.fields.type);
    flow.protocol ??= type === 'datagram' ? 'udp' : type === 'stream' ? 'tcp' : undefined;
    flow.app ??= text(event.fields.app);
    flow.host ??= text(event.fields.name);
    flow.filterId ??= text(event.fields.filterId);
    flow.local ??= text(event.fields.local);
    flow.remote ??=
      event.fields.remote === undefined ? undefined : intern(printed(event.fields.remote as string | Redacted));
    flow.interfaceName ??= text(event.fields.interface);
  } else if (event.name === 'kernel.flow-divert/app-from-token' || event.name === 'kernel.flow-divert/app-matched') {
    flow.app ??= text(event.fields.app);
  }
}
