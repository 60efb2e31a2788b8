import { describe, expect, it } from 'vitest';
import { parseCatalog } from '../../../src/language/catalog/parse-catalog.ts';
import { compilePattern, elementsOf, type Tokens } from '../../../src/language/catalog/pattern.ts';
import { createTypeTable } from '../../../src/language/catalog/template.ts';
import { mayHoldToken } from '../../../src/language/catalog/values.ts';
import type { Template } from '../../../src/model/catalog.ts';
import { grammarFiles } from '../grammar-files.ts';

const { value: catalog } = parseCatalog(grammarFiles());
const types = createTypeTable(catalog);

interface Wording {
  readonly text: Template;
  readonly body: string;
  readonly name: string;
}

/** Every wording with every sample of its message that holds no token; flow hashes of heads taken off. */
const WORDINGS: readonly Wording[] = catalog.families.flatMap((family) =>
  family.messages.flatMap((message) =>
    message.texts.flatMap((text) =>
      message.samples
        .map((sample) => (family.head === undefined ? sample.text : sample.text.replace(/^\(\d+\): /, '')))
        .filter((body) => !mayHoldToken(body))
        .map((body) => ({ text, body, name: `${family.name}/${message.name}` })),
    ),
  ),
);

function fieldsBy(tokens: Tokens, { text, body }: Wording): Record<string, unknown> | undefined {
  const { source, read } = compilePattern(elementsOf(text), types.resolve, tokens);
  const groups = new RegExp(`^${source}$`).exec(body);
  const fields: Record<string, unknown> = {};
  if (groups === null) return undefined;
  read(groups, fields);
  return fields;
}

describe('expressions without privacy tokens', () => {
  it('read every sample without a token as the full expressions do', () => {
    for (const wording of WORDINGS) {
      expect(fieldsBy('without-tokens', wording), wording.name).toEqual(fieldsBy('with-tokens', wording));
    }

    expect(WORDINGS.length).toBeGreaterThan(500);
  });

  it.each([
    '<private>',
    "<mask.hash: 'AbC='>",
    '(null)',
    'Hostname#8d66d2a7:443',
    '<IPv4-redacted>',
    '<decode: missing data>',
  ])('are not used for a message that holds %s', (token) => {
    expect(mayHoldToken(`value ${token} behind`)).toBe(true);
  });
});
