import type { Catalog, Predicate, RuleSpec } from '../../model/catalog.ts';
import { RULE_GROUP_FIELDS, RULE_PLACEHOLDERS } from '../../model/rule.ts';
import { canonicalField, fieldsOf, LISTED_FIELDS } from '../predicate/fields.ts';
import { nearest, orList } from '../words.ts';
import type { Reporter } from './reporter.ts';
import { eventsOf } from './rule-events.ts';
import { escapePattern } from './values.ts';

/** A rule that asks for a field its events do not have is never met; a title with one says nothing. */
export function checkRuleFields(rule: RuleSpec, catalog: Catalog, reporter: Reporter): void {
  const { when } = rule;
  const decisive = when.form === 'sequence' ? (when.events.at(-1) ?? '') : when.event;
  const holes = holesOf(decisive, catalog);
  if (holes !== undefined) checkTitle(rule, decisive, holes, reporter);
  for (const { field, event, clause } of askedFields(rule, decisive)) {
    const own = holesOf(event, catalog);
    const group = clause === 'unless' ? RULE_GROUP_FIELDS : [];
    if (own === undefined || isField(field, own) || group.some((each) => each === field)) continue;
    const meant = nearest(field, [...group, ...own]);
    const words = new RegExp(`(?<=\\b${clause}\\b.*)(?<![\\w./-])${escapePattern(field)}\\b`);
    reporter.report(reporter.placeAfter(rule.place, words), {
      code: 'rule-unknown-field',
      message: `${event} has no field ${field}`,
      help: meant === undefined ? undefined : `did you mean ${meant}?`,
    });
  }
}

function checkTitle({ title, place }: RuleSpec, event: string, holes: ReadonlySet<string>, reporter: Reporter): void {
  const known = [...RULE_PLACEHOLDERS, ...holes];
  for (const [placeholder, name = ''] of title.matchAll(/\{([^{}]*)\}/g)) {
    if (known.includes(name) || holes.has(name.split('.')[0] ?? '')) continue;
    const meant = nearest(name, known);
    const may = `a title may hold ${orList(known.map((each) => `{${each}}`))}`;
    reporter.report(reporter.placeAfter(place, new RegExp(escapePattern(placeholder))), {
      code: 'rule-unknown-placeholder',
      message: `${placeholder} is neither of the rule's own words nor a field of ${event}`,
      help: meant === undefined ? may : `did you mean ${meant}?`,
    });
  }
}

interface Asked {
  readonly field: string;
  readonly event: string;
  readonly clause: 'same' | 'when' | 'unless';
}

function askedFields({ when, unless }: RuleSpec, decisive: string): Asked[] {
  const same = 'same' in when ? when.same : undefined;
  const where = 'where' in when ? when.where : undefined;
  const of = (predicate: Predicate | undefined, clause: 'when' | 'unless'): Asked[] =>
    [...(predicate === undefined ? [] : fieldsOf(predicate))].map((field) => ({ field, event: decisive, clause }));
  const paired = same === undefined ? [] : [...new Set(eventsOf(when))];
  return [
    ...paired.map((event): Asked => ({ field: same ?? '', event, clause: 'same' })),
    ...of(where, 'when'),
    ...of(unless, 'unless'),
  ];
}

function isField(name: string, holes: ReadonlySet<string>): boolean {
  const path = name.replace(/^fields\./, '');
  return LISTED_FIELDS.includes(canonicalField(name)) || holes.has(path) || holes.has(path.split('.')[0] ?? '');
}

/** Fields of an event by their first names; undefined where there is no such event. */
function holesOf(event: string, catalog: Catalog): ReadonlySet<string> | undefined {
  const slash = event.lastIndexOf('/');
  const [home, name] = [event.slice(0, slash), event.slice(slash + 1)];
  const family = catalog.families.find((each) => each.name === home);
  const message = family?.messages.find((each) => each.name === name);
  if (message === undefined)
    return catalog.vocabularies.some((each) => each.name === home) ? new Set(['said', 'also', 'endpoint']) : undefined;
  const templates = [...(family?.head === undefined ? [] : [family.head]), ...message.texts];
  return new Set(
    templates.flatMap(({ parts }) => parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]))),
  );
}
