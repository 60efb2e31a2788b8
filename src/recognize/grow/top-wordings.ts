import type { CountedWording, WordingExample } from '../../model/coverage.ts';

/** Wordings by how often they occur, within bounded memory: rare ones are forgotten when there are too many. */
export interface TopWordings {
  add(wording: string, example: () => WordingExample): void;
  /** The most frequent first; `atLeast` where occurrences may have been forgotten. */
  top(count: number): readonly CountedWording[];
}

const CAP = 4_096;

export function createTopWordings(): TopWordings {
  const known = new Map<string, { count: number; example: WordingExample }>();
  let floor = 0;
  /** Lossy counting: what was seen no oftener than every entry since the last sweep goes. */
  const sweep = (): void => {
    floor += 1;
    for (const [wording, { count }] of known) if (count <= floor) known.delete(wording);
  };
  return {
    add(wording, example) {
      const entry = known.get(wording);
      if (entry !== undefined) {
        entry.count += 1;
        return;
      }
      while (known.size >= CAP) sweep();
      known.set(wording, { count: floor + 1, example: example() });
    },
    top(count) {
      return [...known]
        .map(([wording, entry]) => ({ wording, ...entry }))
        .sort((a, b) => b.count - a.count || (a.wording < b.wording ? -1 : 1))
        .slice(0, count);
    },
  };
}
