/**
 * The catalog of known messages after parsing and checking: plain data, so that the built-in catalog can be compiled
 * once (`src/recognize/catalog.generated.ts`) and a user's files take the same path at run time.
 */
import type { Level } from './log-record.ts';

export interface Catalog {
  readonly types: readonly TypeSpec[];
  readonly identities: readonly IdentitySpec[];
  readonly families: readonly FamilySpec[];
  readonly vocabularies: readonly VocabularySpec[];
  readonly codes: readonly CodesSpec[];
  readonly rules: readonly RuleSpec[];
}

export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** A literal text with typed holes. */
export interface Template {
  /** As written, without the quotes, escapes resolved. */
  readonly source: string;
  readonly parts: readonly (string | Hole)[];
  /** Ranges [from, to) of `parts` that may be missing from a message, in order, apart from each other. */
  readonly optional?: readonly (readonly [number, number])[];
}

export interface Hole {
  readonly name: string;
  readonly type: string;
}

/** `type status = a | b` lists words; `type x = "…{h:u32}" | "…"` lists templates (their holes become sub-fields). */
export interface TypeSpec {
  readonly name: string;
  readonly values?: readonly string[];
  readonly templates?: readonly Template[];
  readonly place: Place;
}

export interface IdentitySpec {
  readonly name: string;
  /** A built-in type, or templates. */
  readonly base?: string;
  readonly templates?: readonly Template[];
  /** The hole that is the key, where the identity is composite. */
  readonly key?: string;
  readonly per: 'boot' | 'process' | 'device';
  readonly place: Place;
}

export interface FamilySpec {
  readonly name: string;
  readonly title: string;
  readonly where: Predicate;
  /** A literal that every message of this family holds: lets the decoder reject a record before it becomes a string. */
  readonly probe?: string;
  readonly head?: Template;
  /** A process that prints a message of this family is of this role from then on. */
  readonly marks?: 'provider';
  readonly see: readonly string[];
  /** Of `messages`, in their order: of a built-in family they are known without reading it. */
  readonly messageNames: readonly string[];
  readonly messages: readonly MessageSpec[];
  readonly place: Place;
}

export interface MessageSpec {
  readonly name: string;
  readonly texts: readonly Template[];
  /** The newest release's; left out means default. */
  readonly level?: Level;
  /** What it was in earlier releases, the newest of them first. */
  readonly earlierLevels?: readonly EarlierLevel[];
  /** The step it is in the life of a flow, session, process …, in words of the catalog's own: `flow.connect.failed`. */
  readonly lifecycle?: string;
  /** What has to be switched on for it to be printed at all: `sysctl net.necp.debug > 1 (default 0)`. */
  readonly onlyIf?: string;
  readonly means?: string;
  /** Why the message is harmless although it looks like a fault. */
  readonly harmless?: string;
  /** Releases that print it, as the catalog writes them: `xnu-7195..`, `..xnu-11215`, `macOS 14..`. */
  readonly os?: string;
  /** Events that usually follow it, the likeliest first. */
  readonly next: readonly string[];
  readonly see: readonly string[];
  readonly samples: readonly Sample[];
  readonly place: Place;
}

export interface EarlierLevel {
  readonly level: Level;
  /** Releases, written as `MessageSpec.os`; empty where nobody looked. */
  readonly os: string;
}

export interface Sample {
  readonly text: string;
  /** path → expected value as written; `session.id` reaches into a composite hole. */
  readonly captures: Readonly<Record<string, string>>;
  readonly place: Place;
}

/**
 * Words by which third-party providers say what they do. A line that says one becomes the event `name/word`; with a
 * negation before the word it does not ("no reconnect" is the opposite of "reconnect").
 */
export interface VocabularySpec {
  readonly name: string;
  readonly title: string;
  readonly where: Predicate;
  readonly negations: readonly string[];
  readonly words: readonly WordSpec[];
  readonly place: Place;
}

export interface WordSpec {
  readonly name: string;
  /** Phrases, matched without case on word boundaries; `*` at the end takes any ending. */
  readonly phrases: readonly string[];
  readonly means?: string;
  readonly samples: readonly Sample[];
  readonly place: Place;
}

/**
 * What the numbers of one kind mean: an error domain's codes, stop reasons, jetsam reasons. A hole may name it as its type; it
 * then holds the number. `name` of a code is the name in Apple's headers, or the text that the log prints for it.
 */
export interface CodesSpec {
  readonly name: string;
  readonly title: string;
  readonly see: readonly string[];
  readonly codes: readonly CodeSpec[];
  readonly place: Place;
}

export interface CodeSpec {
  readonly value: number;
  readonly name: string;
  readonly means?: string;
  readonly place: Place;
}

/** The `--where` language: NSPredicate's subset over origin fields, record fields, and ours. */
export type Predicate =
  | { readonly op: 'and' | 'or'; readonly terms: readonly Predicate[] }
  | { readonly op: 'not'; readonly term: Predicate }
  | { readonly op: 'true' | 'false' }
  | {
      readonly op: 'compare';
      readonly field: string;
      readonly comparator: Comparator;
      readonly value: PredicateValue;
      readonly ignoreCase: boolean;
      readonly ignoreDiacritics: boolean;
    };

export type Comparator =
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'contains'
  | 'beginswith'
  | 'endswith'
  | 'like'
  | 'matches'
  | 'in'
  | 'between';

export type PredicateValue = string | number | boolean | null | readonly (string | number | boolean | null)[];

export interface RuleSpec {
  readonly name: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly confidence: 'high' | 'medium' | 'low';
  /** Entity kind that gets one finding each; the whole capture where undefined. */
  readonly per?: string;
  readonly needs: readonly string[];
  readonly when: RuleCondition;
  readonly unless?: Predicate;
  readonly means?: string;
  readonly notIt?: string;
  readonly actions: readonly { readonly for: string; readonly text: string }[];
  readonly see: readonly string[];
  readonly examples: readonly RuleExample[];
  readonly place: Place;
}

export type RuleCondition =
  | { readonly form: 'seen'; readonly event: string; readonly where?: Predicate }
  | {
      readonly form: 'count';
      readonly event: string;
      readonly where?: Predicate;
      readonly atLeast: number;
      readonly withinUs: number;
      readonly same?: string;
    }
  | { readonly form: 'sequence'; readonly events: readonly string[]; readonly withinUs: number; readonly same?: string }
  | {
      readonly form: 'without';
      readonly event: string;
      readonly missing: string;
      readonly withinUs: number;
      readonly same?: string;
    };

export interface RuleExample {
  readonly kind: 'found' | 'clear' | 'not-observable';
  readonly name: string;
  readonly log: string;
  readonly captures: Readonly<Record<string, string>>;
  readonly place: Place;
}
