import type { World } from '../model/entity.ts';
import type { Candidate, Holds, WeighedCondition, Weighing, WhyRequest } from '../model/why.ts';

/** So many cases are kept: half of them found ones, half of them misses, the nearest. */
const CAP = 200;

export interface Weigher {
  take(candidate: Candidate): void;
  result(): Weighing;
}

interface Kept {
  readonly candidate: Candidate;
  readonly distance: number;
  readonly met: number;
  readonly order: number;
}

/** Collects what one detector weighs, as far as it is asked for. `world` is asked for the names of sessions. */
export function createWeigher(request: WhyRequest, world: World, cap = CAP): Weigher {
  const most = Math.ceil(cap / 2);
  const found: Candidate[] = [];
  let misses: Kept[] = [];
  let weighed = 0;
  let matching = 0;
  let weighedFlows = 0;
  // The nearest first, of equals the one that came further, then the one that was weighed first.
  const shorten = (): void => {
    misses = misses.toSorted((a, b) => a.distance - b.distance || b.met - a.met || a.order - b.order).slice(0, most);
  };
  return {
    take(candidate) {
      weighed += 1;
      if ((candidate.flows?.length ?? 0) > 0) weighedFlows += 1;
      if (!isAskedFor(candidate, request, world)) return;
      matching += 1;
      if (candidate.isFound && found.length < most) found.push(candidate);
      if (!candidate.isFound) misses.push({ candidate, ...standingOf(candidate), order: weighed });
      if (misses.length >= 2 * cap) shorten();
    },
    result() {
      shorten();
      const candidates = [...found, ...misses.map(({ candidate }) => candidate)];
      return { detector: request.detector, candidates, weighed, matching, weighedFlows };
    },
  };
}

/** What a row of conditions comes to: false where one fails, else unknown where one is. */
export function all(conditions: readonly WeighedCondition[]): Holds {
  if (conditions.some(({ holds }) => holds === false)) return false;
  return conditions.some(({ holds }) => holds === 'unknown') ? 'unknown' : true;
}

/** A condition that is made of others: it holds where one of them does. */
export function anyOf(says: string, parts: readonly WeighedCondition[]): WeighedCondition {
  const isOpen = parts.some(({ holds }) => holds === 'unknown');
  const holds = parts.some((part) => part.holds === true) ? true : isOpen ? 'unknown' : false;
  return { says, holds, join: 'any', parts };
}

/** A condition that is made of others: it holds where all of them do. */
export function allOf(says: string, parts: readonly WeighedCondition[]): WeighedCondition {
  return { says, holds: all(parts), join: 'all', parts };
}

/** How many conditions fail, one that cannot be told counts half, and how many hold. */
function standingOf({ conditions }: Candidate): Pick<Kept, 'distance' | 'met'> {
  const met = conditions.filter(({ holds }) => holds === true).length;
  const open = conditions.filter(({ holds }) => holds === 'unknown').length;
  return { distance: conditions.length - met - open / 2, met };
}

function isAskedFor(candidate: Candidate, { flow, session }: WhyRequest, world: World): boolean {
  return (
    (flow === undefined || isAboutFlow(candidate, flow)) &&
    (session === undefined || isAboutSession(candidate, session.toLowerCase(), world))
  );
}

function isAboutFlow({ flows = [] }: Candidate, asked: string): boolean {
  return flows.some(({ id, hash }) => id === asked || String(hash) === asked);
}

function isAboutSession({ subjects }: Candidate, asked: string, world: World): boolean {
  return subjects.some(({ kind, session, name }) => {
    const uuid = session ?? '';
    const names = [uuid, world.session(uuid)?.name, kind === 'session' ? name : undefined];
    return uuid !== '' && names.some((each) => each?.toLowerCase() === asked);
  });
}
