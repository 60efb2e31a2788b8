import type { Place, Predicate, RuleCondition, Template } from '../../model/catalog.ts';
import type { HeaderKind } from './clauses.ts';

/** One clause of a grammar file, before `assemble.ts` puts it under its header. */
export type Statement =
  | { readonly kind: 'header'; readonly header: HeaderKind; readonly name: string | undefined; readonly place: Place }
  | { readonly kind: 'type'; readonly name: string; readonly shape: Shape; readonly place: Place }
  | {
      readonly kind: 'identity';
      readonly name: string;
      readonly shape: Shape;
      readonly key: string | undefined;
      readonly per: Word;
      readonly place: Place;
    }
  | Clause;

/** `clause` is the keyword as written. */
export type Clause = {
  readonly clause: string;
  readonly place: Place;
} /** Could not be read: its problem is on the list, so nobody is told that it is missing. */ & (
  | { readonly kind: 'broken' }
  | { readonly kind: 'text'; readonly values: readonly WrittenString[] }
  | { readonly kind: 'template'; readonly template: Template }
  | { readonly kind: 'choice'; readonly value: Word }
  | { readonly kind: 'level'; readonly value: Word; readonly os: string | undefined }
  | { readonly kind: 'predicate'; readonly predicate: Predicate }
  | { readonly kind: 'sample'; readonly text: string; readonly captures: Captures }
  | { readonly kind: 'code'; readonly value: number; readonly name: string; readonly means: string | undefined }
  | { readonly kind: 'events'; readonly events: readonly Word[] }
  | { readonly kind: 'when'; readonly condition: RuleCondition }
  | { readonly kind: 'do'; readonly actor: string; readonly text: string }
  | {
      readonly kind: 'example';
      readonly example: Word;
      readonly name: string;
      readonly log: string;
      readonly captures: Captures;
    }
);

export type Captures = Readonly<Record<string, string>>;

export interface Word {
  readonly text: string;
  readonly place: Place;
}

export interface WrittenString {
  readonly text: string;
  readonly place: Place;
}

/** What stands behind `=`: a built-in type's name or a list of words, or templates. */
export type Shape =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'templates'; readonly templates: readonly Template[] };
