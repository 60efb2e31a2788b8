import type { ByteSource } from './byte-source.ts';
import type { FileEntry, FileSet } from './file-set.ts';

/** A log archive: many files that together are one input. */
export interface ArchiveSource {
  /** As the person gave it; of one in a container, the container's name and its path there. */
  readonly name: string;
  readonly files: FileSet;
  /** Its records cannot be read again by name and place. */
  readonly isSeekable: false;
  /** The folder or container that holds it among other things. */
  readonly container?: string;
  close(): void;
}

/** What a run reads: one for every line of the report's list of inputs. */
export type InputSource = ByteSource | ArchiveSource;

/** Files of a folder or container that say what the machine is. */
export interface MachineSource {
  /** The folder or container, as the person gave it. */
  readonly name: string;
  readonly files: FileSet;
  readonly facts: readonly FileEntry[];
}

export function isArchive(source: InputSource): source is ArchiveSource {
  return 'files' in source;
}
