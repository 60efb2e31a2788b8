import type { Catalog, FamilySpec, MessageSpec, Place, Template, VocabularySpec } from '../../src/model/catalog.ts';
import type {
  CompiledCodes,
  CompiledFamilyText,
  CompiledIdentity,
  CompiledMessage,
  CompiledRuleText,
  CompiledType,
} from '../../src/recognize/compiled-catalog.ts';

/**
 * `src/recognize/catalog.generated.ts`: the catalog for a run (`compiled-catalog.ts`); one line per entry, so that two changes
 * of the catalog merge.
 */
export function renderCatalog(catalog: Catalog): string {
  return [
    '// Generated from grammars/ by test/generated.test.ts: `npx vitest run test/generated.test.ts -u`.',
    "import { type CompiledCatalog, expandCatalog } from './compiled-catalog.ts';",
    '',
    'const COMPILED: CompiledCatalog = {',
    ...list('types', catalog.types.map(compileType).map(asCode)),
    ...list('identities', catalog.identities.map(compileIdentity).map(asCode)),
    ...list('families', catalog.families.map(familyCode)),
    ...list('codes', catalog.codes.map(compileCodes).map(asCode)),
    ...list('rules', catalog.rules.map(ruleCode)),
    ...list('vocabularies', catalog.vocabularies.map(withoutProse).map(asCode)),
    '};',
    '',
    '/** The catalog of known messages that ships with necropsy, without its prose. */',
    'export const BUILT_IN_CATALOG = expandCatalog(COMPILED);',
    '',
  ].join('\n');
}

function list(name: string, entries: readonly string[]): string[] {
  return [`  ${name}: [`, ...entries.map((entry) => `    ${entry},`), '  ],'];
}

function asCode(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function compileType({ name, values, templates, place }: Catalog['types'][number]): CompiledType {
  return { name, ...(values === undefined ? {} : { values }), ...sourcesOf(templates), at: at(place) };
}

function compileIdentity({ name, base, key, per, templates, place }: Catalog['identities'][number]): CompiledIdentity {
  const optional = { ...(base === undefined ? {} : { base }), ...(key === undefined ? {} : { key }) };
  return { name, ...optional, per, ...sourcesOf(templates), at: at(place) };
}

function sourcesOf(templates: readonly Template[] | undefined): { templates?: string[] } {
  return templates === undefined ? {} : { templates: templates.map(({ source }) => source) };
}

function compileCodes({ name, title, codes, place }: Catalog['codes'][number]): CompiledCodes {
  const pairs = codes.map(({ value, name: called }) => [value, called]);
  return { name, title, at: at(place), codes: JSON.stringify(pairs) };
}

function familyCode(family: FamilySpec): string {
  const { name, title, probe, marks, where, head, messages, place } = family;
  const compiled: Omit<CompiledFamilyText, 'messages'> = {
    name,
    title,
    at: at(place),
    where,
    ...(probe === undefined ? {} : { probe }),
    ...(head === undefined ? {} : { head: head.source }),
    ...(marks === undefined ? {} : { marks }),
    names: messages.map((message) => message.name).join(' '),
  };
  const texts = messages.map((message, index) => {
    const entry = asCode(compileMessage(message, place.file)) + (index < messages.length - 1 ? ',' : '');
    return `      ${quoted(entry)} +`;
  });
  return `${asCode(compiled).slice(0, -1)},"messages":\n      '[' +\n${texts.join('\n')}\n      ']'}`;
}

function compileMessage({ texts, level, onlyIf, place }: MessageSpec, file: string): CompiledMessage {
  const where = place.file === file ? place.line : at(place);
  const sources = texts.map(({ source }) => source);
  if (onlyIf !== undefined) return [where, sources, level ?? null, onlyIf];
  return level === undefined ? [where, sources] : [where, sources, level];
}

function ruleCode({ examples: _, place, ...rule }: Catalog['rules'][number]): string {
  const compiled: CompiledRuleText = { at: at(place), ...rule };
  return quoted(JSON.stringify(compiled));
}

/** What a run needs of a vocabulary: samples and meanings stay in the grammar files. */
function withoutProse(vocabulary: VocabularySpec): VocabularySpec {
  return {
    ...vocabulary,
    words: vocabulary.words.map(({ name, phrases, place }) => ({ name, phrases, samples: [], place })),
  };
}

function at({ file, line }: Place): string {
  return `${file}:${line}`;
}

function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `'${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}
