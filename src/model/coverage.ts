/** How much of a capture the catalog understands: what `grammar coverage` shows. */
export interface Coverage {
  readonly records: number;
  /** Records of processes that no family knows: they have nothing to do with Network Extension, or the catalog misses them. */
  readonly foreign: number;
  readonly recognised: number;
  readonly unrecognised: number;
  /** By family, or by what several families share where only the process tells; most records first. */
  readonly areas: readonly AreaCoverage[];
  /** Of processes that no family knows. */
  readonly foreignWordings: readonly CountedWording[];
}

export interface AreaCoverage {
  readonly name: string;
  readonly recognised: number;
  readonly unrecognised: number;
  /** The most frequent unknown wordings. */
  readonly unknown: readonly CountedWording[];
}

export interface CountedWording {
  /** A message with its values masked: `status changed to ‹number›`. */
  readonly wording: string;
  readonly count: number;
  /** The first record of this wording. */
  readonly example: WordingExample;
}

export interface WordingExample {
  readonly process: string;
  /** At most 400 characters. */
  readonly message: string;
  readonly line: number;
  /** Index of the input. */
  readonly input: number;
}
