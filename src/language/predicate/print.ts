import type { Predicate } from '../../model/catalog.ts';

/** A predicate as people write it. */
export function printPredicate(predicate: Predicate): string {
  switch (predicate.op) {
    case 'true':
      return 'TRUEPREDICATE';
    case 'false':
      return 'FALSEPREDICATE';
    case 'not':
      return `not ${inner(predicate.term)}`;
    case 'and':
    case 'or':
      return predicate.terms.map(inner).join(` ${predicate.op} `);
    case 'compare': {
      const { field, comparator, value, ignoreCase, ignoreDiacritics } = predicate;
      const flags = `${ignoreCase ? 'c' : ''}${ignoreDiacritics ? 'd' : ''}`;
      const operator = `${comparator}${flags === '' ? '' : `[${flags}]`}`;
      return `${field} ${operator} ${Array.isArray(value) ? `{${value.map(literal).join(', ')}}` : literal(value)}`;
    }
  }
}

function inner(term: Predicate): string {
  const text = printPredicate(term);
  return term.op === 'and' || term.op === 'or' ? `(${text})` : text;
}

function literal(value: unknown): string {
  return value === null ? 'nil' : typeof value === 'string' ? JSON.stringify(value) : String(value);
}
