import { LEVELS, type Level } from '../../model/log-record.ts';
import type { Micros } from '../../model/units.ts';

/** What one reading of an archive has met. Only its first pass counts: later ones meet the same again. */
export class ArchiveCounts {
  readonly levels = new Float64Array(LEVELS.length);
  files = 0;
  entries = 0;
  chunksets = 0;
  skippedChunksets = 0;
  /** Bytes of skipped chunksets when decompressed. */
  skippedBytes = 0;
  truncatedFiles = 0;
  /** Parts that could not be read: chunks, entries, arguments. */
  damaged = 0;
  /** Entries whose long arguments are nowhere in the file. */
  missingParts = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  count(level: number): void {
    this.entries += 1;
    this.levels[level] = (this.levels[level] ?? 0) + 1;
  }

  see(at: Micros): void {
    if (at < this.#first) this.#first = at;
    if (at > this.#last) this.#last = at;
  }

  get first(): Micros | undefined {
    return this.#first === Number.POSITIVE_INFINITY ? undefined : (this.#first as Micros);
  }

  get last(): Micros | undefined {
    return this.#last === Number.NEGATIVE_INFINITY ? undefined : (this.#last as Micros);
  }

  get byLevel(): Record<Level, number> {
    // The list of all levels yields an object with all of them as keys.
    return Object.fromEntries(LEVELS.map((level, index) => [level, this.levels[index] ?? 0])) as Record<Level, number>;
  }
}
