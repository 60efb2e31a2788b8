import type { Detector } from './define-detector.ts';

export interface DetectorSelection {
  /** These alone; of an empty list none runs. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** The detectors of a run. Names that do not exist are the caller's to refuse. */
export function selectDetectors(all: readonly Detector[], { only, skip = [] }: DetectorSelection): Detector[] {
  return all.filter(({ meta }) => (only?.includes(meta.id) ?? true) && !skip.includes(meta.id));
}
