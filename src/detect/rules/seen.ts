import type { RuleCondition } from '../../model/catalog.ts';
import type { Condition, ConditionContext } from './condition.ts';

/** `seen A`: each occurrence is a match. */
export function createSeen(when: Extract<RuleCondition, { form: 'seen' }>, context: ConditionContext): Condition {
  return {
    overflow: 0,
    on: {
      [when.event]: ({ event, entity, value }) =>
        context.met({
          entity,
          event,
          decisive: context.cite(event),
          others: [],
          value,
          count: 1,
          from: event.at,
          to: event.at,
        }),
    },
  };
}
