import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ruleDetectors } from '../src/analyze.ts';
import { DETECTORS } from '../src/detect/all.ts';
import { NOT_VISIBLE } from '../src/detect/not-visible.ts';
import { parseCatalog } from '../src/language/catalog/parse-catalog.ts';
import { SPEAKERS } from '../src/lib/record-command.ts';
import { FORMATS, PAGE } from '../src/render/formats.ts';
import { grammarFiles } from './language/grammar-files.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const path = join(root, 'README.md');
const readme = readFileSync(path, 'utf8');

/** One row per detector, drawn from what the detector says of itself; refreshed with `npx vitest run test/readme.test.ts -u`. */
async function detectorTable(): Promise<string> {
  const detectors = [...DETECTORS, ...(await ruleDetectors(parseCatalog(grammarFiles()).value))];
  const metas = [...detectors.map(({ meta }) => meta), ...NOT_VISIBLE].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rows = metas.map((meta) => [
    `[\`${meta.id}\`](src/detect/docs/${meta.id}.md)`,
    NOT_VISIBLE.includes(meta) ? '' : meta.severity,
    meta.title,
    NOT_VISIBLE.includes(meta) ? 'not visible in logs' : meta.levels.join(', '),
  ]);
  const head = ['detector', 'severity', 'says', 'needs messages of level'];
  return table([head, head.map(() => '---'), ...rows]);
}

/** One row per family, drawn from the grammar files. */
function familyTable(): string {
  const { families } = parseCatalog(grammarFiles()).value;
  const rows = families.map(({ name, title, messages, place }) => [
    `\`${name}\``,
    String(messages.length),
    title,
    `[${place.file.slice('grammars/'.length)}](${place.file.slice('grammars/'.length)})`,
  ]);
  const head = ['family', 'messages', 'what it says', 'file'];
  return table([head, head.map(() => '---'), ...rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))]);
}

/** One row per format of the report, drawn from the table of formats. */
function formatTable(): string {
  const rows = [...Object.entries(FORMATS), [PAGE.name, PAGE] as const].map(
    ([name, { says, endings, aliases = [] }]) => [
      [name, ...aliases].map((each) => `\`${each}\``).join(', '),
      endings.map((each) => `\`${each}\``).join(', '),
      says,
    ],
  );
  const head = ['`--format`', 'or `--output` to a name that ends in', 'what it is'];
  return table([head, head.map(() => '---'), ...rows]);
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

function between(text: string, marker: string, content: string): string {
  const [start, end] = [`<!-- ${marker}:start -->`, `<!-- ${marker}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

describe('grammars/README.md', () => {
  it('lists the families', async () => {
    const page = join(root, 'grammars/README.md');

    await expect(between(readFileSync(page, 'utf8'), 'families', familyTable())).toMatchFileSnapshot(page);
  });
});

describe('README.md', () => {
  it('lists the detectors and the formats as they describe themselves', async () => {
    const page = between(readme, 'detectors', await detectorTable());

    await expect(between(page, 'formats', formatTable())).toMatchFileSnapshot(path);
  });

  it('gives the predicate that reports give', () => {
    expect(readme).toContain(`'${SPEAKERS} OR process ==`);
  });

  it('names no command, script or file that does not exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts?: Record<string, string>;
    };
    const commands = readdirSync(join(root, 'src/commands')).map((file) => basename(file, '.ts'));

    const code = [...readme.matchAll(/```[^\n]*\n([\s\S]*?)```|`([^`\n]+)`/g)]
      .map((found) => found[1] ?? found[2])
      .join('\n');
    const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1] ?? '');
    const unknown = [
      ...named(code, /(?:^|\| )necropsy ([a-z]+)/gm).filter((name) => !commands.includes(name) && name !== 'analyse'),
      ...named(code, /npm (?:run )?(?!ci\b|link\b)([\w:]+)/g).filter((script) => scripts?.[script] === undefined),
      ...[
        ...named(readme, /\]\(([\w./-]+)\)/g),
        ...named(code, /((?<![\w./-])(?:src|test|grammars|samples|bin)\/[\w./-]*)/g),
      ].filter((file) => !existsSync(join(root, file))),
    ];

    expect(unknown).toEqual([]);
  });
});
