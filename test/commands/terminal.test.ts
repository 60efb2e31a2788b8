import { describe, expect, it } from 'vitest';
import { usesColour, widthOf } from '../../src/commands/terminal.ts';

const at = (isTerminal: boolean, env = {}, columns: number | undefined = undefined) => ({ env, isTerminal, columns });

describe('usesColour', () => {
  it.each([
    ['on a terminal', at(true), false, true],
    ['not in a pipe', at(false), false, false],
    ['in a pipe with FORCE_COLOR', at(false, { FORCE_COLOR: '1' }), false, true],
    ['in a pipe with an empty FORCE_COLOR', at(false, { FORCE_COLOR: '' }), false, true],
    ['not with FORCE_COLOR=0', at(true, { FORCE_COLOR: '0' }), false, false],
    ['not with --no-color', at(true, { FORCE_COLOR: '1' }), true, false],
    ['not with NO_COLOR, whatever else is set', at(true, { NO_COLOR: '1', FORCE_COLOR: '1' }), false, false],
    ['with an empty NO_COLOR, which says nothing', at(true, { NO_COLOR: '' }), false, true],
    ['not on a dumb terminal', at(true, { TERM: 'dumb', FORCE_COLOR: '1' }), false, false],
  ])('%s', (_when, around, noColour, colour) => {
    expect(usesColour(around, noColour)).toBe(colour);
  });
});

describe('widthOf', () => {
  it('is what the terminal says, else 80', () => {
    expect([widthOf(at(true, {}, 132)), widthOf(at(true, {}, 0)), widthOf(at(false))]).toEqual([132, 80, 80]);
  });
});
