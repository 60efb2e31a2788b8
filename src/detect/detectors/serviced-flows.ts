import type { Cite, Flow } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { type DurationUs, MINUTE, type Micros, SECOND } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

const CAP = 20_000;
/** This long without an answer is no answer. */
export const WAIT_US: DurationUs = 30 * SECOND;
/** A hash that comes back later is another flow. Source: id-correlation 3.3. */
const SAME_FLOW_US = 2 * MINUTE;

/** A diverted flow: how far the provider came with it. */
export interface ServicedFlow {
  /** Kept where somebody asks what was weighed. */
  readonly flow: Flow | undefined;
  readonly begunAt: Micros;
  /** The process that was offered it. */
  pid: number | undefined;
  resultAt: Micros | undefined;
  closedAt: Micros | undefined;
  /** Its lines, as long as it is not served or where somebody asks; those of the others are many, and never shown. */
  told: ToldFlow | undefined;
  /** The provider gave it back: it went on natively or to the next provider. */
  isBack: boolean;
}

interface ToldFlow {
  readonly begun: Cite;
  offer: Cite | undefined;
  result: Cite | undefined;
  closed: Cite | undefined;
}

export interface ServicedFlows {
  readonly on: DetectorHandlers;
  all(): readonly ServicedFlow[];
}

/** Pairs the kernel's connect with the provider's offer and the kernel's connect result, by flow hash. */
export function createServicedFlows<M extends Messages>(context: DetectorContext<M>): ServicedFlows {
  const open = new Map<number, ServicedFlow>();
  const done: ServicedFlow[] = [];
  const of = (event: LooseEvent): ServicedFlow | undefined => {
    const hash = event.fields.flow;
    return typeof hash === 'number' ? open.get(hash | 0) : undefined;
  };
  const back = (event: LooseEvent): void => {
    const flow = of(event);
    if (flow !== undefined) flow.isBack = true;
  };
  const close = (event: LooseEvent): void => {
    const flow = of(event);
    if (flow === undefined) return;
    flow.closedAt ??= event.at;
    if (flow.told !== undefined) flow.told.closed ??= context.cite(event);
  };
  return {
    all: () => [...done, ...open.values()],
    on: {
      'kernel.flow-divert/connecting': (event) => {
        const { flow } = event.fields;
        const before = open.get(flow | 0);
        if (before !== undefined && before.closedAt === undefined && event.at - before.begunAt < SAME_FLOW_US) return;
        if (before !== undefined && done.length < CAP) done.push(before);
        else if (before !== undefined) context.overlook();
        if (flow !== 0 && open.size >= CAP && before === undefined) context.overlook();
        else if (flow !== 0)
          open.set(flow | 0, {
            flow: context.isAsked ? context.world.flow(flow) : undefined,
            begunAt: event.at,
            pid: undefined,
            resultAt: undefined,
            closedAt: undefined,
            told: { begun: context.cite(event), offer: undefined, result: undefined, closed: undefined },
            isBack: false,
          });
      },
      'networkextension.flow/new-flow': (event) => {
        const flow = of(event);
        if (flow === undefined) return;
        flow.pid ??= event.pid;
        if (flow.told !== undefined) flow.told.offer ??= context.cite(event);
      },
      'kernel.flow-divert/connect-result': (event) => {
        const flow = of(event);
        if (flow === undefined) return;
        flow.resultAt ??= event.at;
        const isServed = flow.resultAt - flow.begunAt <= WAIT_US;
        if (isServed && !context.isAsked) flow.told = undefined;
        if (flow.told !== undefined) flow.told.result ??= context.cite(event);
      },
      'kernel.flow-divert/moving': back,
      'kernel.flow-divert/no-more-units': back,
      'kernel.flow-divert/skipped-all': back,
      'kernel.flow-divert/close-sent': close,
      'kernel.flow-divert/close-received': close,
      'kernel.flow-divert/destroying': close,
    },
  };
}
