import { describe, expect, it } from 'vitest';
import { clauseSource } from '../../../src/language/catalog/clause-source.ts';

const FILE = `-- of the file
rule a
  title "one"
  -- why five
  when seen x.y/z
  example found "rule inside" """
rule b
family c
  """ -> count=1

-- of b
rule b title "two"
type t = one | two
`;

describe('clauseSource', () => {
  it.each([
    [2, FILE.split('\n').slice(1, 9)],
    [12, ['rule b title "two"']],
    [13, ['type t = one | two']],
  ])('of line %i ends before the next header, and strings hold none', (line, expected) => {
    expect(clauseSource(FILE, line)).toEqual(expected);
  });

  it.each([1, 3, 7, 99])('of line %i, where no header stands, is empty', (line) => {
    expect(clauseSource(FILE, line)).toEqual([]);
  });
});
