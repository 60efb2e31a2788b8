import { UserError } from '../lib/errors.ts';
import type { Problem } from '../model/input.ts';
import { type Folder, inputsOf } from './container-inputs.ts';
import { folderFiles } from './folder-files.ts';
import { archiveOf } from './members.ts';
import type { OpenedPath } from './opened-path.ts';

/** A log archive, or the logs of a folder. Throws `UserError` (exit code 3) where there is none. */
export function openFolder(path: string): OpenedPath {
  const files = folderFiles(path);
  if (files.files.some((file) => archiveOf(file.path) === '' || /^[^/]+\.tracev3$/.test(file.path)))
    return { inputs: [{ name: path, files, isSeekable: false, close() {} }], problems: [] };
  return contentsOf({ name: path, files, isOnDisk: true }, []);
}

/** The logs and facts of a folder or container. Throws `UserError` (exit code 3) where there is neither. */
export function contentsOf(folder: Folder, problems: readonly Problem[]): OpenedPath {
  const { inputs, facts, leftOut } = inputsOf(folder);
  const { name, files } = folder;
  if (inputs.length === 0 && facts.length === 0) {
    const what = folder.isOnDisk ? 'a folder' : 'a container';
    throw new UserError(`${name} is ${what} without a log in it (${files.files.length} files)`, {
      exitCode: 3,
      hint: 'expected a log archive, a sysdiagnose, or files that end in .log, .txt, .ndjson, .json, .csv, .ips or .crash',
    });
  }
  const message = 'logs of one container beyond the first 2,000; they are left out';
  const more: Problem[] =
    leftOut === 0 ? [] : [{ code: 'container-damaged', count: leftOut, message, example: { input: name } }];
  return { inputs, machine: { name, files, facts }, problems: [...problems, ...more] };
}
