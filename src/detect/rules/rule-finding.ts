import type { World } from '../../model/entity.ts';
import type { Confidence } from '../../model/finding.ts';
import type { CompiledRule } from '../../model/rule.ts';
import { defineConfidence } from '../confidence.ts';
import type { FindingDraft } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf } from '../evidence.ts';
import { isPresumed, sessionOfEntity, subjectsOf } from './entities.ts';
import type { Group } from './groups.ts';

export const RULE_MESSAGES = { found: '{{title}}. {{means}}' } as const;

const LOWER: Readonly<Record<Confidence, Confidence>> = { high: 'medium', medium: 'low', low: 'low' };

/** A rule says itself how sure it is. */
export function ruleConfidence({ confidence }: CompiledRule['spec']) {
  return defineConfidence({
    start: confidence,
    because: 'the rule says so of what meets its condition',
    lowers: { guess: [LOWER[confidence], 'no line tells whom it is about, or a provider is one by its name only'] },
  });
}

export interface Remarks {
  /** What was left out, one sentence each. */
  readonly leftOut: readonly string[];
}

export function findingOf(
  rule: CompiledRule,
  group: Group,
  around: { readonly world: World } & Remarks,
): FindingDraft<typeof RULE_MESSAGES> {
  const { world } = around;
  const { spec } = rule;
  const doubts = doubtsOf(group);
  const title = fillTitle(rule, group, world);
  return {
    messageId: 'found',
    title,
    data: { title, means: spec.means ?? '' },
    severity: spec.severity,
    confidence: ruleConfidence(spec).grade({ guess: doubts.length > 0 }),
    reasons: [...conditionMet(rule, group), ...sameValues(rule, group), ...doubts, ...around.leftOut],
    count: group.count,
    span: { from: group.from, to: group.to },
    subjects: subjectsOf(group.entity, world),
    evidence: evidenceOf([...group.first, ...group.last], group.decisive),
  };
}

/** The condition with what it came to. */
export function conditionMet({ spec: { when }, whereText }: CompiledRule, group: Group): string[] {
  const where = whereText === undefined ? '' : ` where ${whereText}`;
  switch (when.form) {
    case 'seen':
      return [`${group.count} × ${when.event}${where}`];
    case 'count': {
      const { count, from, to } = group.largest ?? group;
      const [took, asked] = [to - from, inWords(when.withinUs)];
      const said =
        took <= when.withinUs
          ? `within ${asked}, at least ${when.atLeast} asked`
          : `in ${inWords(took)}, at least ${when.atLeast} within ${asked} asked`;
      const all = group.bursts > 1 ? [`${group.count} in all, in ${group.bursts} bursts`] : [];
      return [`${count} × ${when.event}${where} ${said}`, ...all];
    }
    case 'sequence': {
      const chain = `${when.events.join(', then ')} in ${inWords(group.tookUs)}, within ${inWords(when.withinUs)} asked`;
      return [group.count === 1 ? chain : `${group.count} × ${chain}`];
    }
    case 'without':
      return [`${group.count} × ${when.event}, and no ${when.missing} within ${inWords(when.withinUs)} of it`];
  }
}

function sameValues({ spec: { when } }: CompiledRule, { values }: Group): string[] {
  const field = 'same' in when ? when.same : undefined;
  return field === undefined || values.size === 0 ? [] : [`${field}: ${[...values].join(', ')}`];
}

function doubtsOf({ entity }: Group): string[] {
  const { run } = entity;
  const isGuess = isPresumed(entity);
  const guess =
    entity.kind === 'provider' && run?.provider !== undefined
      ? `${run.name} is held for a provider by its name`
      : `no line tells the ${entity.kind}: ${entity.process} printed it`;
  return isGuess ? [guess] : [];
}

function fillTitle(rule: CompiledRule, group: Group, world: World): string {
  return rule.spec.title.replaceAll(/\{([\w.-]+)\}/g, (_, name: string) => placeholder(name, rule, group, world));
}

function placeholder(name: string, rule: CompiledRule, group: Group, world: World): string {
  const { entity, event } = group;
  const session = sessionOfEntity(entity, world);
  switch (name) {
    case 'count':
      return String(group.count);
    case 'window':
      return inWords(group.to - group.from);
    case 'process':
      return entity.process;
    case 'provider':
      return session?.name ?? entity.run?.provider?.bundle ?? entity.run?.name ?? entity.process;
    case 'session':
      return session?.name ?? entity.session ?? 'the session';
    case 'app':
      return entity.app ?? 'an app';
    default:
      return printed(rule.fieldOf(name)(event));
  }
}

function printed(value: unknown): string {
  if (value === undefined || value === null) return '(unknown)';
  if (typeof value !== 'object') return String(value);
  return 'redacted' in value ? String(value.redacted) : JSON.stringify(value);
}
