import type { Problem, ProblemCode } from '../model/input.ts';

/** Longer quotations of a line are cut. */
const MAX_EXAMPLE_CHARS = 200;

export interface ProblemPlace {
  /** 1-based. */
  readonly line?: number;
  /** The line as it stands; asked for only once, for the first example. */
  readonly text?: () => string;
}

interface Entry {
  count: number;
  readonly message: string;
  readonly example: Problem['example'];
}

/** Collects what is odd about one input: every kind counted, the first of each kept as its example. */
export class ProblemLog {
  readonly #input: string;
  readonly #entries = new Map<ProblemCode, Entry>();

  constructor(input: string) {
    this.#input = input;
  }

  /** Counts one more of this kind; message and place of the first one stay. */
  note(code: ProblemCode, message: string, place: ProblemPlace = {}, times = 1): void {
    const known = this.#entries.get(code);
    if (known !== undefined) {
      known.count += times;
      return;
    }
    const text = place.text?.();
    this.#entries.set(code, {
      count: times,
      message,
      example: {
        input: this.#input,
        ...(place.line === undefined ? {} : { line: place.line }),
        ...(text === undefined ? {} : { text: text.slice(0, MAX_EXAMPLE_CHARS) }),
      },
    });
  }

  /** In the order in which each kind was first seen. */
  list(): Problem[] {
    return [...this.#entries].map(([code, entry]) => ({ code, ...entry }));
  }
}
