import type { CompilePattern } from '../language/predicate/compile.ts';
import { safePatterns } from '../language/predicate/safe-patterns.ts';
import type { Catalog } from '../model/catalog.ts';

/** What the gates of a catalog need to run their patterns in linear time; undefined where none has a pattern. */
export function gatePatterns({ families, vocabularies }: Catalog): Promise<CompilePattern | undefined> {
  return safePatterns([...families, ...vocabularies].map(({ where }) => where));
}
