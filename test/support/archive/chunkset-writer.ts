import type { WrittenEntry, WrittenProcess } from './archive-writer.ts';
import { type EncodedArguments, encodeArguments } from './arguments.ts';
import { chunk, field, pad8, u16, u32, u64 } from './bytes.ts';
import { compressBlock } from './lz4-compress.ts';
import type { CacheFile, ImageFile } from './string-tables.ts';

export interface WrittenSet {
  readonly processes: ReadonlySet<WrittenProcess>;
  /** `subsystem NUL category` of its entries. */
  readonly names: ReadonlySet<string>;
  readonly first: bigint;
  readonly last: bigint;
  readonly rawLength: number;
  readonly compressed: Buffer;
}

export interface SetContext {
  ticksOf(at: number): bigint;
  image(path: string): ImageFile;
  readonly cache: CacheFile;
  readonly isFull: boolean;
  readonly isStored: boolean;
  nextOversize(): number;
  lastOversize(): number;
  keyOf(process: WrittenProcess): Buffer;
}

const LEVELS = { default: 0, info: 1, debug: 2, error: 0x10, fault: 0x11 } as const;
const ACTIVITY_ID = 1n << 63n;
const ROOM = 3400;

/** A chunkset of these entries. `next` is the first of the one behind it: its oversize part may stand here. */
export function encodeChunkset(
  entries: readonly WrittenEntry[],
  next: WrittenEntry | undefined,
  context: SetContext,
): WrittenSet {
  const parts: Buffer[] = [];
  const open = new Map<WrittenProcess, Firehose>();
  const processes = new Set(entries.map(({ process }) => process));
  const names = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'simpledump' || entry.kind === 'statedump') {
      parts.push(pad8(encodeDump(entry, context)));
      continue;
    }
    if (entry.subsystem !== undefined) names.add(`${entry.subsystem}\0${entry.category ?? ''}`);
    let firehose = open.get(entry.process);
    if (firehose === undefined) {
      firehose = new Firehose(entry, context);
      open.set(entry.process, firehose);
    }
    parts.push(...firehose.add(entry));
    if (firehose.size > ROOM) {
      parts.push(firehose.encode());
      open.delete(entry.process);
    }
  }
  for (const firehose of open.values()) parts.push(firehose.encode());
  if (next?.oversize === 'earlier') {
    processes.add(next.process);
    parts.push(encodeOversize(next, encodeArguments(next.args ?? []), context.nextOversize(), context));
  }
  const raw = Buffer.concat(parts);
  const ticks = entries.map(({ at }) => context.ticksOf(at));
  const block = compressBlock(raw);
  const frame = context.isStored
    ? [Buffer.from('bv4-'), u32(raw.length), raw]
    : [Buffer.from('bv41'), u32(raw.length), u32(block.length), block];
  return {
    processes,
    names,
    first: ticks.reduce((least, each) => (each < least ? each : least)),
    last: ticks.reduce((most, each) => (each > most ? each : most)),
    rawLength: raw.length,
    compressed: Buffer.concat([...frame, Buffer.from('bv4$')]),
  };
}

/** A firehose chunk that is being filled. */
class Firehose {
  readonly #context: SetContext;
  readonly #process: WrittenProcess;
  readonly #base: bigint;
  readonly #entries: Buffer[] = [];
  #publics = 0;
  /** From the end of the chunk towards its beginning. */
  #privates: Buffer[] = [];
  #privateBytes = 0;

  constructor(first: WrittenEntry, context: SetContext) {
    this.#context = context;
    this.#process = first.process;
    // Entries may be older than their chunk's first by nothing: times are deltas without a sign.
    this.#base = context.ticksOf(0) - 1000n;
  }

  get size(): number {
    return this.#publics + this.#privateBytes;
  }

  /** Answers the chunks that must stand in front of it. */
  add(entry: WrittenEntry): Buffer[] {
    const encoded = encodeArguments(entry.args ?? []);
    const before: Buffer[] = [];
    let reference = -1;
    if (entry.oversize !== undefined) {
      reference = entry.oversize === 'earlier' ? this.#context.lastOversize() : this.#context.nextOversize();
      if (entry.oversize === 'here') before.push(encodeOversize(entry, encoded, reference, this.#context));
    }
    const hasPrivate = encoded.privates.length > 0 && reference < 0;
    if (hasPrivate) {
      this.#privates.unshift(encoded.privates);
      this.#privateBytes += encoded.privates.length;
    }
    const data = encodeEntry(entry, encoded, reference, 4096 - this.#privateBytes, this.#context);
    const delta = this.#context.ticksOf(entry.at) - this.#base;
    const bytes = pad8(
      Buffer.concat([
        ...[Buffer.from([data.type, data.level]), u16(data.flags), u32(data.reference), u64(entry.tid ?? 4660)],
        ...[u64(delta).subarray(0, 6), u16(data.data.length), data.data],
      ]),
    );
    this.#entries.push(bytes);
    this.#publics += bytes.length;
    return before;
  }

  encode(): Buffer {
    const publics = Buffer.concat(this.#entries);
    const privates = Buffer.concat(this.#privates);
    // Remnants of earlier entries between the two parts must not be read.
    const gap = this.#context.isFull
      ? Buffer.alloc(4096 - 16 - publics.length - privates.length, 0xee)
      : Buffer.alloc(0);
    const head = [
      ...[this.#context.keyOf(this.#process), Buffer.from([0, this.#context.isFull ? 0 : 1]), u16(0)],
      ...[u16(publics.length + 16), u16(4096 - privates.length), u16(0), Buffer.from([0, 0]), u64(this.#base)],
    ];
    return pad8(chunk(0x6001, 0, Buffer.concat([...head, publics, gap, privates])));
  }
}

interface EntryData {
  readonly type: number;
  readonly level: number;
  readonly flags: number;
  readonly reference: number;
  readonly data: Buffer;
}

interface StringPlace {
  readonly flags: number;
  readonly reference: number;
  readonly fields: readonly Buffer[];
  readonly pc: number;
}

function placeString(entry: WrittenEntry, format: string, context: SetContext): StringPlace {
  const { process, library = '', via = 'main' } = entry;
  const large = entry.hasLargeOffset === true ? [u16(0)] : [];
  const largeFlag = large.length === 0 ? 0 : 0x20;
  if (via === 'main')
    return { flags: 2 | largeFlag, reference: process.image.table.reference(format), fields: large, pc: 0x1000 };
  if (via === 'relative') {
    const { table, uuid } = context.image(library);
    return { flags: 0xa | largeFlag, reference: table.reference(format), fields: [...large, uuid], pc: 0x1000 };
  }
  if (via === 'absolute') {
    const image = context.image(library);
    let loaded = process.loaded.find((each) => each.image === image);
    if (loaded === undefined) {
      loaded = { image, load: 0x2_0000_0000 + 0x1_0000 * (process.loaded.length + 1) };
      process.loaded.push(loaded);
    }
    const address = loaded.load + 0x40;
    return {
      flags: 8 | largeFlag,
      reference: image.table.reference(format),
      fields: [...large, u16(Math.floor(address / 2 ** 32))],
      pc: address % 2 ** 32,
    };
  }
  const found = context.cache.library(library, via === 'large');
  const reference = entry.isDynamic === true ? found.textFrom + 0x20 : found.table.reference(format);
  if (via === 'large')
    return {
      flags: 0xc | 0x20,
      reference: reference % 2 ** 31,
      fields: [u16(1), u16(Math.floor(reference / 2 ** 31))],
      pc: 0x1000,
    };
  return { flags: 4, reference, fields: [], pc: 0x1000 };
}

function encodeEntry(
  entry: WrittenEntry,
  encoded: EncodedArguments,
  oversize: number,
  privateOffset: number,
  context: SetContext,
): EntryData {
  if (entry.kind === 'loss') {
    const { from, to, count } = entry.lost ?? { from: 0n, to: 0n, count: 0 };
    return { type: 7, level: 0, flags: 0, reference: 0, data: Buffer.concat([u64(from), u64(to), u64(count)]) };
  }
  const place = placeString(entry, entry.format, context);
  const reference = entry.isDynamic === true ? place.reference + 2 ** 31 : place.reference;
  if (entry.kind === 'activity') {
    const ids = [ACTIVITY_ID | 77n, 12n, ACTIVITY_ID | 5n, ACTIVITY_ID | 6n].map(u64);
    const data = Buffer.concat([...ids, u32(place.pc), ...place.fields]);
    return { type: 2, level: 1, flags: place.flags | 1 | 0x10 | 0x200, reference, data };
  }
  return encodeLog(entry, encoded, { place, reference, oversize, privateOffset });
}

function encodeLog(
  entry: WrittenEntry,
  encoded: EncodedArguments,
  {
    place,
    reference,
    oversize,
    privateOffset,
  }: {
    readonly place: StringPlace;
    readonly reference: number;
    readonly oversize: number;
    readonly privateOffset: number;
  },
): EntryData {
  let flags = place.flags | 1;
  const parts: Buffer[] = [u64(ACTIVITY_ID | 9n)];
  if (encoded.privates.length > 0 && oversize < 0) {
    flags |= 0x100;
    parts.push(u16(privateOffset), u16(encoded.privates.length));
  }
  parts.push(u32(place.pc), ...place.fields);
  if (entry.subsystem !== undefined) {
    flags |= 0x200;
    parts.push(u16(subsystemOf(entry.process, entry.subsystem, entry.category ?? '')));
  }
  if (entry.kind === 'signpost') parts.push(u64(entry.signpost?.id ?? 0));
  flags |= 0x400;
  parts.push(Buffer.from([14]));
  if (oversize >= 0) {
    flags |= 0x800;
    parts.push(u32(oversize));
  }
  if (entry.kind === 'signpost') {
    flags |= 0x8000;
    parts.push(u32(entry.process.image.table.reference(entry.signpost?.name ?? '')));
    if ((flags & 0x20) !== 0) parts.push(u16(0));
  }
  if (oversize < 0) parts.push(...withBacktrace(entry, encoded));
  if (entry.hasBacktrace === true) flags |= 0x1000;
  const isSignpost = entry.kind === 'signpost';
  const level = isSignpost ? 0x81 : LEVELS[entry.level ?? 'default'];
  return { type: isSignpost ? 6 : 4, level, flags, reference, data: Buffer.concat(parts) };
}

/** A backtrace stands at the beginning of the values: offsets count over it. */
function withBacktrace(entry: WrittenEntry, { items, values }: EncodedArguments): Buffer[] {
  if (entry.hasBacktrace !== true) return [items, values];
  const trace = Buffer.concat([Buffer.from([1, 0, 18, 1]), u16(1), entry.process.image.uuid, u32(0x1234), u32(0)]);
  const moved = Buffer.from(items);
  for (let at = 2; at < moved.length; at += 2 + (moved[at + 1] ?? 0)) {
    const type = moved[at] ?? 0;
    if (type >> 4 >= 2 && (type & 1) === 0) moved.writeUInt16LE(moved.readUInt16LE(at + 2) + trace.length, at + 2);
  }
  return [moved, trace, values];
}

function subsystemOf({ subsystems }: WrittenProcess, subsystem: string, category: string): number {
  const index = subsystems.findIndex((each) => each.subsystem === subsystem && each.category === category);
  return index >= 0 ? index + 1 : subsystems.push({ subsystem, category });
}

function encodeOversize(
  { process, at }: WrittenEntry,
  { items, values, privates }: EncodedArguments,
  reference: number,
  context: SetContext,
): Buffer {
  const publics = Buffer.concat([items, values]);
  return pad8(
    chunk(
      0x6002,
      0,
      Buffer.concat([
        ...[context.keyOf(process), u32(14), u64(context.ticksOf(at)), u32(reference)],
        ...[u16(publics.length), u16(privates.length), publics, privates],
      ]),
    ),
  );
}

function encodeDump(entry: WrittenEntry, context: SetContext): Buffer {
  const { process, at, format, subsystem = '' } = entry;
  const key = context.keyOf(process);
  const time = u64(context.ticksOf(at));
  if (entry.kind === 'simpledump') {
    const name = Buffer.from(`${subsystem}\0`);
    const message = Buffer.from(`${format}\0`);
    const ids = [u64(entry.tid ?? 4660), u64(0x1_0000_0000), process.image.uuid, Buffer.alloc(16), u32(1)];
    const level = Buffer.from([14, LEVELS[entry.level ?? 'default'], 0, 0]);
    const body = [u32(name.length), u32(message.length), name, message];
    return chunk(0x6004, 0, Buffer.concat([key, level, time, ...ids, ...body]));
  }
  const { type, data } = entry.dump ?? { type: 1, data: Buffer.alloc(0) };
  const texts = [field('SystemConfiguration', 64), field('nwi', 64), field(format, 64)];
  const head = [key, u32(14), time, u64(0), process.image.uuid, u32(type), u32(data.length)];
  return chunk(0x6003, 0, Buffer.concat([...head, ...texts, data]));
}
