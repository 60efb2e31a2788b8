import { processKey } from './catalog.ts';
import { CHUNK_HEAD } from './chunk-stream.ts';
import { readSimpledump, readStatedump } from './dumps.ts';
import { FirehoseReader, type ReadContext } from './firehose.ts';
import { type RawBytes, readU64 } from './raw-bytes.ts';
import type { TraceFile } from './trace-file.ts';

const FIREHOSE = 0x6001;
const OVERSIZE = 0x6002;
const STATEDUMP = 0x6003;
const SIMPLEDUMP = 0x6004;

/** Reads what stands in a decompressed chunkset, part by part. */
export class ChunksetReader {
  readonly #context: ReadContext;
  readonly #firehose: FirehoseReader;

  constructor(context: ReadContext) {
    this.#context = context;
    this.#firehose = new FirehoseReader(context);
  }

  /** Arguments that pointed outside their entry. */
  get broken(): number {
    return this.#firehose.broken;
  }

  /** `onlyOversize`: entries are not wanted, but later ones may refer to its oversize parts. */
  read(file: TraceFile, raw: RawBytes, length: number, onlyOversize: boolean): void {
    const { counts } = this.#context;
    for (let at = 0; at + CHUNK_HEAD <= length; ) {
      const tag = raw.view.getUint32(at, true);
      const from = at + CHUNK_HEAD;
      const to = from + readU64(raw.view, at + 8);
      // A chunkset is filled up with zeros.
      if (tag === 0 && to === from) break;
      if (to > length) {
        counts.damaged += 1;
        break;
      }
      if (tag === OVERSIZE) this.#keepOversize(file, raw, from, to);
      else if (!onlyOversize) this.#readPart(tag, file, raw, from, to);
      at = (to + 7) & ~7;
    }
  }

  #readPart(tag: number, file: TraceFile, raw: RawBytes, from: number, to: number): void {
    if (tag === FIREHOSE) this.#firehose.read(file, raw, from, to);
    else if (tag === STATEDUMP) readStatedump(this.#context, file, raw, from, to);
    else if (tag === SIMPLEDUMP) readSimpledump(this.#context, file, raw, from, to);
  }

  #keepOversize(file: TraceFile, raw: RawBytes, from: number, to: number): void {
    const { gates, counts } = this.#context;
    if (to - from < CHUNK_HEAD || file.catalog === undefined) return;
    if (!gates.isOpen(gates.of(file.catalog.byKey.get(processKey(raw.view, from))))) return;
    if (!file.oversize.add(raw, from, to)) counts.damaged += 1;
  }
}
