import type { Cite } from '../../model/entity.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

const CAP = 20_000;

export interface FailedSends {
  readonly on: DetectorHandlers;
  /** Failures in a provider's own words in this time; of any provider where no pid is given. */
  within(from: number, to: number, pid: number | undefined): Cite[];
}

/** Lines in which a provider says that something on the network failed. */
export function createFailedSends<M extends Messages>(context: DetectorContext<M>): FailedSends {
  const cites: Cite[] = [];
  return {
    on: {
      'provider.words/failed': (event) => {
        const run = context.world.process(event.pid);
        if (run?.provider !== undefined && cites.length < CAP) cites.push(context.cite(event));
      },
    },
    within: (from, to, pid) =>
      cites.filter((cite) => cite.at >= from && cite.at <= to && (pid === undefined || cite.pid === pid)),
  };
}
