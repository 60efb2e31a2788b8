import type { ArchiveSource } from '../../lib/input-source.ts';
import { ProblemLog } from '../../lib/problems.ts';
import type { InputSummary, Problem } from '../../model/input.ts';
import { LEVELS, type Level, type LogRecord } from '../../model/log-record.ts';
import type { InputContext, InputReader } from '../input-reader.ts';
import type { InputHead } from '../zones.ts';

/** Reads a log archive. See `InputReader`. */
export class ArchiveReader implements InputReader {
  readonly #source: ArchiveSource;
  readonly #problems: ProblemLog;
  readonly keepsText = true;

  constructor(source: ArchiveSource, _context: InputContext) {
    this.#source = source;
    this.#problems = new ProblemLog(source.name);
    this.#problems.note('format-unsupported', 'a log archive: not read yet');
  }

  async head(): Promise<InputHead> {
    return { name: this.#source.name, first: undefined, last: undefined, offsetMinutes: undefined, lack: undefined };
  }

  assumeDate(): void {}

  assumeZone(): void {}

  async next(): Promise<LogRecord[] | undefined> {
    return undefined;
  }

  summary(): InputSummary {
    // Every level has its count.
    const levels = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
    return {
      name: this.#source.name,
      format: 'logarchive',
      bytes: this.#source.files.files.reduce((sum, file) => sum + file.size, 0),
      lines: 0,
      records: 0,
      levels,
      first: undefined,
      last: undefined,
      zones: [],
      skippedLevels: [],
      predicate: undefined,
    };
  }

  problems(): Problem[] {
    return this.#problems.list();
  }

  interrupt(): void {}
}
