import type { InputSource, MachineSource } from '../lib/input-source.ts';
import type { Problem } from '../model/input.ts';

/** What a path holds. */
export interface OpenedPath {
  readonly inputs: readonly InputSource[];
  /** Where the path is a folder or container. */
  readonly machine?: MachineSource;
  readonly problems: readonly Problem[];
}
