import { createTypeTable } from '../language/catalog/template.ts';
import { compileVocabulary } from '../language/catalog/vocabulary.ts';
import { type CompilePattern, compilePredicate } from '../language/predicate/compile.ts';
import type { Catalog } from '../model/catalog.ts';
import type { LogRecord, Origin } from '../model/log-record.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import type { Want } from '../model/want.ts';
import { createBodies } from './bodies.ts';
import { type CompiledFamily, compileFamily, type SenderlessOrigin } from './compile-family.ts';
import { readOriginField, readSenderlessField } from './origin-fields.ts';
import { type CompiledVocabulary, createPlans, type Plan } from './plans.ts';
import { compilePossible } from './possible.ts';
import { createRoles, type Roles } from './roles.ts';

export interface Recognizer {
  /** What the decoder should hand over of this origin. */
  want(origin: Origin): Want;
  /** Whether it may want anything of such an origin, whoever the sender is: false only where `want` would say none to all of them. */
  mayWant(origin: SenderlessOrigin): boolean;
  /** The event of a record, or undefined where no message of the catalog is it, or where `lacksBodies` is true. */
  recognize(record: LogRecord): LooseEvent | undefined;
  /**
   * Where a record belongs that may or may not be an event: a family where its head tells, else what the families of its
   * origin share (`nesessionmanager.*`). Undefined where no family knows the origin.
   */
  areaOf(record: LogRecord, event: LooseEvent | undefined): string | undefined;
  /** `provider`, `unknown` or empty: see `Roles`. */
  roleOf(origin: Origin): string;
  /** The last record holds a structured body, and what reads it is not loaded: load it and ask again. */
  readonly lacksBodies: boolean;
  loadBodies(): Promise<void>;
  /**
   * Families and vocabularies whose gate has admitted an origin so far, with the processes that it admitted: they were there
   * and could have printed them.
   */
  readonly admitted: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface RecognizerOptions {
  readonly catalog: Catalog;
  /** Whether somebody listens to this event; left out, everything the catalog knows is recognised. */
  readonly needs?: (event: string) => boolean;
  /** Whether somebody looks into its fields; left out, all are. */
  readonly reads?: (event: string) => boolean;
  /** A process turned out to be a provider: what is wanted of its origins may have changed. */
  readonly onProvider: (processName: string) => void;
  /** For the patterns of gates; left out where no gate has one. */
  readonly pattern?: CompilePattern | undefined;
}

/** See README.md beside this file for the four steps. */
export function createRecognizer(options: RecognizerOptions): Recognizer {
  const { catalog, needs = () => true, reads = () => true, pattern } = options;
  const roles = createRoles();
  const bodies = createBodies();
  const types = createTypeTable(catalog);
  const bodyTypes = createTypeTable(catalog, bodies.read);
  const read = readOriginField(roles);
  const context = {
    types,
    bodyTypes,
    readOrigin: read,
    readSenderless: readSenderlessField(roles),
    needs,
    reads,
    pattern,
  };
  const families = catalog.families.map((family) => compileFamily(family, context)).filter((family) => family.isNeeded);
  const vocabularies = compileVocabularies(catalog, roles, pattern);
  const plans = createPlans(families, vocabularies);
  const admitted = new Map<string, Set<string>>();
  const marked = (origin: Origin): void => {
    if (!roles.mark(origin.process)) return;
    // Every plan that may have asked for the role is made anew on the next record.
    plans.forget();
    options.onProvider(origin.process);
  };

  const firstEvent = (families: readonly CompiledFamily[], record: LogRecord): LooseEvent | undefined => {
    for (const family of families) {
      const hit = family.match(record.message, record.formatString);
      if (hit === undefined) continue;
      if (family.marksProvider) marked(record.origin);
      return eventOf(record, hit.event, hit.fields);
    }
    return undefined;
  };

  return {
    want(origin) {
      const plan = plans.renew(origin);
      for (const { name } of [...plan.families, ...plan.vocabularies]) {
        const processes = admitted.get(name);
        if (processes === undefined) admitted.set(name, new Set([origin.process]));
        else processes.add(origin.process);
      }
      return wantOf(plan);
    },
    mayWant: (origin) =>
      vocabularies.some((vocabulary) => vocabulary.mayAdmit(origin)) ||
      families.some((family) => family.mayAdmit(origin)),
    areaOf: (record, event) => areaOf(plans.of(record.origin), record, event),
    roleOf: roles.roleOf,
    get lacksBodies() {
      return bodies.isLacking;
    },
    loadBodies: bodies.load,
    admitted,
    recognize(record) {
      bodies.isLacking = false;
      const plan = plans.of(record.origin);
      const event = firstEvent(plan.byStart(record.message), record) ?? firstEvent(plan.open(record.message), record);
      if (bodies.isLacking) return undefined;
      if (event !== undefined) return event;
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

function compileVocabularies(
  { vocabularies }: Catalog,
  roles: Roles,
  pattern: CompilePattern | undefined,
): CompiledVocabulary[] {
  return vocabularies.map((spec) => ({
    name: spec.name,
    admits: compilePredicate(spec.where, readOriginField(roles), pattern),
    mayAdmit: compilePossible(spec.where, readSenderlessField(roles), 'sender', pattern),
    words: compileVocabulary(spec),
  }));
}

function areaOf(plan: Plan, record: LogRecord, event: LooseEvent | undefined): string | undefined {
  const { families: admitting, vocabularies: listening } = plan;
  const family = event?.name.slice(0, event.name.indexOf('/'));
  if (family !== undefined && !listening.some(({ name }) => name === family)) return family;
  const [own] = listening;
  // A provider's own words, whatever Apple's frameworks log in its process.
  if (own !== undefined && !record.origin.subsystem.startsWith('com.apple.')) return own.name;
  const headed = admitting.find((each) => each.isHeadOf(record.message));
  const names = [...admitting, ...listening].map(({ name }) => name);
  return headed?.name ?? sharedName(names, record.origin);
}

function wantOf({ families, vocabularies }: Plan): Want {
  if (vocabularies.length > 0) return 'all';
  if (families.length === 0) return 'none';
  const literals: string[] = [];
  for (const { probes } of families) {
    if (probes === undefined) return 'all';
    literals.push(...probes);
  }
  return { literals };
}

/** `kernel.*` of `kernel.tcp` and `kernel.necp`; the system's daemons, who share no more than a folder, by their own names. */
function sharedName(names: readonly string[], origin: Origin): string | undefined {
  const [first, ...others] = names;
  if (first === undefined) return undefined;
  const folder = first.split('.')[0] ?? first;
  if (folder === 'system') return `system.* ${origin.process}`;
  return others.length === 0 ? first : `${folder}.*`;
}

function eventOf(record: LogRecord, name: string, fields: Readonly<Record<string, unknown>>): LooseEvent {
  const { at, origin, pid, tid, level, boot, message, ref } = record;
  return { name, at, origin, pid, tid, level, boot, message, ref, fields };
}
