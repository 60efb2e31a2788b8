import { readTemplate } from '../language/catalog/template-text.ts';
import type {
  Catalog,
  CodeSpec,
  CodesSpec,
  FamilySpec,
  IdentitySpec,
  MessageSpec,
  Predicate,
  RuleSpec,
  Template,
  TypeSpec,
  VocabularySpec,
} from '../model/catalog.ts';
import type { Level } from '../model/log-record.ts';

/**
 * The catalog as it ships: what recognising needs and no more, so that the start of a run does not grow with it. A family's
 * messages are one JSON text that is read when a record of the family's origin turns up; templates are read from their
 * source at the same time. Samples and explanations stay in the grammar files.
 */
export interface CompiledCatalog {
  readonly types: readonly CompiledType[];
  readonly identities: readonly CompiledIdentity[];
  readonly families: readonly CompiledFamilyText[];
  readonly vocabularies: readonly VocabularySpec[];
  readonly codes: readonly CompiledCodes[];
  /** One JSON text each. */
  readonly rules: readonly string[];
}

export interface CompiledType extends Pick<TypeSpec, 'name' | 'values'> {
  readonly templates?: readonly string[];
  /** `file:line`. */
  readonly at: string;
}

export interface CompiledIdentity extends Pick<IdentitySpec, 'name' | 'base' | 'key' | 'per'> {
  readonly templates?: readonly string[];
  readonly at: string;
}

export interface CompiledCodes extends Pick<CodesSpec, 'name' | 'title'> {
  readonly at: string;
  /** JSON of `[value, name][]`. */
  readonly codes: string;
}

export interface CompiledFamilyText extends Pick<FamilySpec, 'name' | 'title' | 'probe' | 'marks'> {
  readonly at: string;
  readonly where: Predicate;
  readonly head?: string;
  /** Names of the messages in their order, a blank between. */
  readonly names: string;
  /** JSON of `CompiledMessage[]`. */
  readonly messages: string;
}

/** A rule with what its findings say; its examples stay in the grammar files. */
export interface CompiledRuleText extends Omit<RuleSpec, 'examples' | 'place'> {
  readonly at: string;
}

/** Where it stands (`line`, or `file:line` where that is not the family's file), texts, level, what has to be switched on. */
export type CompiledMessage = readonly [
  at: number | string,
  texts: readonly string[],
  level?: Level | null,
  onlyIf?: string,
];

export function expandCatalog(compiled: CompiledCatalog): Catalog {
  let rules: readonly RuleSpec[] | undefined;
  return {
    types: compiled.types.map(({ at, templates, ...type }) => ({
      ...type,
      ...templatesOf(templates),
      place: placeOf(at),
    })),
    identities: compiled.identities.map(({ at, templates, ...identity }) => ({
      ...identity,
      ...templatesOf(templates),
      place: placeOf(at),
    })),
    families: compiled.families.map(expandFamily),
    vocabularies: compiled.vocabularies,
    codes: compiled.codes.map(expandCodes),
    get rules() {
      rules ??= compiled.rules.map(expandRule);
      return rules;
    },
  };
}

function expandRule(text: string): RuleSpec {
  // The text is one that `renderCatalog` wrote.
  const { at, ...rule } = JSON.parse(text) as CompiledRuleText;
  return { ...rule, examples: [], place: placeOf(at) };
}

function expandCodes({ at, name, title, codes }: CompiledCodes): CodesSpec {
  const place = placeOf(at);
  let expanded: readonly CodeSpec[] | undefined;
  return {
    name,
    title,
    see: [],
    place,
    get codes() {
      // The text is one that `renderCatalog` wrote.
      expanded ??= (JSON.parse(codes) as [number, string][]).map(([value, name]) => ({ value, name, place }));
      return expanded;
    },
  };
}

function expandFamily(compiled: CompiledFamilyText): FamilySpec {
  const { at, head, names, messages, ...family } = compiled;
  const messageNames = names === '' ? [] : names.split(' ');
  const place = placeOf(at);
  let expanded: readonly MessageSpec[] | undefined;
  return {
    ...family,
    ...(head === undefined ? {} : { head: templateOf(head) }),
    see: [],
    place,
    messageNames,
    get messages() {
      expanded ??= readMessages(messages, messageNames, place.file);
      return expanded;
    },
  };
}

function readMessages(text: string, names: readonly string[], file: string): MessageSpec[] {
  // The text is one that `renderCatalog` wrote.
  const compiled = JSON.parse(text) as readonly CompiledMessage[];
  return compiled.map(([at, texts, level, onlyIf], index) => ({
    name: names[index] ?? '',
    texts: texts.map(templateOf),
    ...(level === undefined || level === null ? {} : { level }),
    ...(onlyIf === undefined ? {} : { onlyIf }),
    next: [],
    see: [],
    samples: [],
    place: typeof at === 'number' ? { file, line: at, column: 1 } : placeOf(at),
  }));
}

function templatesOf(sources: readonly string[] | undefined): { readonly templates?: readonly Template[] } {
  return sources === undefined ? {} : { templates: sources.map(templateOf) };
}

/** Read when somebody looks into it: of most wordings only the first characters are ever asked for. */
function templateOf(source: string): Template {
  let template: Template | undefined;
  const read = (): Template => {
    template ??= readTemplate(source).template;
    return template;
  };
  const lazy = {
    source,
    get parts() {
      return read().parts;
    },
    get optional() {
      return read().optional;
    },
  };
  // `optional` may be undefined here, which readers treat as not being there.
  return lazy as Template;
}

function placeOf(at: string): { file: string; line: number; column: number } {
  const colon = at.lastIndexOf(':');
  return { file: at.slice(0, colon), line: Number(at.slice(colon + 1)), column: 1 };
}
