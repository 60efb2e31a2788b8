import type { BodyByKind, BodyField } from '../../model/bodies.ts';
import { closeFields } from './fields.ts';
import { valueParser } from './value-parser.ts';

/** A property list as NSLog prints it, or a top-level list, or `key=value, key=value` without braces. */
export function readDictionary(text: string, isCut: boolean): BodyByKind['dictionary'] {
  const read = valueParser().readDictionary(text, isCut);
  const { value } = read;
  if (isList(value)) return read.isCut ? { items: value, incomplete: true } : value;
  return read.isCut ? closeFields(value, true) : value;
}

function isList(value: object): value is readonly BodyField[] {
  return Array.isArray(value);
}
