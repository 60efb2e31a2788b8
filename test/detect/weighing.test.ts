import { describe, expect, it } from 'vitest';
import { allOf, anyOf, createWeigher } from '../../src/detect/weighing.ts';
import type { Session, World } from '../../src/model/entity.ts';
import type { Candidate, Holds } from '../../src/model/why.ts';

const UUID = 'E8D79F49-AF6D-414C-8A6F-188A424E617B';
// The weigher asks the world for sessions only.
const world = { session: (uuid: string) => (uuid === UUID ? ({ uuid, name: 'Harbor' } as Session) : undefined) };

function weigherOf(request: { flow?: string; session?: string } = {}, cap?: number) {
  return createWeigher({ detector: 'x', ...request }, world as World, cap);
}

function candidate(what: string, holds: readonly Holds[], more: Partial<Candidate> = {}): Candidate {
  const conditions = holds.map((each, index) => ({ says: `condition ${index}`, holds: each }));
  return { what, subjects: [], conditions, isFound: holds.every((each) => each === true), ...more };
}

describe('what a detector weighs', () => {
  it('puts what was found first, then the nearest misses, equals in the order of the log', () => {
    const weigher = weigherOf();

    weigher.take(candidate('two fail', [false, false]));
    weigher.take(candidate('one fails', [true, false]));
    weigher.take(candidate('one is open', [true, 'unknown']));
    weigher.take(candidate('another fails', [false, true]));
    weigher.take(candidate('one of four fails', [true, true, true, false]));
    weigher.take(candidate('found', [true, true]));

    expect(weigher.result().candidates.map(({ what }) => what)).toEqual([
      'found',
      'one is open',
      'one of four fails',
      'one fails',
      'another fails',
      'two fail',
    ]);
  });

  it('keeps so many of each kind and counts all', () => {
    const weigher = weigherOf({}, 4);

    for (let i = 0; i < 100; i++) weigher.take(candidate(`miss ${i}`, [false]));
    for (let i = 0; i < 100; i++) weigher.take(candidate(`found ${i}`, [true]));
    const { candidates, weighed, matching } = weigher.result();

    expect(candidates.map(({ what }) => what)).toEqual(['found 0', 'found 1', 'miss 0', 'miss 1']);
    expect([weighed, matching]).toEqual([200, 200]);
  });

  it('keeps a flow that is asked for by hash or id among any number of others', () => {
    const weigher = weigherOf({ flow: '7' }, 2);

    for (let i = 0; i < 50; i++) weigher.take(candidate(`flow ${i}`, [false], { flows: [{ id: `f${i}`, hash: i }] }));
    const { candidates, weighed, matching } = weigher.result();

    expect(candidates.map(({ what }) => what)).toEqual(['flow 7']);
    expect([weighed, matching]).toEqual([50, 1]);
    const byId = weigherOf({ flow: 'f9' });
    byId.take(candidate('by id', [false], { flows: [{ id: 'f9', hash: undefined }] }));
    expect(byId.result().matching).toBe(1);
  });

  it('finds a session by its name or its UUID, in any case', () => {
    const subjects = [{ kind: 'provider', session: UUID } as const];

    const matching = ['harbor', UUID.toLowerCase(), 'Harbour'].map((session) => {
      const weigher = weigherOf({ session });
      weigher.take(candidate('of Harbor', [false], { subjects }));
      weigher.take(candidate('of none', [false]));
      return weigher.result().matching;
    });

    expect(matching).toEqual([1, 1, 0]);
  });

  it('joins parts: all of them, or any', () => {
    const [yes, no, open] = [true, false, 'unknown' as const].map((holds) => ({ says: '', holds }));

    const come = [
      allOf(
        '',
        [yes, open].flatMap((each) => each ?? []),
      ).holds,
      allOf(
        '',
        [open, no].flatMap((each) => each ?? []),
      ).holds,
      anyOf(
        '',
        [no, open].flatMap((each) => each ?? []),
      ).holds,
      anyOf(
        '',
        [open, yes].flatMap((each) => each ?? []),
      ).holds,
      anyOf(
        '',
        [no].flatMap((each) => each ?? []),
      ).holds,
    ];

    expect(come).toEqual(['unknown', false, 'unknown', true, false]);
  });
});
