import { Lexer, marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { FlowTrail } from '../../src/model/flow-trail.ts';
import type { Story } from '../../src/model/story.ts';
import { storyMarkdown } from '../../src/render/markdown/story.ts';
import { columns } from '../../src/render/terminal/columns.ts';
import { renderStory } from '../../src/render/terminal/story.ts';
import { renderTrail } from '../../src/render/terminal/trail.ts';
import { HOSTILE, poison } from './hostile.ts';

const AT = '2026-03-18T14:05:05.020300+01:00';
const STORY: Story = {
  focus: { kind: 'finding', index: 1, detector: 'x', title: 'title' },
  span: { from: AT, to: AT, durationUs: 0 },
  lines: [
    {
      at: AT,
      until: AT,
      times: 3,
      who: 'kernel',
      says: 'closes it',
      decisive: true,
      inferred: false,
      input: 'a',
      line: 3,
    },
    {
      at: AT,
      who: 'app',
      pid: 7,
      quotes: 'the line',
      decisive: false,
      inferred: true,
      file: 'p/0.tracev3',
      record: 9,
      input: 'b',
    },
  ],
  omitted: 2,
  cause: { text: 'cause', confidence: 'high', reasons: ['one', 'two'] },
};
const TRAIL: FlowTrail = {
  flow: {
    id: '1',
    app: 'app',
    remote: 'r',
    host: 'h',
    state: 'closed',
    openedAt: AT,
    closedBy: { who: 'kernel', reason: 'kernel-closed', knew: ['app'], grade: 'exact' },
    history: 'ckX',
    joins: [{ with: 'connection', id: 'C4', grade: 'inferred', ambiguous: false, reasons: ['r'] }],
  },
  lanes: [
    { kind: 'app', name: 'Bank' },
    { kind: 'kernel', name: 'kernel' },
  ],
  steps: [
    { at: AT, sinceUs: -2000, lane: 0, text: 'starts', isOurs: true, grade: 'inferred', input: 'a', line: 1 },
    {
      at: AT,
      sinceUs: 0,
      lane: 1,
      text: 'closes',
      grade: 'exact',
      closes: true,
      isOrderUnknown: true,
      input: 'a',
      line: 2,
    },
  ],
  omitted: 1,
};

/** What no terminal may be sent: it moves a cursor, reorders a line or is no text. */
const UNSEEN = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cs}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const poisoned = <T>(value: T, hostile: string): T => poison(value as never, hostile, false) as T;

describe.each(Object.entries(HOSTILE))('%s', (_what, hostile) => {
  const story = poisoned(STORY, hostile);
  // Names of kinds steer what is drawn; the log does not write them.
  const focused: Story = { ...story, focus: { ...story.focus, kind: 'finding' } as Story['focus'] };

  it.each([45, 60, 100])('sends nothing that acts to a terminal of %i columns', (width) => {
    const drawn = [
      renderStory(focused, { width, colour: false }),
      renderTrail(poisoned(TRAIL, hostile), { width, colour: false }),
    ];

    for (const text of drawn) {
      expect(text).not.toMatch(UNSEEN);
      expect(Math.max(...text.split('\n').map(columns))).toBeLessThanOrEqual(width);
    }
  });

  it('stays text in the table of a ticket, one row per line', async () => {
    const page = storyMarkdown(focused);
    const html = await marked(page, { gfm: true });

    const tags = [...new Set([...html.matchAll(/<\/?([a-z][\w-]*)/gi)].map((found) => found[1] ?? ''))];
    expect(tags.filter((tag) => !'p strong em code table thead tbody tr th td br'.split(' ').includes(tag))).toEqual(
      [],
    );
    const tables = new Lexer({ gfm: true })
      .lex(page)
      .flatMap((token) => (token.type === 'table' ? [token.rows.length] : []));
    expect(tables).toEqual([2]);
  });
});
