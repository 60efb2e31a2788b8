import { describe, expect, it } from 'vitest';
import { alignMachines } from '../../src/decode/machines.ts';
import type { InputHead } from '../../src/decode/zones.ts';
import type { Micros } from '../../src/model/units.ts';

const HOUR = 3_600_000_000;

/** An input that runs from one hour to another on its own wall clock. */
function head(from: number, to: number, more: Partial<InputHead> = {}): InputHead {
  return {
    name: 'x',
    first: (from * HOUR) as Micros,
    last: (to * HOUR) as Micros,
    offsetMinutes: 0,
    lack: undefined,
    ...more,
  };
}

describe('inputs are of', () => {
  it.each<[string, readonly InputHead[], readonly number[]]>([
    ['one machine where none names its boot', [head(1, 3), head(2, 4)], [0, 0]],
    ['one where they share a boot', [head(1, 3, { boots: ['A'] }), head(2, 4, { boots: ['B', 'A'] })], [0, 0]],
    ['one where one boot follows another', [head(1, 3, { boots: ['A'] }), head(4, 5, { boots: ['B'] })], [0, 0]],
    ['two where two boots run at one time', [head(1, 3, { boots: ['A'] }), head(2, 4, { boots: ['B'] })], [0, 1]],
    [
      'one where the clocks only seem to meet: the zones lie apart',
      [head(1, 3, { boots: ['A'] }), head(2, 4, { boots: ['B'], offsetMinutes: -180 })],
      [0, 0],
    ],
    [
      'the machine that came in the same container',
      [
        head(1, 3, { boots: ['A'], container: 'a.tgz' }),
        head(2, 4, { boots: ['B'], container: 'b.tgz' }),
        head(2, 4, { container: 'b.tgz' }),
        head(9, 9, { container: 'a.tgz' }),
      ],
      [0, 1, 1, 0],
    ],
    [
      'the first machine whose time they share, where nothing else tells',
      [head(1, 3, { boots: ['A'] }), head(2, 9, { boots: ['B'] }), head(5, 6), head(2, 3), head(20, 21)],
      [0, 1, 1, 0, 0],
    ],
  ])('%s', (_, heads, machines) => {
    expect(alignMachines(heads)).toEqual(machines);
  });
});
