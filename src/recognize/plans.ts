import type { Vocabulary } from '../language/catalog/vocabulary.ts';
import type { Origin } from '../model/log-record.ts';
import { KEY_CHARS, remembered } from './buckets.ts';
import type { CompiledFamily, SenderlessOrigin } from './compile-family.ts';
import { createGramFilter } from './gram-filter.ts';

/** What the catalog holds for one origin: asked once, then kept. */
export interface Plan {
  readonly families: readonly CompiledFamily[];
  /** Those of them that a message may belong to because of how it starts. They are asked first. */
  readonly byStart: (message: string) => readonly CompiledFamily[];
  /** Those that it may belong to however it starts. */
  readonly open: (message: string) => readonly CompiledFamily[];
  readonly vocabularies: readonly CompiledVocabulary[];
}

export interface CompiledVocabulary {
  readonly name: string;
  readonly admits: (origin: Origin) => boolean;
  readonly mayAdmit: (origin: SenderlessOrigin) => boolean;
  readonly words: Vocabulary;
}

export interface Plans {
  of(origin: Origin): Plan;
  /** The plan of this origin is made anew. */
  renew(origin: Origin): Plan;
  /** Every plan is made anew when it is next asked for. */
  forget(): void;
}

export function createPlans(families: readonly CompiledFamily[], vocabularies: readonly CompiledVocabulary[]): Plans {
  let plans = new WeakMap<Origin, Plan>();
  // Records of one origin come in rows, the kernel's above all.
  let lastOrigin: Origin | undefined;
  let lastPlan: Plan | undefined;
  const make = (origin: Origin): Plan => {
    const admitting = families.filter((family) => family.admits(origin));
    const plan: Plan = {
      families: admitting,
      ...candidates(admitting),
      vocabularies: vocabularies.filter((vocabulary) => vocabulary.admits(origin)),
    };
    plans.set(origin, plan);
    return plan;
  };
  const of = (origin: Origin): Plan => {
    if (origin === lastOrigin && lastPlan !== undefined) return lastPlan;
    lastOrigin = origin;
    lastPlan = plans.get(origin) ?? make(origin);
    return lastPlan;
  };
  return {
    of,
    renew(origin) {
      plans.delete(origin);
      lastOrigin = undefined;
      return of(origin);
    },
    forget() {
      plans = new WeakMap();
      lastOrigin = undefined;
    },
  };
}

/** Before so many messages a filter costs more to make than it saves. */
const FILTER_AFTER = 256;
/** Below so many families that a message may belong to however it starts, it costs more to ask than it saves. */
const FILTER_FROM = 6;

/**
 * The kernel's lines belong to thirty families. How a message starts tells most of them apart; what may start with anything
 * is looked for by its literals, all families in one pass.
 */
function candidates(families: readonly CompiledFamily[]): Pick<Plan, 'byStart' | 'open'> {
  if (families.length < 2) return { byStart: () => families, open: () => [] };
  const starting = remembered((key) => families.filter((family) => family.startsWith(key)));
  let open: readonly CompiledFamily[] | undefined;
  let filter: ((message: string) => readonly number[]) | undefined;
  let asked = 0;
  return {
    byStart: (message) => starting(message.slice(0, KEY_CHARS)),
    open(message) {
      open ??= families.filter((family) => family.openLiterals()?.length !== 0);
      asked += 1;
      if (asked === FILTER_AFTER && open.length >= FILTER_FROM) filter = openFilter(open);
      if (filter === undefined) return open;
      const hits = filter(message);
      return hits.length === 0 ? NONE : hits.flatMap((index) => open?.[index] ?? []);
    },
  };
}

const NONE: readonly CompiledFamily[] = [];

function openFilter(families: readonly CompiledFamily[]): (message: string) => readonly number[] {
  const literals = families.map((family) => family.openLiterals());
  const always = literals.flatMap((own, index) => (own === undefined ? [index] : []));
  const filter = createGramFilter(literals.map((own) => own ?? []));
  if (always.length === 0) return (message) => filter.hits(message);
  return (message) => merged(always, filter.hits(message));
}

/** Both in rising order, no index twice. */
function merged(some: readonly number[], others: readonly number[]): readonly number[] {
  if (some.length === 0) return others;
  if (others.length === 0) return some;
  return [...new Set([...some, ...others])].sort((a, b) => a - b);
}
