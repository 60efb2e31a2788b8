import type { Element, HoleType } from './pattern.ts';
import { PRIVACY_TOKEN, type ValueType } from './values.ts';

/**
 * Reads a wording by searching for its literals, without one expression for the whole: most wordings are literals with
 * numbers and texts between them, and the engine finds a literal faster than an expression that grows letter by letter.
 * Yields what the expression yields, or nothing where it cannot tell: then the expression decides.
 */
export type Scan = (text: string) => Record<string, unknown> | undefined;

/** One hole and the literal behind it; the last literal may be empty. */
interface Step {
  readonly name: string;
  readonly type: ValueType;
  /** A value that ends by itself. */
  readonly pattern: RegExp | undefined;
  readonly literal: string;
}

/** Undefined for wordings that hold more than literals and plain holes. `text` is the whole message, trailing newlines gone. */
export function scanTemplate(elements: readonly Element[], resolve: (type: string) => HoleType): Scan | undefined {
  const [first, ...others] = elements;
  const prefix = typeof first === 'string' ? first : '';
  const steps = stepsOf(typeof first === 'string' ? others : elements, resolve);
  if (steps === undefined || steps.length === 0) return undefined;
  return (text) => {
    if (text.slice(0, prefix.length) !== prefix) return undefined;
    const fields: Record<string, unknown> = {};
    let at = prefix.length;
    for (let index = 0; index < steps.length; index += 1) {
      const step = steps[index];
      if (step === undefined) return undefined;
      const end = endOf(step, text, at, index === steps.length - 1);
      if (end < 0) return undefined;
      fields[step.name] = step.type.convert(text.slice(at, end));
      at = end + step.literal.length;
    }
    return at === text.length ? fields : undefined;
  };
}

function stepsOf(elements: readonly Element[], resolve: (type: string) => HoleType): Step[] | undefined {
  const steps: Step[] = [];
  for (let index = 0; index < elements.length; index += 2) {
    const hole = elements[index];
    const literal = elements[index + 1] ?? '';
    if (typeof hole !== 'object' || !('type' in hole) || typeof literal !== 'string') return undefined;
    const type = resolve(hole.type);
    if (!('value' in type) || !isSearchable(type.value, literal)) return undefined;
    const pattern = type.value.reach === 'plain' ? new RegExp(type.value.pattern, 'y') : undefined;
    steps.push({ name: hole.name, type: type.value, pattern, literal });
  }
  return steps;
}

/** Characters that a plain value may hold: behind one that could go on, an expression would try a shorter one. */
const MAY_GO_ON = /^[\w.:%+-]/;

function isSearchable({ reach, body }: ValueType, literal: string): boolean {
  if (body !== undefined) return false;
  if (reach === 'plain') return !MAY_GO_ON.test(literal);
  // A word ends at a blank; before any other literal an expression may try a longer one.
  return reach === 'open' || literal === '' || /^\s/.test(literal);
}

/** Where the value that starts at `at` ends; -1 where the expression has to decide. */
function endOf({ type, pattern, literal }: Step, text: string, at: number, isLast: boolean): number {
  if (pattern !== undefined) {
    const end = type.digits === undefined ? patternEnd(pattern, text, at) : digitsEnd(text, at, type.digits);
    return end >= 0 && isFollowed(text, end, literal, isLast) ? end : -1;
  }
  if (mayBeToken(text.charCodeAt(at))) return tokenEnd(text, at, literal, isLast);
  const end = literal === '' ? text.length : isLast ? text.length - literal.length : text.indexOf(literal, at);
  if (end < at || (isLast && literal !== '' && !text.endsWith(literal))) return -1;
  return isTaken(type, text.slice(at, end)) ? end : -1;
}

function patternEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Digits without an expression; a sign, or more of them than the type takes, is left to one. */
function digitsEnd(text: string, at: number, most: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); code >= 0x30 && code <= 0x39; code = text.charCodeAt(end)) end += 1;
  return end > at && end - at <= most ? end : -1;
}

/** `label` stops at a newline, `word` at a blank; `rest` takes everything. */
function isTaken({ reach, pattern }: ValueType, value: string): boolean {
  if (reach === 'word') return value !== '' && value.length <= LONGEST_WORD && !/\s/.test(value);
  return pattern.startsWith('[\\s\\S]') || !value.includes('\n');
}

const LONGEST_WORD = 512;

function isFollowed(text: string, end: number, literal: string, isLast: boolean): boolean {
  return isLast ? text.length - end === literal.length && text.endsWith(literal) : text.startsWith(literal, end);
}

const TOKEN = new RegExp(PRIVACY_TOKEN, 'y');
/** `<`, `(`, `H`, `I`. */
function mayBeToken(code: number): boolean {
  return code === 0x3c || code === 0x28 || code === 0x48 || code === 0x49;
}

/** A hidden value, where what follows it is as expected; everything else that starts like one is left to the expression. */
function tokenEnd(text: string, at: number, literal: string, isLast: boolean): number {
  TOKEN.lastIndex = at;
  if (!TOKEN.test(text)) return -1;
  return isFollowed(text, TOKEN.lastIndex, literal, isLast) ? TOKEN.lastIndex : -1;
}
