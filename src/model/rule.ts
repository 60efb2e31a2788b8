/**
 * A rule of the catalog made ready to run: its predicates are functions, its events are looked up. `detect` runs it without
 * knowing the language it was written in.
 */

import type { Place, RuleExample, RuleSpec } from './catalog.ts';
import type { ProcessRun, Session } from './entity.ts';
import type { Audience } from './finding.ts';
import type { Level } from './log-record.ts';
import type { LooseEvent } from './typed-event.ts';

/** What `per` may say: one finding each. */
export const RULE_ENTITIES = ['capture', 'process', 'provider', 'session', 'flow', 'app', 'interface'] as const;

export type RuleEntity = (typeof RULE_ENTITIES)[number];

/** What `do` may say, and whom it means. */
export const RULE_AUDIENCES: Readonly<Record<string, Audience>> = {
  developer: 'provider-developer',
  'provider-developer': 'provider-developer',
  'app-developer': 'app-developer',
  administrator: 'administrator',
  apple: 'apple',
  reporter: 'reporter',
};

/** Placeholders of a rule's title that are no fields of the decisive event. */
export const RULE_PLACEHOLDERS = ['count', 'window', 'process', 'provider', 'session', 'app'] as const;

/** What `unless` may ask of the group beside the fields of the decisive event. */
export const RULE_GROUP_FIELDS = [
  'provider.kind',
  'provider.bundle',
  'provider.name',
  'provider.pid',
  'session.id',
  'session.name',
  'session.class',
  'session.kind',
  'session.state',
  'process',
] as const;

export interface CompiledRule {
  readonly spec: RuleSpec;
  readonly per: RuleEntity;
  /** Every event of `when` and `needs`, by name. */
  readonly events: ReadonlyMap<string, RuleEvent>;
  /** Events that must be loggable for the rule to say `clear`; those of `when` where the rule names none. */
  readonly needs: readonly RuleEvent[];
  /** `where` and `unless` as people write them. */
  readonly whereText: string | undefined;
  readonly unlessText: string | undefined;
  /** `where` of the condition. */
  readonly accepts: (event: LooseEvent) => boolean;
  /** `unless`: true where the match is no fault. */
  readonly excuses: (subject: RuleSubject) => boolean;
  /** Reader of an event's field, by the names that `where` knows; `session.id` reaches into one. */
  readonly fieldOf: (name: string) => (event: LooseEvent) => unknown;
}

/** What `unless` looks at: the decisive event and the group it belongs to. */
export interface RuleSubject {
  readonly event: LooseEvent;
  readonly run: ProcessRun | undefined;
  readonly session: Session | undefined;
}

export interface RuleEvent {
  readonly name: string;
  readonly family: string;
  readonly level: Level;
  /** What has to be switched on for it to be printed at all. */
  readonly onlyIf: string | undefined;
  /** Who prints it, as predicates of `log show`, as far as the family's gate says so plainly. */
  readonly speakers: readonly string[];
}

/** What came of one example of a rule. */
export interface RuleTest {
  /** Name of the rule. */
  readonly rule: string;
  readonly kind: RuleExample['kind'];
  readonly name: string;
  readonly place: Place;
  /** Left out where it came out as it says. */
  readonly failure?: {
    /** What was expected and what came. */
    readonly what: string;
    /** Why, as far as the run says. */
    readonly help?: string;
  };
}
