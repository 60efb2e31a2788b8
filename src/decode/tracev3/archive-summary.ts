import type { ArchiveSource } from '../../lib/input-source.ts';
import type { ProblemLog } from '../../lib/problems.ts';
import type { ArchiveFacts, BuildFacts, InputSummary, ZoneChange } from '../../model/input.ts';
import type { Micros } from '../../model/units.ts';
import { ArchiveCounts } from './archive-counts.ts';
import type { FileHeader } from './header.ts';
import type { StringStore } from './string-store.ts';
import type { Timesync, ZonePoint } from './timesync.ts';

/** Changes of the offset that are remembered: a machine crosses a few borders, not thousands. */
const MAX_ZONES = 1000;
/** Images without strings that are named. */
const MAX_NAMED = 100;
const IN_EXAMPLE = 3;

/** What was learnt of an archive while it was read, and what is wrong with it. */
export class ArchiveSummary {
  readonly counts = new ArchiveCounts();
  passes = 0;
  readonly #source: ArchiveSource;
  readonly #timesync: Timesync;
  readonly #strings: StringStore;
  readonly #problems: ProblemLog;
  readonly #boots = new Set<string>();
  readonly #zones: ZonePoint[] = [];
  #machine: BuildFacts | undefined;
  #missingArguments = 0;

  constructor(source: ArchiveSource, timesync: Timesync, strings: StringStore, problems: ProblemLog) {
    this.#source = source;
    this.#timesync = timesync;
    this.#strings = strings;
    this.#problems = problems;
  }

  /** Takes note of a file's header. */
  see({ boot, build, hardware, offsetMinutes, sync }: FileHeader): void {
    if (this.passes > 0) return;
    if (build !== '' || hardware !== '') this.#machine = { build, hardware };
    this.#zones.push({ micros: sync.micros, offsetMinutes });
    if (this.#boots.has(boot)) return;
    this.#boots.add(boot);
    this.#zones.push(...this.#timesync.zonesOf(boot));
  }

  endPass(counts: ArchiveCounts): void {
    this.passes += 1;
    this.#missingArguments += counts.missingParts;
  }

  summary(): InputSummary {
    const { counts } = this;
    return {
      name: this.#source.name,
      format: 'logarchive',
      bytes: this.#source.files.files.reduce((sum, file) => sum + file.size, 0),
      lines: 0,
      records: counts.entries,
      levels: counts.byLevel,
      first: counts.first,
      last: counts.last,
      zones: this.#zoneChanges(),
      skippedLevels: [],
      predicate: undefined,
      archive: this.#facts(),
      ...(this.#machine === undefined ? {} : { machine: this.#machine }),
    };
  }

  /** Says once what is wrong; at the end. */
  finish(isStopped: boolean): void {
    const { files, truncatedFiles, damaged, entries, skippedChunksets } = this.counts;
    const problems = this.#problems;
    if (isStopped) problems.note('interrupted', 'reading was interrupted; what came until then is used');
    else if (files === 0) problems.note('input-empty', 'there is no tracev3 file in it');
    else if (entries === 0 && skippedChunksets === 0) problems.note('input-empty', 'there is no entry in it');
    if (truncatedFiles > 0) {
      const message = 'files that end inside a part, as those of a live system do; what came before is used';
      problems.note('archive-truncated', message, {}, truncatedFiles);
    }
    if (damaged > 0) problems.note('archive-damaged', 'parts that could not be read; they are left out', {}, damaged);
    if (this.#missingArguments > 0) {
      const message = 'messages whose long arguments are not in their file any more; they read <decode: missing data>';
      problems.note('arguments-missing', message, {}, this.#missingArguments);
    }
    this.#sayMissingStrings();
  }

  #sayMissingStrings(): void {
    const { missingStrings, missingImages } = this.#facts();
    const records = [...this.#strings.missing.values()].reduce((sum, count) => sum + count, 0);
    if (records === 0) return;
    const images = missingImages === 1 ? 'one image' : `${missingImages} images`;
    const message = `messages whose format strings the archive lacks, of ${images}; they read <compose failure [UUID]> and their arguments`;
    const worst = missingStrings.slice(0, IN_EXAMPLE).map(({ image, records: count }) => `${image} (${count})`);
    this.#problems.note('strings-missing', message, { text: () => worst.join(', ') }, records);
  }

  #facts(): ArchiveFacts {
    const { counts } = this;
    const missing = [...this.#strings.missing].map(([image, records]) => ({ image, records }));
    return {
      files: counts.files,
      truncatedFiles: counts.truncatedFiles,
      chunksets: counts.chunksets,
      skippedChunksets: counts.skippedChunksets,
      skippedBytes: counts.skippedBytes,
      entries: counts.entries,
      damaged: counts.damaged,
      missingArguments: this.#missingArguments,
      missingStrings: missing.sort((a, b) => b.records - a.records || (a.image < b.image ? -1 : 1)).slice(0, MAX_NAMED),
      missingImages: missing.length,
      passes: this.passes,
    };
  }

  #zoneChanges(): ZoneChange[] {
    const changes: ZoneChange[] = [];
    for (const { micros, offsetMinutes } of this.#zones.toSorted((a, b) => a.micros - b.micros)) {
      if (changes.at(-1)?.offsetMinutes === offsetMinutes || changes.length >= MAX_ZONES) continue;
      changes.push({ from: micros as Micros, offsetMinutes });
    }
    return changes;
  }
}
