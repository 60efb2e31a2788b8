/** A capture that ships with the package, to try the program on. */
export interface Sample {
  /** Its folder below `samples/`. */
  readonly name: string;
  readonly title: string;
  /** The captures in it, which belong together. */
  readonly files: readonly string[];
  /** Grammar files in it, which the captures need. */
  readonly grammars: readonly string[];
}

/** `Sample[]` as JSON, written into the bundle when it is built, from the folders of `samples/`. */
declare const NECROPSY_SAMPLES: string | undefined;

/** Sorted by name; empty where the program runs unbundled. */
export function listSamples(): readonly Sample[] {
  if (typeof NECROPSY_SAMPLES === 'undefined') return [];
  // The build wrote it, in this very shape.
  return JSON.parse(NECROPSY_SAMPLES) as readonly Sample[];
}
