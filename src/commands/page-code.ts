import { createRequire } from 'node:module';
import type { PageCode } from '../render/html/html.ts';

/**
 * Program and style of the page, which the build leaves beside the program: `root` is the package's folder. A file of its
 * own, so that no other command reads it.
 */
export function loadPageCode(root: string): PageCode {
  const load = createRequire(import.meta.url);
  // Written by esbuild.config.js, in this shape.
  return load(`${root}/dist/page.json`) as PageCode;
}
