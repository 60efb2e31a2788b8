import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ruleDetectors } from '../src/analyze.ts';
import { DETECTORS } from '../src/detect/all.ts';
import { NOT_VISIBLE } from '../src/detect/not-visible.ts';
import { parseCatalog } from '../src/language/catalog/parse-catalog.ts';
import { renderDetectorIndex, renderDetectorPage } from '../src/render/markdown/detector-page.ts';
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

describe('the pages of detectors are fresh', async () => {
  const folder = '../src/detect/docs';
  const detectors = [...DETECTORS, ...(await ruleDetectors(parseCatalog(grammarFiles()).value))];
  const metas = [...detectors.map(({ meta }) => meta), ...NOT_VISIBLE].toSorted((a, b) => (a.id < b.id ? -1 : 1));

  test.each(metas)('of $id', async (meta) => {
    await expect(renderDetectorPage(meta)).toMatchFileSnapshot(`${folder}/${meta.id}.md`);
  });

  test('and their index', async () => {
    await expect(renderDetectorIndex(metas)).toMatchFileSnapshot(`${folder}/README.md`);
  });

  test('and there is none of a detector that is gone', () => {
    const known = new Set(['README.md', ...metas.map(({ id }) => `${id}.md`)]);

    expect(readdirSync(new URL(`${folder}/`, import.meta.url)).filter((page) => !known.has(page))).toEqual([]);
  });
});
