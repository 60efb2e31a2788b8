import type { Diagnostic } from '../language/diagnostic.ts';
import type { Catalog } from '../model/catalog.ts';
import { visible } from '../render/terminal/visible.ts';

export interface UserCatalog {
  readonly catalog: Catalog;
  /** True where a file of the user's had an error and was left out: exit 4 in the end. */
  readonly isFlawed: boolean;
}

/** The catalog of a run: the built-in one and what `--grammar` adds. What is wrong with the user's files goes to stderr. */
export async function userCatalog(paths: readonly string[] = []): Promise<UserCatalog> {
  const { BUILT_IN_CATALOG } = await import('../recognize/catalog.generated.ts');
  if (paths.length === 0) return { catalog: BUILT_IN_CATALOG, isFlawed: false };
  const { loadGrammars } = await import('../recognize/load-grammars.ts');
  const { catalog, diagnostics } = loadGrammars(paths, BUILT_IN_CATALOG, await detectorNames());
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) process.stderr.write(`${await diagnosticText(errors)}\n`);
  return { catalog, isFlawed: errors.length > 0 };
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
