import { skeletonOfFormatString } from '../language/catalog/skeleton.ts';
import {
  compileHead,
  compileText,
  type HeadMatcher,
  type TextMatcher,
  type TypeTable,
} from '../language/catalog/template.ts';
import { type CompilePattern, compilePredicate } from '../language/predicate/compile.ts';
import { keep } from '../lib/keep.ts';
import type { FamilySpec, Template } from '../model/catalog.ts';
import type { Origin } from '../model/log-record.ts';
import { createBuckets, remembered, startsAlike } from './buckets.ts';
import { GRAM } from './gram-filter.ts';
import { compilePossible } from './possible.ts';

export interface Hit {
  /** `family/message`. */
  readonly event: string;
  readonly fields: Record<string, unknown>;
}

export interface CompiledFamily {
  readonly name: string;
  /** False where nobody listens to any of its events. */
  readonly isNeeded: boolean;
  /** Literals one of which every record worth decoding holds; undefined where only decoding can tell. */
  readonly probes: readonly string[] | undefined;
  readonly marksProvider: boolean;
  readonly admits: (origin: Origin) => boolean;
  /** Whether it admits some origin like this one, whatever the sender. */
  readonly mayAdmit: (origin: SenderlessOrigin) => boolean;
  /** Whether a message that starts with these characters may be of this family because of how it starts. */
  startsWith(key: string): boolean;
  /**
   * One literal of each wording that may start with anything: a message that holds none of them is not of this family unless it
   * starts like it. Undefined where a wording has no literal to go by.
   */
  openLiterals(): readonly string[] | undefined;
  /** Whether the text starts with the family's head, where it has one that is always there. */
  isHeadOf(message: string): boolean;
  /** The message of this family that this text is. The format string only narrows the search: generic ones narrow nothing. */
  match(message: string, formatString: string | undefined): Hit | undefined;
}

/** An origin whose sender is not known. */
export type SenderlessOrigin = Omit<Origin, 'id' | 'sender'>;

export interface FamilyContext {
  readonly types: TypeTable;
  /** The same with structured bodies read. */
  readonly bodyTypes: TypeTable;
  readonly readOrigin: (field: string) => (origin: Origin) => unknown;
  /** The same for origins whose sender is not known. */
  readonly readSenderless: (field: string) => (origin: SenderlessOrigin) => unknown;
  /** Whether somebody listens to this event. */
  readonly needs: (event: string) => boolean;
  /** Whether somebody looks into its fields: bodies of other events stay text. */
  readonly reads: (event: string) => boolean;
  /** For patterns in gates; left out where none has one. */
  readonly pattern?: CompilePattern | undefined;
}

interface Wording {
  readonly event: string;
  readonly text: Template;
  /** What the part behind the family's head may start with; known without compiling anything. */
  readonly prefixes: readonly string[];
  /** The only one of them; empty where there are several, or none. */
  readonly prefix: string;
  /** Compiled when it is first asked for. */
  readonly body: () => TextMatcher;
}

export function compileFamily(family: FamilySpec, context: FamilyContext): CompiledFamily {
  const { types, readOrigin, readSenderless, needs, pattern } = context;
  const events = family.messageNames.map((name) => `${family.name}/${name}`);
  // Most captures meet a part of the families only: nothing is compiled before an origin is admitted.
  const wordings = once(() => wordingsOf(family, context));
  const headOf = once(() => (family.head === undefined ? undefined : compileHead(family.head, types)));
  /** Messages that begin without the head: there is none, or all of it may be missing. */
  const mayBeBare = once(() => {
    const head = headOf();
    return head === undefined || (head.starts.includes('') && head.match('') !== undefined);
  });
  const hasOpenHead = once(() => headOf()?.starts.includes('') === true && !mayBeBare());
  const startOf = once(() => {
    const head = headOf();
    if (head === undefined) return undefined;
    // What one line lacks behind the same beginning another may have: such a head is looked at anew each time.
    return family.head?.optional === undefined ? withMemory(head) : head.match;
  });
  const bucketOf = once(() => createBuckets(wordings(), ({ prefixes }) => prefixes));
  const skeletons = once(() => indexBySkeleton(family, wordings(), types));
  // Only archives ask.
  const mayAdmit = once(() => compilePossible(family.where, readSenderless, 'sender', pattern));
  const bySkeleton = remembered((formatString) => skeletons().get(skeletonOfFormatString(formatString)) ?? []);

  return {
    name: family.name,
    isNeeded: events.some(needs),
    get probes() {
      return family.probe === undefined ? derivedProbes(wordings(), needs) : [family.probe];
    },
    marksProvider: family.marks === 'provider',
    admits: compilePredicate(family.where, readOrigin, pattern),
    mayAdmit: (origin) => mayAdmit()(origin),
    startsWith(key) {
      const head = headOf();
      if (head?.starts.some((start) => start !== '' && startsAlike(start, key)) === true) return true;
      return (
        mayBeBare() &&
        wordings().some(({ prefixes }) => prefixes.some((start) => start !== '' && startsAlike(start, key)))
      );
    },
    openLiterals() {
      const literals = wordings()
        .filter(({ prefixes }) => hasOpenHead() || (mayBeBare() && prefixes.includes('')))
        .map(({ body }) => body().longestLiteral);
      return literals.every((literal) => literal.length >= GRAM) ? literals : undefined;
    },
    isHeadOf(message) {
      const head = headOf();
      return head?.isTelling === true && (head.match(message)?.end ?? 0) > 0;
    },
    match(message, formatString) {
      const matchHead = startOf();
      const start = matchHead?.(message);
      if (matchHead !== undefined && start === undefined) return undefined;
      const body = start === undefined ? message : message.slice(start.end);
      const hit = formatString === undefined ? undefined : firstOf(bySkeleton(formatString), body, start);
      return hit ?? firstOf(bucketOf()(body), body, start);
    },
  };
}

function wordingsOf(family: FamilySpec, { types, bodyTypes, reads }: FamilyContext): Wording[] {
  return family.messages.flatMap((message) => {
    const event = `${family.name}/${message.name}`;
    const own = reads(event) ? bodyTypes : types;
    return message.texts.map((text): Wording => {
      const body = once(() => compileText(undefined, text, own));
      const prefixes = prefixesOf(text, body);
      return { event, text, prefixes, prefix: prefixes.length === 1 ? (prefixes[0] ?? '') : '', body };
    });
  });
}

/** Up to its first hole a wording is literal text. */
function prefixesOf({ source }: Template, body: () => TextMatcher): readonly string[] {
  const hole = source.indexOf('{');
  return hole === 0 ? body().literalPrefixes : [hole < 0 ? source.trimEnd() : source.slice(0, hole)];
}

function firstOf(wordings: readonly Wording[], body: string, start: HeadMatch | undefined): Hit | undefined {
  for (const wording of wordings) {
    const { prefix } = wording;
    // A slice compares faster than `startsWith`; most wordings are turned away here, before they are compiled.
    if (prefix !== '' && body.slice(0, prefix.length) !== prefix) continue;
    const { longestLiteral, match } = wording.body();
    // Where the wording starts with its longest literal, the match itself looks at nothing else first.
    if (prefix !== longestLiteral && !body.includes(longestLiteral)) continue;
    const fields = match(body);
    if (fields === undefined) continue;
    // A spread would make a third object and costs as much as the match itself.
    if (start !== undefined) for (const name in start.fields) fields[name] = start.fields[name];
    return { event: wording.event, fields };
  }
  return undefined;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * A format string says which message it is; all wordings of the message are then tried in their order, so that the values are
 * those that the text alone would give (`from %@` may print `Acme` or `Acme[12]`).
 */
function indexBySkeleton(
  family: FamilySpec,
  wordings: readonly Wording[],
  types: TypeTable,
): ReadonlyMap<string, readonly Wording[]> {
  const byEvent = new Map<string, Wording[]>();
  for (const wording of wordings) byEvent.set(wording.event, [...(byEvent.get(wording.event) ?? []), wording]);
  const index = new Map<string, readonly Wording[]>();
  for (const wording of wordings) {
    const own = byEvent.get(wording.event) ?? [];
    for (const skeleton of skeletonsOf(family.head, wording.text, types)) {
      const known = index.get(skeleton) ?? [];
      index.set(skeleton, [...known, ...own.filter((each) => !known.includes(each))]);
    }
  }
  return index;
}

/** A wording without optional parts and braces is its own skeleton once its holes are gone. */
function skeletonsOf(head: Template | undefined, text: Template, types: TypeTable): readonly string[] {
  const source = (head?.source ?? '') + text.source;
  if (source.includes('{?') || source.includes('{{') || source.includes('}}'))
    return compileText(head, text, types).skeletons;
  return [source.replaceAll(/\{[^{}]*\}/g, '%').replace(/[\r\n]+$/, '')];
}

type HeadMatch = NonNullable<ReturnType<HeadMatcher['match']>>;

const MAX_HEADS = 12;

/**
 * A session's tag stands at the start of each of its lines, and taking it apart costs more than the rest of the line. The
 * newest heads are compared as text first; heads of flows differ from line to line and are not worth remembering.
 */
function withMemory(head: HeadMatcher): (message: string) => HeadMatch | undefined {
  const known: { readonly text: string; readonly match: HeadMatch }[] = [];
  return (message) => {
    // Comparing a slice is ten times faster than `startsWith`.
    const at = known.findIndex(({ text }) => message.slice(0, text.length) === text);
    const hit = known[at];
    if (hit !== undefined) {
      if (at > 0) known.unshift(...known.splice(at, 1));
      return hit.match;
    }
    const match = head.match(message);
    if (match === undefined || match.end < MIN_HEAD_CHARS) return match;
    known.unshift({ text: keep(message.slice(0, match.end)), match });
    if (known.length > MAX_HEADS) known.pop();
    return match;
  };
}

/** Shorter heads are cheaper to match than to remember. */
const MIN_HEAD_CHARS = 40;

/** More literals than this cost more to search for than the decoding they save; shorter ones stand everywhere. */
const MAX_PROBES = 3;
const MIN_PROBE_CHARS = 8;

/** Where only a few messages of a family are listened to, their longest literals tell the records that can be one. */
function derivedProbes(wordings: readonly Wording[], needs: (event: string) => boolean): readonly string[] | undefined {
  const literals = [...new Set(wordings.filter(({ event }) => needs(event)).map(({ body }) => body().longestLiteral))];
  return literals.length <= MAX_PROBES && literals.every((literal) => literal.length >= MIN_PROBE_CHARS)
    ? literals
    : undefined;
}
