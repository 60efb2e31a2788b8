import type { Micros } from '../../model/units.ts';
import { LOSS } from '../levels.ts';
import type { ArchiveCounts } from './archive-counts.ts';
import type { BootClock } from './boot-clock.ts';
import { processKey } from './catalog.ts';
import { Composer } from './composer.ts';
import { levelOf, signpostKind } from './entry-levels.ts';
import {
  ACTIVITY_ENTRY,
  ENTRY_HEAD,
  FirehoseEntry,
  LOG_ENTRY,
  LOSS_ENTRY,
  SIGNPOST_ENTRY,
  TRACE_ENTRY,
} from './firehose-entry.ts';
import type { Gates, ProcessGate, Verdict } from './gates.ts';
import type { ArgumentArea } from './items.ts';
import { dashed, type RawBytes, readU64 } from './raw-bytes.ts';
import type { RecordSink } from './record-sink.ts';
import { EntrySource } from './sources.ts';
import type { StringStore } from './string-store.ts';
import type { TraceFile } from './trace-file.ts';
import { traceArea } from './trace-values.ts';

const HEAD = 32;
/** The public part counts from here. */
const PUBLIC_FROM = 16;
/** Size of logd's buffer: private data is addressed from its end. */
const BUFFER_BYTES = 0x1000;
const TWO_32 = 4_294_967_296;

/** Everything the readers of a chunkset's parts work with. */
export interface ReadContext {
  readonly gates: Gates;
  readonly strings: StringStore;
  readonly counts: ArchiveCounts;
  readonly sink: RecordSink;
}

/** A firehose chunk while its entries are read. */
interface Chunk {
  readonly file: TraceFile;
  readonly clock: BootClock;
  readonly raw: RawBytes;
  readonly from: number;
  readonly to: number;
  readonly gate: ProcessGate;
  /** Where the private area begins; it goes to the chunk's end. */
  readonly privateFrom: number;
}

/** Reads firehose chunks: the log entries proper. */
export class FirehoseReader {
  readonly #context: ReadContext;
  readonly #entry = new FirehoseEntry();
  readonly #source: EntrySource;
  readonly #composer = new Composer();

  constructor(context: ReadContext) {
    this.#context = context;
    this.#source = new EntrySource(context.strings);
  }

  /** Arguments that pointed outside their entry. */
  get broken(): number {
    return this.#composer.broken;
  }

  /** Reads the chunk whose data stands in [from, to). Source: libyal; private area and remnants measured. */
  read(file: TraceFile, raw: RawBytes, from: number, to: number): void {
    const { gates, counts } = this.#context;
    const { catalog, clock } = file;
    if (to - from < HEAD || catalog === undefined || clock === undefined) {
      counts.damaged += 1;
      return;
    }
    const { view } = raw;
    const gate = gates.of(catalog.byKey.get(processKey(view, from)));
    const offset = view.getUint16(from + 18, true);
    const privateSize = offset === 0 || offset >= BUFFER_BYTES ? 0 : BUFFER_BYTES - offset;
    const privateFrom = Math.max(to - privateSize, from + HEAD);
    this.#readEntries({ file, clock, raw, from, to, gate, privateFrom }, gates.isOpen(gate));
  }

  #readEntries(chunk: Chunk, isOpen: boolean): void {
    const { counts } = this.#context;
    const { raw, from, to, clock } = chunk;
    const { view } = raw;
    const end = Math.min(to, from + PUBLIC_FROM + view.getUint16(from + 16, true));
    const low = view.getUint32(from + 24, true);
    const high = view.getUint32(from + 28, true);
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let at = from + HEAD; at + ENTRY_HEAD <= end; ) {
      const type = view.getUint8(at);
      // What follows is left over from what stood in the buffer before.
      if (type === 0) break;
      const behind = at + ENTRY_HEAD + view.getUint16(at + 22, true);
      if (behind > to) {
        counts.damaged += 1;
        break;
      }
      const delta = view.getUint32(at + 16, true) + view.getUint16(at + 20, true) * TWO_32;
      if (delta < least) least = delta;
      if (delta > most) most = delta;
      counts.count(levelOf(type, view.getUint8(at + 1)));
      if (isOpen) this.#readEntry(chunk, type, at, behind, low + delta, high);
      at = from + ((behind - from + 7) & ~7);
    }
    if (most < least) return;
    counts.see(wallAt(clock, low + least, high));
    counts.see(wallAt(clock, low + most, high));
  }

  #readEntry(chunk: Chunk, type: number, at: number, end: number, low: number, high: number): void {
    const entry = this.#entry;
    if (type === LOSS_ENTRY) this.#readLoss(chunk, at, end, low, high);
    if (type !== LOG_ENTRY && type !== ACTIVITY_ENTRY && type !== SIGNPOST_ENTRY && type !== TRACE_ENTRY) return;
    const { raw, gate, file } = chunk;
    if (!entry.read(raw, at, end)) {
      this.#context.counts.damaged += 1;
      return;
    }
    const { gates, sink } = this.#context;
    const subsystem = gate.bySubsystem[entry.subsystem] ?? gates.subsystem(gate, entry.subsystem);
    if (!subsystem.isOpen) return;
    this.#source.find(entry, gate.process, raw);
    const verdict = gates.verdict(subsystem, this.#source.image);
    if (!verdict.isWanted) return;
    const wall = wallAt(chunk.clock, low, high);
    if (sink.takes(file, wall, at)) this.#addEntry(chunk, verdict, wall, at);
  }

  #addEntry(chunk: Chunk, verdict: Verdict, wall: Micros, at: number): void {
    const { type, end } = this.#entry;
    const format = this.#source.format(this.#entry);
    const area = this.#areaOf(chunk);
    let message = '';
    if (area === undefined) message = `${format?.literals[0] ?? ''}<decode: missing data>`;
    else if (format !== undefined) message = this.#composer.compose(format, area);
    else message = this.#composeFailure(area);
    if (type === SIGNPOST_ENTRY) message = this.#signpost(chunk, message);
    this.#context.sink.add(chunk.file, { at: wall, position: at, length: end - at }, verdict, {
      pid: chunk.gate.process?.pid ?? -1,
      tid: this.#entry.thread,
      level: levelOf(type, this.#entry.level),
      message,
      formatString: format?.text,
    });
  }

  /** Where the arguments of the entry stand; undefined where they are in an oversize part that is not there. */
  #areaOf({ file, raw, from, to, privateFrom }: Chunk): ArgumentArea | undefined {
    const entry = this.#entry;
    if (entry.oversize >= 0) {
      const part = file.oversize.find(processKey(raw.view, from), entry.oversize);
      if (part === undefined) {
        this.#context.counts.missingParts += 1;
        return undefined;
      }
      const length = part.raw.bytes.length;
      return { raw: part.raw, from: 0, to: part.publicLength, privateFrom: part.publicLength, privateTo: length };
    }
    if (entry.type === TRACE_ENTRY) return traceArea(raw, entry.itemsAt, entry.end);
    // From the end of the chunk: in front of the private area there may be a gap, or an entry that overlaps it.
    const start = to - BUFFER_BYTES + entry.privateOffset;
    const isInside = entry.privateLength > 0 && start >= privateFrom && start <= to;
    return {
      raw,
      from: entry.itemsAt,
      to: entry.end,
      privateFrom: isInside ? start : to,
      privateTo: isInside ? Math.min(start + entry.privateLength, to) : to,
    };
  }

  /** As Apple's tool says it, with what is known all the same. */
  #composeFailure(area: ArgumentArea): string {
    const { uuid } = this.#source;
    const known = this.#composer.list(area);
    return `<compose failure [${uuid === '' ? 'UUID' : dashed(uuid)}]>${known === '' ? '' : ` ${known}`}`;
  }

  #signpost({ raw, gate }: Chunk, message: string): string {
    const entry = this.#entry;
    const { view } = raw;
    const id = view.getBigUint64(entry.signpostAt, true).toString(16);
    const name = this.#source.name(entry, gate.process) ?? '';
    return `[spid 0x${id}, ${signpostKind(entry.level)}] ${name}${name === '' || message === '' ? '' : ': '}${message}`;
  }

  /** Lines that this process wrote and nobody kept. Wording: `log show`, line-formats 10. */
  #readLoss(chunk: Chunk, at: number, end: number, low: number, high: number): void {
    const { gates, sink, counts } = this.#context;
    const { view } = chunk.raw;
    const data = at + ENTRY_HEAD;
    if (end - data < 24) {
      counts.damaged += 1;
      return;
    }
    const verdict = gates.meta();
    const wall = wallAt(chunk.clock, low, high);
    if (!verdict.isWanted || !sink.takes(chunk.file, wall, at)) return;
    const count = readU64(view, data + 16);
    const stretch = `${view.getBigUint64(data, true)}-${view.getBigUint64(data + 8, true)}`;
    const message = `lost ${count === MOST_LOST ? '>=' : ''}${count} unreliable messages from ${stretch} (Mach continuous exact start-approx. end)`;
    sink.add(chunk.file, { at: wall, position: at, length: end - at }, verdict, {
      pid: chunk.gate.process?.pid ?? -1,
      tid: readU64(view, at + 8),
      level: LOSS,
      message,
      formatString: undefined,
    });
  }
}

/** The counter has six bits. */
const MOST_LOST = 63;

/** `low` may be beyond 32 bits by what an entry adds to its chunk's time. */
function wallAt(clock: BootClock, low: number, high: number): Micros {
  if (low < TWO_32) return clock.wall(low, high);
  const carry = Math.floor(low / TWO_32);
  return clock.wall(low - carry * TWO_32, high + carry);
}
