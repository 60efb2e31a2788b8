import { skeletonOfFormatString } from '../language/catalog/skeleton.ts';
import { compileHead, compileText, type TextMatcher, type TypeTable } from '../language/catalog/template.ts';
import { compilePredicate } from '../language/predicate/compile.ts';
import type { FamilySpec } from '../model/catalog.ts';
import type { Origin } from '../model/log-record.ts';

export interface Hit {
  /** `family/message`. */
  readonly event: string;
  readonly fields: Record<string, unknown>;
}

export interface CompiledFamily {
  readonly name: string;
  readonly probe: string | undefined;
  readonly marksProvider: boolean;
  readonly admits: (origin: Origin) => boolean;
  /** The message of this family that this text is. The format string only narrows the search: generic ones narrow nothing. */
  match(message: string, formatString: string | undefined): Hit | undefined;
}

interface Wording {
  readonly event: string;
  /** What follows the family's head. */
  readonly body: TextMatcher;
  /** Head and text as one. */
  readonly whole: TextMatcher;
}

/** Characters after the head that pick the bucket. */
const KEY_CHARS = 4;
/** Buckets and skeletons are remembered as they occur; hostile messages must not fill the memory with them. */
const CAP = 4_096;

export function compileFamily(
  family: FamilySpec,
  types: TypeTable,
  readOrigin: (field: string) => (origin: Origin) => unknown,
): CompiledFamily {
  const head = family.head === undefined ? undefined : compileHead(family.head, types);
  const wordings: Wording[] = family.messages.flatMap((message) =>
    message.texts.map((text) => ({
      event: `${family.name}/${message.name}`,
      body: compileText(undefined, text, types),
      whole: compileText(family.head, text, types),
    })),
  );
  const bucketOf = remembered((key) => wordings.filter(({ body }) => startsAlike(body.literalPrefix, key)));
  const bySkeleton = remembered((formatString) => {
    const skeleton = skeletonOfFormatString(formatString);
    return wordings.filter(({ whole }) => whole.skeletons.includes(skeleton));
  });

  const matchText = (message: string): Hit | undefined => {
    const start = head?.match(message);
    if (head !== undefined && start === undefined) return undefined;
    const body = start === undefined ? message : message.slice(start.end);
    for (const wording of bucketOf(body.slice(0, KEY_CHARS))) {
      if (!body.includes(wording.body.longestLiteral)) continue;
      const fields = wording.body.match(body);
      if (fields !== undefined)
        return { event: wording.event, fields: start === undefined ? fields : { ...start.fields, ...fields } };
    }
    return undefined;
  };

  return {
    name: family.name,
    probe: family.probe,
    marksProvider: family.marks === 'provider',
    admits: compilePredicate(family.where, readOrigin),
    match(message, formatString) {
      for (const { event, whole } of formatString === undefined ? [] : bySkeleton(formatString)) {
        const fields = whole.match(message);
        if (fields !== undefined) return { event, fields };
      }
      return matchText(message);
    },
  };
}

/** A wording that starts with a hole, or with a literal shorter than the key, stands in every bucket it may belong to. */
function startsAlike(literalPrefix: string, key: string): boolean {
  const prefix = literalPrefix.slice(0, KEY_CHARS);
  return key.startsWith(prefix) || prefix.startsWith(key);
}

function remembered(find: (key: string) => readonly Wording[]): (key: string) => readonly Wording[] {
  const known = new Map<string, readonly Wording[]>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find(key);
    if (known.size >= CAP) known.clear();
    known.set(key, found);
    return found;
  };
}
