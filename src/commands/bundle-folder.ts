import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeError } from '../lib/describe-error.ts';
import { UserError } from '../lib/errors.ts';

/** Throws `UserError` (exit code 2) where something is there that files would be mixed with; an empty folder is nothing. */
export function refuseFullFolder(folder: string): void {
  if (/\.zip$/i.test(folder))
    throw new UserError(`${folder}: a folder is written, no zip`, {
      exitCode: 2,
      hint: `-o ${folder.replace(/\.zip$/i, '')}, then zip -r ${folder} it`,
    });
  try {
    // Only an empty folder can be taken away.
    rmdirSync(folder);
    mkdirSync(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw new UserError(`${folder} is there already, and files in it would be mixed with those of the report`, {
      exitCode: 2,
      hint: 'name a folder that does not exist yet: -o ticket-2',
    });
  }
}

/** Makes the folder and puts the files into it. Throws `UserError` (exit code 2) where that cannot be done. */
export function writeFolder(
  folder: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes, { flag: 'wx' });
  } catch (cause) {
    const reason = describeError(cause).replace(/, (?:open|mkdir) .*$/s, '');
    throw new UserError(`cannot write ${folder}: ${reason}`, { exitCode: 2, cause });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
