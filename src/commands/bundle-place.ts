import { closeSync, mkdirSync, openSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeError } from '../lib/describe-error.ts';
import { UserError } from '../lib/errors.ts';

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What would be written, and how large it is. */
export interface PackedBundle {
  readonly bytes: number;
  /** Throws `UserError` (exit code 2) where it cannot be written; of a zip nothing stays then. */
  write(): void;
}

/** Throws `UserError` (exit code 2) where something is there that would be overwritten or mixed with the files; an empty folder is nothing. */
export function refuseTaken(output: string): void {
  try {
    if (isZip(output)) {
      closeSync(openSync(output, 'wx'));
      unlinkSync(output);
      return;
    }
    // Only an empty folder can be taken away.
    rmdirSync(output);
    mkdirSync(output);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw new UserError(
      isZip(output)
        ? `${output} is there already, or cannot be made`
        : `${output} is there already, and files in it would be mixed with those of the report`,
      {
        exitCode: 2,
        hint: `name one that does not exist yet: -o ticket-2${isZip(output) ? '.zip' : ''}`,
        cause: error,
      },
    );
  }
}

/** The files for a folder, or as one zip where the name ends so. */
export async function packBundle(output: string, files: readonly NamedBytes[]): Promise<PackedBundle> {
  if (!isZip(output))
    return {
      bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
      write: () => trying(output, () => writeFolder(output, files)),
    };
  const { zipOf } = await import('../render/bundle/zip.ts');
  const zip = await zipOf(files);
  return { bytes: zip.length, write: () => trying(output, () => writeFile(output, zip)) };
}

function isZip(output: string): boolean {
  return /\.zip$/i.test(output);
}

function writeFolder(folder: string, files: readonly NamedBytes[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes, { flag: 'wx' });
}

function writeFile(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    // Half an archive opens nowhere.
    unlinkSync(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

function trying(output: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    const reason = describeError(cause).replace(/, (?:open|mkdir) .*$/s, '');
    throw new UserError(`cannot write ${output}: ${reason}`, { exitCode: 2, cause });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
