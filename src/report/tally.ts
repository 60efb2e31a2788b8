import type { LooseEvent } from '../model/typed-event.ts';

/** Counts recognised lines as they pass. */
export interface Tally {
  readonly byInput: readonly number[];
  readonly losses: number;
  see(event: LooseEvent): void;
}

export function createTally(inputs: number): Tally {
  const byInput = new Array<number>(inputs).fill(0);
  let losses = 0;
  return {
    byInput,
    get losses() {
      return losses;
    },
    see(event) {
      byInput[event.ref.input] = (byInput[event.ref.input] ?? 0) + 1;
      if (event.name === 'log.meta/loss') losses += 1;
    },
  };
}
