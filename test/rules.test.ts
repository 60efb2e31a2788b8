import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCatalog } from '../src/language/catalog/check.ts';
import { parseCatalog } from '../src/language/catalog/parse-catalog.ts';
import { renderDiagnostic } from '../src/language/diagnostic.ts';
import type { Catalog, RuleSpec } from '../src/model/catalog.ts';
import { BUILT_IN_CATALOG } from '../src/recognize/catalog.generated.ts';
import { loadGrammars } from '../src/recognize/load-grammars.ts';
import { unfoldRepeats } from '../src/testing/repeated-lines.ts';
import { checkRuleExamples } from '../src/testing/rule-examples.ts';
import { grammarFiles } from './language/grammar-files.ts';

const SAMPLES = new URL('../samples/', import.meta.url).pathname;

async function complaints(catalog: Catalog, rules: readonly RuleSpec[]): Promise<string> {
  return (await checkRuleExamples(catalog, rules)).map(renderDiagnostic).join('\n');
}

describe('the examples of rules come out as they say', () => {
  const { value: catalog } = parseCatalog(grammarFiles());
  const samples = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.grammar'),
  );

  it('of all rules that ship', async () => {
    expect(await complaints(catalog, catalog.rules)).toBe('');
  });

  it.each(samples)('of samples/%s', async (path) => {
    const loaded = loadGrammars([SAMPLES + path], BUILT_IN_CATALOG);
    const own = loaded.catalog.rules.filter(({ place }) => place.file.endsWith(path));

    expect(loaded.diagnostics.map(renderDiagnostic).join('\n')).toBe('');
    expect(own.length).toBeGreaterThan(0);
    expect(await complaints(loaded.catalog, own)).toBe('');
  });
});

describe('an example that does not come out', () => {
  const HEAD = `family acme.tunnel
  title "Acme"
  where subsystem == "com.acme.tunnel"
message started
  text "handshake {peer:word} started"
  level info
  sample "handshake a started" -> peer=a
rule r
  title "{count} with {peer}"
  severity warning
  when count acme.tunnel/started >= 3 within 1s
  means "m"
  not-it "n"
  do developer "d"
  example clear "two" "2026-03-01 10:00:00.000 I  acmed[9:1] [com.acme.tunnel:hs] handshake a started x2"
`;
  const STORM = '"2026-03-01 10:00:00.999 I  acmed[9:1] [com.acme.tunnel:hs] handshake a started x500"';

  async function said(example: string): Promise<string> {
    const parsed = parseCatalog([{ name: 'a.grammar', text: `${HEAD}  ${example}` }]);
    const problems = [...parsed.problems, ...checkCatalog(parsed)];
    expect(problems.filter(({ code }) => code !== 'rule-example-missing').map(renderDiagnostic)).toEqual([]);
    return complaints(parsed.value, parsed.value.rules);
  }

  it('is none where everything is as it says', async () => {
    const captures = 'count=500 severity=warning confidence=medium title="500 with a" process=acmed pid=9';

    expect(await said(`example found "storm" ${STORM} -> ${captures}`)).toBe('');
  });

  it('is told with what was expected and what came', async () => {
    const missing = '"2026-03-01 10:00:00.999 Df acmed[9:1] [com.acme.tunnel:hs] nothing"';

    expect(await said(`example clear "storm" ${STORM}`)).toMatchInlineSnapshot(`
      "a.grammar:16:3  rule-example-failed
        example clear "storm"
        ^ expected clear, came out found
        help: 500 × acme.tunnel/started within 1 s, at least 3 asked"
    `);
    expect(await said(`example found "storm" ${STORM} -> count=499 pid=10`)).toMatchInlineSnapshot(`
      "a.grammar:16:3  rule-example-failed
        example found "storm"
        ^ count is 500, expected 499; pid is 9, expected 10"
    `);
    expect(await said(`example found "storm" ${STORM} -> conut=500`)).toMatchInlineSnapshot(`
      "a.grammar:16:3  rule-example-failed
        example found "storm"
        ^ a finding has no conut: expected count, severity, confidence, title, process, pid"
    `);
    expect(await said(`example found "quiet" ${missing}`)).toMatchInlineSnapshot(`
      "a.grammar:16:3  rule-example-failed
        example found "quiet"
        ^ expected found, came out not-observable
        help: the log lacks info messages (acme.tunnel/started)"
    `);
    expect(await said('example clear "garbage" "no log at all"')).toMatchInlineSnapshot(`
      "a.grammar:16:3  rule-example-failed
        example clear "garbage"
        ^ expected clear, but the log cannot be read: UserError: log: no line of it looks like an export of \`log show\` or \`log stream\`"
    `);
  });
});

describe('x500 at the end of a line', () => {
  it('repeats the line a millisecond later each time, in every style', () => {
    expect(unfoldRepeats('2026-12-31 23:59:59.998 Df a[1:2] b x3\nc x d\n2026-03-01 10:00:00.000001+0100 e x2')).toBe(
      [
        '2026-12-31 23:59:59.998 Df a[1:2] b',
        '2026-12-31 23:59:59.999 Df a[1:2] b',
        '2027-01-01 00:00:00.000 Df a[1:2] b',
        'c x d',
        '2026-03-01 10:00:00.000001+0100 e',
        '2026-03-01 10:00:00.001001+0100 e',
      ].join('\n'),
    );
  });

  it('is bounded', () => {
    expect(unfoldRepeats('2026-03-01 10:00:00.000 a x999999').split('\n')).toHaveLength(100_000);
  });
});
