import type { Vocabulary } from '../language/catalog/vocabulary.ts';
import type { Origin } from '../model/log-record.ts';
import { KEY_CHARS, remembered } from './buckets.ts';
import type { CompiledFamily } from './compile-family.ts';

/** What the catalog holds for one origin: asked once, then kept. */
export interface Plan {
  readonly families: readonly CompiledFamily[];
  /** Those of them that a message may belong to, by how it starts. */
  readonly candidates: (message: string) => readonly CompiledFamily[];
  readonly vocabularies: readonly CompiledVocabulary[];
}

export interface CompiledVocabulary {
  readonly name: string;
  readonly admits: (origin: Origin) => boolean;
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
      candidates: byStart(admitting),
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

/** The kernel's lines belong to twenty families, and their first characters tell most of them apart. */
function byStart(families: readonly CompiledFamily[]): Plan['candidates'] {
  if (families.length < 2) return () => families;
  const find = remembered((key) => families.filter((family) => family.mayStart(key)));
  return (message) => find(message.slice(0, KEY_CHARS));
}
