import type { IToken } from 'chevrotain';
import type { Comparator, Predicate } from '../../model/catalog.ts';
import { complain, type SourceText } from '../source-text.ts';
import { nearest } from '../words.ts';
import { MAX_PATTERN_CHARS } from './compile.ts';
import {
  canonicalField,
  type FieldType,
  fieldType,
  hasZone,
  instantOf,
  LISTED_FIELDS,
  levelOf,
  WALL_CLOCK,
} from './fields.ts';
import { linearPatternProblem } from './linear-pattern.ts';

type Scalar = string | number | boolean | null;

export interface Operand {
  readonly token: IToken;
  readonly value: Scalar;
  /** A word without quotes: only the names of message types may stand so. */
  readonly bare: boolean;
}

interface Written {
  readonly source: SourceText;
  readonly field: IToken;
  readonly operator: IToken;
  readonly comparator: Comparator;
  readonly operands: readonly Operand[];
  readonly modifier: IToken | undefined;
}

const TEXT_OPERATORS: ReadonlySet<Comparator> = new Set(['contains', 'beginswith', 'endswith', 'like', 'matches']);
const LEVEL_OPERATORS: ReadonlySet<Comparator> = new Set(['==', '!=', 'in']);

/** A comparison as data, its values brought to the field's type; undefined, with a problem, where they do not fit. */
export function typedComparison(written: Written): Predicate | undefined {
  const { source, comparator, operator, operands, modifier } = written;
  const field = canonicalField(written.field.image);
  const type = fieldType(field);
  const mayBeUnknown = type === undefined || source.knows?.isAlone === true;
  const unknown = mayBeUnknown ? unknownField(source, written.field) : undefined;
  if (unknown !== undefined) return refuse(source, written.field, unknown.message, unknown.help);
  const refusal = operatorRefusal(field, type, comparator, operands.length);
  if (refusal !== undefined) return refuse(source, operator, refusal);
  const flags = modifierFlags(modifier);
  if (flags === undefined)
    return refuse(
      source,
      modifier ?? operator,
      `unknown modifier ${modifier?.image}`,
      'supported: [c] without case, [d] without accents, [cd]',
    );
  const values: Scalar[] = [];
  for (const operand of operands) {
    const value = typedValue(source, field, type, operand);
    if (value === undefined) return undefined;
    if (TEXT_OPERATORS.has(comparator) && typeof value !== 'string') {
      return refuse(source, operand.token, `'${operator.image}' takes a string`);
    }
    const problem = typeof value === 'string' ? patternProblem(comparator, value) : undefined;
    if (problem !== undefined) return refuse(source, operand.token, problem);
    values.push(value);
  }
  const [single = null] = values;
  const value = comparator === 'in' || comparator === 'between' ? values : single;
  const asked = type === 'instant' && operands.every(isWallClock) ? WALL_CLOCK : field;
  return { op: 'compare', field: asked, comparator, value, ...flags };
}

/** An instant without an offset is meant as the capture's own clock shows it. */
function isWallClock({ value }: Operand): boolean {
  return typeof value === 'string' && !hasZone(value);
}

/** Where the fields are known, a name that is none of them. */
function unknownField(source: SourceText, field: IToken): { message: string; help: string } | undefined {
  if (source.knows === undefined || source.knows.has(field.image)) return undefined;
  const own = [...source.knows.names()];
  const listed = source.knows.isAlone === true ? own : LISTED_FIELDS;
  const meant = nearest(field.image, [...listed, ...own]);
  const guess = meant === undefined ? '' : `did you mean ${meant}? `;
  const others =
    source.knows.isAlone === true ? '' : ', and the fields of events (necropsy explain FAMILY/MESSAGE lists them)';
  return { message: `no field is called ${field.image}`, help: `${guess}fields: ${listed.join(', ')}${others}` };
}

/** What is wrong with a pattern of `like` or `matches`, if anything. */
function patternProblem(comparator: Comparator, pattern: string): string | undefined {
  if (comparator !== 'like' && comparator !== 'matches') return undefined;
  if (pattern.length > MAX_PATTERN_CHARS) return `the pattern is longer than ${MAX_PATTERN_CHARS} characters`;
  return comparator === 'like' ? undefined : linearPatternProblem(pattern);
}

function refuse(source: SourceText, at: IToken, message: string, help?: string): undefined {
  complain(source, at, message, help);
}

function operatorRefusal(
  field: string,
  type: FieldType | undefined,
  comparator: Comparator,
  count: number,
): string | undefined {
  if (comparator === 'between' && count !== 2) return "'between' takes two values: {lowest, highest}";
  if (comparator === 'in' && count === 0) return "'in' takes at least one value";
  if (type === 'level' && !LEVEL_OPERATORS.has(comparator))
    return `${field} can be compared with '==', '!=' and 'in' only`;
  if ((type === 'number' || type === 'instant') && TEXT_OPERATORS.has(comparator)) {
    return `${field} is ${type === 'number' ? 'a number' : 'an instant'}; '${comparator}' compares text`;
  }
  return undefined;
}

function modifierFlags(modifier: IToken | undefined): { ignoreCase: boolean; ignoreDiacritics: boolean } | undefined {
  const letters = modifier?.image.slice(1, -1).toLowerCase() ?? '';
  if (/[^cd]/.test(letters) || (modifier !== undefined && letters === '')) return undefined;
  return { ignoreCase: letters.includes('c'), ignoreDiacritics: letters.includes('d') };
}

function typedValue(
  source: SourceText,
  field: string,
  type: FieldType | undefined,
  operand: Operand,
): Scalar | undefined {
  const { token, value } = operand;
  if (type === 'level' && value !== null) {
    const level = typeof value === 'boolean' ? undefined : levelOf(value);
    if (level === undefined)
      complain(
        source,
        token,
        `${token.image} is no message type`,
        'default, info, debug, error, fault, activity, signpost, state, loss',
      );
    return level;
  }
  if (operand.bare) {
    const help = 'two fields cannot be compared; a value that is text stands in quotes';
    complain(source, token, `expected a value, found the word '${token.image}': write "${token.image}"`, help);
    return undefined;
  }
  if (type === 'number' && typeof value === 'string') {
    const number = Number(value);
    if (value.trim() !== '' && !Number.isNaN(number)) return number;
    complain(source, token, `${field} is a number, ${token.image} is none`);
    return undefined;
  }
  if (type === 'instant' && typeof value === 'string') {
    const instant = instantOf(value);
    if (instant === undefined)
      complain(
        source,
        token,
        `${token.image} is no instant`,
        'write "2026-01-09 12:29:37" or "2026-01-09 12:29:37.123456+0100"',
      );
    return instant;
  }
  return value;
}
