/**
 * Tells from one pass over a text which groups of literals occur in it. Each literal is looked up by one group of four
 * characters, the rarest it has: a text without that gram does not hold the literal, and one with it is searched.
 */
export interface GramFilter {
  /** Indices of the groups of which the text holds a literal, in rising order, no index twice. */
  hits(text: string): readonly number[];
}

interface Entry {
  readonly group: number;
  readonly literal: string;
  /** Index in the literal of the gram's last character. */
  readonly end: number;
}

/** Characters of a gram; each leaves four bits in the hash, so it covers exactly the last four. */
export const GRAM = 4;
const SIZE = 1 << 16;
const MASK = SIZE - 1;
const NONE: readonly number[] = [];

/** `literals[i]` are the literals of group i, each at least four characters long. */
export function createGramFilter(literals: readonly (readonly string[])[]): GramFilter {
  const entries = new Map<number, Entry[]>();
  const counts = countGrams(literals.flat());
  for (const [group, own] of literals.entries()) {
    for (const literal of new Set(own)) {
      const { gram, end } = rarest(literal, counts);
      entries.set(gram, [...(entries.get(gram) ?? []), { group, literal, end }]);
    }
  }
  const table = new Uint8Array(SIZE);
  for (const gram of entries.keys()) table[gram] = 1;
  let bytes = Buffer.alloc(1024);
  return {
    hits(text) {
      // Messages are slices of larger strings: their characters are read one by one twenty times slower than copied bytes.
      if (bytes.length < text.length) bytes = Buffer.alloc(text.length * 2);
      const length = bytes.write(text, 0, 'latin1');
      const found = new Set<number>();
      let hash = 0;
      for (let index = 0; index < length; index += 1) {
        hash = next(hash, bytes[index] ?? 0);
        if (table[hash] === 1) addHeld(found, entries.get(hash), text, index);
      }
      return found.size === 0 ? NONE : [...found].sort((a, b) => a - b);
    },
  };
}

function addHeld(found: Set<number>, entries: readonly Entry[] | undefined, text: string, at: number): void {
  for (const { group, literal, end } of entries ?? []) {
    if (text.startsWith(literal, at - end)) found.add(group);
  }
}

function next(hash: number, code: number): number {
  // Letters differ in their low bits; the upper ones tell blanks, digits and letters apart.
  return ((hash << 4) ^ (code & 15) ^ ((code & 0x70) << 2)) & MASK;
}

interface Gram {
  readonly gram: number;
  readonly end: number;
}

function gramsOf(literal: string): Gram[] {
  const grams: Gram[] = [];
  let hash = 0;
  for (const [end, code] of Buffer.from(literal, 'latin1').entries()) {
    hash = next(hash, code);
    if (end >= GRAM - 1) grams.push({ gram: hash, end });
  }
  return grams;
}

function countGrams(literals: readonly string[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const literal of literals)
    for (const { gram } of gramsOf(literal)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

/** Inside a word every text on the subject has it; across two words hardly one. */
const WORD_PENALTY = 1_000;

/** The gram of the literal that fewest literals and fewest other texts have. */
function rarest(literal: string, counts: ReadonlyMap<number, number>): Gram {
  let best: Gram = { gram: 0, end: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const gram of gramsOf(literal)) {
    const isInWord = /^\w+$/.test(literal.slice(gram.end - GRAM + 1, gram.end + 1).trim());
    const cost = (counts.get(gram.gram) ?? 0) + (isInWord ? WORD_PENALTY : 0);
    if (cost < least) {
      best = gram;
      least = cost;
    }
  }
  return best;
}
