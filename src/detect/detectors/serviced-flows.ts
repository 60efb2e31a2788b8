import type { Cite, Flow } from '../../model/entity.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { MINUTE } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

const CAP = 20_000;
/** A hash that comes back later is another flow. Source: id-correlation 3.3. */
const SAME_FLOW_US = 2 * MINUTE;

/** A diverted flow: how far the provider came with it. */
export interface ServicedFlow {
  /** Kept where somebody asks what was weighed. */
  readonly flow: Flow | undefined;
  readonly begun: Cite;
  offer: Cite | undefined;
  result: Cite | undefined;
  closed: Cite | undefined;
  /** The provider gave it back: it went on natively or to the next provider. */
  isBack: boolean;
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
    return typeof hash === 'number' ? open.get(hash) : undefined;
  };
  const back = (event: LooseEvent): void => {
    const flow = of(event);
    if (flow !== undefined) flow.isBack = true;
  };
  const close = (event: LooseEvent): void => {
    const flow = of(event);
    if (flow !== undefined) flow.closed ??= context.cite(event);
  };
  return {
    all: () => [...done, ...open.values()],
    on: {
      'kernel.flow-divert/connecting': (event) => {
        const { flow } = event.fields;
        const before = open.get(flow);
        if (before !== undefined && before.closed === undefined && event.at - before.begun.at < SAME_FLOW_US) return;
        if (before !== undefined && done.length < CAP) done.push(before);
        if (flow !== 0 && open.size < CAP)
          open.set(flow, {
            flow: context.isAsked ? context.world.flow(flow) : undefined,
            begun: context.cite(event),
            offer: undefined,
            result: undefined,
            closed: undefined,
            isBack: false,
          });
      },
      'networkextension.flow/new-flow': (event) => {
        const flow = of(event);
        if (flow !== undefined) flow.offer ??= context.cite(event);
      },
      'kernel.flow-divert/connect-result': (event) => {
        const flow = of(event);
        if (flow !== undefined) flow.result ??= context.cite(event);
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
