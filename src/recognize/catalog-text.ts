import type { Catalog } from '../model/catalog.ts';

/** Everything that the messages of a catalog say by themselves, in small letters: what is no value of any capture's. */
export function catalogText(catalog: Catalog): string {
  const texts = new Set<string>();
  const add = (part: unknown): void => {
    if (typeof part === 'string') texts.add(part.toLowerCase());
  };
  for (const family of catalog.families) {
    for (const part of family.head?.parts ?? []) add(part);
    for (const { texts: templates } of family.messages)
      for (const { parts } of templates) for (const part of parts) add(part);
  }
  for (const { values = [] } of catalog.types) for (const value of values) add(value);
  for (const { words } of catalog.vocabularies)
    for (const { phrases } of words) for (const phrase of phrases) add(phrase);
  return [...texts].join('\n');
}
