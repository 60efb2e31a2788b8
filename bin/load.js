import { readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const programFile = join(dist, 'program.cjs');

/** Code that this very engine has compiled: another version, or another processor, starts without it. */
export const cacheFile = join(dist, `program-${process.versions.v8}-${process.arch}.cache`);

/** Bytes of both halves of the young generation: as large as it gets, it would hold as much again as all that is remembered. */
const YOUNG_BYTES = 16 * 1024 * 1024;
const LOOK_MS = 50;

/** Bytes in front of the compiled code that say of which program it is; the program's first line has the same. */
export const DIGEST_BYTES = 64;

/**
 * The program. Most of a short run is the engine reading and compiling code, so the build leaves the compiled code beside
 * the program (`esbuild.config.js`); without it, the same modules are loaded one by one.
 */
export async function loadProgram() {
  setFlags();
  spareMemory();
  const compiled = read(cacheFile);
  if (compiled !== undefined) {
    const loaded = compileProgram(compiled);
    if (loaded !== undefined) return loaded.program;
  }
  // Node 22 and later keep what they compile by themselves; the import has to come after.
  module.enableCompileCache?.();
  return import('../dist/cli.js');
}

/**
 * A short run is over before the engine has warmed up: the optimising compiler waits a little longer, the young generation
 * grows at once, and collecting it needs no helpers. A long run does not notice. Garbage of the old generation piles up to
 * three times what is in use, left alone: here to 1.25 times. A short run has none.
 */
export function setFlags() {
  if (!isTried()) return;
  for (const flag of [
    '--interrupt-budget=500000',
    '--semi-space-growth-factor=8',
    '--no-parallel-scavenge',
    '--heap-growing-percent=25',
  ])
    v8.setFlagsFromString(flag);
}

/** The young generation grows once. */
function spareMemory() {
  if (!isTried()) return;
  const look = setInterval(() => {
    const young = v8.getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    if (young === undefined || young.space_size < YOUNG_BYTES) return;
    v8.setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(look);
  }, LOOK_MS);
  look.unref();
}

/** V8 prints a complaint about a flag it does not know, so only the version that was tried (Node 20) is told. */
function isTried() {
  return Number.parseInt(process.versions.v8, 10) === 11;
}

/** The program as one script; undefined where the compiled code is of another one. */
export function compileProgram(compiled) {
  const source = read(programFile)?.toString('latin1');
  if (source === undefined) return undefined;
  // load-bearing: the engine itself only compares the lengths of the sources.
  if (compiled !== undefined && compiled.toString('latin1', 0, DIGEST_BYTES) !== digestOf(source)) return undefined;
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: programFile,
    ...(compiled === undefined ? {} : { cachedData: compiled.subarray(DIGEST_BYTES) }),
  });
  const loaded = { exports: {} };
  const require = createRequire(programFile);
  script.runInThisContext()(loaded.exports, require, loaded, programFile, dist);
  return { program: loaded.exports, script, digest: digestOf(source) };
}

/** `//` and the digest are the first line. */
function digestOf(source) {
  return source.slice(2, 2 + DIGEST_BYTES);
}

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
