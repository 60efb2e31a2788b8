/**
 * Makes `dist/`: one entry per door of the package, shared code in chunks, what a command needs only sometimes in chunks
 * of their own. Run it with `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');

/** Left out until their source exists. */
const ENTRIES = { cli: 'src/commands/cli.ts', index: 'src/index.ts', testing: 'src/testing.ts' };

/** What oclif requires at its top and needs for help, prompts and child processes only: loaded when first touched. */
const LAZY = new Set([
  'ansi-escapes',
  'clean-stack',
  'cli-spinners',
  'ejs',
  'get-package-type',
  'indent-string',
  'node:child_process',
  'node:perf_hooks',
  'node:readline',
  'string-width',
  'widest-line',
  'wordwrap',
  'wrap-ansi',
]);

/** What oclif needs to look for plugins, command folders and its own settings, of which there are none: left out. */
const ABSENT = new Set(['lilconfig', 'minimatch', 'tinyglobby']);

/** What oclif asks on every start, on Linux with several files: whether this is Linux inside Windows. It need not know. */
const NO_WSL = "export const isWsl = false; export const powerShellPath = async () => 'powershell.exe';";

/** Without these measures every command takes a fifth longer to start. */
const oclifDiet = {
  name: 'oclif-diet',
  setup(bundler) {
    bundler.onResolve({ filter: /^wsl-utils$/ }, ({ path }) => ({ path, namespace: 'no-wsl' }));
    bundler.onLoad({ filter: /.*/, namespace: 'no-wsl' }, () => ({ contents: NO_WSL }));
    bundler.onResolve({ filter: /^[a-z]/ }, ({ path, kind, importer, resolveDir }) => {
      if (kind !== 'require-call' || !importer.includes('@oclif')) return undefined;
      if (ABSENT.has(path)) return { path, namespace: 'absent' };
      return LAZY.has(path) ? { path, namespace: 'lazy', pluginData: resolveDir } : undefined;
    });
    bundler.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path, pluginData }) => ({
      resolveDir: pluginData,
      contents: `
        let real;
        const load = () => (real ??= require(${JSON.stringify(path)}));
        module.exports = new Proxy(function () {}, {
          get: (_, key) => (key === '__esModule' ? false : load()[key]),
          apply: (_, self, args) => Reflect.apply(load(), self, args),
        });`,
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'absent' }, ({ path }) => ({
      contents: `
        module.exports = new Proxy({}, {
          get(_, key) {
            if (key !== '__esModule') throw new Error(${JSON.stringify(`${path} is not in this bundle`)});
          },
        });`,
    }));
  },
};

/** The samples that ship with the package, as `demo` lists them: folder, what happens in it, captures, grammars of its own. */
function samples() {
  const about = new Set(['ORIGIN.md', 'expected.json']);
  const folders = readdirSync(join(root, 'samples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    const files = readdirSync(join(root, 'samples', name)).sort();
    const origin = files.includes('ORIGIN.md') ? readFileSync(join(root, 'samples', name, 'ORIGIN.md'), 'utf8') : '';
    const happens = /What happens: (.+?)(?:[.:]\s|\.$)/s.exec(origin)?.[1] ?? name;
    const title = happens.replace(/\s+/g, ' ');
    const grammars = files.filter((file) => file.endsWith('.grammar'));
    const captures = files.filter((file) => !about.has(file) && !file.startsWith('.') && !grammars.includes(file));
    return { name, title, files: captures, grammars };
  });
}

/** oclif finds its commands by a path; in the one script they are the script itself. */
const oclifInOneScript = {
  name: 'oclif-in-one-script',
  setup(bundler) {
    bundler.onLoad({ filter: /@oclif[\\/]core[\\/]lib[\\/]module-loader\.js$/ }, ({ path }) => {
      const written = readFileSync(path, 'utf8');
      const contents = written.replaceAll(/(?<![\w.])import\(/g, '__load(');
      if (contents === written) throw new Error(`${path} loads nothing any more: look how oclif finds commands now`);
      return { contents };
    });
  },
};

/** Libraries for what seldom comes: in files of their own, so that the one script stays small, which every start reads. */
const VENDORS = { tar: 'tar', yauzl: 'yauzl', yazl: 'yazl', plist: 'plist', fzstd: 'fzstd', '@xmldom/xmldom': 'xmldom' };
const vendorsApart = {
  name: 'vendors-apart',
  setup(bundler) {
    bundler.onResolve({ filter: /^(?:tar|yauzl|yazl|plist|fzstd|@xmldom\/xmldom)$/ }, ({ path }) => ({
      path: `./vendor/${VENDORS[path]}.cjs`,
      external: true,
    }));
  },
};

/** What the page's program calls so often that a name of one letter for it counts. */
const SHORT = [
  ...['max', 'min', 'floor', 'round', 'ceil', 'abs'].map((name) => `Math.${name}`),
  ...['isNaN', 'NaN', 'NEGATIVE_INFINITY'].map((name) => `Number.${name}`),
  'Array.from',
  'document.documentElement',
];
function short(name) {
  return name.replace('.', '_');
}
const shortBuiltins = {
  name: 'short-builtins',
  setup(bundler) {
    bundler.onResolve({ filter: /^short-builtins$/ }, ({ path }) => ({ path, namespace: 'short' }));
    bundler.onLoad({ filter: /.*/, namespace: 'short' }, () => ({
      // Taken out of its object: written as it is elsewhere, it would be replaced by itself.
      contents: SHORT.map((name) => name.split('.'))
        .map(([object, key]) => `export const { ${key}: ${object}_${key} } = ${object};`)
        .join('\n'),
    }));
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Names stay, so that the stack of an internal error can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  external: ['typescript'],
  // A string, since esbuild writes a literal where it is used and an object into every module.
  define: { NECROPSY_SAMPLES: JSON.stringify(JSON.stringify(samples())) },
  write: false,
};

const sources = readdirSync(join(root, 'src'), { recursive: true }).map((path) => `src/${path.replaceAll('\\', '/')}`);
const { outputFiles } = await build({
  ...shared,
  entryPoints: Object.fromEntries(Object.entries(ENTRIES).filter(([, path]) => sources.includes(path))),
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  format: 'esm',
  banner: {
    // oclif is CommonJS: the bundle gives it what a module has not.
    js: [
      "import { createRequire as __createRequire } from 'node:module';",
      'const require = __createRequire(import.meta.url);',
      'const __filename = import.meta.filename, __dirname = import.meta.dirname;',
    ].join('\n'),
  },
  plugins: [oclifDiet],
});

/** The commands once more as one script without modules: what `bin/load.js` starts with compiled code beside it. */
const { outputFiles: scripts } = await build({
  ...shared,
  entryPoints: [ENTRIES.cli],
  outfile: join(dist, 'program.cjs'),
  format: 'cjs',
  charset: 'ascii',
  define: { ...shared.define, 'import.meta.url': '__url' },
  banner: {
    js: [
      "const __url = require('node:url').pathToFileURL(__filename).href;",
      "const __load = (href) => String(href).includes('/dist/cli.js') ? Promise.resolve(module.exports) : Promise.reject(new Error(`nothing loads ${href}`));",
    ].join('\n'),
  },
  // What is not in the script is required when it is needed.
  supported: { 'dynamic-import': false },
  plugins: [oclifInOneScript, oclifDiet, vendorsApart],
});
const { outputFiles: vendors } = await build({
  ...shared,
  entryPoints: Object.fromEntries(Object.entries(VENDORS).map(([name, file]) => [`vendor/${file}`, name])),
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
});
outputFiles.push(...vendors);
const program = inAscii(scripts[0].text);
const digest = createHash('sha256').update(program).digest('hex');
outputFiles.push({ path: join(dist, 'program.cjs'), contents: Buffer.from(`//${digest}\n${program}`) });

// Chunks first, each file in one step: a necropsy that starts meanwhile finds the old bundle or the new one.
for (const folder of ['chunks', 'vendor']) mkdirSync(join(dist, folder), { recursive: true });
const chunksFirst = outputFiles.toSorted((a, b) => b.path.split(/[\\/]/).length - a.path.split(/[\\/]/).length);
for (const { path, contents } of chunksFirst) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}
writeFileSync(join(dist, 'page.json'), JSON.stringify(await buildPage()));
writeFileSync(join(dist, 'report.schema.json'), readFileSync(join(root, 'src/model/report.schema.json')));

const current = new Set(outputFiles.map(({ path }) => basename(path)));
for (const name of readdirSync(join(dist, 'chunks'))) {
  if (name.endsWith('.js') && !current.has(name)) rmSync(join(dist, 'chunks', name), { force: true });
}
keepCompiled();
const size = outputFiles.reduce((sum, { contents }) => sum + contents.byteLength, 0);
process.stdout.write(`${relative(process.cwd(), dist) || dist}: ${outputFiles.length} files, ${Math.round(size / 1000)} kB\n`);

/** Program and style of the timeline's page: a file of its own, which only `timeline` reads. */
async function buildPage() {
  const client = (entry) =>
    build({
      absWorkingDir: root,
      entryPoints: [`src/render/html/client/${entry}`],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: ['chrome105', 'firefox115', 'safari16.4'],
      // Children as arguments and not as a property: fewer bytes than the newer form.
      jsx: 'transform',
      jsxFactory: 'h',
      jsxFragment: 'Fragment',
      inject: [fileURLToPath(import.meta.resolve('preact')), 'short-builtins'],
      define: Object.fromEntries(SHORT.map((name) => [name, short(name)])),
      plugins: [shortBuiltins],
      charset: 'utf8',
      legalComments: 'none',
      tsconfigRaw: '{}',
    });
  const [script, style] = await Promise.all([client('main.tsx'), client('style.css')]);
  return { script: script.outputFiles[0].text.trim(), style: style.outputFiles[0].text.trim() };
}

/**
 * The engine is handed the script as one byte per character, and esbuild leaves what is not ASCII in regular expressions (and
 * comments) as it stands: there it would be other characters.
 */
function inAscii(script) {
  const escaped = script.match(/[^\\]\\(?:\\\\)*[^\x00-\x7f]/);
  if (escaped !== null) throw new Error(`a backslash before a character that is not ASCII: ${escaped[0]}`);
  return script.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Runs the new program once over samples and keeps what the engine compiled for it; a start without it only takes longer. */
function keepCompiled() {
  for (const name of readdirSync(dist)) if (/^program-.*\.cache$/.test(name)) rmSync(join(dist, name));
  // As many kinds of lines as there are samples of: what is compiled here need not be compiled again.
  const captures = samples().flatMap(({ name, files }) => files.map((file) => join(root, 'samples', name, file)));
  const runs = [['--version'], ...captures.map((capture) => ['analyze', capture]), ['analyze', ...captures.slice(0, 1), '--width', '100']];
  const code = `
    import { renameSync, writeFileSync } from 'node:fs';
    import { cacheFile, compileProgram, setFlags } from './bin/load.js';
    setFlags();
    const { program, script, digest } = compileProgram();
    for (const run of ${JSON.stringify(runs)}) await program.main(run, new URL('./bin/run.js', 'file://${root}/').href);
    const draft = cacheFile + process.pid;
    writeFileSync(draft, Buffer.concat([Buffer.from(digest), script.createCachedData()]));
    renameSync(draft, cacheFile);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' });
  if (status !== 0) process.stderr.write(`no compiled code was kept: ${stderr}`);
}
