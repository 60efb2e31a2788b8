import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const LANGUAGE = fileURLToPath(new URL('../../src/language/', import.meta.url));

/** Packages that a module pulls in, itself and through ours; types do not count. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = [...readFileSync(file, 'utf8').matchAll(/^import (?!type )[^;]*? from '([^']+)'/gms)].map(
    ([, from = '']) => from,
  );
  return imports.flatMap((from) => (from.startsWith('.') ? packagesOf(join(dirname(file), from), seen) : [from]));
}

// Importing chevrotain costs a third of a second; every run of `necropsy analyze` starts through these.
test.each([
  'predicate/compile.ts',
  'predicate/fields.ts',
  'catalog/template.ts',
  'catalog/vocabulary.ts',
  'catalog/skeleton.ts',
])('%s pulls in no package', (file) => {
  expect(packagesOf(join(LANGUAGE, file))).toEqual([]);
});

test('the parser does, so this test can fail', () => {
  expect(packagesOf(join(LANGUAGE, 'predicate/parse-predicate.ts'))).toContain('chevrotain');
});
