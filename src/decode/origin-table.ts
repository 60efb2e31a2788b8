import type { Origin } from '../model/log-record.ts';
import type { OriginId } from '../model/units.ts';
import type { Want } from '../model/want.ts';
import { stripAnsi } from './ansi.ts';
import { ByteKeys } from './byte-keys.ts';
import { Probe } from './probe.ts';
import type { LineHeader, OriginParts } from './text/line-header.ts';
import { ProcessNames } from './text/process-names.ts';
import { splitTail } from './text/tail.ts';

/** An origin without its sender. */
export type SenderlessParts = Pick<Origin, 'process' | 'processPath' | 'subsystem' | 'category'>;

/** Values of `OriginTable.wants`. */
export const WANTS_NONE = 0;
export const WANTS_ALL = 1;
export const WANTS_PROBE = 2;

/**
 * Distinct origins, and byte spellings of them, that are remembered at a time. A capture has a few thousand; beyond this
 * (launchd prints a new label for every run of a job) the table starts over, so that hostile input cannot fill the memory.
 */
export const MAX_ORIGINS = 16_384;
const MAX_KEY_BYTES = 8 * 1024 * 1024;

/**
 * Every origin of a run, shared by all its inputs: found by the bytes of a line, without a string where it is known. The
 * gate is asked once per origin; its answer stands in `wants` at the origin's slot.
 */
export class OriginTable {
  /** `WANTS_…` by slot: one array read in the scanners' inner loop. */
  readonly wants = new Uint8Array(MAX_ORIGINS);
  /** Counts how often the gate was asked again: what is remembered of its answers holds for one version. */
  version = 0;
  readonly #gate: (origin: Origin) => Want;
  readonly #mayWant: (parts: SenderlessParts) => boolean;
  readonly #origins: Origin[] = [];
  readonly #probes: (Probe | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #names = new ProcessNames();
  readonly #text = new ByteKeys(2);
  readonly #json = new ByteKeys(4);
  #nextId = 0;

  /** `mayWant`: whether the gate may want anything of such a process, whoever the sender is. */
  constructor(gate: (origin: Origin) => Want, mayWant: (parts: SenderlessParts) => boolean = () => true) {
    this.#gate = gate;
    this.#mayWant = mayWant;
  }

  /** Whether records of such an origin may be wanted, whoever the sender is: asked before a part of an archive is looked into. */
  mayWant(parts: SenderlessParts): boolean {
    return this.#mayWant(parts);
  }

  /** The slot of an origin that an archive names part by part. The caller remembers the answer: no bytes are compared here. */
  fromArchive(parts: SenderlessParts, sender: string): number {
    return this.fromParts({ ...parts, sender });
  }

  /** Origins remembered now. */
  get size(): number {
    return this.#origins.length;
  }

  /** The origin at a slot that the last call of `fromText` or `fromJson` answered; slots change hands when the table starts over. */
  origin(slot: number): Origin {
    const origin = this.#origins[slot];
    if (origin === undefined) throw new RangeError(`no origin at slot ${slot}`);
    return origin;
  }

  /** The literals of a slot whose want is `WANTS_PROBE`. */
  probe(slot: number): Probe | undefined {
    return this.#probes[slot];
  }

  /**
   * The slot of the origin of the line that `header` has just read; sets the header's `tailTo` and `messageFrom`. An empty
   * name is the log system itself.
   */
  fromText(bytes: Buffer, view: DataView, header: LineHeader, end: number): number {
    if (header.hasOrigin) return this.fromParts({ ...header.readOrigin(bytes), processPath: undefined });
    const recent = this.#names.find(view, header.nameFrom, header.nameTo);
    const known = recent === undefined ? -1 : recent.find(bytes, view, header.tailFrom, end);
    if (known < 0 || recent === undefined) return this.#readText(bytes, view, header, end);
    header.skipTail(bytes, recent.length, end);
    // A tail of nothing may hide a longer name.
    return recent.length === 0 && header.amendName(bytes, end) ? this.#readText(bytes, view, header, end) : known;
  }

  /** The slot of what a tool wrote that names no process. */
  fromTool(parts: OriginParts): number {
    return this.fromParts({ ...parts, processPath: undefined });
  }

  /** The slot of an origin that a style says in so many words. */
  fromParts(parts: Omit<Origin, 'id'>): number {
    const known = this.#slots.get(nameOf(parts));
    if (known !== undefined) return known;
    if (this.#origins.length >= MAX_ORIGINS) this.#startOver();
    return this.#slotOf(parts);
  }

  /** Reads the tail by its rules, then looks for name and tail together. */
  #readText(bytes: Buffer, view: DataView, header: LineHeader, end: number): number {
    header.readTail(bytes, end);
    const { nameFrom, nameTo, tailFrom, tailTo } = header;
    const ranges = this.#text.ranges;
    ranges[0] = nameFrom;
    ranges[1] = nameTo;
    ranges[2] = tailFrom;
    ranges[3] = tailTo;
    let slot = this.#text.find(view);
    if (slot < 0) {
      const process = stripAnsi(bytes.toString('utf8', nameFrom, nameTo));
      const { sender, subsystem, category } = splitTail(stripAnsi(bytes.toString('utf8', tailFrom, tailTo)));
      slot = this.#remember(this.#text, view, { process, processPath: undefined, sender, subsystem, category });
    }
    const recent = this.#names.find(view, nameFrom, nameTo) ?? this.#names.add(bytes, nameFrom, nameTo);
    recent.add(bytes, view, tailFrom, tailTo, slot);
    return slot;
  }

  /**
   * The slot of a JSON object's origin: raw bytes, escapes and all, of process path, sender path, subsystem and category,
   * as from/to pairs in `ranges`.
   */
  fromJson(bytes: Buffer, view: DataView, ranges: Int32Array): number {
    return this.fromCells(bytes, view, ranges, unescapeJson);
  }

  /** The same for the cells of a table; `decode` makes the text of one from its bytes. */
  fromCells(
    bytes: Buffer,
    view: DataView,
    ranges: Int32Array,
    decode: (bytes: Buffer, from: number, to: number) => string,
  ): number {
    this.#json.ranges.set(ranges);
    const known = this.#json.find(view);
    if (known >= 0) return known;
    const [path = '', senderPath = '', subsystem = '', category = ''] = [0, 2, 4, 6].map((part) =>
      decode(bytes, ranges[part] ?? 0, ranges[part + 1] ?? 0),
    );
    const processPath = path.includes('/') ? path : undefined;
    return this.#remember(this.#json, view, {
      process: lastComponent(path),
      processPath,
      sender: lastComponent(senderPath),
      subsystem,
      category,
    });
  }

  /** Asks the gate again for these origins: what is wanted of them may have changed. */
  regate(matches: (origin: Origin) => boolean): void {
    this.version += 1;
    for (const [slot, origin] of this.#origins.entries()) if (matches(origin)) this.#ask(slot, origin);
  }

  #remember(keys: ByteKeys, view: DataView, parts: Omit<Origin, 'id'>): number {
    if (keys.size >= MAX_ORIGINS || keys.byteLength > MAX_KEY_BYTES || this.#origins.length >= MAX_ORIGINS)
      this.#startOver();
    const slot = this.#slotOf({ ...parts, sender: parts.sender === '' ? parts.process : parts.sender });
    keys.add(view, slot);
    return slot;
  }

  #slotOf(parts: Omit<Origin, 'id'>): number {
    const name = nameOf(parts);
    const before = this.#slots.get(name);
    if (before !== undefined) return before;
    const slot = this.#origins.length;
    const { process, processPath, sender, lacksSender, subsystem, category } = parts;
    // Ids go on counting when the table starts over: an id means one origin for the whole run.
    const id = this.#nextId++ as OriginId;
    const known = { id, process, processPath, sender, subsystem, category };
    const origin: Origin = lacksSender === undefined ? known : { ...known, lacksSender };
    this.#slots.set(name, slot);
    this.#origins.push(origin);
    this.#ask(slot, origin);
    return slot;
  }

  #ask(slot: number, origin: Origin): void {
    const want = this.#gate(origin);
    this.wants[slot] = want === 'none' ? WANTS_NONE : want === 'all' ? WANTS_ALL : WANTS_PROBE;
    this.#probes[slot] = typeof want === 'string' ? undefined : new Probe(want.literals);
  }

  #startOver(): void {
    this.#origins.length = 0;
    this.#probes.length = 0;
    this.#slots.clear();
    this.#names.clear();
    this.#text.clear();
    this.#json.clear();
  }
}

function nameOf(parts: Omit<Origin, 'id'>): string {
  return [
    parts.process,
    parts.processPath ?? '',
    parts.sender,
    parts.subsystem,
    parts.category,
    parts.lacksSender === true ? '?' : '',
  ].join('\0');
}

function lastComponent(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A JSON string's value from its raw bytes between the quotes; as it stands where it is no valid JSON. */
function unescapeJson(bytes: Buffer, from: number, to: number): string {
  const raw = bytes.toString('utf8', from, to);
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
