import { describe, expect, it } from 'vitest';
import { weighText } from '../../src/testing/analyze-text.ts';
import { disagreements } from '../../src/testing/weighing-checks.ts';
import { ruleOf } from '../support/rules.ts';
import { type Story, story } from '../support/story.ts';

const [STARTED, DONE, FAILED] = ['acme.tunnel/started', 'acme.tunnel/done', 'acme.tunnel/failed'];

/** Lines `[at, text]` of Acme's tunnel, the last second of the capture told by a line of its helper. */
function log(lines: readonly (readonly [number, string])[], end = 600): string {
  const told: Story = story();
  for (const [at, text] of lines) told.line(at, 'Df', 'acmed', 900, `[com.acme.tunnel:hs] ${text}`);
  return told.line(end, 'Df', 'acme-helper', 901, '[com.acme.helper:hs] nothing known').text();
}

/** Each case as `found` or `no`, with the conditions that do not hold and what the capture held instead. */
async function weighed(clauses: string, text: string): Promise<string[]> {
  const { catalog, detector } = await ruleOf(clauses);
  const { why = [] } = await weighText(Buffer.from(text), { detectors: [detector], catalog }, [{ detector: 'r' }]);
  expect(why.flatMap(disagreements)).toEqual([]);
  return why.flatMap(({ candidates }) =>
    candidates.map(({ what, isFound, conditions }) => {
      const failing = conditions.filter(({ holds }) => holds !== true);
      const said = failing.map(({ says, actual, holds }) => `${says} (${actual ?? '-'}, ${holds})`).join('; ');
      return `${isFound ? 'found' : 'no'} ${what}${said === '' ? '' : `: ${said}`}`;
    }),
  );
}

describe('a rule says what it weighed, by its form', () => {
  it('seen: an event for which where does not hold', async () => {
    const cases = await weighed(
      `per process when seen ${FAILED} where peer == "a"`,
      log([
        [0, 'handshake a failed: x'],
        [1, 'handshake b failed: x'],
      ]),
    );

    expect(cases).toEqual([
      'found acmed (pid 900)',
      `no acmed (pid 900): ${FAILED} where peer == "a" (its values are others, false)`,
    ]);
  });

  it('count: the most that came within the time', async () => {
    const cases = await weighed(
      `per process when count ${FAILED} >= 3 within 1s`,
      log([
        [0, 'handshake a failed: x'],
        [0.5, 'handshake a failed: x'],
        [9, 'handshake a failed: x'],
      ]),
    );

    expect(cases).toEqual([`no acmed (pid 900): at least 3 × ${FAILED} within 1 s (at most 2 within 1 s, false)`]);
  });

  it('sequence: a step that came too late, and one that never came', async () => {
    const when = `per process when ${STARTED} then ${DONE} within 2s`;
    const late = await weighed(
      when,
      log([
        [0, 'handshake a started'],
        [5, 'handshake a done'],
      ]),
    );
    const never = await weighed(when, log([[0, 'handshake a started']]));
    const whole = await weighed(
      when,
      log([
        [0, 'handshake a started'],
        [1, 'handshake a done'],
      ]),
    );

    const says = `${STARTED}, then ${DONE} within 2 s`;
    expect(late).toEqual([`no acmed (pid 900): ${says} (${DONE} came after 5 s, false)`]);
    expect(never).toEqual([`no acmed (pid 900): ${says} (no ${DONE} after it in time, false)`]);
    expect(whole).toEqual(['found acmed (pid 900)']);
  });

  it('without: an answer that came, and a wait that the capture does not show to its end', async () => {
    const cases = await weighed(
      `per process when ${STARTED} without ${DONE} within 30s same peer`,
      log(
        [
          [0, 'handshake a started'],
          [4, 'handshake a done'],
          [8, 'handshake b started'],
          [590, 'handshake c started'],
        ],
        600,
      ),
    );

    const says = `${STARTED}, and no ${DONE} within 30 s of it, the same peer`;
    expect(cases).toEqual([
      'found acmed (pid 900)',
      `no acmed (pid 900): ${says} (the capture ends before the wait is over, unknown)`,
      `no acmed (pid 900): ${says} (it came after 4 s, false)`,
    ]);
  });

  it('unless: what excuses a match', async () => {
    const cases = await weighed(
      `per process when seen ${FAILED} unless peer == "b"`,
      log([[1, 'handshake b failed: x']]),
    );

    expect(cases).toEqual(['no acmed (pid 900): not where peer == "b" (-, false)']);
  });
});
