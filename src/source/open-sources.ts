import { UserError } from '../lib/errors.ts';
import type { InputSource } from '../lib/input-source.ts';
import type { Problem } from '../model/input.ts';
import { openArchiveFolder } from './open-archive-folder.ts';
import { openSource } from './open-source.ts';

/**
 * Opens the inputs of a run. One that cannot be read is a problem where others can be; where none can, the first one's
 * `UserError` is thrown.
 */
export async function openSources(
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<{ readonly sources: InputSource[]; readonly problems: Problem[] }> {
  const sources: InputSource[] = [];
  const problems: Problem[] = [];
  const errors: UserError[] = [];
  for (const path of paths) {
    try {
      sources.push(openArchiveFolder(path) ?? (await openSource(path, signal)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(error);
      problems.push({ code: 'input-unreadable', count: 1, message: error.message, example: { input: path } });
    }
  }
  if (sources.length === 0 && errors[0] !== undefined) throw errors[0];
  return { sources, problems };
}
