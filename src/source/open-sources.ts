import { UserError } from '../lib/errors.ts';
import type { InputSource, MachineSource } from '../lib/input-source.ts';
import type { Problem } from '../model/input.ts';
import { openPath } from './open-path.ts';

export interface OpenedSources {
  readonly sources: InputSource[];
  /** Folders and containers among the paths. */
  readonly machines: MachineSource[];
  readonly problems: Problem[];
}

/**
 * Opens the inputs of a run. One that cannot be read is a problem where others can be; where none can, the first one's
 * `UserError` is thrown.
 */
export async function openSources(paths: readonly string[], signal?: AbortSignal): Promise<OpenedSources> {
  const opened: OpenedSources = { sources: [], machines: [], problems: [] };
  const errors: UserError[] = [];
  for (const path of paths) {
    try {
      const { inputs, machine, problems } = await openPath(path, signal);
      opened.sources.push(...inputs);
      opened.problems.push(...problems);
      if (machine !== undefined) opened.machines.push(machine);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(error);
      opened.problems.push({ code: 'input-unreadable', count: 1, message: error.message, example: { input: path } });
    }
  }
  if (opened.sources.length === 0 && opened.machines.length === 0 && errors[0] !== undefined) throw errors[0];
  return opened;
}
