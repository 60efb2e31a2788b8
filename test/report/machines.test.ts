import { describe, expect, it } from 'vitest';
import type { InputSummary } from '../../src/model/input.ts';
import type { MachineFacts } from '../../src/model/machine.ts';
import { machinesOf } from '../../src/report/machines.ts';

const NONE = { configurations: [], profiles: [], interfaces: [], unread: [] };
const machine = (facts: Partial<MachineFacts>): MachineFacts => ({ name: 's.tgz', ...NONE, ...facts });
/** Only what the function looks at. */
const archive = (name: string, build: string, hardware: string, container?: string): InputSummary =>
  ({ name, machine: { build, hardware }, ...(container === undefined ? {} : { container }) }) as InputSummary;

describe('the machines of a run', () => {
  it('are completed by the archives that came with them, whose word is the second', () => {
    const container = machine({ platform: 'macOS', build: '25E246' });

    expect(machinesOf([container], [archive('s.tgz/a.logarchive', '25E000', 'Mac16,11', 's.tgz')])).toEqual([
      machine({ platform: 'macOS', build: '25E246', model: 'Mac16,11' }),
    ]);
  });

  it('are told by an archive alone, once for each build and model', () => {
    const archives = [
      archive('a', '25E246', 'Mac16,11'),
      archive('b', '25E246', 'Mac16,11'),
      archive('c', '', 'Mac14,2'),
    ];

    expect(machinesOf([], archives)).toEqual([
      machine({ name: 'a', build: '25E246', model: 'Mac16,11' }),
      machine({ name: 'c', model: 'Mac14,2' }),
    ]);
  });

  it('are none where nothing tells of them', () => {
    expect(machinesOf([], [{ name: 'x.log' } as InputSummary])).toEqual([]);
  });
});
