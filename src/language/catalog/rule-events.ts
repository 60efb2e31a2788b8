import type { RuleCondition } from '../../model/catalog.ts';

/** The events that a rule's condition asks for, a missing one included. */
export function eventsOf(condition: RuleCondition): readonly string[] {
  switch (condition.form) {
    case 'seen':
    case 'count':
      return [condition.event];
    case 'sequence':
      return condition.events;
    case 'without':
      return [condition.event, condition.missing];
  }
}
