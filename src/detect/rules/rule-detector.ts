import type { CompiledRule } from '../../model/rule.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { type Detector, type DetectorContext, defineDetector, type Verdict } from '../define-detector.ts';
import { type Condition, type ConditionContext, type Match, type Miss, RULE_CAPS, type RuleCaps } from './condition.ts';
import { createCount } from './count.ts';
import { entityOf, sessionOfEntity } from './entities.ts';
import { createGroups } from './groups.ts';
import { keepFor } from './keep-event.ts';
import { createListener } from './listener.ts';
import { isAbsenceProvable, missingOf, remedyOf } from './observability.ts';
import { findingOf, type Remarks, RULE_MESSAGES } from './rule-finding.ts';
import { ruleMeta } from './rule-meta.ts';
import { excusedCandidate, metCandidate, missedCandidate } from './rule-weighing.ts';
import { createSeen } from './seen.ts';
import { createSequence } from './sequence.ts';
import { createWithout } from './without.ts';

type Context = DetectorContext<typeof RULE_MESSAGES>;

/** A rule as a detector: same engine, same meta, same results as one written in code. */
export function ruleDetector(rule: CompiledRule, caps: RuleCaps = RULE_CAPS): Detector {
  return defineDetector({
    meta: ruleMeta(rule),
    messages: RULE_MESSAGES,
    create(context) {
      const keepEvent = keepFor(rule);
      const words = { rule, world: context.world };
      const groups = createGroups(caps.groups, keepEvent);
      const excuses = (event: LooseEvent, { entity }: Pick<Match, 'entity'>): boolean =>
        rule.excuses({ event, run: entity.run, session: sessionOfEntity(entity, context.world) });
      const condition = createCondition(rule, {
        caps,
        cite: context.cite,
        keepEvent,
        met: (match) => {
          if (!excuses(match.event, match)) groups.add(match);
          else context.weigh(() => excusedCandidate(words, match.entity, match.event));
        },
        missed: context.isAsked ? (miss) => context.weigh(() => missedCandidate(words, miss)) : undefined,
        lastAtOf: context.observed.lastAtOf,
        isAsleep: () => context.world.powerNow()?.state === 'asleep',
      });
      const declined = (event: LooseEvent): void =>
        context.weigh(() => missedCandidate(words, declinedMiss(rule, event, context)));
      const listener = createListener(rule, condition, context.world, context.isAsked ? declined : undefined);
      return {
        on: listener.on,
        step: {
          power: (step) => {
            if (step.to === 'asleep') condition.suspend?.(step.at);
          },
          boot: (step) => condition.suspend?.(step.at),
        },
        finish() {
          condition.finish?.(context.observed.capture);
          const isProvable = isAbsenceProvable(rule, context.observed);
          const found = isProvable ? [...groups.all] : [];
          for (const group of context.isAsked ? groups.all : []) {
            const isExcused = excuses(group.event, group);
            context.weigh(() => metCandidate(words, group, { isExcused, isProvable }));
          }
          // What the first lines did not tell of the provider, the whole capture may.
          const left = found.filter((group) => !excuses(group.event, group));
          const unread = listener.unread();
          const remarks = { leftOut: leftOut(rule, { condition, unread, groups: groups.overflow }) };
          for (const group of left) context.report(findingOf(rule, group, { ...context, ...remarks }));
          return verdict(rule, context, { condition, unread }, remarks);
        },
      };
    },
  });
}

function createCondition(rule: CompiledRule, context: ConditionContext): Condition {
  const { when } = rule.spec;
  switch (when.form) {
    case 'seen':
      return createSeen(when, context);
    case 'count':
      return createCount(when, context);
    case 'sequence':
      return createSequence(when, context);
    case 'without':
      return createWithout(when, context);
  }
}

/** An event of the condition for which its `where` does not hold. */
function declinedMiss(rule: CompiledRule, event: LooseEvent, { world, cite }: Context): Miss {
  const says = `${event.name} where ${rule.whereText ?? ''}`;
  const entity = entityOf(event, rule.per, world);
  return { entity, event, says, actual: 'its values are others', holds: false, cite: cite(event) };
}

function leftOut(
  rule: CompiledRule,
  what: { readonly condition: Condition; readonly unread: number; readonly groups: number },
): string[] {
  const { condition, unread, groups } = what;
  const { when } = rule.spec;
  const { suspended = 0, overflow } = condition;
  const same = 'same' in when ? when.same : undefined;
  return [
    ...(suspended === 0
      ? []
      : [`${suspended} more could not be judged: sleep, lost records or the end of the capture fall into the wait`]),
    ...(unread === 0 ? [] : [`${unread} more could not be told apart: their ${same} is private`]),
    ...(overflow === 0 ? [] : [`${overflow} more were forgotten: too many at a time`]),
    ...(groups === 0 ? [] : [`${groups} more are of others, for which there was no room`]),
  ];
}

function verdict(
  rule: CompiledRule,
  { observed }: Context,
  { condition, unread }: { readonly condition: Condition; readonly unread: number },
  { leftOut: doubts }: Remarks,
): Verdict {
  const missing = missingOf(rule, observed);
  if (missing.length > 0) return { status: 'not-observable', missing, remedy: remedyOf(rule) };
  const { suspended = 0, judged = 0, overflow } = condition;
  const isUnsure = overflow > 0 || unread > 0 || (suspended > 0 && judged === 0);
  return isUnsure ? { status: 'not-observable', missing: doubts } : { status: 'clear' };
}
