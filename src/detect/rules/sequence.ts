import type { RuleCondition } from '../../model/catalog.ts';
import type { Cite } from '../../model/entity.ts';
import type { Micros } from '../../model/units.ts';
import { inWords } from '../durations.ts';
import { BoundedStates } from './bounded-states.ts';
import type { Condition, ConditionContext, Occurrence } from './condition.ts';

type Sequence = Extract<RuleCondition, { form: 'sequence' }>;

/** How far a chain came, where somebody asks why it went no further. */
interface Trail {
  readonly start: Occurrence;
  readonly cite: Cite;
  steps: number;
  late: string | undefined;
}

interface Chain {
  readonly from: Micros;
  readonly trail: Trail | undefined;
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
  /** Chains that are not whole yet. */
  const trails = new Set<Trail>();
  const trailOf = (occurrence: Occurrence, cite: Cite): Trail | undefined => {
    if (context.missed === undefined || trails.size >= context.caps.pending) return undefined;
    const start = { ...occurrence, event: context.keepEvent(occurrence.event) };
    const trail: Trail = { start, cite, steps: 1, late: undefined };
    trails.add(trail);
    return trail;
  };
  /** The chain that this line makes at this step, where one waits for it. */
  const stepOf = (chains: Chains, step: number, occurrence: Occurrence, cite: Cite): Chain | undefined => {
    const { event } = occurrence;
    const { at } = event;
    if (step === 0) return { from: at, trail: trailOf(occurrence, cite), cites: [cite] };
    const before = chains.reached[step - 1];
    if (before === undefined) return undefined;
    if (at - before.from > withinUs) {
      if (before.trail !== undefined) before.trail.late ??= `${events[step]} came after ${inWords(at - before.from)}`;
      return undefined;
    }
    chains.reached[step - 1] = undefined;
    if (before.trail !== undefined) before.trail.steps = step + 1;
    return { ...before, cites: [...before.cites, cite] };
  };
  const take = (name: string, occurrence: Occurrence): void => {
    const { event, entity, key, value } = occurrence;
    const chains = states.touch(key, event.at, () => ({ at: event.at, reached: [] }));
    const decisive = context.cite(event);
    // From the last step back: one line takes one step of a chain.
    for (let step = last; step >= 0; step--) {
      const chain = events[step] === name ? stepOf(chains, step, occurrence, decisive) : undefined;
      if (chain === undefined) continue;
      if (step < last) chains.reached[step] = chain;
      else {
        const { from, cites: others, trail } = chain;
        if (trail !== undefined) trails.delete(trail);
        context.met({ entity, event, decisive, others, value, count: 1, from, to: event.at });
      }
    }
  };
  return {
    on: Object.fromEntries(events.map((name) => [name, (occurrence) => take(name, occurrence)])),
    finish() {
      for (const { start, cite, steps, late } of trails) {
        const actual = late ?? `no ${events[steps]} after it in time`;
        context.missed?.({ entity: start.entity, event: start.event, actual, holds: false, cite });
      }
    },
    get overflow() {
      return states.overflow;
    },
  };
}
