import type { Catalog, Place } from '../model/catalog.ts';
import type { DetectorMeta } from '../model/finding.ts';

/** A detector of a run: written in code, a rule that ships, or a rule of the user's. What no log shows is told of beside them, and never runs. */
export interface KnownDetector {
  readonly meta: DetectorMeta;
  readonly kind: 'code' | 'rule' | 'user rule' | 'not visible';
  /** Where a rule is written; of one that ships relative to the package. */
  readonly place?: Place;
}

/** Every detector that a run with this catalog has, and what no log shows, by id. */
export async function knownDetectors(catalog: Catalog): Promise<KnownDetector[]> {
  const [{ DETECTORS }, { NOT_VISIBLE }, rules] = await Promise.all([
    import('../detect/all.ts'),
    import('../detect/not-visible.ts'),
    ruleMetas(catalog),
  ]);
  const { BUILT_IN_CATALOG } = await import('../recognize/catalog.generated.ts');
  const shipped = new Set(BUILT_IN_CATALOG.rules.map(({ name }) => name));
  const places = new Map(catalog.rules.map(({ name, place }) => [name, place]));
  const detectors = [
    ...DETECTORS.map(({ meta }): KnownDetector => ({ meta, kind: 'code' })),
    ...NOT_VISIBLE.map((meta): KnownDetector => ({ meta, kind: 'not visible' })),
    ...rules.map((meta): KnownDetector => {
      const place = places.get(meta.id);
      return { meta, kind: shipped.has(meta.id) ? 'rule' : 'user rule', ...(place === undefined ? {} : { place }) };
    }),
  ];
  return detectors.toSorted((a, b) => (a.meta.id < b.meta.id ? -1 : 1));
}

/** What the rules say of themselves: those that ship, and the user's own. */
async function ruleMetas(catalog: Catalog): Promise<DetectorMeta[]> {
  if (catalog.rules.length === 0) return [];
  const { ruleDetectors } = await import('../analyze.ts');
  return (await ruleDetectors(catalog)).map(({ meta }) => meta);
}
