import { describe, expect, test } from 'vitest';
import { parseCatalog } from '../src/language/catalog/parse-catalog.ts';
import { grammarFiles } from './language/grammar-files.ts';
import { renderCatalog } from './language/render-catalog.ts';
import { renderEvents } from './language/render-events.ts';

// `npm run generate` is this file with `-u`: what it compares is what it writes.
describe('files made from grammars/ are fresh', () => {
  const { value: catalog } = parseCatalog(grammarFiles());

  test('src/model/events.generated.ts', async () => {
    await expect(renderEvents(catalog)).toMatchFileSnapshot('../src/model/events.generated.ts');
  });

  test('src/recognize/catalog.generated.ts', async () => {
    await expect(renderCatalog(catalog)).toMatchFileSnapshot('../src/recognize/catalog.generated.ts');
  });
});
