import { setImmediate } from 'node:timers/promises';
import { UserError } from '../../lib/errors.ts';
import type { StreamedFile } from '../../lib/file-set.ts';
import type { ProblemLog } from '../../lib/problems.ts';
import type { ArchiveCounts } from './archive-counts.ts';
import { type Catalog, type ChunksetNote, readCatalog } from './catalog.ts';
import { CATALOG, CHUNKSET, ChunkStream, HEADER } from './chunk-stream.ts';
import { Chunkset, MAX_LZ4_RATIO } from './chunkset.ts';
import { ChunksetReader } from './chunkset-reader.ts';
import type { ReadContext } from './firehose.ts';
import { type FileHeader, readHeader } from './header.ts';
import type { Timesync } from './timesync.ts';
import { type TraceFile, traceFile } from './trace-file.ts';

/** Chunksets after which signals and timers get their turn: reading is synchronous, nothing else would let them in. */
const CHUNKSETS_PER_TURN = 128;

export interface PassContext extends ReadContext {
  readonly timesync: Timesync;
  readonly problems: ProblemLog;
  /** Told of every file's header. */
  readonly onHeader: (header: FileHeader) => void;
  readonly isStopped: () => boolean;
  /** Whether parts may be passed over because of their time: not where they have to be counted. */
  readonly skipsByTime: boolean;
}

/** One reading of the tracev3 files of an archive, one after another. */
export class ArchivePass {
  readonly #context: PassContext;
  readonly #counts: ArchiveCounts;
  readonly #chunkset = new Chunkset();
  readonly #reader: ChunksetReader;
  #stream: ChunkStream | undefined;
  #turns = 0;

  constructor(context: PassContext) {
    this.#context = context;
    this.#counts = context.counts;
    this.#reader = new ChunksetReader(context);
  }

  /** Reads a file; what is wrong with it is counted. `base` is where its records begin to count. */
  async read(source: StreamedFile, base: number): Promise<void> {
    const stream = this.#streamOf(source);
    const file = traceFile(source.path, base);
    this.#counts.files += 1;
    const broken = this.#reader.broken;
    let notes: Iterator<ChunksetNote> = [].values();
    try {
      while (!this.#context.isStopped() && (await stream.next())) {
        if (stream.tag === HEADER) this.#begin(file, stream);
        else if (stream.tag === CATALOG) notes = this.#useCatalog(file, stream).notes.values();
        else if (stream.tag === CHUNKSET) {
          this.#readChunkset(file, stream, notes.next().value);
          this.#turns += 1;
          if (this.#turns % CHUNKSETS_PER_TURN === 0) await setImmediate();
        }
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#context.problems.note('input-unreadable', `${error.message}; what came before is used`);
    }
    if (stream.isTruncated) this.#counts.truncatedFiles += 1;
    this.#counts.damaged += stream.damaged + this.#reader.broken - broken;
  }

  #streamOf(source: StreamedFile): ChunkStream {
    if (this.#stream === undefined) this.#stream = new ChunkStream(source);
    else this.#stream.reset(source);
    return this.#stream;
  }

  #begin(file: TraceFile, stream: ChunkStream): void {
    const header = readHeader(stream.raw, stream.from, stream.to);
    if (header === undefined) {
      this.#counts.damaged += 1;
      return;
    }
    file.clock = this.#context.timesync.clockOf(header);
    file.boot = header.boot;
    this.#context.onHeader(header);
  }

  #useCatalog(file: TraceFile, stream: ChunkStream): Catalog {
    const catalog = readCatalog(stream.raw, stream.from, stream.to);
    if (catalog.isDamaged) this.#counts.damaged += 1;
    file.catalog = catalog;
    this.#context.gates.startCatalog();
    return catalog;
  }

  #readChunkset(file: TraceFile, stream: ChunkStream, note: ChunksetNote | undefined): void {
    const counts = this.#counts;
    const compressed = stream.to - stream.from;
    const stated = note && Math.min(note.rawLength, compressed * MAX_LZ4_RATIO);
    counts.chunksets += 1;
    if (note !== undefined && this.#context.gates.isShut(note)) this.#skip(stated ?? 0);
    else {
      // Later entries may refer to oversize parts of a chunkset that is too early to be wanted itself.
      const isOutside = note !== undefined && this.#isOutside(file, note);
      if (!this.#chunkset.load(stream.raw, stream.from, stream.to)) counts.damaged += 1;
      this.#reader.read(file, this.#chunkset.raw, this.#chunkset.length, isOutside);
      if (isOutside) this.#skip(stated ?? 0);
    }
    file.rawBefore += stated ?? this.#chunkset.length;
  }

  #skip(bytes: number): void {
    this.#counts.skippedChunksets += 1;
    this.#counts.skippedBytes += bytes;
  }

  #isOutside({ clock }: TraceFile, { start, end }: ChunksetNote): boolean {
    if (clock === undefined || !this.#context.skipsByTime) return false;
    const [first, last] = clock.span(start, end);
    return !this.#context.sink.takesAny(first, last);
  }
}
