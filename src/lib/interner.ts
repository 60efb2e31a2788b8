import { keep } from './keep.ts';

/** Keeps one copy of each text, for words that come again and again: names of apps, hosts, interfaces. */
export function createInterner(cap: number): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= cap) known.clear();
    const kept = keep(text);
    known.set(kept, kept);
    return kept;
  };
}
