import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Vitest's global setup: builds `dist/` where a source is newer than the bundle, so that no test runs yesterday's. */
export function setup(): void {
  if (newest(['src', 'samples', 'package.json', 'esbuild.config.js']) <= builtAt()) return;
  try {
    execFileSync(process.execPath, ['esbuild.config.js'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    // Tests of single modules can go on; those that run the program must not find an old one.
    rmSync(join(root, 'dist'), { recursive: true, force: true });
  }
}

function builtAt(): number {
  const bundle = join(root, 'dist', 'cli.js');
  return existsSync(bundle) ? statSync(bundle).mtimeMs : 0;
}

function newest(paths: readonly string[]): number {
  const files = paths.flatMap((path) => {
    const full = join(root, path);
    if (!statSync(full).isDirectory()) return [full];
    const inside = readdirSync(full, { recursive: true, withFileTypes: true });
    return inside.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  });
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
