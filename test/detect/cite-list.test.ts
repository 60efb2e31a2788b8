import { expect, it } from 'vitest';
import { CiteList } from '../../src/detect/cite-list.ts';
import type { Cite } from '../../src/model/entity.ts';
import type { InputIndex, Micros } from '../../src/model/units.ts';

const cite = (at: number, more: Partial<Cite> = {}, file?: string): Cite => ({
  at: at as Micros,
  ref: { input: 0 as InputIndex, line: at, offset: at * 100, length: 90, ...(file === undefined ? {} : { file }) },
  process: 'com.example.acme.extension',
  pid: 569,
  text: undefined,
  ...more,
});

it('gives back what it was given, between two times, with what differs from line to line', () => {
  const cites = [
    cite(1),
    cite(2),
    cite(3, { text: 'New flow' }),
    cite(4, { text: 'New flow too' }),
    cite(5, { pid: 700 }),
    cite(6, {}, 'Persist/0.tracev3'),
  ];
  const list = new CiteList();
  for (const each of cites) list.push(each);

  expect(list.size).toBe(6);
  expect(list.between(0 as Micros, 9 as Micros)).toEqual(cites);
  expect(list.between(1 as Micros, 5 as Micros)).toEqual(cites.slice(1, 5));
});
