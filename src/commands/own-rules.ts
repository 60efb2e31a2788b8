import { join } from 'node:path';
import type { Diagnostic } from '../language/diagnostic.ts';
import { UserError } from '../lib/errors.ts';
import type { Catalog, RuleSpec } from '../model/catalog.ts';
import type { LintRules } from '../recognize/load-grammars.ts';
import { detectorNames } from './user-catalog.ts';

export interface OwnRules {
  readonly catalog: Catalog;
  /** The rules of the files that were named, those of files with an error left out. */
  readonly rules: readonly RuleSpec[];
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const NO_CATALOG: Catalog = { types: [], identities: [], families: [], vocabularies: [], codes: [], rules: [] };

/**
 * Reads rule files on top of the built-in catalog and of `grammars`; without a path the rules that ship, as they are written.
 * Throws `UserError` (exit code 4) where the files hold no rule and nothing is wrong with them.
 */
export async function loadOwnRules(
  paths: readonly string[],
  grammars: readonly string[],
  root: string,
  lint?: LintRules,
): Promise<OwnRules> {
  const [{ grammarFilesAt, loadGrammars }, { BUILT_IN_CATALOG }] = await Promise.all([
    import('../recognize/load-grammars.ts'),
    import('../recognize/catalog.generated.ts'),
  ]);
  const taken = await detectorNames();
  const isShipped = paths.length === 0;
  const { catalog, diagnostics } = isShipped
    ? loadGrammars([join(root, 'grammars')], NO_CATALOG, taken, lint)
    : loadGrammars([...new Set([...grammars, ...paths])], BUILT_IN_CATALOG, taken, lint);
  const files = (isShipped ? [join(root, 'grammars', 'rules')] : paths).flatMap(grammarFilesAt);
  const rules = catalog.rules.filter(({ place }) => files.includes(place.file));
  if (rules.length === 0 && diagnostics.length === 0)
    throw new UserError(`there is no rule in ${files.join(', ')}`, {
      exitCode: 4,
      hint: '`necropsy rules new ID` writes one to start from',
    });
  return { catalog, rules, files, diagnostics };
}
