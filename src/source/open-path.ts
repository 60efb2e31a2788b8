import { statSync } from 'node:fs';
import { lookAhead } from './look-ahead.ts';
import { openSource } from './open-source.ts';
import type { OpenedPath } from './opened-path.ts';
import { packingOf } from './packing.ts';
import { readError } from './read-errors.ts';

/**
 * Everything of a path that is an input: a file or pipe itself, what is packed in it, the log archives and reports of a
 * folder, tar or zip. What it is, is told by its content. Throws `UserError` (exit code 3) where nothing can be read.
 */
export async function openPath(path: string, signal?: AbortSignal): Promise<OpenedPath> {
  if (path !== '-' && isDirectory(path)) {
    const { openFolder } = await import('./open-folder.ts');
    return openFolder(path);
  }
  const raw = await openSource(path, signal);
  const looked = await lookAhead(raw);
  if (packingOf(looked.head) === undefined) return { inputs: [looked.source], problems: [] };
  const { Unpacking } = await import('./unpacking.ts');
  return new Unpacking(raw, () => openSource(path, signal)).open(looked);
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw readError(path, error);
  }
}
