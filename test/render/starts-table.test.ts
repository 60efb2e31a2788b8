import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { StartReport } from '../../src/model/start.ts';
import { renderList } from '../../src/render/listing/listing.ts';
import { START_COLUMNS, startRows } from '../../src/render/listing/start-columns.ts';
import { startTable } from '../../src/render/markdown/starts.ts';
import { visibleDeep } from '../../src/render/terminal/visible.ts';
import { HOSTILE } from './hostile.ts';

const start = (text: string): StartReport => ({
  session: text,
  name: text,
  class: text,
  from: '2026-03-01T10:00:00.000000',
  to: '2026-03-01T10:00:01.000000',
  startedBy: text,
  bundle: text,
  outcome: 'ended',
  stoppedAfter: 'asked',
  reason: text,
  steps: [
    { step: 'asked', state: 'seen', at: '2026-03-01T10:00:00.000000', input: text, line: 1 },
    { step: 'registered', state: 'failed', note: text },
  ],
});

describe('starts with hostile texts', () => {
  it.each(Object.entries(HOSTILE))('let nothing of %s act in Markdown, and make no row', (_name, text) => {
    const html = marked.parse(startTable([visibleDeep(start(text))]), { async: false });

    const elements = new Set([...html.matchAll(/<(\w+)/g)].map(([, name]) => name));
    const allowed = ['table', 'thead', 'tbody', 'tr', 'th', 'td', 'code', 'strong'];
    expect([...elements].filter((name) => !allowed.includes(name ?? ''))).toEqual([]);
    expect(html.match(/<tr>/g)).toHaveLength(2);
  });

  it.each(Object.entries(HOSTILE))('let nothing of %s act on a terminal', (_name, text) => {
    const list = renderList(startRows([start(text)]), START_COLUMNS, { format: 'table', width: 80, colour: false });

    expect(list.trimEnd().split('\n')).toHaveLength(3);
    expect(list).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]/);
  });
});
