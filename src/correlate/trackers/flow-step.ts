import type { FlowState } from '../../model/flow.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { type DurationUs, SECOND } from '../../model/units.ts';
import type { TrackerContext } from '../define-tracker.ts';
import { type Act, remember } from '../endings/acts.ts';
import type { MutableFlow, MutableSide } from '../mutable.ts';
import type { FlowSign } from './flow-signs.ts';
import { isExpectedFlowStep } from './flow-states.ts';

/** Lines of two processes may be written out of order by this much. */
export const SHUFFLE_US: DurationUs = 0.05 * SECOND;
const CAPS = { steps: 32, cites: 6 };
const SAME_HASH: MutableFlow['join'] = {
  grade: 'exact',
  reason: 'kernel and provider print the same flow hash in one boot',
};

export interface FlowContext extends TrackerContext {
  /** Keeps one copy of each word. */
  readonly intern: (text: string) => string;
}

/** Takes what one line says of a flow: its sides, what its end is judged by, its state. */
export function step(context: FlowContext, flow: MutableFlow, event: LooseEvent, sign: FlowSign): void {
  if (event.at < flow.openedAt) flow.openedAt = event.at;
  takeSide(context, flow, event, sign);
  if (flow.ending === undefined) listen(flow, event, sign);
  // Data lines say nothing new after the first one.
  if (sign.word === undefined) return;
  const cite = context.cite(event);
  if (flow.cites.length < CAPS.cites) flow.cites.push(cite);
  else if (sign.ends === true) flow.cites[CAPS.cites - 1] = cite;
  const from = flow.state;
  const to = nextState(from, sign, event);
  if (sign.ends === true && flow.closedAt === undefined) {
    flow.closedAt = event.at;
    context.store.closeFlow(flow);
  }
  const isFirst = flow.cites.length <= 1;
  if (to === from && !isFirst) return;
  if (!isFirst && !isExpectedFlowStep(from, to) && isAfter(event, sign, flow.moved))
    context.unexpect({ entity: 'flow', id: flow.id, from, to, at: event.at, cite });
  flow.state = to;
  if (flow.moved === undefined) flow.moved = { at: event.at, isKernel: sign.isKernel };
  else {
    flow.moved.at = event.at;
    flow.moved.isKernel = sign.isKernel;
  }
  context.announce({ kind: 'flow', from: isFirst ? undefined : from, to, entity: flow, at: event.at, cite });
}

/** Surely later than the last step: of one process by its own clock, of two by more than lines come out of order. */
function isAfter(event: LooseEvent, { isKernel }: FlowSign, last: MutableFlow['moved']): boolean {
  if (last === undefined) return false;
  return last.isKernel === isKernel ? event.at >= last.at : event.at - last.at > SHUFFLE_US;
}

function takeSide(context: FlowContext, flow: MutableFlow, event: LooseEvent, sign: FlowSign): void {
  const side: MutableSide = (sign.isKernel ? flow.kernel : flow.provider) ?? {
    firstAt: event.at,
    lastAt: event.at,
    steps: [],
  };
  if (event.at < side.firstAt) side.firstAt = event.at;
  if (event.at > side.lastAt) side.lastAt = event.at;
  const detail = sign.field === undefined ? undefined : event.fields[sign.field];
  if (sign.word !== undefined && side.steps.length < CAPS.steps)
    side.steps.push(typeof detail === 'number' ? context.intern(`${sign.word} ${detail}`) : sign.word);
  if (sign.isKernel) flow.kernel = side;
  else {
    flow.provider = side;
    flow.providerPid ??= event.pid >= 0 ? event.pid : undefined;
    flow.run ??= context.store.runOf(event);
  }
  if (flow.kernel !== undefined && flow.provider !== undefined) {
    flow.join ??= SAME_HASH;
  }
}

function listen(flow: MutableFlow, event: LooseEvent, sign: FlowSign): void {
  const { at } = event;
  const by = sign.isKernel ? 'kernel' : 'provider';
  if (sign.act !== undefined) {
    const act = typeof sign.act === 'function' ? sign.act(event) : sign.act;
    const detail = event.fields[sign.field ?? ''];
    remember(flow.said, { act, at, by, letter: sign.letter, value: typeof detail === 'number' ? detail : undefined });
  }
  if (sign.ends !== true) return;
  // The counters of both sides are the app's bytes out and in, whoever prints them.
  const { appTx, tunnelTx, tunnelRx, kernelRx, kernelTx } = event.fields;
  const isMore = (...counts: readonly unknown[]): boolean => counts.some((count) => Number(count ?? 0) > 0);
  const count = (act: Act): void => remember(flow.said, { act, at, by, letter: undefined, value: undefined });
  if (isMore(tunnelTx, kernelRx, appTx)) count('data-out');
  if (isMore(tunnelRx, kernelTx)) count('data-in');
}

/** A result other than 0 is the provider's refusal; what ended stays ended. */
function nextState(from: FlowState, sign: FlowSign, event: LooseEvent): FlowState {
  if (sign.word === 'result') return event.fields.error === 0 ? 'connected' : 'rejected';
  if (sign.to === undefined) return from;
  if ((from === 'native' || from === 'orphaned') && sign.to === 'closed') return from;
  if (sign.to === 'offered' && from !== 'created' && from !== 'connecting') return from;
  return sign.to;
}
