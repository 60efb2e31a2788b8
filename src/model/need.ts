/** What a person may want to know of a capture. */
export const NEED_NAMES = [
  'flows',
  'filter',
  'sessions',
  'provider',
  'crashes',
  'power',
  'connections',
  'dns',
] as const;

export type Need = (typeof NEED_NAMES)[number];

/** What people come with, and what has to be known then. */
export const SYMPTOMS = {
  wake: { says: 'it fails after sleep', needs: ['power'] },
  flows: { says: 'connections of apps fail or hang', needs: ['flows'] },
  start: { says: 'it does not start, or not up to connected', needs: ['sessions', 'provider'] },
  drop: { says: 'the connection is lost again and again', needs: ['sessions', 'connections'] },
  dns: { says: 'names are not resolved', needs: ['dns', 'flows', 'provider'] },
  filter: { says: 'a content filter lets through or blocks the wrong things', needs: ['filter'] },
  crash: { says: 'the provider crashes or is killed', needs: ['crashes'] },
  slow: { says: 'everything is slow', needs: ['flows', 'connections'] },
} as const satisfies Readonly<Record<string, { readonly says: string; readonly needs: readonly Need[] }>>;

export type Symptom = keyof typeof SYMPTOMS;
