import { type Element, elementsOf } from '../../src/language/catalog/pattern.ts';
import { createTypeTable, type TypeTable } from '../../src/language/catalog/template.ts';
import type { Catalog, Hole, MessageSpec, Template } from '../../src/model/catalog.ts';

/** TypeScript of a field, and whether every wording has it. */
interface Field {
  readonly types: Set<string>;
  isOptional: boolean;
}

/** `src/model/events.generated.ts`: one property of `EventMap` per message and word, one named type per type of the catalog. */
export function renderEvents(catalog: Catalog): string {
  const types = createTypeTable(catalog);
  const namedTypes = new Map(catalog.types.map(({ name }) => [name, pascalCase(name)]));
  for (const { name, templates } of catalog.identities) {
    if (templates !== undefined) namedTypes.set(name, pascalCase(name));
  }
  const events: [string, string][] = [];
  for (const family of catalog.families) {
    const head = family.head === undefined ? [] : [family.head];
    for (const message of family.messages) {
      const fields = fieldsOf(wordings(message, head), types, namedTypes);
      events.push([`${family.name}/${message.name}`, renderFields(fields, '    ')]);
    }
  }
  for (const { name, words } of catalog.vocabularies) {
    for (const word of words) {
      events.push([
        `${name}/${word.name}`,
        '{\n    readonly said: string;\n    readonly also: readonly string[];\n    readonly endpoint: string | undefined;\n  }',
      ]);
    }
    events.push([`${name}/other`, NO_FIELDS]);
  }
  events.sort(([a], [b]) => (a < b ? -1 : 1));
  const usesBodies = events.some(([, fields]) => fields.includes('BodyByKind'));
  const lines = [
    '// Generated from grammars/ by test/generated.test.ts: `npx vitest run test/generated.test.ts -u`.',
    ...(usesBodies ? ["import type { BodyByKind } from './bodies.ts';"] : []),
    "import type { Redacted } from './redacted.ts';",
    '',
    ...[...namedTypes]
      .sort(([, a], [, b]) => (a < b ? -1 : 1))
      .flatMap(([name, alias]) => renderType(name, alias, types, namedTypes)),
    '/** Fields of every event that the catalog knows, by `family/message`. */',
    'export interface EventMap {',
    ...events.map(([name, fields]) => `  '${name}': ${fields};`),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const NO_FIELDS = 'Record<string, never>';

function wordings(message: MessageSpec, head: readonly Template[]): Template[][] {
  return message.texts.map((text) => [...head, text]);
}

function renderType(name: string, alias: string, types: TypeTable, namedTypes: ReadonlyMap<string, string>): string[] {
  const type = types.resolve(name);
  if ('value' in type) return [`export type ${alias} = ${quoteSingly(type.value.typescript)};`, ''];
  const fields = fieldsOf(
    type.templates.map((template) => [template]),
    types,
    namedTypes,
  );
  return [`export interface ${alias} ${renderFields(fields, '  ')}`, ''];
}

/** Fields over all wordings of one thing: what one of them lacks may be undefined. */
function fieldsOf(
  wordings: readonly (readonly Template[])[],
  types: TypeTable,
  namedTypes: ReadonlyMap<string, string>,
): Map<string, Field> {
  const fields = new Map<string, Field>();
  const holesByWording = wordings.map((templates) => templates.flatMap(elementsOf).flatMap(holesOf));
  for (const { hole, isOptional } of holesByWording.flat()) {
    const field = fields.get(hole.name) ?? { types: new Set(), isOptional: false };
    for (const type of typescriptOf(hole, types, namedTypes)) field.types.add(type);
    field.isOptional ||= isOptional;
    fields.set(hole.name, field);
  }
  for (const [name, field] of fields) {
    field.isOptional ||= holesByWording.some((holes) => !holes.some(({ hole }) => hole.name === name));
  }
  return fields;
}

function holesOf(element: Element): { hole: Hole; isOptional: boolean }[] {
  if (typeof element === 'string' || 'guard' in element) return [];
  const isOptional = 'optional' in element;
  const holes = isOptional ? element.optional.filter((part) => typeof part !== 'string') : [element];
  return holes.map((hole) => ({ hole, isOptional }));
}

function typescriptOf(hole: Hole, types: TypeTable, namedTypes: ReadonlyMap<string, string>): string[] {
  const alias = namedTypes.get(hole.type);
  const type = types.resolve(hole.type);
  if (!('value' in type)) return [alias ?? 'Record<string, unknown>', 'Redacted'];
  const own = alias === undefined ? type.value.typescript.split(' | ') : [alias];
  return type.value.privacy === undefined ? own : [...own, 'Redacted'];
}

function renderFields(fields: ReadonlyMap<string, Field>, indent: string): string {
  if (fields.size === 0) return NO_FIELDS;
  const lines = [...fields].map(([name, field]) => {
    const types = [...field.types].filter((type) => type !== 'Redacted');
    if (field.types.has('Redacted')) types.push('Redacted');
    if (field.isOptional) types.push('undefined');
    return `${indent}readonly ${/^\w+$/.test(name) ? name : `'${name}'`}: ${types.join(' | ')};`;
  });
  return `{\n${lines.join('\n')}\n${indent.slice(2)}}`;
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|[-_.])(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function quoteSingly(union: string): string {
  return union.replaceAll(
    /"((?:[^"\\]|\\.)*)"/g,
    (_, text: string) => `'${text.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`,
  );
}
