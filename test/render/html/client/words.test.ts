import { describe, expect, it } from 'vitest';
import { formatHash, type LinkState, parseHash } from '../../../../src/render/html/client/hash-state.ts';
import { findingMarkdown } from '../../../../src/render/html/client/markdown.ts';
import { matches, parseQuery } from '../../../../src/render/html/client/query.ts';

const BOUNDS = { durationUs: 1_000_000, flows: 10, lines: 100, findings: 2 };

describe('links', () => {
  it('come back as they were written', () => {
    const states: LinkState[] = [
      {},
      { from: -20, to: 5000 },
      { selection: { kind: 'flow', index: 9 }, tab: 'flows', level: 2 },
      { hidden: ['app', 'system'], query: 'a & b=c #1 ü 💥', theme: 'dark' },
    ];

    for (const state of states) expect(parseHash(formatHash(state), BOUNDS)).toEqual(state);
  });

  it('say nothing that they may not', () => {
    for (const hash of [
      '',
      '#',
      '#t=5-1',
      '#t=a-b',
      '#t=2000000-3000000',
      '#sel=f11',
      '#sel=x1',
      '#sel=n0',
      '#tab=evil',
      '#level=3',
      '#hide=nothing',
      '#q=%E0%A4%A',
      '#theme=__proto__',
      '#__proto__=1',
    ])
      expect(parseHash(hash, BOUNDS), hash).toEqual({});
  });
});

describe('queries', () => {
  it('are words, fields, and what must not be there', () => {
    expect(parseQuery('Foo "two words" -bar app:Safari a level:error -process:kernel x:y')).toEqual([
      { field: 'text', value: 'foo', isUnwanted: false },
      { field: 'text', value: 'two words', isUnwanted: false },
      { field: 'text', value: 'bar', isUnwanted: true },
      { field: 'app', value: 'safari', isUnwanted: false },
      { field: 'level', value: 'error', isUnwanted: false },
      { field: 'process', value: 'kernel', isUnwanted: true },
      { field: 'text', value: 'x:y', isUnwanted: false },
    ]);
    expect(matches(parseQuery('one -two'), 'one three')).toBe(true);
    expect(matches(parseQuery('one -two'), 'one two')).toBe(false);
  });
});

describe('a finding as Markdown', () => {
  it('keeps text of the log in a fence that it cannot leave', () => {
    const markdown = findingMarkdown({
      detector: 'proxy-self-loop',
      severity: 'error',
      confidence: 'high',
      reasons: ['<b>1</b>'],
      title: '[x](javascript:1) @all',
      message: '# not a heading',
      count: 1,
      subjects: [],
      evidence: [{ input: 'a', process: 'p', text: '```\n</details>`````', decisive: true }],
      next: [{ for: 'apple', text: 'look' }],
    });

    expect(markdown).toContain('### \\[x\\](javascript:1) \\@all');
    expect(markdown).toContain('\\# not a heading');
    expect(markdown).toContain('- \\<b\\>1\\</b\\>');
    expect(markdown.match(/^`{6,}/gm)).toHaveLength(2);
    expect(markdown).toContain('>  p: ``` ↵ </details>`````');
  });
});
