import type { DetectorMeta } from '../../model/finding.ts';
import { LEVELS } from '../../model/log-record.ts';
import { type CompiledRule, RULE_AUDIENCES, type RuleEvent } from '../../model/rule.ts';
import { ruleConfidence } from './rule-finding.ts';
import { conditionInWords, titleInWords } from './rule-words.ts';

/** What the rule says of itself, in the shape in which every detector does. */
export function ruleMeta(rule: CompiledRule): DetectorMeta {
  const { spec, per, needs, unlessText } = rule;
  const levels = new Set([...rule.events.values()].map(({ level }) => level));
  return {
    id: spec.name,
    title: titleInWords(spec.title),
    severity: spec.severity,
    severityNote: `always ${spec.severity}`,
    why: spec.means ?? '',
    how: [
      conditionInWords(rule),
      ...(per === 'capture' ? [] : [`one finding for each ${per}`]),
      ...(unlessText === undefined ? [] : [`not where ${unlessText}`]),
    ],
    notIt: spec.notIt === undefined ? [] : [spec.notIt],
    blindSpots: needs.flatMap(blindSpot),
    needs: [...rule.events.keys()],
    confidence: ruleConfidence(spec).method,
    levels: LEVELS.filter((level) => levels.has(level)),
    next: spec.actions.flatMap(({ for: actor, text }) => {
      const audience = Object.hasOwn(RULE_AUDIENCES, actor) ? RULE_AUDIENCES[actor] : undefined;
      return audience === undefined ? [] : [{ for: audience, text }];
    }),
    references: spec.see,
  };
}

function blindSpot({ name, level, onlyIf }: RuleEvent): string[] {
  if (onlyIf !== undefined) return [`${name} is printed only with ${onlyIf}`];
  return level === 'info' || level === 'debug' ? [`${name} is ${level === 'info' ? 'an' : 'a'} ${level} message`] : [];
}
