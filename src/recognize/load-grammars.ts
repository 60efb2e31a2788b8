import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalog } from '../language/catalog/check.ts';
import { type CatalogFile, type ParsedCatalog, parseCatalog } from '../language/catalog/parse-catalog.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { describeError } from '../lib/describe-error.ts';
import { UserError } from '../lib/errors.ts';
import type { Catalog } from '../model/catalog.ts';

export interface LoadedGrammars {
  /** What is given to extend, and every file without an error. */
  readonly catalog: Catalog;
  /** Names of the files, as they were found. */
  readonly files: readonly string[];
  /** Of all files; a file with an error is left out of the catalog. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What else is to be said of files that can be read. */
export type LintRules = (parsed: ParsedCatalog) => readonly Diagnostic[];

/** Larger files are no grammars. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Reads grammar files, or folders of them, on top of a catalog. A file with an error costs itself (and files that need
 * what it defines), never the catalog it extends. `taken` are names that no rule may have. Throws `UserError` (exit code 4) for a path that cannot be read.
 */
export function loadGrammars(
  paths: readonly string[],
  base: Catalog,
  taken: ReadonlySet<string> = new Set(),
  lint: LintRules = () => [],
): LoadedGrammars {
  const files = paths.flatMap(grammarFilesAt).map((name): CatalogFile => ({ name, text: readGrammar(name) }));
  let good = files;
  let diagnostics: readonly Diagnostic[] | undefined;
  for (;;) {
    const parsed = parseCatalog(good, base);
    const found = [...parsed.problems, ...checkCatalog(parsed, taken), ...lint(parsed)];
    diagnostics = [...(diagnostics ?? []), ...found.filter((each) => !isKnown(each, diagnostics))];
    const broken = new Set(found.filter(({ severity }) => severity === 'error').map(({ place }) => place.file));
    if (broken.size === 0) return { catalog: parsed.value, files: files.map(({ name }) => name), diagnostics };
    good = good.filter(({ name }) => !broken.has(name));
  }
}

function isKnown(diagnostic: Diagnostic, known: readonly Diagnostic[] = []): boolean {
  const { place, code } = diagnostic;
  return known.some(
    (other) => other.code === code && other.place.file === place.file && other.place.line === place.line,
  );
}

/** The file itself, or every `*.grammar` below a folder, in the order of their paths. */
export function grammarFilesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.grammar'));
    if (names.length === 0) throw new UserError(`${path} holds no .grammar file`, { exitCode: 4 });
    return names.toSorted().map((name) => join(path, name));
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function readGrammar(path: string): string {
  try {
    if (statSync(path).size > MAX_BYTES) throw new UserError(`${path} is too large for a grammar`, { exitCode: 4 });
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** The text of a grammar file, undefined where it is not there. */
export function tryReadGrammar(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function unreadable(path: string, cause: unknown): UserError {
  if (cause instanceof UserError) return cause;
  const reason = describeError(cause).replace(/, (?:open|stat|scandir) '.*$/s, '');
  return new UserError(`cannot read the grammar ${path}: ${reason}`, { exitCode: 4, cause });
}
