import { createTypeTable } from '../language/catalog/template.ts';
import { compileVocabulary, type Vocabulary } from '../language/catalog/vocabulary.ts';
import { compilePredicate } from '../language/predicate/compile.ts';
import type { Catalog } from '../model/catalog.ts';
import type { LogRecord, Origin } from '../model/log-record.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import type { Want } from '../model/want.ts';
import { createBodies } from './bodies.ts';
import { KEY_CHARS, remembered } from './buckets.ts';
import { type CompiledFamily, compileFamily } from './compile-family.ts';
import { readOriginField } from './origin-fields.ts';
import { createRoles } from './roles.ts';

export interface Recognizer {
  /** What the decoder should hand over of this origin. */
  want(origin: Origin): Want;
  /** The event of a record, or undefined where no message of the catalog is it, or where `lacksBodies` is true. */
  recognize(record: LogRecord): LooseEvent | undefined;
  /** The last record holds a structured body, and what reads it is not loaded: load it and ask again. */
  readonly lacksBodies: boolean;
  loadBodies(): Promise<void>;
}

export interface RecognizerOptions {
  readonly catalog: Catalog;
  /** Whether somebody listens to this event; left out, everything the catalog knows is recognised. */
  readonly needs?: (event: string) => boolean;
  /** Whether somebody looks into its fields; left out, all are. */
  readonly reads?: (event: string) => boolean;
  /** A process turned out to be a provider: what is wanted of its origins may have changed. */
  readonly onProvider: (processName: string) => void;
}

interface Plan {
  readonly families: readonly CompiledFamily[];
  /** Those of them that a message may belong to, by how it starts. */
  readonly candidates: (message: string) => readonly CompiledFamily[];
  readonly vocabularies: readonly CompiledVocabulary[];
}

interface CompiledVocabulary {
  readonly name: string;
  readonly admits: (origin: Origin) => boolean;
  readonly words: Vocabulary;
}

/** See README.md beside this file for the four steps. */
export function createRecognizer(options: RecognizerOptions): Recognizer {
  const { catalog, needs = () => true, reads = () => true } = options;
  const roles = createRoles();
  const bodies = createBodies();
  const types = createTypeTable(catalog);
  const bodyTypes = createTypeTable(catalog, bodies.read);
  const read = readOriginField(roles);
  const families = catalog.families
    .map((family) => compileFamily(family, { types, bodyTypes, readOrigin: read, needs, reads }))
    .filter((family) => family.isNeeded);
  const vocabularies = catalog.vocabularies.map(
    (spec): CompiledVocabulary => ({
      name: spec.name,
      admits: compilePredicate(spec.where, read),
      words: compileVocabulary(spec),
    }),
  );
  let plans = new WeakMap<Origin, Plan>();

  // Records of one origin come in rows, the kernel's above all.
  let lastOrigin: Origin | undefined;
  let lastPlan: Plan | undefined;
  const planOf = (origin: Origin): Plan => {
    if (origin === lastOrigin && lastPlan !== undefined) return lastPlan;
    lastOrigin = origin;
    lastPlan = plans.get(origin) ?? makePlan(origin);
    return lastPlan;
  };
  const makePlan = (origin: Origin): Plan => {
    const admitting = families.filter((family) => family.admits(origin));
    const plan: Plan = {
      families: admitting,
      candidates: byStart(admitting),
      vocabularies: vocabularies.filter((vocabulary) => vocabulary.admits(origin)),
    };
    plans.set(origin, plan);
    return plan;
  };
  const marked = (origin: Origin): void => {
    if (!roles.mark(origin.process)) return;
    // Every plan that may have asked for the role is made anew on the next record.
    plans = new WeakMap();
    lastOrigin = undefined;
    options.onProvider(origin.process);
  };

  return {
    want(origin) {
      plans.delete(origin);
      lastOrigin = undefined;
      const plan = planOf(origin);
      if (plan.vocabularies.length > 0) return 'all';
      if (plan.families.length === 0) return 'none';
      const literals: string[] = [];
      for (const { probes } of plan.families) {
        if (probes === undefined) return 'all';
        literals.push(...probes);
      }
      return { literals };
    },
    get lacksBodies() {
      return bodies.isLacking;
    },
    loadBodies: bodies.load,
    recognize(record) {
      bodies.isLacking = false;
      const plan = planOf(record.origin);
      for (const family of plan.candidates(record.message)) {
        const hit = family.match(record.message, record.formatString);
        if (hit === undefined) continue;
        if (bodies.isLacking) return undefined;
        if (family.marksProvider) marked(record.origin);
        return eventOf(record, hit.event, hit.fields);
      }
      for (const vocabulary of plan.vocabularies) {
        const said = vocabulary.words.match(record.message);
        if (said === undefined) return eventOf(record, `${vocabulary.name}/other`, {});
        const { word, ...fields } = said;
        return eventOf(record, `${vocabulary.name}/${word}`, fields);
      }
      return undefined;
    },
  };
}

/** The kernel's lines belong to twenty families, and their first characters tell most of them apart. */
function byStart(families: readonly CompiledFamily[]): Plan['candidates'] {
  if (families.length < 2) return () => families;
  const find = remembered((key) => families.filter((family) => family.mayStart(key)));
  return (message) => find(message.slice(0, KEY_CHARS));
}

function eventOf(record: LogRecord, name: string, fields: Readonly<Record<string, unknown>>): LooseEvent {
  const { at, origin, pid, tid, level, boot, message, ref } = record;
  return { name, at, origin, pid, tid, level, boot, message, ref, fields };
}
