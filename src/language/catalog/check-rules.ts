import type { Catalog, RuleSpec } from '../../model/catalog.ts';
import { RULE_AUDIENCES, RULE_ENTITIES } from '../../model/rule.ts';
import { nearest, orList } from '../words.ts';
import { eventNames } from './check-names.ts';
import { checkRuleFields } from './check-rule-fields.ts';
import type { Reporter } from './reporter.ts';
import { eventsOf } from './rule-events.ts';
import { escapePattern } from './values.ts';

/** Rules name events that exist, and are proved both ways. */
export function checkRules(catalog: Catalog, reporter: Reporter): void {
  const events = eventNames(catalog);
  for (const rule of catalog.rules) {
    if (!reporter.isOwn(rule.place)) continue;
    checkEvents(rule, events, reporter);
    checkWords(rule, reporter);
    checkThreshold(rule, reporter);
    checkRuleFields(rule, catalog, reporter);
    checkProof(rule, reporter);
  }
}

function checkEvents(rule: RuleSpec, events: ReadonlySet<string>, reporter: Reporter): void {
  for (const event of new Set([...rule.needs, ...eventsOf(rule.when)])) {
    if (events.has(event)) continue;
    reporter.report(reporter.placeAfter(rule.place, new RegExp(`(?<![\\w./-])${escapePattern(event)}(?![\\w./-])`)), {
      code: 'rule-unknown-event',
      message: `no message is called ${event}`,
      help: guess(event, events),
    });
  }
}

/** `per` and `do` say words of their own. */
function checkWords(rule: RuleSpec, reporter: Reporter): void {
  const said = [
    ...(rule.per === undefined ? [] : [{ clause: 'per', word: rule.per, known: RULE_ENTITIES, of: 'entity' as const }]),
    ...rule.actions.map((action) => ({
      clause: 'do',
      word: action.for,
      known: Object.keys(RULE_AUDIENCES),
      of: 'audience' as const,
    })),
  ];
  for (const { clause, word, known, of } of said) {
    if (known.some((each) => each === word)) continue;
    reporter.report(reporter.placeAfter(rule.place, new RegExp(`(?<=\\b${clause}\\s+)${escapePattern(word)}\\b`)), {
      code: `rule-unknown-${of}`,
      message: `expected ${orList(known.map((each) => `'${each}'`))}, found '${word}'`,
      help: guess(word, known),
    });
  }
}

/** A share of a line is never seen, and none of it always. */
function checkThreshold({ when, place }: RuleSpec, reporter: Reporter): void {
  if (when.form !== 'count' || (Number.isSafeInteger(when.atLeast) && when.atLeast > 0)) return;
  reporter.report(reporter.placeAfter(place, /(?<=>=\s*)[-\d]/), {
    code: 'rule-threshold',
    message: `expected a whole number from 1, found ${when.atLeast}`,
  });
}

function guess(word: string, known: Iterable<string>): string | undefined {
  const meant = nearest(word, known);
  return meant === undefined ? undefined : `did you mean ${meant}?`;
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
