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
