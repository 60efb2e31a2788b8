import type { CatalogProcess, LoadedImage } from './catalog.ts';
import {
  ABSOLUTE,
  type FirehoseEntry,
  LARGE_SHARED_CACHE,
  MAIN_EXE,
  SHARED_CACHE,
  TRACE_ENTRY,
  UUID_RELATIVE,
} from './firehose-entry.ts';
import { hexAt, type RawBytes } from './raw-bytes.ts';
import type { FoundFormat, Image } from './string-files.ts';
import type { StringStore } from './string-store.ts';
import type { ImageStrings } from './uuidtext.ts';

const TWO_32 = 4_294_967_296;
/** UUIDs that entries name, remembered by their first bytes. */
const MAX_KNOWN = 16_384;

interface KnownUuid {
  readonly high: number;
  readonly low: number;
  readonly last: number;
  readonly hex: string;
}

/** Finds out who wrote an entry, and with which format string. One entry at a time: `find` first. */
export class EntrySource {
  /** Who sends; undefined where nobody knows. */
  image: Image | undefined;
  /** UUID of the image or cache whose strings are asked. */
  uuid = '';
  readonly #strings: StringStore;
  readonly #uuids = new Map<number, KnownUuid>();
  #texts: ImageStrings | undefined;
  #found: FoundFormat | undefined;

  constructor(strings: StringStore) {
    this.#strings = strings;
  }

  /** Finds the sender, which is all that most entries are asked for. */
  find(entry: FirehoseEntry, process: CatalogProcess | undefined, raw: RawBytes): void {
    this.image = undefined;
    this.#texts = undefined;
    this.#found = undefined;
    this.uuid = '';
    const { location } = entry;
    if (location === SHARED_CACHE || location === LARGE_SHARED_CACHE) this.#findCached(entry, process);
    else if (location === MAIN_EXE || entry.type === TRACE_ENTRY) this.#use(process?.mainUuid ?? '');
    else if (location === UUID_RELATIVE) this.#use(this.#uuidAt(raw, entry.uuidAt));
    else if (location === ABSOLUTE) this.#use(imageAt(process?.images() ?? [], entry.pcHigh, entry.pcLow)?.uuid ?? '');
  }

  /** The format string; undefined where it is not there, which is counted. */
  format(entry: FirehoseEntry): FoundFormat['format'] {
    const found = entry.isInvalid
      ? undefined
      : (this.#found ?? this.#texts?.find(entry.upper, entry.lower, entry.isDynamic));
    if (found?.format === undefined) this.#strings.noteMissing(this.uuid);
    return found?.format;
  }

  /** The name of a signpost stands where its format string does. */
  name(entry: FirehoseEntry, process: CatalogProcess | undefined): string | undefined {
    if (entry.nameLower < 0) return undefined;
    const cache = this.#texts === undefined ? this.#strings.cache(process?.cacheUuid ?? '') : undefined;
    const upper = entry.nameUpper === 0 ? entry.upper : entry.nameUpper;
    return (this.#texts ?? cache)?.find(upper, entry.nameLower, false)?.format?.text;
  }

  #use(uuid: string): void {
    this.uuid = uuid;
    this.#texts = this.#strings.image(uuid);
    this.image = this.#texts?.image;
  }

  #findCached(entry: FirehoseEntry, process: CatalogProcess | undefined): void {
    this.uuid = process?.cacheUuid ?? '';
    this.#found = this.#strings.cache(this.uuid)?.find(entry.upper, entry.lower, entry.isDynamic);
    this.image = this.#found?.image;
  }

  /** The same few UUIDs come again and again: no string is made for one that is known. */
  #uuidAt({ view, bytes }: RawBytes, at: number): string {
    const first = view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    const low = view.getInt32(at + 8, true);
    const last = view.getInt32(at + 12, true);
    const known = this.#uuids.get(first);
    if (known !== undefined && known.high === high && known.low === low && known.last === last) return known.hex;
    const hex = hexAt(bytes, at);
    if (this.#uuids.size >= MAX_KNOWN) this.#uuids.clear();
    this.#uuids.set(first, { high, low, last, hex });
    return hex;
  }
}

/** The image whose code stands at this address. */
function imageAt(images: readonly LoadedImage[], high: number, low: number): LoadedImage | undefined {
  return images.find((image) => {
    const distance = (high - image.high) * TWO_32 + (low - image.low);
    return distance >= 0 && distance <= image.size;
  });
}
