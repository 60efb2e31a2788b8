import { UserError } from '../../lib/errors.ts';
import type { FileEntry } from '../../lib/file-set.ts';
import type { ArchiveSource } from '../../lib/input-source.ts';
import { ProblemLog } from '../../lib/problems.ts';
import type { InputSummary, Problem } from '../../model/input.ts';
import type { LogRecord } from '../../model/log-record.ts';
import type { InputContext, InputReader } from '../input-reader.ts';
import { BATCH_RECORDS } from '../limits.ts';
import type { InputHead } from '../zones.ts';
import { ArchiveCounts } from './archive-counts.ts';
import { readArchiveHead } from './archive-head.ts';
import { ArchivePass } from './archive-pass.ts';
import { ArchiveSummary } from './archive-summary.ts';
import { Gates } from './gates.ts';
import { withStringFiles } from './packed-files.ts';
import { keyOf, type OrderKey } from './record-order.ts';
import { RecordSink } from './record-sink.ts';
import { RecordSorter, type SorterSizes } from './record-sorter.ts';
import { openQuietly, StringFile } from './string-files.ts';
import { StringStore } from './string-store.ts';
import { Timesync } from './timesync.ts';

/** More bytes than LZ4 makes out of one: what a file holds never reaches the next file's base. */
const BASE_PER_BYTE = 256;
/** A timesync file of years has some MiB. */
const MAX_TIMESYNC_BYTES = 32 * 1024 * 1024;
/** How often what was learnt on the way makes the rest be read anew. */
const MAX_RESCANS = 16;

/**
 * Reads a log archive, or a single tracev3 file: all files are gone through for what is wanted, which is then handed over in
 * the order of its time. See README.md beside this file.
 */
export class ArchiveReader implements InputReader {
  readonly keepsText = true;
  readonly #source: ArchiveSource;
  readonly #context: InputContext;
  readonly #sorterSizes: SorterSizes | undefined;
  readonly #problems: ProblemLog;
  readonly #strings: StringStore;
  readonly #gates: Gates;
  readonly #timesync = new Timesync();
  readonly #summary: ArchiveSummary;
  #sorter: RecordSorter | undefined;
  #records: Iterator<LogRecord> | undefined;
  #version = 0;
  #rescans = 0;
  #last: OrderKey | undefined;
  #isDone = false;
  #isStopped = false;
  #hasTimesync = false;

  constructor(source: ArchiveSource, context: InputContext, sorterSizes?: SorterSizes) {
    this.#source = source;
    this.#context = context;
    this.#sorterSizes = sorterSizes;
    this.#problems = new ProblemLog(source.name);
    this.#strings = new StringStore(source.files);
    this.#gates = new Gates(context.origins, this.#strings);
    this.#summary = new ArchiveSummary(source, this.#timesync, this.#strings, this.#problems);
  }

  async head(): Promise<InputHead> {
    this.#readTimesync();
    return readArchiveHead(this.#source, this.#timesync, isTrace);
  }

  /** An archive carries both. */
  assumeDate(): void {}

  assumeZone(): void {}

  async next(): Promise<LogRecord[] | undefined> {
    while (!this.#isDone) {
      this.#lookForNews();
      this.#records ??= await this.#scan();
      const batch = take(this.#records, this.#isStopped ? Number.POSITIVE_INFINITY : BATCH_RECORDS);
      const last = batch.at(-1);
      if (last !== undefined) {
        this.#last = keyOf(last);
        return batch;
      }
      this.#records = undefined;
      const cut = this.#sorter?.cut;
      if (cut === undefined || this.#isStopped) this.#finish();
      else this.#last = { at: cut.at, offset: cut.offset - 1 };
    }
    return undefined;
  }

  summary(): InputSummary {
    return this.#summary.summary();
  }

  problems(): Problem[] {
    return this.#problems.list();
  }

  interrupt(): void {
    this.#isStopped = true;
  }

  /** What was handed over may have changed what is wanted: then the rest is read anew. */
  #lookForNews(): void {
    if (this.#records === undefined || this.#isStopped || this.#version === this.#context.origins.version) return;
    this.#version = this.#context.origins.version;
    if (!this.#gates.haveChanged()) return;
    if (this.#rescans >= MAX_RESCANS) {
      const message = 'so many processes turned out to be of interest on the way that not all of them were read anew';
      this.#problems.note('archive-partial', message);
      return;
    }
    this.#rescans += 1;
    this.#records = undefined;
  }

  /** Goes through the archive for what comes behind the record that was handed over last. */
  async #scan(): Promise<Iterator<LogRecord>> {
    if (this.#summary.passes === 0) {
      this.#readTimesync();
      await this.#keepStrings();
    }
    this.#version = this.#context.origins.version;
    const from = this.#last && { at: this.#last.at, offset: this.#last.offset + 1 };
    const sorter = new RecordSorter(from, this.#sorterSizes);
    this.#sorter = sorter;
    const isFirst = this.#summary.passes === 0;
    const counts = isFirst ? this.#summary.counts : new ArchiveCounts();
    const pass = new ArchivePass({
      gates: this.#gates,
      strings: this.#strings,
      counts,
      sink: new RecordSink(sorter, this.#context.index, this.#context.window),
      timesync: this.#timesync,
      problems: this.#problems,
      onHeader: (header) => this.#summary.see(header),
      isStopped: () => this.#isStopped,
      skipsByTime: !isFirst || this.#context.window !== undefined,
    });
    this.#gates.startCatalog();
    await this.#readFiles(pass);
    this.#summary.endPass(counts);
    return sorter.drain();
  }

  async #keepStrings(): Promise<void> {
    try {
      this.#strings.use(await withStringFiles(this.#source.files));
    } catch (error) {
      this.#noteUnreadable(error);
    }
  }

  #noteUnreadable(error: unknown): void {
    if (!(error instanceof UserError)) throw error;
    this.#problems.note('input-unreadable', `${error.message}; what came before is used`);
  }

  async #readFiles(pass: ArchivePass): Promise<void> {
    const bases = basesOf(this.#source.files.files);
    try {
      for await (const file of this.#source.files.walk(isTrace)) {
        if (this.#isStopped) return;
        await pass.read(file, bases.get(file.path) ?? 0);
      }
    } catch (error) {
      this.#noteUnreadable(error);
    }
  }

  #readTimesync(): void {
    if (this.#hasTimesync) return;
    this.#hasTimesync = true;
    const { files } = this.#source;
    for (const { path, size } of files.files) {
      if (!path.endsWith('.timesync') || size > MAX_TIMESYNC_BYTES) continue;
      const open = () => openQuietly(files, path);
      const file = open();
      if (file === undefined) continue;
      const content = new StringFile(file, open, 'hold');
      if (!this.#timesync.add(content.read(0, content.size))) this.#summary.counts.damaged += 1;
    }
  }

  #finish(): void {
    this.#isDone = true;
    this.#strings.close();
    this.#summary.finish(this.#isStopped);
  }
}

function isTrace(path: string): boolean {
  return path.endsWith('.tracev3');
}

/** Where each file's records begin to count: the same in every pass, whatever is skipped. */
function basesOf(files: readonly FileEntry[]): ReadonlyMap<string, number> {
  const bases = new Map<string, number>();
  let base = 0;
  for (const { path, size } of files) {
    if (!isTrace(path)) continue;
    bases.set(path, base);
    base += (size + 1) * BASE_PER_BYTE;
  }
  return bases;
}

function take(records: Iterator<LogRecord>, most: number): LogRecord[] {
  const batch: LogRecord[] = [];
  while (batch.length < most) {
    const next = records.next();
    if (next.done === true) break;
    batch.push(next.value);
  }
  return batch;
}
