import { cString, hexAt, type RawBytes, rawBytes } from './raw-bytes.ts';

/** An image in a process's address space. */
export interface LoadedImage {
  readonly uuid: string;
  readonly size: number;
  readonly low: number;
  readonly high: number;
}

export interface SubsystemName {
  readonly subsystem: string;
  readonly category: string;
}

/** A process as a catalog lists it. */
export interface CatalogProcess {
  readonly pid: number;
  /** UUIDs, 32 digits; empty for none. */
  readonly mainUuid: string;
  readonly cacheUuid: string;
  /** Images that are not in the shared cache, as far as logd knew them. */
  readonly images: () => readonly LoadedImage[];
  /** Subsystem and category by the number that entries name them with. Most processes are never asked. */
  readonly subsystems: () => ReadonlyMap<number, SubsystemName>;
}

/** What the catalog says of one chunkset. */
export interface ChunksetNote {
  /** Continuous time of its first and its last entry. */
  readonly start: { readonly low: number; readonly high: number };
  readonly end: { readonly low: number; readonly high: number };
  /** Bytes when decompressed. */
  readonly rawLength: number;
  /** Complete: every entry and oversize part of the chunkset is from one of these. Undefined: a process that the catalog lacks. */
  readonly processes: readonly (CatalogProcess | undefined)[];
}

/** Names the processes of an archive and says what the chunksets behind it hold. */
export interface Catalog {
  readonly byKey: ReadonlyMap<number | string, CatalogProcess>;
  /** In the order of the chunksets that follow. */
  readonly notes: readonly ChunksetNote[];
  readonly isDamaged: boolean;
}

const BASE = 24;
/** Offsets of 16 bits keep real ones below 64 KiB. */
const MAX_BYTES = 256 * 1024;
const NO_UUID = 0xffff;

/** Pid and pid version as one key; a number for all that real systems count. */
export function processKey(view: DataView, at: number): number | string {
  const low = view.getUint32(at, true);
  const high = view.getUint32(at + 4, true);
  const second = view.getUint32(at + 8, true);
  if (high === 0 && low < 0x20_0000) return second * 0x20_0000 + low;
  return `${high}.${low}.${second}`;
}

/** Reads a catalog chunk. Where a part of it cannot be, what came before is there. Source: libyal; process lists measured. */
export function readCatalog(chunk: RawBytes, from: number, to: number): Catalog {
  // The stream's buffer is used again, the catalog is asked until the next comes.
  const raw = rawBytes(Buffer.from(chunk.bytes.subarray(from, Math.min(to, from + MAX_BYTES))));
  const byKey = new Map<number | string, CatalogProcess>();
  if (raw.bytes.length < BASE) return { byKey, notes: [], isDamaged: true };
  const { view } = raw;
  const strings: StringArea = {
    raw,
    from: BASE + view.getUint16(0, true),
    to: BASE + view.getUint16(2, true),
    known: new Map(),
  };
  const byIndex = new Map<number, CatalogProcess>();
  const areProcessesRead = readProcesses(strings, byKey, byIndex);
  const notes: ChunksetNote[] = [];
  const areNotesRead = readNotes(raw, byIndex, notes);
  return { byKey, notes, isDamaged: !areProcessesRead || !areNotesRead };
}

interface StringArea {
  readonly raw: RawBytes;
  readonly from: number;
  readonly to: number;
  /** Strings by offset: processes share them. */
  readonly known: Map<number, string>;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function readProcesses(
  area: StringArea,
  byKey: Map<number | string, CatalogProcess>,
  byIndex: Map<number, CatalogProcess>,
): boolean {
  const { view, bytes } = area.raw;
  let at = area.to;
  for (let count = view.getUint16(4, true); count > 0; count--) {
    if (bytes.length - at < 48) return false;
    const imagesAt = at + 40;
    const imageCount = view.getUint32(at + 32, true);
    const countAt = imagesAt + imageCount * 16;
    if (bytes.length - countAt < 8) return false;
    const end = countAt + 8 + view.getUint32(countAt, true) * 6;
    if (end > bytes.length) return false;
    const process: CatalogProcess = {
      pid: view.getUint32(at + 20, true),
      mainUuid: uuidOf(area, view.getUint16(at + 4, true)),
      cacheUuid: uuidOf(area, view.getUint16(at + 6, true)),
      images: once(() => readImages(area, imagesAt, countAt)),
      subsystems: once(() => readSubsystems(area, countAt + 8, end)),
    };
    byKey.set(processKey(view, at + 8), process);
    byIndex.set(view.getUint16(at, true), process);
    at = aligned(end);
  }
  return true;
}

function readImages(area: StringArea, from: number, to: number): LoadedImage[] {
  const { view } = area.raw;
  const images: LoadedImage[] = [];
  for (let at = from; at < to; at += 16) {
    images.push({
      size: view.getUint32(at, true),
      uuid: uuidOf(area, view.getUint16(at + 8, true)),
      low: view.getUint32(at + 10, true),
      high: view.getUint16(at + 14, true),
    });
  }
  return images;
}

function readSubsystems(area: StringArea, from: number, to: number): Map<number, SubsystemName> {
  const { view } = area.raw;
  const names = new Map<number, SubsystemName>();
  for (let at = from; at < to; at += 6) {
    const subsystem = stringAt(area, view.getUint16(at + 2, true));
    names.set(view.getUint16(at, true), { subsystem, category: stringAt(area, view.getUint16(at + 4, true)) });
  }
  return names;
}

function readNotes(
  { view, bytes }: RawBytes,
  byIndex: ReadonlyMap<number, CatalogProcess>,
  notes: ChunksetNote[],
): boolean {
  let at = BASE + view.getUint16(6, true);
  for (let count = view.getUint16(8, true); count > 0; count--) {
    if (bytes.length - at < 32) return false;
    const stringsAt = at + 28 + view.getUint32(at + 24, true) * 2;
    if (bytes.length - stringsAt < 4) return false;
    const end = stringsAt + 4 + view.getUint32(stringsAt, true) * 2;
    if (end > bytes.length) return false;
    const processes: (CatalogProcess | undefined)[] = [];
    for (let index = at + 28; index < stringsAt; index += 2) processes.push(byIndex.get(view.getUint16(index, true)));
    notes.push({
      start: { low: view.getUint32(at, true), high: view.getUint32(at + 4, true) },
      end: { low: view.getUint32(at + 8, true), high: view.getUint32(at + 12, true) },
      rawLength: view.getUint32(at + 16, true),
      processes,
    });
    at = aligned(end);
  }
  return true;
}

function uuidOf({ raw, from }: StringArea, index: number): string {
  const at = BASE + index * 16;
  return index === NO_UUID || at + 16 > Math.min(from, raw.bytes.length) ? '' : hexAt(raw.bytes, at);
}

function stringAt({ raw, from, to, known }: StringArea, offset: number): string {
  let text = known.get(offset);
  if (text === undefined) {
    const end = Math.min(to, raw.bytes.length);
    text = from + offset < end ? cString(raw.bytes, from + offset, end) : '';
    known.set(offset, text);
  }
  return text;
}

/** Entries of a catalog begin at multiples of eight of its base. */
function aligned(at: number): number {
  return BASE + ((at - BASE + 7) & ~7);
}

/** Start of an oversize part, a dump or a firehose chunk: whose it is. */
export function processAt(catalog: Catalog, view: DataView, at: number): CatalogProcess | undefined {
  return catalog.byKey.get(processKey(view, at));
}
