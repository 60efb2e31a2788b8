import type { Diagnostic } from '../language/diagnostic.ts';
import { UserError } from '../lib/errors.ts';
import type { Catalog } from '../model/catalog.ts';
import { visible } from '../render/terminal/visible.ts';

export interface UserCatalog {
  readonly catalog: Catalog;
  /** True where a file of the user's had an error and was left out: exit 4 in the end. */
  readonly isFlawed: boolean;
}

/**
 * The catalog of a run: the built-in one, what `--grammar` adds and what `--rules` adds. What is wrong with a grammar goes to
 * stderr and costs the file; wrong rules are refused: throws `UserError` (exit code 4), since a run that lacks a rule says less than it seems to.
 */
export async function userCatalog(
  grammars: readonly string[] = [],
  rules: readonly string[] = [],
): Promise<UserCatalog> {
  const { BUILT_IN_CATALOG } = await import('../recognize/catalog.generated.ts');
  const paths = [...new Set([...grammars, ...rules])];
  if (paths.length === 0) return { catalog: BUILT_IN_CATALOG, isFlawed: false };
  const { grammarFilesAt, loadGrammars } = await import('../recognize/load-grammars.ts');
  const { catalog, diagnostics } = loadGrammars(paths, BUILT_IN_CATALOG, await detectorNames());
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const asked = new Set(rules.flatMap(grammarFilesAt));
  const refused = errors.filter(({ place }) => asked.has(place.file));
  if (refused.length > 0) throw refusal(refused, await diagnosticText(refused));
  if (errors.length > 0) process.stderr.write(`${await diagnosticText(errors)}\n`);
  return { catalog, isFlawed: errors.length > 0 };
}

function refusal(errors: readonly Diagnostic[], text: string): UserError {
  const files = [...new Set(errors.map(({ place }) => place.file))];
  return new UserError(`the rules in ${files.join(', ')} are wrong, so nothing was analysed`, {
    exitCode: 4,
    detail: text.split('\n'),
    hint: `necropsy rules lint ${files.join(' ')}`,
  });
}

/** Names that no rule may have. */
export async function detectorNames(): Promise<ReadonlySet<string>> {
  const { DETECTORS } = await import('../detect/all.ts');
  return new Set(DETECTORS.map(({ meta }) => meta.id));
}

/** Diagnostics as people read them, a blank line between two. */
export async function diagnosticText(diagnostics: readonly Diagnostic[]): Promise<string> {
  const { renderDiagnostic } = await import('../language/diagnostic.ts');
  return diagnostics.map((each) => renderDiagnostic(each).split('\n').map(visible).join('\n')).join('\n\n');
}
