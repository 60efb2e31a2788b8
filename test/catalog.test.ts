import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBody } from '../src/language/body/read-body.ts';
import { checkCatalog } from '../src/language/catalog/check.ts';
import { compareCaptures } from '../src/language/catalog/compare-captures.ts';
import { parseCatalog } from '../src/language/catalog/parse-catalog.ts';
import { compileText, createTypeTable } from '../src/language/catalog/template.ts';
import { compileVocabulary } from '../src/language/catalog/vocabulary.ts';
import { renderDiagnostic } from '../src/language/diagnostic.ts';
import { grammarFiles } from './language/grammar-files.ts';

const parsed = parseCatalog(grammarFiles());
const { families, vocabularies } = parsed.value;
const types = createTypeTable(parsed.value, readBody);

test('the catalog holds no error', () => {
  const errors = [...parsed.problems, ...checkCatalog(parsed)].filter(({ severity }) => severity === 'error');

  expect(errors.map(renderDiagnostic).join('\n\n')).toBe('');
});

test('the page on the language shows what the language takes', () => {
  const page = readFileSync(new URL('../grammars/README.md', import.meta.url), 'utf8');
  const [entry = '', vocabulary = ''] = [...page.matchAll(/^```\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
  const named = grammarFiles().filter(({ name }) => name.endsWith('types.grammar'));
  const said = [entry, vocabulary].flatMap((text) => {
    const shown = parseCatalog([...named, { name: 'README.md', text }]);
    return [...shown.problems, ...checkCatalog(shown)].filter(({ severity }) => severity === 'error');
  });

  expect([entry.slice(0, 6), vocabulary.slice(0, 10)]).toEqual(['family', 'vocabulary']);
  expect(said.map(renderDiagnostic).join('\n\n')).toBe('');
});

describe.each(families.map((family) => ({ name: family.name, family })))('$name', ({ family }) => {
  const texts = family.messages.flatMap((message) =>
    message.texts.map((text) => ({ message: message.name, matcher: compileText(family.head, text, types) })),
  );
  const cases = family.messages.flatMap((message) =>
    message.samples.map((sample) => ({ message: message.name, text: sample.text, sample })),
  );

  test.each(cases)('$message: $text', ({ message, sample }) => {
    const first = texts.find(({ matcher }) => matcher.match(sample.text) !== undefined);

    expect(first?.message).toBe(message);
    expect(compareCaptures(first?.matcher.match(sample.text) ?? {}, sample.captures)).toEqual([]);
  });
});

describe.each(vocabularies.map((vocabulary) => ({ name: vocabulary.name, vocabulary })))('$name', ({ vocabulary }) => {
  const compiled = compileVocabulary(vocabulary);
  const cases = vocabulary.words.flatMap((word) =>
    word.samples.map((sample) => ({ word: word.name, text: sample.text, sample })),
  );

  test.each(cases)('$word: $text', ({ word, sample }) => {
    const said = compiled.match(sample.text);

    expect(said?.word).toBe(word);
    expect(compareCaptures({ ...said }, sample.captures)).toEqual([]);
  });
});
