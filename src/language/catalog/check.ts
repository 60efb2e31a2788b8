import type { Catalog, Place, Predicate, Template } from '../../model/catalog.ts';
import { readBody } from '../body/read-body.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { fieldsOf, isOriginField, ORIGIN_FIELDS } from '../predicate/fields.ts';
import { nearest } from '../words.ts';
import { checkNext, checkRuleNames, eventNames } from './check-names.ts';
import { checkRules } from './check-rules.ts';
import { checkFamilySamples, checkVocabularySamples } from './check-samples.ts';
import { checkFamilyTemplates, checkHoles } from './check-templates.ts';
import type { ParsedCatalog } from './parse-catalog.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { createTypeTable, type TypeTable } from './template.ts';

/**
 * What is wrong with the meaning of a catalog that could be read: types, samples, gates, rules. In the order of the files.
 * `taken` are names that no rule may have.
 */
export function checkCatalog(parsed: ParsedCatalog, taken: ReadonlySet<string> = new Set()): Diagnostic[] {
  const catalog = parsed.value;
  const reporter = createReporter(parsed);
  const types = createTypeTable(catalog, readBody);
  const events = eventNames(catalog);
  checkDefinitions(catalog, types, reporter);
  for (const family of catalog.families) {
    checkGate(family, reporter);
    checkFamilyTemplates(family, types, reporter);
    checkFamilySamples(family, types, reporter);
    for (const message of family.messages) if (reporter.isOwn(message.place)) checkNext(message, events, reporter);
  }
  for (const vocabulary of catalog.vocabularies) {
    checkGate(vocabulary, reporter);
    checkVocabularySamples(vocabulary, reporter);
  }
  checkRules(catalog, reporter);
  checkRuleNames(catalog, taken, reporter);
  return inOrder(reporter.diagnostics, [...parsed.sources.keys()]);
}

function checkDefinitions(catalog: Catalog, types: TypeTable, reporter: Reporter): void {
  const used = usedTypes(catalog);
  for (const definition of [...catalog.types, ...catalog.identities]) {
    const { name, place, templates = [] } = definition;
    if (!reporter.isOwn(place)) continue;
    if (!used.has(name)) {
      const message = `no hole is of type ${name}`;
      reporter.report(place, { code: 'unused-type', severity: 'warning', message });
    }
    if (types.isCyclic(name)) reporter.report(place, { code: 'unknown-type', message: `${name} holds itself` });
    for (const template of templates) checkHoles(template, place, types, reporter);
    if ('base' in definition && definition.base !== undefined && !types.has(definition.base)) {
      const meant = nearest(definition.base, types.names());
      const help = meant === undefined ? undefined : `did you mean ${meant}?`;
      reporter.report(place, { code: 'unknown-type', message: `no type is called ${definition.base}`, help });
    }
    if ('key' in definition && definition.key !== undefined && !everyHolds(templates, definition.key)) {
      const message = `${name} is keyed by ${definition.key}, which is not a hole of every template`;
      reporter.report(place, { code: 'unknown-type', message });
    }
  }
}

function everyHolds(templates: readonly Template[], key: string): boolean {
  return templates.every(({ parts }) => parts.some((part) => typeof part !== 'string' && part.name === key));
}

function usedTypes(catalog: Catalog): Set<string> {
  const templates = [
    ...catalog.families.flatMap(({ head, messages }) => [
      ...(head === undefined ? [] : [head]),
      ...messages.flatMap(({ texts }) => texts),
    ]),
    ...[...catalog.types, ...catalog.identities].flatMap((definition) => definition.templates ?? []),
  ];
  const used = new Set(catalog.identities.flatMap(({ base }) => (base === undefined ? [] : [base])));
  for (const { parts } of templates) {
    for (const part of parts) {
      if (typeof part !== 'string') used.add(part.type);
    }
  }
  return used;
}

function checkGate(gated: { readonly where: Predicate; readonly place: Place }, reporter: Reporter): void {
  if (!reporter.isOwn(gated.place)) return;
  for (const field of fieldsOf(gated.where)) {
    if (isOriginField(field)) continue;
    reporter.report(reporter.placeAfter(gated.place, /\bwhere\b/), {
      code: 'gate-not-origin-only',
      message: `'where' asks for ${field}, which differs from record to record`,
      help: `it is asked once per origin: ${ORIGIN_FIELDS.join(', ')}`,
    });
  }
}

function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[]): Diagnostic[] {
  const rank = new Map(files.map((file, index) => [file, index]));
  return diagnostics.toSorted(
    (a, b) =>
      (rank.get(a.place.file) ?? 0) - (rank.get(b.place.file) ?? 0) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}
