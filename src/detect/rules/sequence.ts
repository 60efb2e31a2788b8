import type { RuleCondition } from '../../model/catalog.ts';
import type { Cite } from '../../model/entity.ts';
import type { Micros } from '../../model/units.ts';
import { BoundedStates } from './bounded-states.ts';
import type { Condition, ConditionContext, Occurrence } from './condition.ts';

type Sequence = Extract<RuleCondition, { form: 'sequence' }>;

interface Chain {
  readonly from: Micros;
  readonly cites: readonly Cite[];
}

interface Chains {
  at: Micros;
  /** The newest chain that has come as far as each step: it has the most time left. */
  readonly reached: (Chain | undefined)[];
}

/** `A then B then C within T`: a chain is used up by the step it takes, so that each line belongs to one match. */
export function createSequence(when: Sequence, context: ConditionContext): Condition {
  const { events, withinUs } = when;
  const states = new BoundedStates<Chains>(context.caps.states, withinUs);
  const last = events.length - 1;
  /** The chain that this line makes at this step, where one waits for it. */
  const stepOf = (chains: Chains, step: number, at: Micros, cite: Cite): Chain | undefined => {
    if (step === 0) return { from: at, cites: [cite] };
    const before = chains.reached[step - 1];
    if (before === undefined || at - before.from > withinUs) return undefined;
    chains.reached[step - 1] = undefined;
    return { from: before.from, cites: [...before.cites, cite] };
  };
  const take = (name: string, { event, entity, key, value }: Occurrence): void => {
    const chains = states.touch(key, event.at, () => ({ at: event.at, reached: [] }));
    const decisive = context.cite(event);
    // From the last step back: one line takes one step of a chain.
    for (let step = last; step >= 0; step--) {
      const chain = events[step] === name ? stepOf(chains, step, event.at, decisive) : undefined;
      if (chain === undefined) continue;
      if (step < last) chains.reached[step] = chain;
      else {
        const { from, cites: others } = chain;
        context.met({ entity, event, decisive, others, value, count: 1, from, to: event.at });
      }
    }
  };
  return {
    on: Object.fromEntries(events.map((name) => [name, (occurrence) => take(name, occurrence)])),
    get overflow() {
      return states.overflow;
    },
  };
}
