import { statSync } from 'node:fs';
import type { InputSource, MachineSource } from '../lib/input-source.ts';
import type { Problem } from '../model/input.ts';
import { lookAhead } from './look-ahead.ts';
import { openSource } from './open-source.ts';
import { packingOf } from './packing.ts';
import { readError } from './read-errors.ts';

export interface OpenedPath {
  readonly inputs: readonly InputSource[];
  /** Where the path is a folder or container. */
  readonly machine?: MachineSource;
  readonly problems: readonly Problem[];
}

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
