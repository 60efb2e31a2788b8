import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BUNDLED, DOORS, findOffences, MAY_IMPORT, type SourceFile } from './support/architecture-rules.ts';
import { blank, scanModule } from './support/scan-module.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function readSources(folder: string, extension: RegExp): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extension.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

function offences(files: Readonly<Record<string, string>>): readonly string[] {
  return findOffences(Object.entries(files).map(([path, text]) => ({ path, text })));
}

describe('this repository', () => {
  it('keeps every rule of the architecture', () => {
    const files = [...readSources('src', /\.tsx?$/), ...readSources('bin', /\.js$/)];

    expect(findOffences(files)).toEqual([]);
  });

  it('is what the rules are held against: every room exists and the line starts where the rules look for it', () => {
    const paths = readSources('src', /\.ts$/).map((file) => file.path);

    const empty = Object.keys(MAY_IMPORT).filter((room) => !paths.some((path) => path.startsWith(`src/${room}`)));

    expect(empty).toEqual([]);
  });

  it('has one door for each dependency that it ships with, and no other', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };

    const doors = Object.keys(DOORS).filter((name) => !name.startsWith('node:'));

    expect(doors.sort()).toEqual([...Object.keys(dependencies), ...BUNDLED].sort());
  });
});

describe('the scanner', () => {
  it.each([
    ['a line comment', "a; // import 'x'\nb", 'a;              \nb'],
    ['a block comment', "a /* from 'x'\n */ b", 'a            \n    b'],
    ['both kinds of string', `f('a"b', "c'd")`, `f('   ', "   ")`],
    ['an escaped quote', String.raw`f('a\'b') + c`, "f('    ') + c"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source of a template
    ['a template, its holes kept', 'f(`a ${b + `c ${d}`} e`)', 'f(`   {b + `   {d}`}  `)'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source of a template
    ['a brace inside a hole', 'f(`${{ a: 1 }.a} x`)', 'f(` {{ a: 1 }.a}  `)'],
    ['a regular expression with quotes and slashes', String.raw`a = /['"]\/[/'"]/g; b`, 'a =               ; b'],
    ['a division, which is none', "a = b / c; d = 'e' / f", "a = b / c; d = ' ' / f"],
    ['a regular expression after return', 'return /"/.test(a)', 'return    .test(a)'],
  ])('blanks %s', (_name, text, code) => {
    expect(blank(text)).toBe(code);
  });

  it('finds every way to import, and on which line', () => {
    const text = [
      "import a, { b as c, type D } from './a.ts';",
      "import type { E } from './e.ts';",
      "import * as f from './f.ts';",
      "import './g.ts';",
      "export * from './h.ts';",
      "export type { I } from './i.ts';",
      "const j = await import('./j.ts');",
      'const k = await import(name);',
      'import {',
      '  l,',
      "} from './l.ts';",
    ].join('\n');

    const found = scanModule(text).imports.map(
      (site) =>
        `${site.line} ${site.kind}${site.typeOnly ? ' type' : ''}${site.reexport ? ' re-export' : ''} ${site.specifier} ${site.names}`,
    );

    expect(found.sort()).toEqual([
      '1 static ./a.ts default,b,D',
      '2 static type ./e.ts E',
      '3 static ./f.ts *',
      '4 static ./g.ts ',
      '5 static re-export ./h.ts *',
      '6 static type re-export ./i.ts I',
      '7 dynamic ./j.ts ',
      '8 dynamic undefined ',
      '9 static ./l.ts l',
    ]);
  });

  it('takes no import from comments, strings, templates, or words that only look like one', () => {
    const text = [
      "// import a from './a.ts'",
      `const b = "import c from './c.ts'";`,
      "const d = `export * from './d.ts'`;",
      "const important = 'x', from = 'y';",
      "export const e = 'f';",
      'module.import("g");',
      'import.meta.url;',
    ].join('\n');

    expect(scanModule(text).imports).toEqual([]);
  });
});

describe('the rules', () => {
  it('let a clean house pass', () => {
    expect(
      offences({
        'src/model/units.ts':
          'export const SECOND = 1_000_000;\nexport interface Span { at(index: number): { from: number } }\nexport type Read = (text: string) => number;\n',
        'src/model/events.ts':
          "import type { Span } from './units.ts';\nexport type { Span } from './units.ts';\nexport interface Event { readonly span: Span }\n",
        'src/lib/text.ts':
          "import type { Span } from '../model/units.ts';\nexport const width = (span: Span) => span.at(1);\n",
        'src/source/file.ts':
          "import { openSync } from 'node:fs';\nexport const day = (ms: number) => new Date(ms);\nexport { openSync as open };\n",
        'src/language/parser.ts': "import { CstParser } from 'chevrotain';\nexport const parser = CstParser;\n",
        'src/recognize/load-user-grammars.ts':
          "import { readFileSync } from 'node:fs';\nexport const load = async () => [readFileSync, await import('../language/parser.ts')];\n",
        'src/analyze.ts':
          "import { load } from './recognize/load-user-grammars.ts';\nimport type { parser } from './language/parser.ts';\nexport type Line = [typeof load, typeof parser];\n",
        'src/commands/analyze.ts':
          "import { writeFileSync } from 'node:fs';\nimport { Command } from '@oclif/core';\nimport pkg from '../../package.json' with { type: 'json' };\nexport const started = [Date.now(), process.env, writeFileSync, Command, pkg];\n",
        'src/render/terminal/screen.ts': "import chalk from 'chalk';\nexport const bold = chalk.bold;\n",
        'src/index.ts': "export * from './analyze.ts';\n",
        'bin/run.js': "import { execute } from '@oclif/core';\nawait execute({});\n",
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'src/correlate/engine.ts:1 imports ../detect/engine.ts: correlate may import lib and model only; stages meet in model, never in each other.',
      'src/correlate/engine.ts',
      "import { run } from '../detect/engine.ts';",
    ],
    [
      'src/detect/loop.ts:1 imports ../correlate/flow.ts: detect may import lib and model only; stages meet in model, never in each other.',
      'src/detect/loop.ts',
      "import type { Flow } from '../correlate/flow.ts';",
    ],
    [
      'src/report/build.ts:1 imports ../render/json.ts: report may import lib, model and redact only; stages meet in model, never in each other.',
      'src/report/build.ts',
      "await import('../render/json.ts');",
    ],
    [
      'src/model/entity.ts:1 imports ../lib/ring.ts: model may import nothing only; stages meet in model, never in each other.',
      'src/model/entity.ts',
      "import type { Ring } from '../lib/ring.ts';",
    ],
    [
      'src/lib/ring.ts:1 imports ../model/units.ts: lib may import types of model only, with "import type".',
      'src/lib/ring.ts',
      "import { SECOND } from '../model/units.ts';",
    ],
    [
      'src/commands/analyze.ts:1 imports ../source/open.ts: commands may import lib, model, language, recognize, redact, detect, render, baseline, analyze.ts, capture.ts, compare.ts, watch.ts and testing only; stages meet in model, never in each other.',
      'src/commands/analyze.ts',
      "import { open } from '../source/open.ts';",
    ],
    [
      'src/analyze.ts:1 imports ./render/json.ts: analyze.ts may import lib, model, language, source, decode, recognize, redact, correlate, detect, report, capture.ts and tell.ts only; stages meet in model, never in each other.',
      'src/analyze.ts',
      "import { json } from './render/json.ts';",
    ],
    [
      'src/decode/sniff.ts:1 imports ../../test/x.ts: nothing in src imports from outside src, package.json aside.',
      'src/decode/sniff.ts',
      "import '../../test/x.ts';",
    ],
    [
      'src/decode/sniff.ts:1 imports ./compact: imports of our own files end in .ts (or .json).',
      'src/decode/sniff.ts',
      "import { a } from './compact';",
    ],
    [
      'src/utils/a.ts: src/utils is no room of the house; give it a line in MAY_IMPORT or move the file.',
      'src/utils/a.ts',
      '',
    ],
    [
      'src/recognize/compile.ts:1 imports chevrotain: the only door of chevrotain is src/language.',
      'src/recognize/compile.ts',
      "import { CstParser } from 'chevrotain';",
    ],
    [
      'src/render/json.ts:1 imports chalk: the only door of chalk is src/render/terminal.',
      'src/render/json.ts',
      "import chalk from 'chalk';",
    ],
    [
      'src/lib/errors.ts:1 imports @oclif/core/errors: the only door of @oclif/core is src/commands and bin.',
      'src/lib/errors.ts',
      "import { Errors } from '@oclif/core/errors';",
    ],
    [
      'src/decode/json.ts:1 imports node:fs/promises: the only door of node:fs is src/source, src/report/evidence.ts, src/recognize/load*.ts, src/redact/key-store.ts, src/baseline/baseline-file.ts, bin (its own program) and, to write --output, src/commands.',
      'src/decode/json.ts',
      "import { readFile } from 'node:fs/promises';",
    ],
    [
      'src/commands/analyze.ts:1 imports node:fs: a command takes from node:fs by name what it needs to write --output, not readFileSync.',
      'src/commands/analyze.ts',
      "import { readFileSync, writeFileSync } from 'node:fs';",
    ],
    [
      'src/lib/text.ts:1 imports wrap-ansi: this dependency has no door; name its one folder in DOORS.',
      'src/lib/text.ts',
      "import wrap from 'wrap-ansi';",
    ],
    [
      'src/source/open.ts:1 imports node:https: nothing here talks to the network.',
      'src/source/open.ts',
      "import { get } from 'node:https';",
    ],
    [
      'src/source/open.ts:1 says "fetch(": nothing here talks to the network.',
      'src/source/open.ts',
      'await fetch(url);',
    ],
    ['bin/run.js:1 imports net: nothing here talks to the network.', 'bin/run.js', "import net from 'net';"],
    [
      'src/render/json.ts:1 says "export default": exports are named, never default.',
      'src/render/json.ts',
      'export default {};',
    ],
    [
      'src/lib/all.ts:1 re-exports ./a.ts: only src/index.ts and src/testing.ts do that.',
      'src/lib/all.ts',
      "export { a } from './a.ts';\nconst b = 1;",
    ],
    [
      'src/model/all.ts holds nothing but re-exports: only src/index.ts and src/testing.ts do that.',
      'src/model/all.ts',
      "export type { A } from './a.ts';\n",
    ],
    ['src/lib/twoGen.ts: "twoGen.ts" is not kebab-case.', 'src/lib/twoGen.ts', ''],
    ['src/lib/long.ts has 301 lines: one idea per file, at most 300 lines.', 'src/lib/long.ts', 'a;\n'.repeat(301)],
    [
      'src/detect/clock.ts:2 says "Date.now", which reads the clock: same input, same bytes; only commands may.',
      'src/detect/clock.ts',
      '\nconst a = Date.now();',
    ],
    [
      'src/decode/time.ts:1 says "new Date", which reads the clock: same input, same bytes; only commands may.',
      'src/decode/time.ts',
      'const a = new Date();',
    ],
    [
      'src/correlate/a.ts:1 says "Math.random", which is random: same input, same bytes; only commands may.',
      'src/correlate/a.ts',
      'const a = Math.random();',
    ],
    [
      'src/report/a.ts:1 says "process.env", which reads the environment: same input, same bytes; only commands and render may.',
      'src/report/a.ts',
      'const a = process.env.TZ;',
    ],
    [
      'src/source/a.ts:1 says "process.exit", which ends the program: same input, same bytes; only commands may.',
      'src/source/a.ts',
      'process.exit(3);',
    ],
    [
      'src/detect/a.ts:1 says "console.", which prints: same input, same bytes; only commands and render may.',
      'src/detect/a.ts',
      "console.log('a');",
    ],
    [
      'src/model/a.ts:1 says "const twice = (a: number) =>": src/model holds types and constants, no behaviour.',
      'src/model/a.ts',
      'export const twice = (a: number) => a * 2;',
    ],
    [
      'src/model/a.ts:2 says "function": src/model holds types and constants, no behaviour.',
      'src/model/a.ts',
      'export interface A { readonly b: 1 }\nfunction c() {}',
    ],
    [
      'src/model/a.ts:1 says "let a": src/model holds types and constants, no behaviour.',
      'src/model/a.ts',
      'export let a = 1;',
    ],
  ])('see: %s', (sentence, path, text) => {
    expect(offences({ [path]: text })).toContain(sentence);
  });

  it('follow static imports from analyze.ts to chevrotain and show the way', () => {
    const files = {
      'src/analyze.ts': "import { load } from './recognize/load.ts';",
      'src/recognize/load.ts': "import { parse } from '../language/parse.ts';",
      'src/language/parse.ts': "import { CstParser } from 'chevrotain';",
    };

    expect(offences(files)).toEqual([
      'src/analyze.ts → src/recognize/load.ts → src/language/parse.ts → chevrotain: every run would load the parser generator; put an import() on the way.',
    ]);
    expect(
      offences({ ...files, 'src/recognize/load.ts': "export const parse = () => import('../language/parse.ts');" }),
    ).toEqual([]);
  });

  it('leave generated files as long as they come', () => {
    expect(offences({ 'src/recognize/catalog.generated.ts': 'a;\n'.repeat(301) })).toEqual([]);
  });

  it('know a process of the log from the process of Node', () => {
    expect(offences({ 'src/detect/a.ts': 'const a = cite.process.env; const { process: b } = cite; b.exit;' })).toEqual(
      [],
    );
  });
});
