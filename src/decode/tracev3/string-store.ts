import type { FileSet } from '../../lib/file-set.ts';
import { dashed } from './raw-bytes.ts';
import { SharedCache } from './shared-cache.ts';
import { FormatBudget, FormatMemory, type Image, openQuietly, StringFile } from './string-files.ts';
import { ImageStrings, readUuidtext } from './uuidtext.ts';

/** Files of strings that are held in memory, together. */
const MAX_HELD_BYTES = 24 * 1024 * 1024;
/** A larger one is read where it is asked. */
const MAX_HELD_FILE = 4 * 1024 * 1024;
/** Shared caches that are kept open: an archive has one to three. */
const MAX_KEPT = 8;
/** Images, missing ones included, that are remembered. An archive has some thousand. */
const MAX_IMAGES = 65_536;

/** Finds format strings, opening each file of an archive once at most, and knows what was not there. */
export class StringStore {
  /** Entries whose format string was not there, by UUID of the image or cache. */
  readonly missing = new Map<string, number>();
  #files: FileSet;
  readonly #images = new Map<string, Image>();
  readonly #texts = new Map<string, ImageStrings | undefined>();
  readonly #caches = new Map<string, SharedCache | undefined>();
  readonly #budget = new FormatBudget();
  #held = 0;
  #kept = 0;
  #nextId = 1;

  constructor(files: FileSet) {
    this.#files = files;
  }

  /** From here on files are opened in this set. */
  use(files: FileSet): void {
    this.#files = files;
  }

  /** The strings of an image; undefined where the archive does not have them. */
  image(uuid: string): ImageStrings | undefined {
    if (uuid === '') return undefined;
    const known = this.#texts.get(uuid);
    if (known !== undefined || this.#texts.has(uuid)) return known;
    const file = this.#open(`${uuid.slice(0, 2)}/${uuid.slice(2)}`);
    const layout = file && readUuidtext(file);
    const strings =
      file &&
      layout &&
      new ImageStrings(this.imageOf(uuid, layout.path), uuid, file, layout.ranges, new FormatMemory(this.#budget));
    if (this.#texts.size < MAX_IMAGES) this.#texts.set(uuid, strings);
    return strings;
  }

  /** A shared cache; undefined where the archive does not have it. */
  cache(uuid: string): SharedCache | undefined {
    if (uuid === '') return undefined;
    const known = this.#caches.get(uuid);
    if (known !== undefined || this.#caches.has(uuid)) return known;
    const file = this.#open(`dsc/${uuid}`);
    const cache = file && SharedCache.open(file, (image, path) => this.imageOf(image, path), this.#budget);
    if (file !== undefined && cache === undefined) file.close();
    if (this.#caches.size < MAX_IMAGES) this.#caches.set(uuid, cache);
    return cache;
  }

  /** An image by its UUID, with or without a path; the first path stays. */
  imageOf(uuid: string, path: string): Image {
    const known = this.#images.get(uuid);
    if (known !== undefined) return known;
    const image: Image = { id: this.#nextId++, path, name: path.slice(path.lastIndexOf('/') + 1) };
    if (this.#images.size < MAX_IMAGES) this.#images.set(uuid, image);
    return image;
  }

  noteMissing(uuid: string): void {
    const key = uuid === '' ? 'unknown' : dashed(uuid);
    const count = this.missing.get(key);
    if (count !== undefined || this.missing.size < MAX_IMAGES) this.missing.set(key, (count ?? 0) + 1);
  }

  close(): void {
    for (const cache of this.#caches.values()) cache?.close();
    for (const strings of this.#texts.values()) strings?.close();
  }

  #open(path: string): StringFile | undefined {
    const open = () => openQuietly(this.#files, path);
    const file = open();
    if (file === undefined) return undefined;
    if (file.size <= MAX_HELD_FILE && this.#held + file.size <= MAX_HELD_BYTES) {
      this.#held += file.size;
      return new StringFile(file, open, 'hold');
    }
    if (this.#kept >= MAX_KEPT) return new StringFile(file, open, 'reopen');
    this.#kept += 1;
    return new StringFile(file, open, 'keep');
  }
}
