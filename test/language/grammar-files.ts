import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CatalogFile } from '../../src/language/catalog/parse-catalog.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every file below `grammars/`, types first, then in the order of their paths: the same on every machine. */
export function grammarFiles(): CatalogFile[] {
  const paths = readdirSync(join(ROOT, 'grammars'), { recursive: true, encoding: 'utf8' });
  const names = paths
    .filter((path) => path.endsWith('.grammar'))
    .map((path) => `grammars/${path.replaceAll('\\', '/')}`);
  const ordered = names.sort(
    (a, b) => Number(b.endsWith('/types.grammar')) - Number(a.endsWith('/types.grammar')) || (a < b ? -1 : 1),
  );
  return ordered.map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }));
}
