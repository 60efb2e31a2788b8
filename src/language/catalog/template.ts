import type { BodyKind } from '../../model/bodies.ts';
import type { Catalog, Template } from '../../model/catalog.ts';
import { compilePattern, type Element, elementsOf, type HoleType, type Pattern, type Tokens } from './pattern.ts';
import { type Scan, scanTemplate } from './scan-template.ts';
import { templateSkeletons } from './skeleton.ts';
import { BUILT_IN_TYPES, bodyType, mayHoldToken, wordList } from './values.ts';

/** Types of holes by name: built in, and the catalog's own types and identities. */
export interface TypeTable {
  /** A name nobody defined is taken for `label`: the catalog's check reports it. */
  resolve(name: string): HoleType;
  has(name: string): boolean;
  names(): Iterable<string>;
  /** A type that holds itself; resolved to `label`. */
  isCyclic(name: string): boolean;
}

/** Recognises one wording: the whole message, trailing newlines left aside. */
export interface TextMatcher {
  /** Values of the holes, or undefined where the message is not this wording. */
  match(message: string): Record<string, unknown> | undefined;
  /** Anchored at both ends; made on first use. */
  readonly regex: RegExp;
  /** The wording with `%` for every hole, as `skeletonOfFormatString` reduces Apple's format string; one for every choice of optional parts. */
  readonly skeletons: readonly string[];
  /** What such a message may start with: one for every choice of optional parts and words; `''` where a hole comes first. */
  readonly literalPrefixes: readonly string[];
  /** The literal every such message starts with; empty where it starts with a hole. */
  readonly literalPrefix: string;
  /** The longest literal that every such message holds. */
  readonly longestLiteral: string;
}

/** Recognises how every message of a family starts. */
export interface HeadMatcher {
  /** What such a message may start with; `''` where that is open. */
  readonly starts: readonly string[];
  /** False where any word may stand at its start: then it says little about whose line it is. */
  readonly isTelling: boolean;
  /** `end` is where the head ends in the message. */
  readonly match: (message: string) => { readonly end: number; readonly fields: Record<string, unknown> } | undefined;
}

/** Reads a structured body. */
export type ReadBody = (kind: BodyKind, text: string) => unknown;

/** Without `readBody` structured bodies stay text. */
export function createTypeTable(
  catalog: Pick<Catalog, 'types' | 'identities' | 'codes'>,
  readBody?: ReadBody,
): TypeTable {
  const label = builtIn('label');
  const table = new Map<string, HoleType>();
  for (const [name, value] of BUILT_IN_TYPES) {
    const isRead = value.body !== undefined && readBody !== undefined;
    table.set(name, { value: isRead ? bodyType(value, value.body, readBody) : value });
  }
  for (const { name } of catalog.codes) table.set(name, builtIn('i32'));
  for (const { name, values, templates } of catalog.types) {
    if (values !== undefined) table.set(name, { value: wordList(values) });
    else if (templates !== undefined) table.set(name, { templates });
  }
  for (const { name, base, templates } of catalog.identities) {
    if (templates !== undefined) table.set(name, { templates });
    else table.set(name, (base === undefined ? undefined : table.get(base)) ?? label);
  }
  const cyclic = new Set(
    [...table].filter(([name, type]) => holdsItself(name, type, table, new Set())).map(([name]) => name),
  );
  for (const name of cyclic) table.set(name, label);
  return {
    resolve: (name) => table.get(name) ?? label,
    has: (name) => table.has(name),
    names: () => table.keys(),
    isCyclic: (name) => cyclic.has(name),
  };
}

function builtIn(name: string): HoleType {
  const value = BUILT_IN_TYPES.get(name);
  if (value === undefined) throw new Error(`no built-in type ${name}`);
  return { value };
}

function holdsItself(name: string, type: HoleType, table: ReadonlyMap<string, HoleType>, seen: Set<string>): boolean {
  if ('value' in type) return false;
  for (const template of type.templates) {
    for (const part of template.parts) {
      if (typeof part === 'string') continue;
      if (part.type === name) return true;
      const inner = table.get(part.type);
      if (inner === undefined || seen.has(part.type)) continue;
      seen.add(part.type);
      if (holdsItself(name, inner, table, seen)) return true;
    }
  }
  return false;
}

/** Compiles one wording; with a head, the message is expected to start with it. Nothing is compiled before the first match. */
export function compileText(head: Template | undefined, text: Template, types: TypeTable): TextMatcher {
  const elements = joined(head === undefined ? [] : elementsOf(head), elementsOf(text));
  const ended = withoutTrailingBlanks(elements);
  const expression = lazyExpression(ended, endPattern(ended.at(-1), types), types);
  const literalPrefix = prefixOf(ended);
  const isLiteral = ended.length === 1 && literalPrefix !== '';
  let skeletons: readonly string[] | undefined;
  let scan: { readonly run: Scan | undefined } | undefined;
  return {
    match(message) {
      // Most wordings are turned away here, and their expressions are never made; a slice compares faster than `startsWith`.
      if (message.slice(0, literalPrefix.length) !== literalPrefix) return undefined;
      const text = withoutNewlinesBehind(message);
      // A wording without holes is its own expression.
      if (text.length === literalPrefix.length && isLiteral) return {};
      scan ??= { run: scanTemplate(ended, types.resolve) };
      return scan.run?.(text) ?? expression.match(text)?.fields;
    },
    get regex() {
      return expression.regex();
    },
    get skeletons() {
      skeletons ??= templateSkeletons(elements);
      return skeletons;
    },
    literalPrefixes: startsOf(ended, types),
    literalPrefix,
    longestLiteral: longestLiteralOf(ended),
  };
}

export function compileHead(head: Template, types: TypeTable): HeadMatcher {
  const elements = elementsOf(head);
  const { match } = numberedHead(elements, types) ?? lazyExpression(elements, '', types);
  return { match, starts: startsOf(elements, types), isTelling: tells(elements[0], types) };
}

/**
 * A head like `(2201100002): ` stands before every line about a flow: digits between two literals need no expression.
 * Undefined for every other head.
 */
function numberedHead(elements: readonly Element[], types: TypeTable): Pick<Expression, 'match'> | undefined {
  const [before, hole, behind, ...more] = elements;
  if (typeof before !== 'string' || typeof behind !== 'string' || more.length > 0) return undefined;
  if (typeof hole !== 'object' || !('type' in hole)) return undefined;
  const type = types.resolve(hole.type);
  if (!('value' in type) || type.value !== BUILT_IN_TYPES.get('u32')) return undefined;
  return {
    match(message) {
      if (!standsAt(message, before, 0)) return undefined;
      let end = before.length;
      let number = 0;
      for (let code = message.charCodeAt(end); isDigit(code); code = message.charCodeAt(end)) {
        if (end - before.length === MAX_U32_DIGITS) return undefined;
        number = number * 10 + code - 0x30;
        end += 1;
      }
      if (end === before.length || !standsAt(message, behind, end)) return undefined;
      return { end: end + behind.length, fields: { [hole.name]: number } };
    },
  };
}

/** As the type `u32` takes them. */
const MAX_U32_DIGITS = 10;

/** For literals of a few characters: comparing them one by one makes no string. */
function standsAt(text: string, literal: string, at: number): boolean {
  for (let index = 0; index < literal.length; index += 1)
    if (text.charCodeAt(at + index) !== literal.charCodeAt(index)) return false;
  return true;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function tells(first: Element | undefined, types: TypeTable): boolean {
  if (typeof first === 'string') return true;
  if (first === undefined || !('type' in first)) return false;
  const type = types.resolve(first.type);
  return 'templates' in type || type.value.starts !== undefined;
}

interface Expression {
  regex(): RegExp;
  match: HeadMatcher['match'];
}

/** A regular expression from the start of the message on, made on first use; a shorter one for messages without tokens. */
function lazyExpression(elements: readonly Element[], end: string, types: TypeTable): Expression {
  const compile = (tokens: Tokens): (() => Compiled) => {
    let compiled: Compiled | undefined;
    return () => {
      if (compiled !== undefined) return compiled;
      const { source, read } = compilePattern(elements, types.resolve, tokens);
      compiled = { regex: new RegExp(`^${source}${end}`), read };
      return compiled;
    };
  };
  const withTokens = compile('with-tokens');
  const withoutTokens = compile('without-tokens');
  return {
    regex: () => withTokens().regex,
    match(message) {
      const { regex, read } = mayHoldToken(message) ? withTokens() : withoutTokens();
      const groups = regex.exec(message);
      if (groups === null) return undefined;
      const fields: Record<string, unknown> = {};
      read(groups, fields);
      return { end: groups[0].length, fields };
    },
  };
}

interface Compiled {
  readonly regex: RegExp;
  readonly read: Pattern['read'];
}

function prefixOf([first]: readonly Element[]): string {
  return typeof first === 'string' ? first : '';
}

function longestLiteralOf(elements: readonly Element[]): string {
  let longest = '';
  for (const element of elements) {
    if (typeof element === 'string' && element.length > longest.length) longest = element;
  }
  return longest;
}

/** `{?PMRD: }System Sleep` starts with `PMRD: ` or with `System Sleep`; a word of a list with one of them, or hidden. */
function startsOf(elements: readonly Element[], types: TypeTable): string[] {
  const [first, ...others] = elements;
  if (typeof first === 'string') return [first];
  if (first === undefined || 'guard' in first) return [''];
  if ('optional' in first) return [...startsOf(first.optional, types), ...startsOf(others, types)];
  const type = types.resolve(first.type);
  const words = 'value' in type ? type.value.starts : undefined;
  return words === undefined ? [''] : [...words, ...HIDDEN_STARTS];
}

/** What a hidden value may start with. */
const HIDDEN_STARTS = ['<', '(null)'];

/** Two sequences as one; literals that meet become one literal. */
export function joined(head: readonly Element[], text: readonly Element[]): Element[] {
  const last = head.at(-1);
  const [first, ...others] = text;
  if (typeof last !== 'string' || typeof first !== 'string') return [...head, ...text];
  return [...head.slice(0, -1), last + first, ...others];
}

function withoutTrailingBlanks(elements: readonly Element[]): readonly Element[] {
  const last = elements.at(-1);
  if (typeof last !== 'string' || last.trimEnd() === last) return elements;
  return [...elements.slice(0, -1), last.trimEnd()];
}

/**
 * Blanks may follow a message that ends with a literal or a bounded value. Behind an open hole they belong to the hole, and
 * behind a part that may be missing they would be looked for at every character.
 */
function endPattern(last: Element | undefined, types: TypeTable): string {
  const endsByItself =
    typeof last === 'string' || (last !== undefined && 'type' in last && isBounded(types.resolve(last.type)));
  return endsByItself ? '[ \\t]*$' : '$';
}

function isBounded(type: HoleType): boolean {
  return 'value' in type && type.value.reach !== 'open';
}

function withoutNewlinesBehind(message: string): string {
  let end = message.length;
  while (end > 0 && (message.charCodeAt(end - 1) === 10 || message.charCodeAt(end - 1) === 13)) end--;
  return end === message.length ? message : message.slice(0, end);
}
