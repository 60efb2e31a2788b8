import { keep } from '../../lib/keep.ts';
import { known, printed } from '../../lib/redacted.ts';
import type { FlowState } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { MINUTE, type Micros, SECOND } from '../../model/units.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import type { MutableFlow, MutableSide } from '../mutable.ts';
import { FLOW_EVENTS, FLOW_SIGNS, type FlowSign } from './flow-signs.ts';
import { newFlow } from './new-flow.ts';
import { createOfferJoin, OFFER_EVENTS } from './offer-join.ts';

const CAPS = { steps: 32, cites: 6 };
/** A hash that comes back this long after its flow was destroyed is another flow. Source: id-correlation 3.3. */
const REUSE_US = 2 * MINUTE;
/** The provider may still say goodbye this long after the kernel destroyed its half. */
const TRAILING_US = 5 * SECOND;

/**
 * Diverted flows, joined by the hash that the kernel's flow_divert and the provider's libnetworkextension both print:
 * exact within one boot and one lifetime. Source: kernel-lifecycles 2.1, 3, 4; id-correlation 3.3.
 */
export const flowTracker: Tracker = {
  id: 'flow',
  after: ['process'],
  reads: [...FLOW_EVENTS, ...OFFER_EVENTS],
  create(context) {
    const offers = createOfferJoin(context);

    const take = (event: LooseEvent, hash: number, sign: FlowSign): MutableFlow | undefined => {
      // Hash 0 is printed by group-level lines: it belongs to no flow.
      if (hash === 0) return undefined;
      let flow = context.store.flow(hash);
      if (flow === undefined || isReused(flow, event.at, sign)) {
        if (flow !== undefined && flow.closedAt === undefined) context.store.closeFlow(flow);
        flow = newFlow(hash, context.store, event.at);
        context.store.openFlow(hash, flow);
      }
      step(context, flow, event, sign);
      return flow;
    };

    return {
      on: {},
      every(event) {
        const sign = FLOW_SIGNS.get(event.name);
        if (sign !== undefined) {
          const hash = event.fields.flow;
          const flow = typeof hash === 'number' ? take(event, hash, sign) : undefined;
          if (flow !== undefined) describe(flow, event);
          if (flow !== undefined && event.name === 'networkextension.flow/new-flow') offers.flowSeen(flow, event);
          return;
        }
        offers.offerSeen(event);
      },
    };
  },
};

function isReused(flow: MutableFlow, at: Micros, sign: FlowSign): boolean {
  const last = Math.max(flow.kernel?.lastAt ?? 0, flow.provider?.lastAt ?? 0);
  if (sign.word === 'created') return (flow.kernel?.steps.length ?? 0) > 0;
  if (flow.closedAt === undefined) return false;
  return sign.opens ? at - flow.closedAt > TRAILING_US : at - last > REUSE_US;
}

function step(context: TrackerContext, flow: MutableFlow, event: LooseEvent, sign: FlowSign): void {
  const { isKernel } = sign;
  const side: MutableSide = (isKernel ? flow.kernel : flow.provider) ?? {
    firstAt: event.at,
    lastAt: event.at,
    steps: [],
  };
  side.lastAt = event.at;
  const detail = sign.field === undefined ? undefined : event.fields[sign.field];
  if (side.steps.length < CAPS.steps)
    side.steps.push(typeof detail === 'number' ? `${sign.word} ${detail}` : sign.word);
  if (isKernel) flow.kernel = side;
  else {
    flow.provider = side;
    flow.providerPid ??= event.pid >= 0 ? event.pid : undefined;
  }
  if (flow.kernel !== undefined && flow.provider !== undefined) {
    flow.join ??= { grade: 'exact', reason: 'kernel and provider print the same flow hash in one boot' };
  }
  const cite = context.cite(event);
  if (flow.cites.length < CAPS.cites) flow.cites.push(cite);
  else if (sign.ends === true) flow.cites[CAPS.cites - 1] = cite;
  const from = flow.state;
  const to = nextState(from, sign, event);
  if (sign.ends === true && flow.closedAt === undefined) {
    flow.closedAt = event.at;
    context.store.closeFlow(flow);
  }
  if (to === from && flow.cites.length > 1) return;
  flow.state = to;
  context.announce({
    kind: 'flow',
    from: flow.cites.length > 1 ? from : undefined,
    to,
    entity: flow,
    at: event.at,
    cite,
  });
}

/** A result other than 0 is the provider's refusal; what ended stays ended. */
function nextState(from: FlowState, sign: FlowSign, event: LooseEvent): FlowState {
  if (sign.word === 'result') return event.fields.error === 0 ? 'connected' : 'rejected';
  if (sign.to === undefined) return from;
  if ((from === 'native' || from === 'orphaned') && sign.to === 'closed') return from;
  if (sign.to === 'offered' && from !== 'created' && from !== 'connecting') return from;
  return sign.to;
}

function describe(flow: MutableFlow, event: LooseEvent): void {
  const text = (value: unknown): string | undefined => {
    const word = value === undefined ? undefined : known(value as string | Redacted);
    return word === undefined || word === '' ? undefined : keep(word);
  };
  if (event.name === 'networkextension.flow/new-flow') {
    const type = text(event.fields.type);
    flow.protocol ??= type === 'datagram' ? 'udp' : type === 'stream' ? 'tcp' : undefined;
    flow.app ??= text(event.fields.app);
    flow.remote ??=
      event.fields.remote === undefined ? undefined : keep(printed(event.fields.remote as string | Redacted));
    flow.interfaceName ??= text(event.fields.interface);
  } else if (event.name === 'kernel.flow-divert/app-from-token' || event.name === 'kernel.flow-divert/app-matched') {
    flow.app ??= text(event.fields.app);
  }
}
