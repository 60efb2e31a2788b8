import type { Catalog, RuleCondition, RuleSpec } from '../../model/catalog.ts';
import { nearest } from '../words.ts';
import type { Reporter } from './reporter.ts';
import { escapePattern } from './values.ts';

/** Rules name events that exist, and are proved both ways. */
export function checkRules(catalog: Catalog, reporter: Reporter): void {
  const events = eventNames(catalog);
  for (const rule of catalog.rules) {
    if (!reporter.isOwn(rule.place)) continue;
    checkEvents(rule, events, reporter);
    checkProof(rule, reporter);
  }
}

function checkEvents(rule: RuleSpec, events: ReadonlySet<string>, reporter: Reporter): void {
  for (const event of new Set([...rule.needs, ...eventsOf(rule.when)])) {
    if (events.has(event)) continue;
    const meant = nearest(event, events);
    reporter.report(reporter.placeAfter(rule.place, new RegExp(`(?<![\\w./-])${escapePattern(event)}(?![\\w./-])`)), {
      code: 'rule-unknown-event',
      message: `no message is called ${event}`,
      help: meant === undefined ? undefined : `did you mean ${meant}?`,
    });
  }
}

function checkProof(rule: RuleSpec, reporter: Reporter): void {
  for (const kind of ['found', 'clear'] as const) {
    if (rule.examples.some((example) => example.kind === kind)) continue;
    const message = `rule ${rule.name} has no example where it is ${kind}`;
    reporter.report(rule.place, {
      code: 'rule-example-missing',
      message,
      help: `example ${kind} "name" """a few log lines"""`,
    });
  }
  const unsaid = [
    ['means', rule.means !== undefined],
    ['not-it', rule.notIt !== undefined],
    ['do', rule.actions.length > 0],
  ] as const;
  for (const [clause, isSaid] of unsaid) {
    if (!isSaid) reporter.report(rule.place, { code: 'syntax', message: `rule ${rule.name} has no '${clause}'` });
  }
}

function eventsOf(condition: RuleCondition): readonly string[] {
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

function eventNames(catalog: Catalog): Set<string> {
  const families = catalog.families.flatMap((family) =>
    family.messages.map((message) => `${family.name}/${message.name}`),
  );
  const words = catalog.vocabularies.flatMap(({ name, words }) => [
    ...words.map((word) => `${name}/${word.name}`),
    `${name}/other`,
  ]);
  return new Set([...families, ...words]);
}
