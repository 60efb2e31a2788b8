import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { code, fenced, inline, mermaidLabel, table } from '../../src/render/markdown/escape.ts';
import { renderMarkdown } from '../../src/render/markdown/markdown.ts';
import { everything } from './hostile.ts';
import * as reports from './sample-reports.ts';

const { crowded, selfLoop } = reports;

/** So many findings, each with lines of this length. */
function many(count: number, length: number): Report {
  const [finding] = selfLoop.findings;
  if (finding === undefined) throw new Error('the sample has a finding');
  const evidence = finding.evidence.map((cited) => ({ ...cited, text: 'word '.repeat(length / 5) }));
  return { ...everything, findings: Array.from({ length: count }, () => ({ ...finding, evidence })) };
}

describe('renderMarkdown', () => {
  it.each(Object.entries({ ...reports, everything }))('draws %s', async (name, report) => {
    await expect(renderMarkdown(report)).toMatchFileSnapshot(`pages/${name}.md`);
  });

  it('stays within 60,000 characters: the last findings go first, and it says which', () => {
    const page = renderMarkdown(many(200, 400));

    expect(page.length).toBeLessThanOrEqual(60_000);
    expect(page.length).toBeGreaterThan(50_000);
    expect(page).toMatch(
      /\n\*Left out, to stay within 60,000 characters: the details of \d+ findings \(\d+–200\)\.\*\n$/,
    );
    expect(page).toContain('\n### 1 ▲');
    expect(page).toContain('```mermaid');
    expect(page).toContain('and 140 more findings');
  });

  it('keeps the verdict and the first finding whatever the rest is', () => {
    const base = many(3, 400);
    const problems = Array.from({ length: 2000 }, (_, index) => ({
      ...{ code: 'line-unparsed' as const, count: index, message: 'odd '.repeat(100) },
      example: { input: 'x' },
    }));

    const page = renderMarkdown({ ...base, capture: { ...base.capture, problems } });

    expect(page.length).toBeLessThanOrEqual(60_000);
    expect(page).toContain('\n### 3 ▲');
    expect(page).toContain('\n- and 1,970 more');
    expect(page).not.toContain('Left out');
  });

  it('says how many findings were not asked for', () => {
    expect(renderMarkdown({ ...crowded, omitted: { findings: 2 } })).toContain(
      '2 findings below the severity asked for',
    );
  });
});

describe('inline', () => {
  it.each([
    ['plain words, 203.0.113.7:443 (pid 12).', 'plain words, 203.0.113.7:443 (pid 12).'],
    ['a_b *c* [d](e) <f> g|h', 'a\\_b \\*c\\* \\[d\\](e) \\<f\\> g\\|h'],
    ['ask @octocat about #12', 'ask `@octocat` about `#12`'],
    ['see https://example.com/ now', 'see `https://example.com/` now'],
    ['a`b', '``a`b``'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['1.5 s', '1.5 s'],
  ])('makes of %j %j', (text, markdown) => {
    expect(inline(text)).toBe(markdown);
  });
});

describe('code, fences, tables and labels', () => {
  it('is fenced by more backticks than it holds', () => {
    expect([code('a'), code('`'), code('a``b'), code('  ')]).toEqual(['`a`', '`` ` ``', '```a``b```', '']);
    expect(fenced(['a', '````'], 'text')).toBe('`````text\na\n````\n`````');
  });

  it('divides cells by its own bars only', () => {
    expect(table(['h'], [['a|b'], ['`a|b`'], ['a\\|b'], ['`a\\\\|b`']])).toBe(
      ['| h |', '| --- |', '| a\\|b |', '| `a\\|b` |', '| a\\|b |', '| `a\\\\\\|b` |'].join('\n'),
    );
  });

  it('writes what mermaid could take for syntax as code points', () => {
    expect(mermaidLabel('A->>B: "x"; #1\nend')).toBe('A-#62;#62;B#58; #34;x#34;#59; #35;1#10;end');
  });
});
