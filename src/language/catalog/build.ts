import type {
  Catalog,
  CodesSpec,
  EarlierLevel,
  FamilySpec,
  IdentitySpec,
  MessageSpec,
  Predicate,
  RuleSpec,
  Sample,
  TypeSpec,
  VocabularySpec,
  WordSpec,
} from '../../model/catalog.ts';
import { complain } from '../source-text.ts';
import { nearest, orList } from '../words.ts';
import type { Clause, Shape, Word } from './ast.ts';
import { type Definition, duplicate, type Outline, type Section } from './sections.ts';
import type { CatalogSource } from './to-ast.ts';

const MESSAGE_LEVELS = ['default', 'info', 'debug', 'error', 'fault', 'activity'] as const;
const SCOPES = ['boot', 'process', 'device'] as const;
const MARKS = ['provider'] as const;
const SEVERITIES = ['error', 'warning', 'info'] as const;
const CONFIDENCES = ['high', 'medium', 'low'] as const;
const EXAMPLES = ['found', 'clear', 'not-observable'] as const;

/** Turns sections into the catalog, on top of the one they extend. */
export function buildCatalog({ sections, definitions }: Outline, base: Catalog | undefined): Catalog {
  const { types, identities } = buildDefinitions(definitions, base);
  const families = new Map((base?.families ?? []).map((family) => [family.name, family]));
  const vocabularies = new Map((base?.vocabularies ?? []).map((vocabulary) => [vocabulary.name, vocabulary]));
  const codes = new Map((base?.codes ?? []).map((table) => [table.name, table]));
  const rules = [...(base?.rules ?? [])];
  for (const section of sections) {
    if (section.header === 'family') families.set(section.name, buildFamily(section, families.get(section.name)));
    if (section.header === 'vocabulary')
      vocabularies.set(section.name, buildVocabulary(section, vocabularies.get(section.name)));
    if (section.header === 'codes') codes.set(section.name, buildCodes(section, codes.get(section.name)));
    const rule = section.header === 'rule' ? buildRule(section) : undefined;
    const same = rules.find(({ name }) => name === rule?.name);
    if (rule !== undefined && same !== undefined)
      duplicate(section.source, rule.place, `rule ${rule.name}`, same.place);
    else if (rule !== undefined) rules.push(rule);
  }
  return {
    types,
    identities,
    families: [...families.values()],
    vocabularies: [...vocabularies.values()],
    codes: [...codes.values()],
    rules,
  };
}

function buildDefinitions(
  definitions: Outline['definitions'],
  base: Catalog | undefined,
): Pick<Catalog, 'types' | 'identities'> {
  const types: TypeSpec[] = [...(base?.types ?? [])];
  const identities: IdentitySpec[] = [...(base?.identities ?? [])];
  for (const { definition, source } of definitions) {
    const known = [...types, ...identities].find(({ name }) => name === definition.name);
    if (known !== undefined) {
      duplicate(source, definition.place, `${definition.kind} ${definition.name}`, known.place);
    } else if (definition.kind === 'type') {
      types.push({ name: definition.name, ...shapeOf(definition.shape), place: definition.place });
    } else {
      identities.push(buildIdentity(definition, source));
    }
  }
  return { types, identities };
}

function shapeOf(shape: Shape): Pick<TypeSpec, 'values' | 'templates'> {
  return shape.kind === 'words' ? { values: shape.words } : { templates: shape.templates };
}

function buildIdentity(definition: Extract<Definition, { kind: 'identity' }>, source: CatalogSource): IdentitySpec {
  const { name, shape, key, place } = definition;
  const per = oneOf(SCOPES, definition.per, source) ?? 'process';
  if (shape.kind === 'templates') {
    if (key === undefined) complain(source, place, `identity ${name} is made of several holes: say 'keyed by' which`);
    return { name, templates: shape.templates, ...defined({ key }), per, place };
  }
  const [base] = shape.words;
  if (shape.words.length > 1)
    complain(source, place, `identity ${name} is a list of words: expected one built-in type or templates`);
  return { name, ...defined({ base, key }), per, place };
}

function buildFamily(section: Section, base: FamilySpec | undefined): FamilySpec {
  const where = predicateOf(section, 'where') ?? base?.where;
  const title = textOf(section, 'title') ?? base?.title;
  const marks = choiceOf(section, 'marks', MARKS) ?? base?.marks;
  const probe = textOf(section, 'probe') ?? base?.probe;
  const head = templatesOf(section, 'head')[0] ?? base?.head;
  if (title === undefined) missing(section, 'title');
  if (where === undefined) missing(section, 'where');
  const messages = [...(base?.messages ?? []), ...inner(section, base?.messages ?? []).map(buildMessage)];
  return {
    name: section.name,
    title: title ?? '',
    where: where ?? { op: 'false' },
    ...defined({ probe, head, marks }),
    see: [...(base?.see ?? []), ...textsOf(section, 'see')],
    messageNames: messages.map(({ name }) => name),
    messages,
    place: base?.place ?? section.place,
  };
}

/** Sections whose names the catalog being extended does not hold yet. */
function inner(section: Section, known: readonly (MessageSpec | WordSpec)[]): Section[] {
  return section.sections.filter((own) => {
    const same = known.find(({ name }) => name === own.name);
    if (same !== undefined) duplicate(own.source, own.place, `${own.header} ${section.name}/${own.name}`, same.place);
    return same === undefined;
  });
}

function buildMessage(section: Section): MessageSpec {
  const texts = templatesOf(section, 'text');
  if (texts.length === 0) missing(section, 'text');
  const [level, ...levels] = levelsOf(section);
  const lifecycle = clausesOf(section, 'choice').find(({ clause }) => clause === 'lifecycle')?.value.text;
  const onlyIf = textOf(section, 'only-if');
  const means = textOf(section, 'means');
  const harmless = textOf(section, 'harmless');
  const os = textOf(section, 'os');
  const see = textsOf(section, 'see');
  return {
    name: section.name,
    texts,
    ...defined({
      level: level?.level,
      earlierLevels: levels.length > 0 ? levels : undefined,
      lifecycle,
      onlyIf,
      means,
      harmless,
      os,
    }),
    next: eventsOf(section, 'next'),
    see,
    samples: samplesOf(section),
    place: section.place,
  };
}

/** The level of today first, then those of earlier releases. */
function levelsOf(section: Section): EarlierLevel[] {
  return clausesOf(section, 'level').flatMap(({ value, os }) => {
    const level = oneOf(MESSAGE_LEVELS, value, section.source);
    return level === undefined ? [] : [{ level, os: os ?? '' }];
  });
}

function buildVocabulary(section: Section, base: VocabularySpec | undefined): VocabularySpec {
  const where = predicateOf(section, 'where') ?? base?.where;
  if (where === undefined) missing(section, 'where');
  return {
    name: section.name,
    title: textOf(section, 'title') ?? base?.title ?? section.name,
    where: where ?? { op: 'false' },
    negations: [...(base?.negations ?? []), ...textsOf(section, 'negate')],
    words: [...(base?.words ?? []), ...inner(section, base?.words ?? []).map(buildWord)],
    place: base?.place ?? section.place,
  };
}

function buildWord(section: Section): WordSpec {
  const phrases = textsOf(section, 'phrase');
  if (phrases.length === 0) missing(section, 'phrase');
  const means = textOf(section, 'means');
  return { name: section.name, phrases, ...defined({ means }), samples: samplesOf(section), place: section.place };
}

function buildCodes(section: Section, base: CodesSpec | undefined): CodesSpec {
  const codes = new Map((base?.codes ?? []).map((code) => [code.value, code]));
  for (const { value, name, means, place } of clausesOf(section, 'code')) {
    const same = codes.get(value);
    if (same !== undefined) duplicate(section.source, place, `code ${value} of ${section.name}`, same.place);
    else codes.set(value, { value, name, ...defined({ means }), place });
  }
  const title = textOf(section, 'title') ?? base?.title;
  if (title === undefined) missing(section, 'title');
  return {
    name: section.name,
    title: title ?? '',
    see: [...(base?.see ?? []), ...textsOf(section, 'see')],
    codes: [...codes.values()],
    place: base?.place ?? section.place,
  };
}

function buildRule(section: Section): RuleSpec | undefined {
  const when = clausesOf(section, 'when')[0]?.condition;
  if (when === undefined) {
    missing(section, 'when');
    return undefined;
  }
  const title = textOf(section, 'title');
  const severity = choiceOf(section, 'severity', SEVERITIES);
  if (title === undefined) missing(section, 'title');
  if (severity === undefined) missing(section, 'severity');
  const per = clausesOf(section, 'choice').find(({ clause }) => clause === 'per')?.value.text;
  const unless = predicateOf(section, 'unless');
  return {
    name: section.name,
    title: title ?? section.name,
    severity: severity ?? 'info',
    confidence: choiceOf(section, 'confidence', CONFIDENCES) ?? 'medium',
    ...defined({ per, unless, means: textOf(section, 'means'), notIt: textOf(section, 'not-it') }),
    needs: eventsOf(section, 'needs'),
    when,
    actions: clausesOf(section, 'do').map(({ actor, text }) => ({ for: actor, text })),
    see: textsOf(section, 'see'),
    examples: examplesOf(section),
    place: section.place,
  };
}

function eventsOf(section: Section, name: string): string[] {
  const clauses = clausesOf(section, 'events').filter(({ clause }) => clause === name);
  return clauses.flatMap(({ events }) => events.map(({ text }) => text));
}

function examplesOf(section: Section): RuleSpec['examples'] {
  return clausesOf(section, 'example').flatMap(({ example, name, log, captures, place }) => {
    const kind = oneOf(EXAMPLES, example, section.source);
    return kind === undefined ? [] : [{ kind, name, log, captures, place }];
  });
}

function samplesOf(section: Section): Sample[] {
  return clausesOf(section, 'sample').map(({ text, captures, place }) => ({ text, captures, place }));
}

function clausesOf<K extends Clause['kind']>(section: Section, kind: K): Extract<Clause, { kind: K }>[] {
  return section.clauses.filter((clause): clause is Extract<Clause, { kind: K }> => clause.kind === kind);
}

function textsOf(section: Section, name: string): string[] {
  const clauses = clausesOf(section, 'text').filter(({ clause }) => clause === name);
  return clauses.flatMap(({ values }) => values.map(({ text }) => text));
}

/** The one string of a clause that takes one. */
function textOf(section: Section, name: string): string | undefined {
  const clause = clausesOf(section, 'text').find((candidate) => candidate.clause === name);
  const [first, second] = clause?.values ?? [];
  if (second !== undefined) complain(section.source, second.place, `'${name}' takes one string`);
  return first?.text;
}

function templatesOf(section: Section, name: string) {
  return clausesOf(section, 'template')
    .filter(({ clause }) => clause === name)
    .map(({ template }) => template);
}

function predicateOf(section: Section, name: string): Predicate | undefined {
  return clausesOf(section, 'predicate').find(({ clause }) => clause === name)?.predicate;
}

function choiceOf<T extends string>(section: Section, name: string, allowed: readonly T[]): T | undefined {
  const clause = clausesOf(section, 'choice').find((candidate) => candidate.clause === name);
  return clause && oneOf(allowed, clause.value, section.source);
}

function oneOf<T extends string>(allowed: readonly T[], word: Word, source: CatalogSource): T | undefined {
  const value = allowed.find((candidate) => candidate === word.text);
  if (value === undefined) {
    const meant = nearest(word.text, allowed);
    const help = meant === undefined ? undefined : `did you mean '${meant}'?`;
    complain(
      source,
      word.place,
      `expected ${orList(allowed.map((option) => `'${option}'`))}, found '${word.text}'`,
      help,
    );
  }
  return value;
}

/** Complains of a clause that is not there; one that is there and could not be read has its problem already. */
function missing(section: Section, clause: string): void {
  const isWritten = section.clauses.some((written) => written.clause === clause);
  if (section.name === '' || isWritten) return;
  complain(section.source, section.place, `${section.header} ${section.name} has no '${clause}'`);
}

/** The entries that have a value: an absent property, not one that is undefined. */
function defined<T extends Record<string, unknown>>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(entries).filter(([, value]) => value !== undefined);
  // True because only entries with a value are left.
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
