import type { Predicate } from '../../model/catalog.ts';
import type { CompilePattern } from './compile.ts';

/** How the patterns of these predicates are to be compiled; undefined where none has one, since the engine for them is a large module. */
export async function safePatterns(predicates: Iterable<Predicate>): Promise<CompilePattern | undefined> {
  for (const predicate of predicates) {
    if (!hasPattern(predicate)) continue;
    const { linearPattern } = await import('./linear-pattern.ts');
    return linearPattern;
  }
  return undefined;
}

function hasPattern(predicate: Predicate): boolean {
  if (predicate.op === 'and' || predicate.op === 'or') return predicate.terms.some(hasPattern);
  if (predicate.op === 'not') return hasPattern(predicate.term);
  return predicate.op === 'compare' && predicate.comparator === 'matches';
}
