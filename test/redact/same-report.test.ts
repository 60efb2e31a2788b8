import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { loadGrammars } from '../../src/recognize/load-grammars.ts';
import { createRedactor } from '../../src/redact/redactor.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const CASES = process.env.NECROPSY_CASES;

/** Every text is gone: what is left is what a reader would count. How many lines are known depends on how many are looked at. */
function numbersOf(value: unknown): unknown {
  const kept = (key: string, each: unknown): unknown =>
    key === 'events' ? undefined : typeof each === 'string' ? '' : each;
  return JSON.parse(JSON.stringify(value, kept));
}

function captures(): readonly string[] {
  const samples = readdirSync(SAMPLES, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(join(SAMPLES, entry.name)).flatMap((name) =>
          name.startsWith('capture.') ? [join(SAMPLES, entry.name, name)] : [],
        )
      : [],
  );
  const cases = CASES === undefined ? [] : readdirSync(CASES).map((name) => join(CASES, name));
  return [...samples, ...cases.filter((path) => /\.(?:log|ndjson|ips)$/.test(path))];
}

describe('a report that is redacted as it is made', () => {
  it.each(captures())('says the same but for its texts: %s', async (path) => {
    const grammar = path.includes('acme-handshake') ? [join(path, '..', 'acme.grammar')] : [];
    const catalog = grammar.length === 0 ? BUILT_IN_CATALOG : loadGrammars(grammar, BUILT_IN_CATALOG).catalog;
    const given = { inputs: [path], catalog, version: '0', hasWholeLists: true };
    const plain = await analyze(given);

    for (const level of ['standard', 'strict'] as const) {
      const redactor = createRedactor({ level, key: Buffer.alloc(32, 7), commonText: '' });
      const redacted = await analyze({ ...given, redactor });

      expect(numbersOf(redacted.report)).toEqual(numbersOf(plain.report));
      expect(redacted.report.detectors.map(({ id, status }) => [id, status])).toEqual(
        plain.report.detectors.map(({ id, status }) => [id, status]),
      );
      expect(redacted.report.capture.quality.map(({ check, state }) => [check, state])).toEqual(
        plain.report.capture.quality.map(({ check, state }) => [check, state]),
      );
    }
  });
});
