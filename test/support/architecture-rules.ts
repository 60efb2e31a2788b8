/**
 * The rules of the house as data, and the checks that hold a set of modules against them. Every offence is one
 * sentence that names the offender and the rule.
 */
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { type ImportSite, type ModuleScan, scanModule } from './scan-module.ts';

export interface SourceFile {
  /** Relative to the root of the repository, with slashes: `src/detect/engine.ts`. */
  readonly path: string;
  readonly text: string;
}

const STAGE = ['lib', 'model'];
const EVERY_FOLDER = [
  'lib',
  'model',
  'language',
  'source',
  'decode',
  'recognize',
  'redact',
  'correlate',
  'detect',
  'report',
  'render',
];

/**
 * Who may import whom inside `src`; a room may always import itself. A room is a folder, or one of the three files beside
 * them; `testing` is the tester behind `testing.ts`.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lib: ['model'],
  language: STAGE,
  source: STAGE,
  decode: STAGE,
  recognize: [...STAGE, 'language'],
  correlate: STAGE,
  detect: STAGE,
  // Tokens for private values: of records where they are written, of the report where it is built.
  redact: STAGE,
  report: [...STAGE, 'redact'],
  // Findings that somebody has accepted: marked before the report is built, written from it.
  baseline: STAGE,
  render: STAGE,
  // The page's own program: it runs in a browser, and nothing else may load it.
  'render/html/client': [...STAGE, 'render'],
  commands: [
    ...STAGE,
    'language',
    'recognize',
    'redact',
    'detect',
    'render',
    'baseline',
    'analyze.ts',
    'capture.ts',
    'compare.ts',
    'watch.ts',
    'testing',
  ],
  'capture.ts': [...STAGE, 'source', 'decode', 'recognize'],
  'analyze.ts': [
    ...STAGE,
    'language',
    'source',
    'decode',
    'recognize',
    'redact',
    'correlate',
    'detect',
    'report',
    'capture.ts',
    'tell.ts',
  ],
  'tell.ts': [...STAGE, 'decode', 'redact', 'report'],
  'compare.ts': [...STAGE, 'redact', 'report', 'analyze.ts'],
  'watch.ts': [...STAGE, 'detect', 'analyze.ts'],
  'index.ts': [...EVERY_FOLDER, 'analyze.ts', 'tell.ts'],
  testing: [...EVERY_FOLDER, 'analyze.ts'],
  'testing.ts': [...EVERY_FOLDER, 'analyze.ts', 'testing'],
};

/** Imports of the table above that must leave nothing behind at run time. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = { lib: ['model'] };

/** The one way in for each dependency: paths that may import it, and where that is in words. */
export const DOORS: Readonly<Record<string, { readonly paths: readonly RegExp[]; readonly where: string }>> = {
  chevrotain: { paths: [/^src\/language\//], where: 'src/language' },
  // The regular expressions of predicates that people write, in linear time.
  re2js: { paths: [/^src\/language\/predicate\//], where: 'src/language/predicate' },
  '@oclif/core': { paths: [/^src\/commands\//, /^bin\//], where: 'src/commands and bin' },
  chalk: { paths: [/^src\/render\/terminal[/.]/], where: 'src/render/terminal' },
  // Display columns of wide, combining and emoji characters: cli-table3 measures its cells with it too.
  'string-width': { paths: [/^src\/render\/terminal[/.]/], where: 'src/render/terminal' },
  'cli-table3': { paths: [/^src\/render\/terminal[/.]/], where: 'src/render/terminal' },
  // Containers and what Node cannot unpack itself (zstd before 22.15): each is loaded when one comes.
  'yocto-spinner': {
    paths: [/^src\/commands\/(?:progress|watch-run)\.ts$/],
    where: 'src/commands/progress.ts and watch-run.ts',
  },
  tar: { paths: [/^src\/source\/tar-members\.ts$/], where: 'src/source/tar-members.ts' },
  yauzl: { paths: [/^src\/source\/zip-members\.ts$/], where: 'src/source/zip-members.ts' },
  // Writes zips as yauzl reads them, by the same author; 26 kB in a file of its own, loaded for `-o ….zip` only.
  yazl: { paths: [/^src\/render\/bundle\/zip\.ts$/], where: 'src/render/bundle/zip.ts' },
  fzstd: { paths: [/^src\/source\/zstd-in-script\.ts$/], where: 'src/source/zstd-in-script.ts' },
  preact: { paths: [/^src\/render\/html\/client\//], where: 'src/render/html/client' },
  '@preact/signals': { paths: [/^src\/render\/html\/client\//], where: 'src/render/html/client' },
  plist: { paths: [/^src\/decode\/plist\//], where: 'src/decode/plist' },
  '@xmldom/xmldom': { paths: [/^src\/decode\/plist\//], where: 'src/decode/plist' },
  'node:fs': {
    paths: [
      /^src\/source\//,
      /^src\/report\/evidence\.ts$/,
      /^src\/recognize\/load[^/]*\.ts$/,
      /^src\/redact\/key-store\.ts$/,
      /^src\/baseline\/baseline-file\.ts$/,
      /^src\/commands\//,
      /^bin\//,
    ],
    where:
      'src/source, src/report/evidence.ts, src/recognize/load*.ts, src/redact/key-store.ts, src/baseline/baseline-file.ts, bin (its own program) and, to write --output, src/commands',
  },
};

/** Bundled into the page at build time: nobody who installs necropsy needs them. */
export const BUNDLED: readonly string[] = ['preact', '@preact/signals'];

/** What a command may take from `node:fs`: enough to write `--output`, nothing to read with. */
const WRITES =
  /^(?:write|mkdir|createWriteStream|openSync|closeSync|fsyncSync|rename|unlinkSync|mkdtempSync|rmdirSync)/;

const NETWORK = new Set('net http https http2 dgram tls dns inspector'.split(' ').map((name) => `node:${name}`));
const NETWORK_CALL =
  /(?<![\w$.])(?:fetch\s*\(|(?:globalThis|window)\s*\.\s*fetch\b|(?:WebSocket|EventSource|XMLHttpRequest)\b)/g;

interface Impurity {
  readonly pattern: RegExp;
  readonly does: string;
  /** Rooms in which it is allowed. */
  readonly but: readonly string[];
}

const IMPURITIES: readonly Impurity[] = [
  {
    pattern: /(?<![\w$.])Date\s*\.\s*now\b|(?<![\w$.])Date\s*\(\s*\)|(?<![\w$.])new\s+Date\b(?!\s*\(\s*[^\s)])/g,
    does: 'reads the clock',
    but: ['commands'],
  },
  {
    pattern: /(?<![\w$.])(?:process\s*\.\s*(?:hrtime|uptime)\b|performance\s*\.\s*now\b)/g,
    does: 'reads the clock',
    but: ['commands', 'render/html/client'],
  },
  { pattern: /(?<![\w$.])Math\s*\.\s*random\b|\brandom(?:UUID|Bytes|Int)\b/g, does: 'is random', but: ['commands'] },
  { pattern: /(?<![\w$.])process\s*\.\s*(?:env|argv)\b/g, does: 'reads the environment', but: ['commands', 'render'] },
  { pattern: /(?<![\w$.])process\s*\.\s*(?:exit|exitCode|abort)\b/g, does: 'ends the program', but: ['commands'] },
  {
    pattern:
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc|document\s*\.\s*write|new\s+Function)\b|(?<![\w$.])eval\s*\(/g,
    does: 'makes markup or code of text',
    but: [],
  },
  {
    pattern: /(?<![\w$.])(?:process\s*\.\s*(?:stdout|stderr)\b|console\s*\.)/g,
    does: 'prints',
    but: ['commands', 'render'],
  },
];

const BEHAVIOUR =
  /\bfunction\b(?!\s*[?:])|(?<![\w$.])class\s+[A-Z]|(?<![\w$.])(?:let|var)\s+[\w${[]|\)\s*\{|(?<![\w$.])const\s+[\w$]+[^;]*=>/g;

const LONGEST = 300;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

interface Module extends SourceFile, ModuleScan {
  /** Folder under `src`, file name for the files in `src` itself, undefined outside `src`. */
  readonly room: string | undefined;
}

type Check = (module: Module) => Iterable<string>;

/** Every breach of the architecture in these files, in the order of the files; empty where there is none. */
export function findOffences(files: readonly SourceFile[]): readonly string[] {
  const modules = files.map((file): Module => ({ ...file, ...scanModule(file.text), room: roomOf(file.path) }));
  const everywhere: readonly Check[] = [imports, network];
  const inSrc: readonly Check[] = [room, exports, naming, length, purity, behaviour];
  return [
    ...modules.flatMap((module) => everywhere.flatMap((check) => [...check(module)])),
    ...modules
      .filter((module) => module.room !== undefined)
      .flatMap((module) => inSrc.flatMap((check) => [...check(module)])),
    ...lazyParser(modules),
  ];
}

function roomOf(path: string): string | undefined {
  const [top, second] = path.split('/');
  if (path.startsWith('src/render/html/client/')) return 'render/html/client';
  return top === 'src' ? second : undefined;
}

function* room(module: Module): Iterable<string> {
  if (module.room !== undefined && MAY_IMPORT[module.room] === undefined)
    yield `${module.path}: src/${module.room} is no room of the house; give it a line in MAY_IMPORT or move the file.`;
}

function* imports(module: Module): Iterable<string> {
  for (const site of module.imports) {
    if (site.specifier === undefined) continue;
    const offence = site.specifier.startsWith('.')
      ? relativeOffence(module, site, site.specifier)
      : packageOffence(module, site, site.specifier);
    if (offence !== undefined) yield `${module.path}:${site.line} imports ${site.specifier}${offence}`;
  }
}

function relativeOffence(module: Module, site: ImportSite, specifier: string): string | undefined {
  if (module.room === undefined) return undefined;
  if (!/\.(?:tsx?|json)$/.test(specifier)) return ': imports of our own files end in .ts (or .json).';
  const target = posix.join(posix.dirname(module.path), specifier);
  if (target === 'package.json') return undefined;
  const to = roomOf(target);
  if (to === undefined) return ': nothing in src imports from outside src, package.json aside.';
  if (to === module.room) return undefined;
  const allowed = MAY_IMPORT[module.room] ?? [];
  if (!allowed.includes(to))
    return `: ${module.room} may import ${list(allowed)} only; stages meet in model, never in each other.`;
  if (TYPES_ONLY[module.room]?.includes(to) === true && !site.typeOnly)
    return `: ${module.room} may import types of ${to} only, with "import type".`;
  return undefined;
}

function packageOffence(module: Module, site: ImportSite, specifier: string): string | undefined {
  const name = packageOf(specifier);
  if (NETWORK.has(name)) return ': nothing here talks to the network.';
  const door = DOORS[name];
  if (door === undefined)
    return name.startsWith('node:') ? undefined : ': this dependency has no door; name its one folder in DOORS.';
  if (!door.paths.some((path) => path.test(module.path))) return `: the only door of ${name} is ${door.where}.`;
  if (name === 'node:fs' && module.room === 'commands') {
    const reads = site.names.filter((taken) => !WRITES.test(taken));
    if (reads.length > 0 || site.names.length === 0)
      return `: a command takes from node:fs by name what it needs to write --output, not ${list(reads)}.`;
  }
  return undefined;
}

function packageOf(specifier: string): string {
  if (isBuiltin(specifier)) return `node:${specifier.replace(/^node:/, '').split('/')[0] ?? ''}`;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function* network(module: Module): Iterable<string> {
  for (const found of occurrences(module, NETWORK_CALL)) yield `${found}: nothing here talks to the network.`;
}

function* exports(module: Module): Iterable<string> {
  for (const found of occurrences(module, /\bexport\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/g))
    yield `${found}: exports are named, never default.`;
  if (module.room === 'index.ts' || module.room === 'testing.ts') return;
  for (const site of module.imports) {
    if (site.reexport && (!site.typeOnly || site.names.includes('*')))
      yield `${module.path}:${site.line} re-exports ${site.specifier ?? ''}: only src/index.ts and src/testing.ts do that.`;
  }
  const rest = module.code.replace(/(?<![\w$.])(?:import|export)\b[^'";]*(?:from\s*)?['"][^'"]*['"]\s*;?/g, '').trim();
  if (rest === '' && module.imports.some((site) => site.reexport && site.typeOnly))
    yield `${module.path} holds nothing but re-exports: only src/index.ts and src/testing.ts do that.`;
}

function* naming(module: Module): Iterable<string> {
  for (const part of module.path.split('/')) {
    if (!part.split('.').every((word) => KEBAB.test(word))) yield `${module.path}: "${part}" is not kebab-case.`;
  }
}

function* length(module: Module): Iterable<string> {
  if (module.path.endsWith('.generated.ts')) return;
  const lines = module.text.replace(/\n$/, '').split('\n').length;
  if (lines > LONGEST) yield `${module.path} has ${lines} lines: one idea per file, at most ${LONGEST} lines.`;
}

function* purity(module: Module): Iterable<string> {
  for (const { pattern, does, but } of IMPURITIES) {
    if (module.room !== undefined && but.includes(module.room)) continue;
    for (const found of occurrences(module, pattern))
      yield `${found}, which ${does}: same input, same bytes; only ${list(but)} may.`;
  }
}

function* behaviour(module: Module): Iterable<string> {
  if (module.room !== 'model') return;
  for (const found of occurrences(module, BEHAVIOUR))
    yield `${found}: src/model holds types and constants, no behaviour.`;
}

/** chevrotain costs more start-up than all the rest: what every run loads must not load it. */
function* lazyParser(modules: readonly Module[]): Iterable<string> {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const start = 'src/analyze.ts';
  const chains = new Map<string, string>([[start, start]]);
  for (const [path, chain] of chains) {
    const module = byPath.get(path);
    for (const site of module?.imports ?? []) {
      if (site.kind === 'dynamic' || site.typeOnly || site.specifier === undefined) continue;
      const target = site.specifier.startsWith('.')
        ? posix.join(posix.dirname(path), site.specifier)
        : packageOf(site.specifier);
      if (target === 'chevrotain')
        yield `${chain} → chevrotain: every run would load the parser generator; put an import() on the way.`;
      else if (!chains.has(target)) chains.set(target, `${chain} → ${target}`);
    }
  }
}

/** `path:line says "…"` for each match in the code. */
function* occurrences(module: Module, pattern: RegExp): Iterable<string> {
  for (const found of module.code.matchAll(pattern)) {
    const line = module.code.slice(0, found.index).split('\n').length;
    const words =
      module.text
        .slice(found.index, found.index + found[0].length)
        .split('\n')[0]
        ?.trim() ?? '';
    yield `${module.path}:${line} says "${words.length > 40 ? `${words.slice(0, 39)}…` : words}"`;
  }
}

function list(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? 'nothing';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
