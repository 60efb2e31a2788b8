import type { BodyByKind, BodyKind } from '../../model/bodies.ts';
import type { Redacted } from '../../model/redacted.ts';
import { redaction } from '../catalog/values.ts';
import { readCutData } from './data.ts';
import { readDictionary } from './dictionary.ts';
import { closeFields, openFields } from './fields.ts';
import { readNeFlow } from './ne-flow.ts';
import { readNsError } from './ns-error.ts';
import { readNwNode, readNwPath } from './nw-node.ts';
import { openPath } from './nw-path.ts';
import { readProperties } from './properties.ts';

/** In UTF-16 units. Nothing that a person would read is longer, and hostile text stays cheap. */
const MAX_LENGTH = 16_384;

interface Reader<T> {
  readonly read: (text: string, isCut: boolean) => T;
  /** What stands for a text of which nothing could be read. */
  readonly nothing: () => T;
}

const READERS: { readonly [K in BodyKind]: Reader<BodyByKind[K]> } = {
  properties: { read: hidden(readProperties), nothing: () => closeFields(openFields(), true) },
  dictionary: { read: hidden(readDictionary), nothing: () => closeFields(openFields(), true) },
  data: {
    read: hidden((text, isCut) => {
      const data = readCutData(text.trim());
      if (data === undefined) return { length: 0, bytes: '', incomplete: true };
      return isCut ? { ...data, incomplete: true } : data;
    }),
    nothing: () => ({ length: 0, bytes: '', incomplete: true }),
  },
  'ns-error': {
    read: readNsError,
    nothing: () => ({ domain: undefined, code: undefined, text: undefined, underlying: [], incomplete: true }),
  },
  'nw-node': { read: hidden(readNwNode), nothing: () => ({ id: '', kind: 'other', incomplete: true }) },
  'nw-path': {
    read: (text, isCut) => (text.trim() === '(null)' ? openPath() : hidden(readNwPath)(text, isCut)),
    nothing: () => ({ ...openPath(), incomplete: true }),
  },
  'ne-flow': { read: hidden(readNeFlow), nothing: () => ({ isBound: false, incomplete: true }) },
};

/**
 * Reads the structured part of a message. Takes any text and never throws: what could not be read is missing and the value
 * says `incomplete`. Time grows with the length of the text, of which 16,384 characters are read.
 */
export function readBody<K extends BodyKind>(kind: K, text: string): BodyByKind[K] {
  const reader: Reader<BodyByKind[K]> = READERS[kind];
  try {
    return reader.read(text.slice(0, MAX_LENGTH), text.length > MAX_LENGTH);
  } catch {
    // load-bearing: a reader that throws is our bug, but a log must be readable with it; the value says that it is incomplete.
    return reader.nothing();
  }
}

/** For kinds whose whole text privacy may have taken. */
function hidden<T>(read: (text: string, isCut: boolean) => T): (text: string, isCut: boolean) => T | Redacted {
  return (text, isCut) => redaction(text.trim()) ?? read(text, isCut);
}
