import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/language/body/read-body.ts';
import type { BodyKind } from '../../../src/model/bodies.ts';

const KINDS: readonly BodyKind[] = ['properties', 'dictionary', 'data', 'ns-error', 'nw-node', 'nw-path', 'ne-flow'];
const MAX = 16_384;

/** Pieces of every grammar, so that garbage gets far into each of them. */
const PIECES = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '{(',
    ')}',
    ';',
    '; ',
    ',',
    ', ',
    '=',
    ' = ',
    '"',
    '\\"',
    '\\',
    '<',
    '>',
    '[',
    ']',
    '\n',
    '  ',
  ],
  ...[
    'Error Domain=',
    ' Code=-3 ',
    ' UserInfo={',
    '0x60 {Error Domain=A Code=1',
    '{length = 2, bytes = 0x0011}',
    '<0011>',
  ],
  ...[
    '(null)',
    '<private>',
    "<mask.hash: 'a=='>",
    'Hostname#9a0934c3:443',
    'key',
    'a b',
    '12',
    'YES',
    'é',
    '\u2028',
    '\ud800',
  ],
  ...[
    'C1.2',
    ' ready path (',
    'satisfied (',
    ', interface: en0[802.11]',
    ', ipv4',
    '1456A725-243C-46A8-8CC4-A0EBA39B72D0',
  ],
  ...[
    'NEFlow type = ',
    ', app = ',
    ', name = ',
    ' <-> ',
    ', filter_id = ',
    ', interface = ',
    '__proto__',
    'incomplete = 3',
  ],
];

/** The same numbers in every run. Source: mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function incompleteMarks(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'incomplete' ? [inner] : incompleteMarks(inner)));
}

describe('readBody', () => {
  it.each(KINDS)('reads any garbage as %s, and its marks are the only ones', (kind) => {
    const next = random(KINDS.indexOf(kind) + 1);

    for (let run = 0; run < 1500; run++) {
      const count = Math.floor(next() * 40);
      const text = Array.from({ length: count }, () => PIECES[Math.floor(next() * PIECES.length)]).join('');

      const value = readBody(kind, text);

      expect(
        incompleteMarks(value).filter((mark) => mark !== true),
        text,
      ).toEqual([]);
      expect(readBody(kind, text), text).toEqual(value);
    }
  });

  it.each(KINDS)('comes to an end with a hostile %s', (kind) => {
    for (const piece of [...PIECES, 'a = {\n', 'a = (\n', 'a={', '(a,', '";', 'x = "\n', '\t', '}\n', ', a=', ';a=']) {
      const text = piece.repeat(Math.ceil(MAX / piece.length));

      expect(() => readBody(kind, text)).not.toThrow();
    }
  });

  it('reads 16,384 characters and says that there were more', () => {
    const entry = '    key = value\n';
    const text = `    first = 1\n${entry.repeat(2 * Math.ceil(MAX / entry.length))}`;

    expect(readBody('properties', text)).toEqual({ first: 1, key: 'value', incomplete: true });
    expect(readBody('dictionary', `(${'1,'.repeat(MAX)})`)).toMatchObject({ incomplete: true });
    expect(readBody('ns-error', 'x'.repeat(MAX + 1))).toEqual({
      domain: undefined,
      code: undefined,
      text: 'x'.repeat(MAX),
      underlying: [],
      incomplete: true,
    });
  });

  it.each([
    [
      'properties',
      '  __proto__ = x\n  constructor = {\n    prototype = y\n  }\n  incomplete = NO\n  redacted = z\n  toString = 1',
    ],
    ['dictionary', '{ __proto__ = x; constructor = {prototype = y;}; incomplete = NO; redacted = z; toString = 1; }'],
  ] as const)('takes the names of %s for names, whatever they are', (kind, text) => {
    const value = readBody(kind, text);

    expect(JSON.parse(JSON.stringify(Object.entries(value)))).toEqual([
      ['__proto__', 'x'],
      ['constructor', { prototype: 'y' }],
      ['incomplete_', false],
      ['redacted_', 'z'],
      ['toString', 1],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(null);
    expect(Object.hasOwn(Object.prototype, 'prototype')).toBe(false);
  });

  it('takes the names of a UserInfo for names too', () => {
    const { userInfo } = readBody('ns-error', 'Error Domain=A Code=1 "t" UserInfo={__proto__=x, incomplete=NO}');

    expect(Object.entries(userInfo ?? {})).toEqual([
      ['__proto__', 'x'],
      ['incomplete_', false],
    ]);
  });

  it('keeps the first of two values with the same name', () => {
    expect(readBody('properties', '  a = 1\n  a = 2')).toEqual({ a: 1 });
  });

  it('reads the same text twice to the same value, whatever was read in between', () => {
    const text = 'Error Domain=A Code=1 "t" UserInfo={B=0x6 {Error Domain=C Code=2}}';
    const first = readBody('ns-error', text);

    readBody('ns-error', 'Error Domain=A Code=1 "t" UserInfo={B=0x6 {Error');

    expect(readBody('ns-error', text)).toEqual(first);
  });
});
