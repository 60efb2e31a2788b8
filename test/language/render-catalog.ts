import type { Catalog } from '../../src/model/catalog.ts';

/**
 * `src/recognize/catalog.generated.ts`: the catalog as one JSON text, which engines read faster than an object literal; one
 * line per entry, so that two changes of the catalog merge.
 */
export function renderCatalog(whole: Catalog): string {
  const catalog = withoutProse(whole);
  const lists = Object.entries(catalog).map(([name, entries]: [string, readonly unknown[]]) => {
    const lines = entries.map((entry, index) =>
      literal(JSON.stringify(entry) + (index < entries.length - 1 ? ',' : '')),
    );
    return [literal(`"${name}":[`), ...lines].join(' +\n');
  });
  const body = [literal('{'), lists.join(` +\n${literal('],')} +\n`), literal(']}')].join(' +\n');
  return [
    '// Generated from grammars/ by test/generated.test.ts: `npx vitest run test/generated.test.ts -u`.',
    "import type { Catalog } from '../model/catalog.ts';",
    '',
    '/** The catalog of known messages that ships with necropsy. */',
    `export const BUILT_IN_CATALOG: Catalog = JSON.parse(\n${body},\n) as Catalog;`,
    '',
  ].join('\n');
}

/**
 * What a run needs: samples and explanations are two thirds of the catalog, and every start would read them. They stay in
 * the grammar files.
 */
function withoutProse(catalog: Catalog): Catalog {
  return {
    ...catalog,
    families: catalog.families.map((family) => ({
      ...family,
      messages: family.messages.map(({ name, texts, level, place }) => ({
        name,
        texts,
        ...(level === undefined ? {} : { level }),
        see: [],
        samples: [],
        place,
      })),
    })),
    vocabularies: catalog.vocabularies.map((vocabulary) => ({
      ...vocabulary,
      words: vocabulary.words.map(({ name, phrases, place }) => ({ name, phrases, samples: [], place })),
    })),
  };
}

function literal(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `  '${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}
