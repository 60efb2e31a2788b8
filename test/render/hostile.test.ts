import { DOMParser, type Element } from '@xmldom/xmldom';
import { Lexer, marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { FORMATS, type Format } from '../../src/render/formats.ts';
import { everything, HOSTILE, poison } from './hostile.ts';
import { csvRows } from './read-csv.ts';

async function render(name: string, report: Report): Promise<string> {
  const format: Format | undefined = FORMATS[name];
  const drawn = (await format?.load())?.(report) ?? '';
  return typeof drawn === 'string' ? drawn : new TextDecoder().decode(drawn);
}

/** What no result may hold: it moves a cursor, reorders a line or is no text. */
const UNSEEN = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cs}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The elements of an XML document with their attributes; throws where it is none. */
function elements(xml: string): readonly Element[] {
  const root = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'text/xml');
  return [...root.getElementsByTagName('*')];
}

function names(all: readonly Element[]): readonly string[] {
  return [...new Set(all.map(({ tagName }) => tagName))].toSorted();
}

function attributeNames(all: readonly Element[]): readonly string[] {
  return [...new Set(all.flatMap((each) => [...each.attributes].map(({ name }) => name)))].toSorted();
}

const reports = [
  ['in every text', false],
  ['in every text and time', true],
] as const;

describe.each(reports)('hostile text %s', (_where, times) => {
  describe.each(Object.entries(HOSTILE))('%s', (_what, hostile) => {
    const report = poison(everything, hostile, times);

    it.each(Object.keys(FORMATS).filter((name) => FORMATS[name]?.isBinary !== true))(
      'has no picture that acts in %s',
      async (name) => {
        const drawn = await render(name, report);

        expect(drawn.replaceAll('\r\n', '\n')).not.toMatch(UNSEEN);
      },
    );

    it('stays data in JSON', async () => {
      for (const name of ['json', 'sarif', 'chrome-trace'])
        expect(typeof JSON.parse(await render(name, report))).toBe('object');
      const lines = (await render('ndjson', report)).trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line).title)).toEqual(report.findings.map(({ title }) => title));
    });

    it('stays text in Markdown', async () => {
      const page = await render('md', report);

      const html = await marked(page, { gfm: true });
      const tags = [...new Set([...html.matchAll(/<\/?([a-z][\w-]*)/gi)].map((found) => found[1] ?? ''))];
      const ours = 'h2 h3 p strong em code pre table thead tbody tr th td ul li br'.split(' ');
      expect(tags.filter((tag) => !ours.includes(tag))).toEqual([]);
      expect(
        [...html.matchAll(/<(\w+)([^>]*)>/g)]
          .map((found) => found[2]?.trim())
          .filter((text) => text !== '' && !text?.startsWith('class="language-')),
      ).toEqual([]);
      expect(page.length).toBeLessThanOrEqual(60_000);
      const outside = proseOf(new Lexer({ gfm: true }).lex(page));
      expect(outside).not.toMatch(/@\w|(?:^|\W)#\d|https?:|www\.|GH-\d/);
    });

    it('keeps the shape of the page in Markdown', async () => {
      const shape = async (each: Report): Promise<unknown> =>
        new Lexer({ gfm: true })
          .lex(await render('md', each))
          .flatMap((token) =>
            token.type === 'table' ? [token.rows[0].length] : token.type === 'heading' ? ['h'] : [],
          );

      const long = hostile.length > 500;
      if (!long) expect(await shape(report)).toEqual(await shape(poison(everything, 'plain', times)));
    });

    it('stays a label in mermaid', async () => {
      const page = await render('md', report);

      const [, diagram = ''] = /^```mermaid\n([\s\S]*?)\n```$/m.exec(page) ?? [];
      for (const line of diagram.split('\n').slice(1))
        expect(line).toMatch(/^ {2}(?:participant \w+ as |Note over [\w,]+: |\w+->>\w+: )(?:[\w .,()/-]|#\d+;)*$/);
      expect(diagram.length).toBeLessThanOrEqual(40_000);
    });

    it('stays text in JUnit XML', async () => {
      const all = elements(await render('junit', report));

      const known = 'error failure properties property skipped system-out testcase testsuite testsuites'.split(' ');
      expect(names(all).filter((name) => !known.includes(name))).toEqual([]);
      expect(all.filter(({ tagName }) => tagName === 'testcase').length).toBeLessThanOrEqual(
        everything.detectors.length + 1,
      );
    });

    it('stays text in SVG, which has no script, style, link or event', async () => {
      const all = elements(await render('svg', report));

      expect(names(all)).toEqual(
        ['defs', 'line', 'pattern', 'rect', 'svg', 'text', 'title'].filter((name) => names(all).includes(name)),
      );
      expect(attributeNames(all).filter((name) => /^on|href|style|class|src/i.test(name))).toEqual([]);
      const values = all
        .flatMap((each) => [...each.attributes].map(({ value }) => value))
        .filter((value) => value.includes('url('));
      expect(values.filter((value) => value !== 'url(#necropsy-asleep)')).toEqual([]);
    });

    it('starts no formula in CSV', async () => {
      for (const name of ['csv', 'flows-csv']) {
        const text = await render(name, report);
        const rows = csvRows(text);

        expect(new Set(rows.map((cells) => cells.length)).size).toBe(1);
        for (const cell of rows.flat())
          for (const part of cell.split(';')) expect(part).not.toMatch(/^\s*[=+\-@|%＝＋－＠]/);
      }
    });
  });
});

/** The words outside code, as they are shown. */
function proseOf(tokens: readonly Token[]): string {
  return tokens
    .map((token): string => {
      if (token.type === 'code' || token.type === 'codespan') return ' ';
      if (token.type === 'table')
        return [token.header, ...token.rows]
          .flat()
          .map((cell: { tokens: Token[] }) => proseOf(cell.tokens))
          .join('\n');
      if (token.type === 'list') return token.items.map((item: { tokens: Token[] }) => proseOf(item.tokens)).join('\n');
      return 'tokens' in token && token.tokens !== undefined
        ? proseOf(token.tokens)
        : 'text' in token
          ? token.text
          : '\n';
    })
    .join('');
}
