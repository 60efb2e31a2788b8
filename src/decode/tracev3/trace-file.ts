import type { BootClock } from './boot-clock.ts';
import type { Catalog } from './catalog.ts';
import { OversizeParts } from './oversize.ts';

/** What is known while one tracev3 file is read. */
export interface TraceFile {
  readonly path: string;
  /** Where its records begin to count within the archive (`RecordRef.offset`). */
  readonly base: number;
  /** From its header; without one nothing of the file can be told a time. */
  clock: BootClock | undefined;
  boot: string | undefined;
  catalog: Catalog | undefined;
  readonly oversize: OversizeParts;
  /** Bytes of the decompressed file before the chunkset that is read. */
  rawBefore: number;
}

export function traceFile(path: string, base: number): TraceFile {
  return {
    path,
    base,
    clock: undefined,
    boot: undefined,
    catalog: undefined,
    oversize: new OversizeParts(),
    rawBefore: 0,
  };
}
