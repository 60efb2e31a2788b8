import type { World } from '../../model/entity.ts';
import type { CompiledRule } from '../../model/rule.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { Candidate, WeighedCondition } from '../../model/why.ts';
import type { Miss } from './condition.ts';
import { type Entity, subjectsOf } from './entities.ts';
import type { Group } from './groups.ts';
import { conditionMet } from './rule-finding.ts';
import { conditionInWords } from './rule-words.ts';

/** What a rule looked at, in the form of its condition: the same for every rule. */
export interface RuleWords {
  readonly rule: CompiledRule;
  readonly world: World;
}

/** An entity for which the condition was met: found where nothing excuses it and an absence could be seen. */
export function metCandidate(
  { rule, world }: RuleWords,
  group: Group,
  { isExcused, isProvable }: { readonly isExcused: boolean; readonly isProvable: boolean },
): Candidate {
  const { entity, event, decisive } = group;
  const [actual = '', ...more] = conditionMet(rule, group);
  return {
    ...about(entity, event, world),
    conditions: [
      { says: conditionInWords(rule), actual: [actual, ...more].join('; '), holds: true, cite: decisive },
      ...absence(rule, isProvable),
      ...excuse(rule, isExcused),
    ],
    isFound: isProvable && !isExcused,
  };
}

/** An event or a row of them for which the condition was not met. */
export function missedCandidate({ rule, world }: RuleWords, { entity, event, ...condition }: Miss): Candidate {
  const { says = conditionInWords(rule), ...rest } = condition;
  return { ...about(entity, event, world), conditions: [{ says, ...rest }], isFound: false };
}

/** A match that `unless` excuses at once. */
export function excusedCandidate({ rule, world }: RuleWords, entity: Entity, event: LooseEvent): Candidate {
  const conditions = [{ says: conditionInWords(rule), holds: true } as const, ...excuse(rule, true)];
  return { ...about(entity, event, world), conditions, isFound: false };
}

function about(entity: Entity, event: LooseEvent, world: World): Pick<Candidate, 'what' | 'subjects' | 'flows'> {
  const { kind, isTold, name, process, pid } = entity;
  const printer = pid < 0 ? process : `${process} (pid ${pid})`;
  const what =
    !isTold || kind === 'process' || kind === 'provider' ? printer : `${kind} ${name ?? entity.session ?? ''}`;
  const hash = event.fields.flow;
  const flow = typeof hash === 'number' ? world.flow(hash) : undefined;
  return {
    what: kind === 'capture' ? 'the capture' : what.trim(),
    subjects: subjectsOf(entity, world),
    ...(flow === undefined ? {} : { flows: [flow] }),
  };
}

function absence({ spec: { when } }: CompiledRule, isProvable: boolean): WeighedCondition[] {
  if (when.form !== 'without') return [];
  return [{ says: `${when.missing} could have been logged in this capture`, holds: isProvable ? true : 'unknown' }];
}

function excuse({ unlessText }: CompiledRule, isExcused: boolean): WeighedCondition[] {
  return unlessText === undefined ? [] : [{ says: `not where ${unlessText}`, holds: !isExcused }];
}
