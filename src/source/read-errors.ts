import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../lib/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is no directory',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'its symbolic links go in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk could not read it',
};

/** The system's error code, `ENOENT`; undefined for errors that are not the system's. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Turns a refusal of the system into a sentence; what is not the system's is our own fault and stays as it is. */
export function readError(name: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  if (code === 'EISDIR') return directoryError(name, error);
  const options = { exitCode: 3, cause: error } as const;
  const message = `cannot read ${name}: ${REASONS[code] ?? code}`;
  if (code === 'EACCES' || code === 'EPERM')
    return new UserError(message, {
      ...options,
      hint: 'run it as a user who may read the file, or copy the file first',
    });
  return new UserError(message, options);
}

/** What a directory may be, told by an entry that only such a one holds. Source: logarchive-format, sysdiagnose-layout. */
const DIRECTORIES = [
  { holds: 'timesync', what: 'a log archive', archive: 'ARCHIVE.logarchive' },
  { holds: 'system_logs.logarchive', what: 'an unpacked sysdiagnose', archive: 'FOLDER/system_logs.logarchive' },
] as const;

export function directoryError(name: string, cause?: unknown): UserError {
  const known = DIRECTORIES.find(({ holds }) => existsSync(join(name, holds)));
  if (known === undefined) {
    return new UserError(`${name} is a directory; give the export file itself`, {
      exitCode: 3,
      hint: 'expected a text or JSON export of `log show` or `log stream`, or - for a pipe',
      cause,
    });
  }
  return new UserError(`${name} is ${known.what}, which this version does not read; export it on a Mac first`, {
    exitCode: 3,
    hint: `log show ${known.archive} --info --debug --style ndjson > capture.ndjson`,
    cause,
  });
}
