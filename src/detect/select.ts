import type { Detector } from './define-detector.ts';

export interface DetectorSelection {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** The detectors of a run. Names that do not exist are the caller's to refuse. */
export function selectDetectors(all: readonly Detector[], { only = [], skip = [] }: DetectorSelection): Detector[] {
  return all.filter(({ meta }) => (only.length === 0 || only.includes(meta.id)) && !skip.includes(meta.id));
}
