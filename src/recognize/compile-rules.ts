import { eventsOf } from '../language/catalog/rule-events.ts';
import { type CompilePattern, compilePredicate, type FieldReader } from '../language/predicate/compile.ts';
import { printPredicate } from '../language/predicate/print.ts';
import { safePatterns } from '../language/predicate/safe-patterns.ts';
import type { Catalog, Predicate, RuleSpec } from '../model/catalog.ts';
import {
  type CompiledRule,
  RULE_ENTITIES,
  RULE_GROUP_FIELDS,
  type RuleEvent,
  type RuleSubject,
} from '../model/rule.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import { readSubjectField } from './where.ts';

/** Makes the rules of a catalog ready to run. The catalog is taken as checked: a name it does not hold is never seen. */
export async function compileRules(catalog: Catalog, rules = catalog.rules): Promise<CompiledRule[]> {
  const pattern = await safePatterns(rules.flatMap(predicatesOf));
  return rules.map((rule) => compileRule(rule, catalog, pattern));
}

function compileRule(spec: RuleSpec, catalog: Catalog, pattern: CompilePattern | undefined): CompiledRule {
  const { when, unless } = spec;
  const where = 'where' in when ? when.where : undefined;
  const asked = eventsOf(when);
  const events = new Map([...asked, ...spec.needs].map((name) => [name, ruleEvent(name, catalog)]));
  const needs = new Set(spec.needs.length > 0 ? spec.needs : asked);
  return {
    spec,
    per: RULE_ENTITIES.find((entity) => entity === spec.per) ?? 'capture',
    events,
    needs: [...needs].flatMap((name) => events.get(name) ?? []),
    whereText: where && printPredicate(where),
    unlessText: unless && printPredicate(unless),
    accepts: where === undefined ? () => true : compilePredicate(where, eventField, pattern),
    excuses: unless === undefined ? () => false : compilePredicate(unless, groupField, pattern),
    fieldOf: eventField,
  };
}

function ruleEvent(name: string, catalog: Catalog): RuleEvent {
  const slash = name.lastIndexOf('/');
  const [family, message] = [name.slice(0, slash), name.slice(slash + 1)];
  const home = catalog.families.find((each) => each.name === family);
  const found = home?.messages.find((each) => each.name === message);
  const where = home?.where ?? catalog.vocabularies.find((each) => each.name === family)?.where;
  return {
    name,
    family,
    level: found?.level ?? 'default',
    onlyIf: found?.onlyIf,
    speakers: where === undefined ? [] : speakersOf(where),
  };
}

/** `process == "x"` and `subsystem == "x"` of a gate, of those that are no system's own: those are recorded anyway. */
function speakersOf(where: Predicate): string[] {
  if (where.op === 'and' || where.op === 'or') return where.terms.flatMap(speakersOf);
  if (where.op !== 'compare' || where.comparator !== '==') return [];
  const { field, value } = where;
  if ((field !== 'process' && field !== 'subsystem') || typeof value !== 'string') return [];
  // What is printed for a shell must not end its quotes.
  const isPlain = /^[\w.\- ]+$/.test(value) && !value.startsWith('com.apple.');
  return isPlain && (field === 'subsystem' || value.includes('.')) ? [`${field} == "${value}"`] : [];
}

/** An event says nothing of its input's name and zone: instants of a rule are compared as the log's own clock. */
const readField = readSubjectField({ inputName: () => '', offsetOf: () => undefined, roleOf: () => '' });

function eventField(name: string): (event: LooseEvent) => unknown {
  const read = readField(name);
  return (event) => read({ record: event, event });
}

const GROUP_FIELDS: Readonly<Record<(typeof RULE_GROUP_FIELDS)[number], FieldReader<RuleSubject>>> = {
  'provider.kind': ({ run }) => run?.provider?.kind,
  'provider.bundle': ({ run }) => run?.provider?.bundle,
  'provider.name': ({ run }) => (run?.provider === undefined ? undefined : run.name),
  'provider.pid': ({ run }) => (run?.provider === undefined ? undefined : run.pid),
  'session.id': ({ session }) => session?.uuid,
  'session.name': ({ session }) => session?.name,
  'session.class': ({ session }) => session?.sessionClass,
  'session.kind': ({ session }) => session?.kind,
  'session.state': ({ session }) => session?.state,
  process: ({ run }) => run?.name,
};

/** The group's own, and where it has none the decisive event's. */
function groupField(name: string): FieldReader<RuleSubject> {
  const asked = RULE_GROUP_FIELDS.find((field) => field === name);
  const own = asked && GROUP_FIELDS[asked];
  const read = eventField(name);
  return (subject) => own?.(subject) ?? read(subject.event);
}

function predicatesOf({ when, unless }: RuleSpec): Predicate[] {
  const where = 'where' in when ? when.where : undefined;
  return [where, unless].filter((predicate) => predicate !== undefined);
}
