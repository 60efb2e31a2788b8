import { parseFormat } from './format-string.ts';
import { hexAt, type RawBytes, readU64 } from './raw-bytes.ts';
import {
  DYNAMIC_FORMAT,
  type FormatBudget,
  FormatMemory,
  type FoundFormat,
  type Image,
  type StringFile,
} from './string-files.ts';

const MAGIC = 0x6473_6368; // hcsd
const HEAD = 16;
/** A cache has some three thousand images and as many ranges. */
const MAX_ROWS = 65_536;
const MAX_PATH_BYTES = 4096;

interface CachedImage {
  readonly textFrom: number;
  readonly textSize: number;
  readonly uuid: string;
  readonly pathAt: number;
  image: Image | undefined;
}

/** Which tables a file of this version has: up to macOS 11 references have 32 bits, since then 64. Source: libyal. */
const VERSIONS = {
  1: { range: 16, image: 28 },
  2: { range: 24, image: 32 },
} as const;

/** Gives an image its number. */
type ImageOf = (uuid: string, path: string) => Image;

/** The strings of the images in a shared cache, read where they are asked: the files have up to 150 MB. */
export class SharedCache {
  readonly #file: StringFile;
  readonly #imageOf: ImageOf;
  /** By range, in rising order of references. */
  readonly #references: Float64Array;
  readonly #positions: Float64Array;
  readonly #sizes: Float64Array;
  readonly #owners: Uint32Array;
  readonly #images: readonly CachedImage[];
  readonly #memory: FormatMemory;
  readonly #dynamic: FormatMemory;

  /** Undefined where the file is none. */
  static open(file: StringFile, imageOf: ImageOf, budget: FormatBudget): SharedCache | undefined {
    const { view, bytes } = file.read(0, HEAD);
    if (bytes.length < HEAD || view.getUint32(0, true) !== MAGIC) return undefined;
    const version = view.getUint16(4, true) >= 2 ? 2 : 1;
    const ranges = view.getUint32(8, true);
    const images = view.getUint32(12, true);
    const { range, image } = VERSIONS[version];
    if (ranges > MAX_ROWS || images > MAX_ROWS || HEAD + ranges * range + images * image > file.size) return undefined;
    const imagesAt = HEAD + ranges * range;
    return new SharedCache(
      file,
      imageOf,
      budget,
      readRanges(file.read(HEAD, imagesAt), version),
      readImages(file.read(imagesAt, imagesAt + images * image), version),
    );
  }

  constructor(
    file: StringFile,
    imageOf: ImageOf,
    budget: FormatBudget,
    ranges: readonly (readonly number[])[],
    images: readonly CachedImage[],
  ) {
    const sorted = ranges.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    this.#file = file;
    this.#imageOf = imageOf;
    this.#memory = new FormatMemory(budget);
    this.#dynamic = new FormatMemory(budget);
    this.#references = Float64Array.from(sorted, (range) => range[0] ?? 0);
    this.#positions = Float64Array.from(sorted, (range) => range[1] ?? 0);
    this.#sizes = Float64Array.from(sorted, (range) => range[2] ?? 0);
    this.#owners = Uint32Array.from(sorted, (range) => range[3] ?? 0);
    this.#images = images;
  }

  /** Undefined where no range of the cache holds the reference: nobody knows the image then. */
  find(upper: number, lower: number, isDynamic: boolean): FoundFormat | undefined {
    const memory = isDynamic ? this.#dynamic : this.#memory;
    const known = memory.get(upper, lower);
    if (known !== undefined) return known;
    const reference = upper * 0x8000_0000 + lower;
    const found = isDynamic ? this.#readDynamic(reference) : this.#read(reference);
    if (found !== undefined) memory.set(upper, lower, found);
    return found;
  }

  #read(reference: number): FoundFormat | undefined {
    const row = this.#rowOf(reference);
    const distance = reference - (this.#references[row] ?? 0);
    const size = this.#sizes[row] ?? 0;
    if (row < 0 || distance >= size) return undefined;
    const owner = this.#images[this.#owners[row] ?? 0];
    const at = this.#positions[row] ?? 0;
    if (owner === undefined) return undefined;
    const format = parseFormat(this.#file.text(at + distance, at + size));
    return { image: this.#image(owner), format, uuid: owner.uuid };
  }

  /** The image whose code stands at the reference: such an entry has no string of the cache. */
  #readDynamic(reference: number): FoundFormat | undefined {
    const owner = this.#images.find((each) => reference >= each.textFrom && reference - each.textFrom < each.textSize);
    return owner && { image: this.#image(owner), format: DYNAMIC_FORMAT, uuid: owner.uuid };
  }

  #image(owner: CachedImage): Image {
    owner.image ??= this.#imageOf(owner.uuid, this.#file.text(owner.pathAt, owner.pathAt + MAX_PATH_BYTES));
    return owner.image;
  }

  /** The last range that does not begin behind the reference; -1 where there is none. */
  #rowOf(reference: number): number {
    let from = 0;
    let to = this.#references.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#references[middle] ?? 0) <= reference) from = middle + 1;
      else to = middle;
    }
    return from - 1;
  }

  close(): void {
    this.#file.close();
  }
}

/** Reference, position in the file, size, number of the image. */
function readRanges({ view }: RawBytes, version: 1 | 2): (readonly number[])[] {
  const length = VERSIONS[version].range;
  const ranges: (readonly number[])[] = [];
  for (let at = 0; at + length <= view.byteLength; at += length) {
    ranges.push(
      version === 1
        ? [4, 8, 12, 0].map((offset) => view.getUint32(at + offset, true))
        : [readU64(view, at), view.getUint32(at + 8, true), view.getUint32(at + 12, true), readU64(view, at + 16)],
    );
  }
  return ranges;
}

function readImages({ view, bytes }: RawBytes, version: 1 | 2): CachedImage[] {
  const length = VERSIONS[version].image;
  const shift = version === 1 ? 0 : 4;
  const images: CachedImage[] = [];
  for (let at = 0; at + length <= bytes.length; at += length) {
    images.push({
      textFrom: version === 1 ? view.getUint32(at, true) : readU64(view, at),
      textSize: view.getUint32(at + 4 + shift, true),
      uuid: hexAt(bytes, at + 8 + shift),
      pathAt: view.getUint32(at + 24 + shift, true),
      image: undefined,
    });
  }
  return images;
}
