import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { DETECTORS } from '../../src/detect/all.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { disagreements } from '../../src/testing/weighing-checks.ts';

const FOLDER = fileURLToPath(new URL('../../samples/', import.meta.url));
const ASKED = [...DETECTORS.map(({ meta }) => meta.id), ...BUILT_IN_CATALOG.rules.map(({ name }) => name)];

const captures = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/capture\.\w+$/.test(path))
  .sort();

describe('asking every detector why', () => {
  it.each(captures)('of %s changes nothing in the report, and each answer is consistent', async (path) => {
    const inputs = [FOLDER + path];
    const plain = await analyze({ inputs, version: '0' });

    const { report, why = [] } = await analyze({ inputs, version: '0', why: ASKED.map((detector) => ({ detector })) });

    expect(report).toEqual(plain.report);
    expect(why.map(({ detector }) => detector)).toEqual(ASKED);
    expect(why.flatMap(disagreements)).toEqual([]);
    // Never an answer without a word on what could have been seen.
    expect(why.filter(({ candidates, needs }) => candidates.length + needs.length === 0)).toEqual([]);
  });
});
