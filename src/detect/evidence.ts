import type { Cite, Span } from '../model/entity.ts';
import type { EvidenceCite } from '../model/finding.ts';

const MAX_LINES = 7;

/**
 * Three to seven lines for a finding: the decisive one always, the others spread evenly over the rest, in log order.
 * `times` of a cite says for how many like it that line stands.
 */
export function evidenceOf(
  cites: readonly Cite[],
  decisive: Cite,
  times: ReadonlyMap<Cite, number> = new Map(),
): EvidenceCite[] {
  const unique = new Map<string, Cite>();
  for (const cite of [...cites, decisive]) unique.set(keyOf(cite), cite);
  const others = [...unique.values()].filter((cite) => keyOf(cite) !== keyOf(decisive)).sort(byPlace);
  const picked = spread(others, MAX_LINES - 1);
  return [...picked, decisive]
    .sort(byPlace)
    .map((cite) => ({ cite, decisive: keyOf(cite) === keyOf(decisive), times: times.get(cite) ?? 1 }));
}

/** The stretch that these cites cover. */
export function spanOf(cites: readonly Cite[]): Span | undefined {
  const times = cites.map((cite) => cite.at).sort((a, b) => a - b);
  const [from] = times;
  const to = times.at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function keyOf(cite: Cite): string {
  return `${cite.ref.input}:${cite.ref.line}:${cite.ref.offset}`;
}

function byPlace(a: Cite, b: Cite): number {
  return a.at - b.at || a.ref.input - b.ref.input || a.ref.line - b.ref.line;
}

/** First, last and evenly between. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  const picked: T[] = [];
  for (let i = 0; i < count; i++) {
    const item = items[Math.round((i * (items.length - 1)) / (count - 1))];
    if (item !== undefined) picked.push(item);
  }
  return picked;
}
