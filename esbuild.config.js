/**
 * Makes `dist/`: one entry per door of the package, shared code in chunks, what a command needs only sometimes in chunks
 * of their own. Run it with `npm run build`.
 */
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

const sources = readdirSync(join(root, 'src'), { recursive: true }).map((path) => `src/${path.replaceAll('\\', '/')}`);
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(Object.entries(ENTRIES).filter(([, path]) => sources.includes(path))),
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Names stay, so that the stack of an internal error can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  external: ['typescript'],
  // A string, since esbuild writes a literal where it is used and an object into every module.
  define: { NECROPSY_SAMPLES: JSON.stringify(JSON.stringify(samples())) },
  banner: {
    // oclif is CommonJS: the bundle gives it what a module has not.
    js: [
      "import { createRequire as __createRequire } from 'node:module';",
      'const require = __createRequire(import.meta.url);',
      'const __filename = import.meta.filename, __dirname = import.meta.dirname;',
    ].join('\n'),
  },
  plugins: [oclifDiet],
  write: false,
});

// Chunks first, each file in one step: a necropsy that starts meanwhile finds the old bundle or the new one.
mkdirSync(join(dist, 'chunks'), { recursive: true });
const chunksFirst = outputFiles.toSorted((a, b) => b.path.split(/[\\/]/).length - a.path.split(/[\\/]/).length);
for (const { path, contents } of chunksFirst) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}
writeFileSync(join(dist, 'report.schema.json'), readFileSync(join(root, 'src/model/report.schema.json')));

const current = new Set(outputFiles.map(({ path }) => basename(path)));
for (const name of readdirSync(join(dist, 'chunks'))) {
  if (name.endsWith('.js') && !current.has(name)) rmSync(join(dist, 'chunks', name), { force: true });
}
const size = outputFiles.reduce((sum, { contents }) => sum + contents.byteLength, 0);
process.stdout.write(`${relative(process.cwd(), dist) || dist}: ${outputFiles.length} files, ${Math.round(size / 1000)} kB\n`);
