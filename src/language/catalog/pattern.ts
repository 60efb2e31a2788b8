import type { Hole, Template } from '../../model/catalog.ts';
import { escapePattern, PRIVACY_TOKEN, redaction, UUID_PATTERN, type ValueType } from './values.ts';

/** Resolved type of a hole: a value, or templates whose holes become sub-fields. */
export type HoleType = { readonly value: ValueType } | { readonly templates: readonly Template[] };

/** A literal, a hole, a part that may be missing, or a condition on what follows. */
export type Element = string | Hole | { readonly optional: readonly (string | Hole)[] } | { readonly guard: string };

/** Fields out of the groups of a match. */
export type FieldReader = (groups: RegExpExecArray, fields: Record<string, unknown>) => void;

export interface Pattern {
  /** Regular expression, anchored nowhere. */
  readonly source: string;
  readonly read: FieldReader;
}

type Resolve = (type: string) => HoleType;
type Reach = ValueType['reach'] | 'literal' | 'group';
/** Whether an open hole has to stop after some hundred characters. */
type IsBounded = (element: Element) => boolean;

export function elementsOf(template: Template): Element[] {
  const elements: Element[] = [];
  let from = 0;
  for (const [start, end] of template.optional ?? []) {
    elements.push(...template.parts.slice(from, start), { optional: template.parts.slice(start, end) });
    from = end;
  }
  elements.push(...template.parts.slice(from));
  return elements;
}

/**
 * One regular expression for a sequence of elements.
 *
 * Two open holes in one expression cost the product of their lengths when a message does not match. So everything between two
 * of them is taken where it first fits and never reconsidered: a look-ahead that captures, then a reference to what it
 * captured (JavaScript has no atomic groups). Nothing is lost by that where the next hole takes any text: if a later place
 * fits, the earlier one does too.
 */
export function compilePattern(
  elements: readonly Element[],
  resolve: Resolve,
  tokens: Tokens = 'with-tokens',
): Pattern {
  return new PatternWriter(resolve, tokens).write(elements);
}

/**
 * Whether holes also take privacy tokens. Without them an expression is a tenth as long, and most messages hold none: those
 * are told by `mayHoldToken` before.
 */
export type Tokens = 'with-tokens' | 'without-tokens';

class PatternWriter {
  private groups = 0;
  private readonly readers: FieldReader[] = [];
  private readonly resolve: Resolve;
  private readonly takesTokens: boolean;
  private last: Element | undefined;

  constructor(resolve: Resolve, tokens: Tokens) {
    this.resolve = resolve;
    this.takesTokens = tokens === 'with-tokens';
  }

  write(elements: readonly Element[]): Pattern {
    const { readers } = this;
    this.last = elements.at(-1);
    const source = this.sequence(elements, readers, () => false);
    return {
      source,
      read: (groups, fields) => {
        for (const read of readers) read(groups, fields);
      },
    };
  }

  private sequence(elements: readonly Element[], readers: FieldReader[], isBounded: IsBounded): string {
    const segments = this.cutBefore(elements, 'open');
    return segments
      .map((segment, index) => {
        const isLast = index === segments.length - 1;
        return isLast || !this.isElastic(segment)
          ? this.words(segment, readers, isBounded)
          : this.once(() => this.words(segment, readers, isBounded));
      })
      .join('');
  }

  /** Inside a segment the same is done for words that follow each other without a blank between. */
  private words(segment: readonly Element[], readers: FieldReader[], isBounded: IsBounded): string {
    const pieces = this.cutBefore(segment, 'word');
    return pieces
      .map((piece, index) => {
        const write = (): string => piece.map((element) => this.element(element, readers, isBounded)).join('');
        const isChained = index < pieces.length - 1 && this.isWordChain(piece);
        return isChained ? this.once(write) : write();
      })
      .join('');
  }

  private cutBefore(elements: readonly Element[], reach: 'open' | 'word'): Element[][] {
    const segments: Element[][] = [[]];
    let previous: Reach = 'open';
    for (const element of elements) {
      const own = this.reachOf(element);
      const follows = previous === 'literal' || previous === 'plain' || (reach === 'open' && previous === 'word');
      if (own === reach && follows) segments.push([]);
      segments.at(-1)?.push(element);
      previous = own;
    }
    return segments;
  }

  private isElastic(segment: readonly Element[]): boolean {
    return segment.some((element) => !['literal', 'plain'].includes(this.reachOf(element)));
  }

  private isWordChain(piece: readonly Element[]): boolean {
    const [first, ...others] = piece;
    const [second] = others;
    if (first === undefined || this.reachOf(first) !== 'word') return false;
    const endsAtBlank = typeof second === 'string' && /^\s/.test(second);
    return !endsAtBlank && !this.isElastic(others);
  }

  private reachOf(element: Element): Reach {
    if (typeof element === 'string') return 'literal';
    if ('optional' in element) return 'group';
    if ('guard' in element) return 'plain';
    const type = this.resolve(element.type);
    return 'value' in type ? type.value.reach : 'group';
  }

  private once(write: () => string): string {
    const group = ++this.groups;
    return `(?=(${write()}))\\${group}(?:)`;
  }

  private element(element: Element, readers: FieldReader[], isBounded: IsBounded): string {
    if (typeof element === 'string') return escapePattern(element);
    if ('optional' in element) return this.optional(element, readers);
    if ('guard' in element) return element.guard;
    const type = this.resolve(element.type);
    return 'value' in type
      ? this.value(element, type.value, readers, isBounded)
      : this.composite(element, type.templates, readers);
  }

  /** What may be missing is tried again for every length of an open hole before it, so open holes in it are kept short. */
  private optional(element: Extract<Element, { optional: unknown }>, readers: FieldReader[]): string {
    const end = element === this.last ? element.optional.at(-1) : undefined;
    return `(?:${this.sequence(element.optional, readers, (part) => part !== end)})?`;
  }

  /**
   * A name may hold anything, even what looks like the UUID behind it (`[Primary Tunnel:a:UUID:b:UUID:(null)]`), so the last
   * UUID before the value's closing literal is meant.
   */
  private guarded(elements: readonly Element[]): Element[] {
    const last = elements.at(-1);
    const stop = typeof last === 'string' ? escapePattern(last.slice(0, 1)) : '';
    return elements.flatMap((element, index) => {
      const before = elements[index - 1];
      const name = elements[index - 2];
      const isKey = typeof element === 'object' && 'type' in element && element.type === 'uuid';
      if (!isKey || typeof before !== 'string' || name === undefined || this.reachOf(name) !== 'open') return [element];
      const again = `${escapePattern(before)}(?:${UUID_PATTERN})`;
      return [element, { guard: `(?![^\\n${stop}]*${again})` }];
    });
  }

  private value(hole: Hole, type: ValueType, readers: FieldReader[], isBounded: IsBounded): string {
    const group = ++this.groups;
    const { name } = hole;
    readers.push((groups, fields) => {
      const text = groups[group];
      fields[name] = text === undefined ? undefined : type.convert(text);
    });
    const own = isBounded(hole) ? (type.bounded ?? type.pattern) : type.pattern;
    return type.privacy === undefined || !this.takesTokens ? `(${own})` : `(${type.privacy}|${own})`;
  }

  private composite(hole: Hole, templates: readonly Template[], readers: FieldReader[]): string {
    const redacted = this.takesTokens ? ++this.groups : -1;
    const alternatives = templates.map((template) => {
      const group = ++this.groups;
      const own: FieldReader[] = [];
      const source = this.sequence(this.guarded(elementsOf(template)), own, () => true);
      return { group, own, source: `(${source})` };
    });
    const { name } = hole;
    readers.push((groups, fields) => {
      const token = groups[redacted];
      const matched = alternatives.find(({ group }) => groups[group] !== undefined);
      if (token !== undefined) fields[name] = redaction(token);
      else fields[name] = matched === undefined ? undefined : readInto({}, matched.own, groups);
    });
    const sources = alternatives.map(({ source }) => source);
    return `(?:${[...(this.takesTokens ? [`(${PRIVACY_TOKEN})`] : []), ...sources].join('|')})`;
  }
}

function readInto(
  fields: Record<string, unknown>,
  readers: readonly FieldReader[],
  groups: RegExpExecArray,
): Record<string, unknown> {
  for (const read of readers) read(groups, fields);
  return fields;
}
