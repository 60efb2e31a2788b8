import type { Comparator, Predicate, PredicateValue } from '../../model/catalog.ts';

/** Reads one field of a subject; `undefined` where the subject has no such field. */
export type FieldReader<S> = (subject: S) => unknown;

type Test<S> = (subject: S) => boolean;
type Comparison = Extract<Predicate, { op: 'compare' }>;
type Scalar = string | number | boolean | null;

/** Longer patterns of `like` and `matches` are refused. */
export const MAX_PATTERN_CHARS = 512;
/** `like` and `matches` look at this many characters of a value. */
export const MAX_SUBJECT_CHARS = 16_384;

export interface CompiledPattern {
  /** Whether the whole text is one. */
  test(text: string): boolean;
}

/** Compiles the pattern of a `matches`. For patterns that people hand in: `linear-pattern.ts`. */
export type CompilePattern = (pattern: string, ignoreCase: boolean) => CompiledPattern;

/**
 * One closure for a predicate. `fields` is asked once per field and gives the reader for it. A missing value is nil: equal to
 * `nil`, different from everything else, neither below nor above anything. A redacted value reads as its token.
 */
export function compilePredicate<S>(
  predicate: Predicate,
  fields: (name: string) => FieldReader<S>,
  pattern: CompilePattern = matchesPattern,
): Test<S> {
  switch (predicate.op) {
    case 'true':
      return () => true;
    case 'false':
      return () => false;
    case 'not': {
      const term = compilePredicate(predicate.term, fields, pattern);
      return (subject) => !term(subject);
    }
    case 'and':
      return allOf(predicate.terms.map((term) => compilePredicate(term, fields, pattern)));
    case 'or':
      return anyOf(predicate.terms.map((term) => compilePredicate(term, fields, pattern)));
    case 'compare': {
      const read = fields(predicate.field);
      const test = comparison(predicate, pattern);
      return (subject) => test(plain(read(subject)));
    }
  }
}

function allOf<S>(terms: readonly Test<S>[]): Test<S> {
  const [first, second] = terms;
  if (terms.length === 2 && first !== undefined && second !== undefined)
    return (subject) => first(subject) && second(subject);
  return (subject) => terms.every((term) => term(subject));
}

function anyOf<S>(terms: readonly Test<S>[]): Test<S> {
  const [first, second] = terms;
  if (terms.length === 2 && first !== undefined && second !== undefined)
    return (subject) => first(subject) || second(subject);
  return (subject) => terms.some((term) => term(subject));
}

/** A redacted value stands for its token, everything missing for nil. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'object' && 'redacted' in value) return value.redacted;
  return value;
}

function comparison(spec: Comparison, pattern: CompilePattern): (value: unknown) => boolean {
  const fold = folding(spec.ignoreCase, spec.ignoreDiacritics);
  const { comparator, value } = spec;
  switch (comparator) {
    case '==':
      return equalTo(scalar(value), fold);
    case '!=': {
      const equal = equalTo(scalar(value), fold);
      return (actual) => !equal(actual);
    }
    case 'in': {
      const tests = list(value).map((item) => equalTo(item, fold));
      return (actual) => tests.some((test) => test(actual));
    }
    case 'between': {
      const [low = null, high = null] = list(value);
      return (actual) => order(actual, low, fold) >= 0 && order(actual, high, fold) <= 0;
    }
    case '<':
      return (actual) => order(actual, scalar(value), fold) < 0;
    case '<=':
      return (actual) => order(actual, scalar(value), fold) <= 0;
    case '>':
      return (actual) => order(actual, scalar(value), fold) > 0;
    case '>=':
      return (actual) => order(actual, scalar(value), fold) >= 0;
    default:
      return textTest(comparator, String(value), spec, pattern);
  }
}

function textTest(
  comparator: Comparator,
  wanted: string,
  spec: Comparison,
  compilePattern: CompilePattern,
): (value: unknown) => boolean {
  const fold = folding(spec.ignoreCase, spec.ignoreDiacritics);
  const text = fold(wanted);
  switch (comparator) {
    case 'contains':
      return (actual) => typeof actual === 'string' && fold(actual).includes(text);
    case 'beginswith':
      return (actual) => typeof actual === 'string' && fold(actual).startsWith(text);
    case 'endswith':
      return (actual) => typeof actual === 'string' && fold(actual).endsWith(text);
    default: {
      const accents = folding(false, spec.ignoreDiacritics);
      const pattern =
        comparator === 'like'
          ? likePattern(accents(wanted), spec.ignoreCase)
          : compilePattern(accents(wanted), spec.ignoreCase);
      return (actual) => typeof actual === 'string' && pattern.test(accents(actual.slice(0, MAX_SUBJECT_CHARS)));
    }
  }
}

function scalar(value: PredicateValue): Scalar {
  return isList(value) ? (value[0] ?? null) : value;
}

function list(value: PredicateValue): readonly Scalar[] {
  return isList(value) ? value : [value];
}

function isList(value: PredicateValue): value is readonly Scalar[] {
  return Array.isArray(value);
}

type Fold = (text: string) => string;

function folding(ignoreCase: boolean, ignoreDiacritics: boolean): Fold {
  const accents: Fold = (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (ignoreCase) return ignoreDiacritics ? (text) => accents(text).toLowerCase() : (text) => text.toLowerCase();
  return ignoreDiacritics ? accents : (text) => text;
}

function equalTo(wanted: Scalar, fold: Fold): (value: unknown) => boolean {
  if (typeof wanted === 'string') {
    const text = fold(wanted);
    return (actual) =>
      typeof actual === 'string' ? fold(actual) === text : actual !== null && String(actual) === wanted;
  }
  if (typeof wanted === 'number') return (actual) => order(actual, wanted, fold) === 0;
  if (typeof wanted === 'boolean')
    return (actual) => actual === wanted || (typeof actual === 'number' && actual === Number(wanted));
  return (actual) => actual === null;
}

/** Negative, zero or positive; NaN, which every comparison refuses, where the two have no order. */
function order(actual: unknown, wanted: Scalar, fold: Fold): number {
  if (typeof wanted === 'number') return orderNumbers(numeric(actual), wanted);
  if (typeof wanted !== 'string') return Number.NaN;
  if (typeof actual !== 'string')
    return orderNumbers(numeric(actual), wanted.trim() === '' ? Number.NaN : Number(wanted));
  const a = fold(actual);
  const b = fold(wanted);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function orderNumbers(a: number | bigint | undefined, b: number): number {
  if (a === undefined) return Number.NaN;
  if (a < b) return -1;
  if (a > b) return 1;
  return Number.isNaN(b) ? Number.NaN : 0;
}

function numeric(value: unknown): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}

/**
 * `*` takes anything, `?` one character, a backslash makes the next character plain. Every piece between two stars is found
 * once and for all where it first stands (a look-ahead that is then taken as a whole), so no text makes this slow.
 */
function likePattern(pattern: string, ignoreCase: boolean): RegExp {
  const pieces = pattern.match(/\\[\s\S]|\*+|[^*\\]+|\\$/g) ?? [];
  const segments = [''];
  for (const piece of pieces) {
    if (piece.startsWith('*')) segments.push('');
    else segments.push((segments.pop() ?? '') + likeSegment(piece));
  }
  const [first = '', ...others] = segments;
  const last = others.pop();
  const middle = others.map((segment, index) => `(?=([^]*?${segment}))\\${index + 1}`).join('');
  const source = last === undefined ? `^${first}$` : `^${first}${middle}[^]*${last}$`;
  return new RegExp(source, ignoreCase ? 'i' : '');
}

function likeSegment(piece: string): string {
  if (piece.startsWith('\\')) return escapeRegExp(piece.length > 1 ? piece.slice(1) : piece);
  return piece.split('?').map(escapeRegExp).join('[^]');
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Anchored at both ends, as NSPredicate has it; leading `(?i)`, `(?s)`, `(?m)` become flags. */
function matchesPattern(pattern: string, ignoreCase: boolean): RegExp {
  const [inline = '', letters = ''] = /^\(\?([ism]+)\)/.exec(pattern) ?? [];
  const flags = new Set(ignoreCase ? [...letters, 'i'] : letters);
  return new RegExp(`^(?:${pattern.slice(inline.length)})$`, [...flags].join(''));
}
