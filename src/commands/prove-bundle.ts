import { prove, wordsOf } from '../redact/prove.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { BundleFile, BundleInput } from '../render/bundle/bundle.ts';

/**
 * Throws `UserError` (exit code 6) where a file would still hold a private value, packed or not. `blank` is the same bundle of
 * nothing: its words are ours.
 */
export async function proveBundle(
  redactor: Redactor,
  files: readonly BundleFile[],
  blank: Omit<BundleInput, 'keep'>,
): Promise<void> {
  const { renderBundle } = await import('../render/bundle/bundle.ts');
  const given = blank.facts.given.map((each) => ({ ...each, name: '' }));
  const ours = renderBundle({ ...blank, keep: 'all', facts: { ...blank.facts, given } });
  const isOurs = wordsOf(ours.flatMap(({ texts }) => texts));
  for (const { name, texts } of files) for (const text of texts) prove(redactor, text, () => name, isOurs);
}
