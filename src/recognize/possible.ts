import { type CompilePattern, compilePredicate } from '../language/predicate/compile.ts';
import type { Predicate } from '../model/catalog.ts';

/**
 * Whether a predicate may hold for a subject of which one field is not known: false only where no value of that field makes it
 * true. Exact for every term by itself; two terms that contradict each other over the unknown field pass as possible.
 */
export function compilePossible<S>(
  predicate: Predicate,
  fields: (name: string) => (subject: S) => unknown,
  unknownField: string,
  pattern?: CompilePattern,
): (subject: S) => boolean {
  return compile(predicate, { fields, unknownField, pattern }, true);
}

interface Known<S> {
  readonly fields: (name: string) => (subject: S) => unknown;
  readonly unknownField: string;
  readonly pattern: CompilePattern | undefined;
}

/** `isGenerous`: a comparison with the unknown field holds; else it does not. Under a `not` the one becomes the other. */
function compile<S>(predicate: Predicate, known: Known<S>, isGenerous: boolean): (subject: S) => boolean {
  const { fields, unknownField, pattern } = known;
  switch (predicate.op) {
    case 'not': {
      const term = compile(predicate.term, known, !isGenerous);
      return (subject) => !term(subject);
    }
    case 'and':
    case 'or': {
      const terms = predicate.terms.map((term) => compile(term, known, isGenerous));
      if (predicate.op === 'and') return (subject) => terms.every((term) => term(subject));
      return (subject) => terms.some((term) => term(subject));
    }
    case 'compare':
      return predicate.field === unknownField ? () => isGenerous : compilePredicate(predicate, fields, pattern);
    default:
      return compilePredicate(predicate, fields, pattern);
  }
}
