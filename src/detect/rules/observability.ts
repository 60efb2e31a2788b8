import { recordCommand } from '../../lib/record-command.ts';
import type { CompiledRule, RuleEvent } from '../../model/rule.ts';
import type { Observed } from '../observed.ts';

/** Why this event could not have been logged in the capture, in words; undefined where it could. At `finish` only. */
export function whyUnseen(event: RuleEvent, rule: CompiledRule, observed: Observed): string | undefined {
  const { name, family, level, onlyIf } = event;
  if (observed.count(name) > 0) return undefined;
  const { levels, skipped, families } = observed.capture;
  if (!families.has(family)) return `any line of those who print ${family} (${name})`;
  if (onlyIf !== undefined) return `${name}, which is printed only with ${onlyIf}`;
  if (level === 'default' || level === 'error' || level === 'fault') return undefined;
  if (skipped.has(level)) return `${level} messages, which the export left out (${name})`;
  // Some exports print no levels: a message that has this one shows that they are in.
  const isShown = [...rule.events.values()].some((each) => each.level === level && observed.count(each.name) > 0);
  return levels.has(level) || isShown ? undefined : `${level} messages (${name})`;
}

/** Without the event whose absence is asked for nothing can be said, whatever the rule needs besides. */
export function missingOf(rule: CompiledRule, observed: Observed): string[] {
  const needed = new Set([...rule.needs, ...awaitedOf(rule)]);
  return [...needed].flatMap((event) => whyUnseen(event, rule, observed) ?? []);
}

/** The missing event of `without` could have been logged. */
export function isAbsenceProvable(rule: CompiledRule, observed: Observed): boolean {
  return awaitedOf(rule).every((event) => whyUnseen(event, rule, observed) === undefined);
}

function awaitedOf({ spec: { when }, events }: CompiledRule): RuleEvent[] {
  const awaited = when.form === 'without' ? events.get(when.missing) : undefined;
  return awaited === undefined ? [] : [awaited];
}

/** The command whose capture would show the rule's events. */
export function remedyOf(rule: CompiledRule): string {
  const speakers = rule.needs.flatMap((event) => event.speakers);
  return recordCommand('30m', undefined, [...new Set(speakers)]);
}
