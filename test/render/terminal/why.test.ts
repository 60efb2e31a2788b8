import { describe, expect, it } from 'vitest';
import type { WhyReport } from '../../../src/model/why.ts';
import { renderWhy } from '../../../src/render/terminal/why.ts';
import { HOSTILE } from '../hostile.ts';
import { displayWidth } from './display-width.ts';

const NO_INPUTS = { inputs: [] };
const TWO = ['mac.log', 'phone.log'].map((name) => ({
  name,
  format: 'compact' as const,
  bytes: 1,
  lines: 1,
  records: 1,
  events: 1,
}));

const WHY: WhyReport = {
  detector: 'tunnel-dead',
  title: 'A tunnel is dead',
  asked: {},
  outcome: { id: 'tunnel-dead', status: 'found' },
  findings: [
    {
      severity: 'error',
      message: 'Acme VPN is called connected, but its provider failed 9 times in 4 min.',
      confidence: 'medium',
      grading: {
        start: 'medium',
        because: 'the provider’s own words',
        raised: [{ to: 'high', says: 'the app tells of it too' }],
        lowered: [{ to: 'medium', says: 'the log lost records near it' }],
      },
      reasons: ['9 failures, no success between them'],
      subjects: [],
    },
  ],
  candidates: [
    {
      what: 'acmed (pid 812)',
      subjects: [],
      isFound: true,
      conditions: [
        {
          says: 'failures in a row',
          actual: '9',
          limit: 'at least 5',
          holds: true,
          at: '2026-03-01T10:00:12.500000',
          input: 'phone.log',
          line: 412,
        },
        {
          says: 'it harms somebody',
          holds: true,
          join: 'any',
          parts: [
            { says: 'flows fail', holds: 'unknown' },
            { says: 'the session is up', holds: true, input: 'mac.log', line: 7 },
          ],
        },
      ],
    },
    {
      what: 'acmed (pid 900)',
      subjects: [],
      isFound: false,
      conditions: [{ says: 'failures in a row', actual: '2', limit: 'at least 5', holds: false }],
    },
  ],
  outside: 0,
  weighed: 2,
  matching: 2,
  needs: [
    { event: 'provider.words/failed', seen: 9, state: 'seen' },
    { event: 'provider.words/established', level: 'default', seen: 0, state: 'absent' },
    {
      event: 'kernel.tcp/connected',
      level: 'info',
      seen: 0,
      state: 'unobservable',
      why: 'the capture holds no info messages',
    },
  ],
  remarks: [],
};

const draw = (why: WhyReport, width = 80, more: { all?: boolean } = {}) =>
  renderWhy(why, { inputs: TWO }, { width, colour: false, all: more.all ?? false });

describe('renderWhy', () => {
  it.each([60, 80, 120])('is as drawn at %i columns', async (width) => {
    await expect(draw(WHY, width)).toMatchFileSnapshot(`screens/why-${width}.txt`);
  });

  it('is never wider than the terminal', () => {
    for (let width = 20; width <= 140; width += 1)
      for (const line of draw(WHY, width).split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });

  it('says in words what a sign says, so that nobody needs to see it', () => {
    const text = draw(WHY, 120);

    expect(text).toContain('✗ not met: failures in a row (at least 5) — 2');
    expect(text).toContain('? cannot be told: flows fail');
    expect(text).toContain('✓ failures in a row (at least 5) — 9');
  });

  it('shows some of what was found and the nearest misses, and with --all each', () => {
    const [found, miss] = WHY.candidates;
    const many = (one: typeof found, count: number) => Array.from({ length: count }, () => one ?? fail());
    const why = { ...WHY, candidates: [...many(found, 20), ...many(miss, 20)], weighed: 400, matching: 400 };

    const [short, all] = [draw(why), draw(why, 80, { all: true })].map((text) => ({
      found: text.match(/▲ found /g)?.length,
      misses: text.match(/● no /g)?.length,
    }));

    expect(short).toEqual({ found: 3, misses: 7 });
    expect(all).toEqual({ found: 20, misses: 20 });
    expect(draw(why)).toContain('Cases: 400 weighed, the nearest 10 shown (--all shows more)');
  });

  it.each([
    [{ status: 'clear' as const }, '● CLEAR  '],
    [{ status: 'not-observable' as const, missing: ['lines of logd'], remedy: 'log show' }, 'lacks lines of logd'],
    [{ status: 'failed' as const, error: 'no such thing' }, 'our fault: no such thing'],
  ])('answers %o', (outcome, said) => {
    const text = draw({
      ...WHY,
      outcome: { id: 'x', ...outcome },
      findings: [],
      candidates: [],
      weighed: 0,
      matching: 0,
    });

    expect(text).toContain(said);
    expect(text).toContain('What it needs to see');
  });

  it.each(Object.entries(HOSTILE))('lets nothing through of %s', (_, text) => {
    const [found] = WHY.candidates;
    const why: WhyReport = {
      ...WHY,
      remarks: [text],
      candidates: [{ ...(found ?? fail()), what: text, conditions: [{ says: text, actual: text, holds: false }] }],
    };

    const drawn = renderWhy(why, NO_INPUTS, { width: 80, colour: false, all: false });

    expect(drawn.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/);
    expect(drawn.split('\n').filter((line) => line.includes('FOUND'))).toHaveLength(1);
  });
});

function fail(): never {
  throw new Error('the sample has two cases');
}
