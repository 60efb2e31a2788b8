import { compilePredicate } from '../language/predicate/compile.ts';
import type { Predicate } from '../model/catalog.ts';

/**
 * Whether a predicate may hold for a subject of which one field is not known: false only where no value of that field makes it
 * true. Exact for every term by itself; two terms that contradict each other over the unknown field pass as possible.
 */
export function compilePossible<S>(
  predicate: Predicate,
  fields: (name: string) => (subject: S) => unknown,
  unknownField: string,
): (subject: S) => boolean {
  return compile(predicate, fields, unknownField, true);
}

/** `isGenerous`: a comparison with the unknown field holds; else it does not. Under a `not` the one becomes the other. */
function compile<S>(
  predicate: Predicate,
  fields: (name: string) => (subject: S) => unknown,
  unknownField: string,
  isGenerous: boolean,
): (subject: S) => boolean {
  switch (predicate.op) {
    case 'not': {
      const term = compile(predicate.term, fields, unknownField, !isGenerous);
      return (subject) => !term(subject);
    }
    case 'and':
    case 'or': {
      const terms = predicate.terms.map((term) => compile(term, fields, unknownField, isGenerous));
      if (predicate.op === 'and') return (subject) => terms.every((term) => term(subject));
      return (subject) => terms.some((term) => term(subject));
    }
    case 'compare':
      return predicate.field === unknownField ? () => isGenerous : compilePredicate(predicate, fields);
    default:
      return compilePredicate(predicate, fields);
  }
}
