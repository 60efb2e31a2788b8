/**
 * Writes log archives of our own, from the format's description and without the decoder under test. Who writes an entry says
 * what its message is: nothing here composes one.
 */
import type { Argument } from './arguments.ts';
import { chunk, dashedUuid, field, hexName, pad8, u16, u32, u64, uuidOf } from './bytes.ts';
import { encodeChunkset, type WrittenSet } from './chunkset-writer.ts';
import { CacheFile, ImageFile } from './string-tables.ts';

export interface WrittenProcess {
  readonly path: string;
  readonly pid: number;
  readonly image: ImageFile;
  readonly subsystems: { readonly subsystem: string; readonly category: string }[];
  /** Images that entries find by an absolute address. */
  readonly loaded: { readonly image: ImageFile; readonly load: number }[];
}

export interface WrittenEntry {
  readonly process: WrittenProcess;
  /** ns after the archive's first sync point. */
  readonly at: number;
  readonly kind?: 'log' | 'activity' | 'signpost' | 'loss' | 'simpledump' | 'statedump';
  readonly level?: 'default' | 'info' | 'debug' | 'error' | 'fault';
  readonly subsystem?: string;
  readonly category?: string;
  /** The format string; of a dump its text, of a statedump its title. */
  readonly format: string;
  readonly args?: readonly Argument[];
  /** Where the format string is. */
  readonly via?: 'main' | 'cache' | 'large' | 'absolute' | 'relative';
  readonly library?: string;
  /** The entry brings its text. */
  readonly isDynamic?: boolean;
  /** Its arguments stand in a chunk of their own; `earlier`: in the chunkset before. */
  readonly oversize?: 'here' | 'earlier' | 'nowhere';
  readonly hasBacktrace?: boolean;
  readonly hasLargeOffset?: boolean;
  readonly tid?: number;
  readonly lost?: { readonly from: bigint; readonly to: bigint; readonly count: number };
  readonly signpost?: { readonly id: number; readonly name: string };
  readonly dump?: { readonly type: number; readonly data: Buffer };
}

export interface ArchiveOptions {
  readonly name?: string;
  readonly timebase?: readonly [number, number];
  /** Wall clock of the first sync point, ns. */
  readonly wall?: bigint;
  /** Continuous time there, in ticks. */
  readonly ticks?: bigint;
  readonly cacheVersion?: 1 | 2;
  readonly entriesPerSet?: number;
  readonly setsPerCatalog?: number;
  /** Chunksets as they are, without compression. */
  readonly isStored?: boolean;
  /** Firehose chunks as logd holds them in memory: 4 KiB with private data at their end. */
  readonly isFull?: boolean;
  readonly hasTimesync?: boolean;
  readonly minutesWest?: number;
  readonly isSummer?: boolean;
}

export class ArchiveWriter {
  readonly wall: bigint;
  readonly bootName: string;
  readonly cache: CacheFile;
  readonly #options: ArchiveOptions;
  readonly #boot: Buffer;
  readonly #images = new Map<string, ImageFile>();
  readonly #processes: WrittenProcess[] = [];
  readonly #entries = new Map<string, WrittenEntry[]>();
  #nextOversize = 1;

  constructor(options: ArchiveOptions = {}) {
    const name = options.name ?? 'test';
    this.#options = options;
    this.wall = options.wall ?? 1_750_000_000_123_456_000n;
    this.#boot = uuidOf(`boot ${name}`);
    this.bootName = dashedUuid(this.#boot);
    this.cache = new CacheFile(name, options.cacheVersion ?? 2);
  }

  process(path: string, pid: number): WrittenProcess {
    const process = { path, pid, image: this.image(path), subsystems: [], loaded: [] };
    this.#processes.push(process);
    return process;
  }

  image(path: string): ImageFile {
    let image = this.#images.get(path);
    if (image === undefined) {
      image = new ImageFile(path);
      this.#images.set(path, image);
    }
    return image;
  }

  /** µs since 1970 of an entry's time, as its ticks say it. */
  microsOf(at: number): number {
    const [numerator, denominator] = this.#timebase;
    const ticks = (BigInt(at) * BigInt(denominator)) / BigInt(numerator);
    return Number((this.wall + (ticks * BigInt(numerator)) / BigInt(denominator)) / 1000n);
  }

  add(file: string, ...entries: readonly WrittenEntry[]): void {
    const list = this.#entries.get(file);
    if (list === undefined) this.#entries.set(file, [...entries]);
    else for (const entry of entries) list.push(entry);
  }

  /** All files of the archive, by path. */
  files(): Record<string, Buffer> {
    const files: Record<string, Buffer> = {};
    for (const path of this.#entries.keys()) files[path] = Buffer.concat([...this.tracev3(path)]);
    return { ...files, ...this.stringFiles() };
  }

  /** Gives up the entries of a file that is written: large archives do not fit in memory. */
  drop(path: string): void {
    this.#entries.delete(path);
  }

  /** One file of records, piece by piece. */
  *tracev3(path: string): Generator<Buffer> {
    const { entriesPerSet = 50, setsPerCatalog = 3 } = this.#options;
    const entries = this.#entries.get(path) ?? [];
    yield this.#header();
    const step = entriesPerSet * setsPerCatalog;
    for (let from = 0; from < entries.length; from += step) {
      const sets: WrittenSet[] = [];
      for (let at = from; at < Math.min(from + step, entries.length); at += entriesPerSet)
        sets.push(this.#set(entries.slice(at, at + entriesPerSet), entries[at + entriesPerSet]));
      yield this.#catalog(sets);
      for (const { compressed } of sets) yield pad8(chunk(0x600d, 1, compressed));
    }
  }

  /** uuidtext, shared cache and timesync: after the records, whose strings they hold. */
  stringFiles(): Record<string, Buffer> {
    const files: Record<string, Buffer> = {};
    for (const image of this.#images.values()) {
      const name = hexName(image.uuid);
      files[`${name.slice(0, 2)}/${name.slice(2)}`] = image.file();
    }
    if (this.cache.libraries.length > 0) files[`dsc/${hexName(this.cache.uuid)}`] = this.cache.file();
    if (this.#options.hasTimesync !== false) files['timesync/0000000000000001.timesync'] = this.#timesync();
    return files;
  }

  get #timebase(): readonly [number, number] {
    return this.#options.timebase ?? [125, 3];
  }

  get #startTicks(): bigint {
    return this.#options.ticks ?? 1_000_000n;
  }

  ticksOf(at: number): bigint {
    const [numerator, denominator] = this.#timebase;
    return this.#startTicks + (BigInt(at) * BigInt(denominator)) / BigInt(numerator);
  }

  #set(entries: readonly WrittenEntry[], next: WrittenEntry | undefined): WrittenSet {
    return encodeChunkset(entries, next, {
      ticksOf: (at) => this.ticksOf(at),
      image: (path) => this.image(path),
      cache: this.cache,
      isFull: this.#options.isFull === true,
      isStored: this.#options.isStored === true,
      nextOversize: () => this.#nextOversize++,
      lastOversize: () => this.#nextOversize - 1,
      keyOf: (process) => this.#keyOf(process),
    });
  }

  /** Pid and pid version. */
  #keyOf(process: WrittenProcess): Buffer {
    return Buffer.concat([u64(process.pid), u32(1000 + this.#processes.indexOf(process))]);
  }

  #header(): Buffer {
    const [numerator, denominator] = this.#timebase;
    const wall = [u64(this.wall / 1_000_000_000n), u32(Number((this.wall % 1_000_000_000n) / 1000n))];
    const zone = [u32(this.#options.minutesWest ?? 0), u32(this.#options.isSummer === true ? 1 : 0), u32(1)];
    const data = Buffer.concat([
      ...[u32(numerator), u32(denominator), u64(this.#startTicks), ...wall, ...zone],
      ...[u32(0x6100), u32(8), u64(this.#startTicks)],
      ...[u32(0x6101), u32(0x38), u32(12), u32(0x100_0000), field('25A123', 16), field('Synthetic1,1', 32)],
      ...[u32(0x6102), u32(0x18), this.#boot, u32(99), u32(0)],
      ...[u32(0x6103), u32(0x30), field('/var/db/timezone/zoneinfo/UTC', 48)],
    ]);
    return chunk(0x1000, 0x11, data);
  }

  #timesync(): Buffer {
    const [numerator, denominator] = this.#timebase;
    const zone = [u32(this.#options.minutesWest ?? 0), u32(this.#options.isSummer === true ? 1 : 0)];
    const start = this.wall - (this.#startTicks * BigInt(numerator)) / BigInt(denominator);
    return Buffer.concat([
      ...[u16(0xbbb0), u16(48), u32(0), this.#boot, u32(numerator), u32(denominator), u64(start), ...zone],
      ...[u32(0x207354), u32(0), u64(this.#startTicks), u64(this.wall), ...zone],
    ]);
  }

  #catalog(sets: readonly WrittenSet[]): Buffer {
    const uuids: Buffer[] = [];
    const uuid = (value: Buffer): number => {
      const index = uuids.findIndex((each) => each.equals(value));
      return index >= 0 ? index : uuids.push(value) - 1;
    };
    const strings = new Map<string, number>();
    let stringBytes = 0;
    const string = (value: string): number => {
      const known = strings.get(value);
      if (known !== undefined) return known;
      const at = stringBytes;
      strings.set(value, at);
      stringBytes += Buffer.byteLength(value) + 1;
      return at;
    };
    const used = this.#processes.filter((process) => sets.some((set) => set.processes.has(process)));
    // Indices are no positions: they start anywhere.
    const indexOf = (process: WrittenProcess): number => used.indexOf(process) + 7;
    const processes = used.map((process) => {
      const images = process.loaded.map(({ image, load }) =>
        Buffer.concat([u32(0x8000), u32(0), u16(uuid(image.uuid)), u32(load), u16(Math.floor(load / 2 ** 32))]),
      );
      const names = process.subsystems.map(({ subsystem, category }, index) =>
        Buffer.concat([u16(index + 1), u16(string(subsystem)), u16(string(category))]),
      );
      const cache = this.cache.libraries.length === 0 ? 0xffff : uuid(this.cache.uuid);
      return pad8(
        Buffer.concat([
          ...[u16(indexOf(process)), u16(0), u16(uuid(process.image.uuid)), u16(cache), this.#keyOf(process)],
          ...[u32(process.pid), u32(501), u32(0), u32(images.length), u32(0), ...images],
          ...[u32(names.length), u32(0), ...names],
        ]),
      );
    });
    const notes = sets.map((set) => {
      const names = [...set.names].flatMap((name) => name.split('\0').map(string));
      const indices = [...set.processes].map((process) => u16(indexOf(process)));
      return pad8(
        Buffer.concat([
          ...[u64(set.first), u64(set.last), u32(set.rawLength), u32(0x100), u32(indices.length), ...indices],
          ...[u32(names.length), ...names.map(u16)],
        ]),
      );
    });
    const stringArea = pad8(Buffer.concat([...strings.keys()].map((value) => Buffer.from(`${value}\0`))));
    const uuidArea = Buffer.concat(uuids);
    const processArea = Buffer.concat(processes);
    const processAt = uuidArea.length + stringArea.length;
    return pad8(
      chunk(
        0x600b,
        0x11,
        Buffer.concat([
          ...[u16(uuidArea.length), u16(processAt), u16(processes.length), u16(processAt + processArea.length)],
          ...[u16(notes.length), u16(0), u32(0), u64(sets[0]?.first ?? 0)],
          ...[uuidArea, stringArea, processArea, ...notes],
        ]),
      ),
    );
  }
}
