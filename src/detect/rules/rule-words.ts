import type { CompiledRule } from '../../model/rule.ts';
import { inWords } from '../durations.ts';

/** The condition in words: for `explain`. */
export function conditionInWords({ spec: { when }, whereText }: CompiledRule): string {
  const where = whereText === undefined ? '' : ` where ${whereText}`;
  switch (when.form) {
    case 'seen':
      return `${when.event}${where} is seen`;
    case 'count':
      return `at least ${when.atLeast} × ${when.event}${where} within ${inWords(when.withinUs)}${sameField(when.same)}`;
    case 'sequence':
      return `${when.events.join(', then ')} within ${inWords(when.withinUs)}${sameField(when.same)}`;
    case 'without':
      return `${when.event}, and no ${when.missing} within ${inWords(when.withinUs)} of it${sameField(when.same)}`;
  }
}

function sameField(field: string | undefined): string {
  return field === undefined ? '' : `, the same ${field}`;
}

/** `{provider} handed back {count} flows` → `‹provider› handed back ‹count› flows`. */
export function titleInWords(title: string): string {
  return title.replaceAll(/\{([\w.-]+)\}/g, '‹$1›');
}
