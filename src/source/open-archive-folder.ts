import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveSource } from '../lib/input-source.ts';
import { folderFiles } from './folder-files.ts';

/** A folder that is a log archive; undefined for everything else. */
export function openArchiveFolder(path: string): ArchiveSource | undefined {
  if (path === '-' || !existsSync(join(path, 'timesync'))) return undefined;
  return { name: path, files: folderFiles(path), isSeekable: false, close() {} };
}
