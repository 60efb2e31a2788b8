import { parseFormat } from './format-string.ts';
import { DYNAMIC_FORMAT, type FormatMemory, type FoundFormat, type Image, type StringFile } from './string-files.ts';

const MAGIC = 0x6677_8899;
const HEAD = 16;
/** An image has a handful. */
const MAX_RANGES = 4096;

interface Range {
  readonly reference: number;
  readonly size: number;
  /** Of its bytes in the file. */
  readonly at: number;
}

/** Where the strings of an image stand in its uuidtext file. */
export interface UuidtextLayout {
  readonly ranges: readonly Range[];
  readonly path: string;
}

/** Undefined where the file is none. Source: libyal. */
export function readUuidtext(file: StringFile): UuidtextLayout | undefined {
  const { view, bytes } = file.read(0, HEAD);
  if (bytes.length < HEAD || view.getUint32(0, true) !== MAGIC) return undefined;
  const count = view.getUint32(12, true);
  if (count > MAX_RANGES || HEAD + count * 8 > file.size) return undefined;
  const table = file.read(HEAD, HEAD + count * 8).view;
  const ranges: Range[] = [];
  let at = HEAD + count * 8;
  for (let index = 0; index < table.byteLength; index += 8) {
    const size = table.getUint32(index + 4, true);
    ranges.push({ reference: table.getUint32(index, true), size, at });
    at += size;
  }
  return { ranges, path: file.text(at, file.size) };
}

/** The strings of one image. */
export class ImageStrings {
  readonly image: Image;
  readonly #uuid: string;
  readonly #file: StringFile;
  readonly #ranges: readonly Range[];
  readonly #memory: FormatMemory;
  readonly #dynamic: FoundFormat;

  constructor(image: Image, uuid: string, file: StringFile, ranges: readonly Range[], memory: FormatMemory) {
    this.image = image;
    this.#uuid = uuid;
    this.#file = file;
    this.#ranges = ranges;
    this.#memory = memory;
    this.#dynamic = { image, format: DYNAMIC_FORMAT, uuid };
  }

  find(upper: number, lower: number, isDynamic: boolean): FoundFormat {
    if (isDynamic) return this.#dynamic;
    const known = this.#memory.get(upper, lower);
    if (known !== undefined) return known;
    const reference = upper * 0x8000_0000 + lower;
    const range = this.#ranges.find((each) => reference >= each.reference && reference - each.reference < each.size);
    const text =
      range === undefined ? undefined : this.#file.text(range.at + reference - range.reference, range.at + range.size);
    const found: FoundFormat = {
      image: this.image,
      format: text === undefined ? undefined : parseFormat(text),
      uuid: this.#uuid,
    };
    this.#memory.set(upper, lower, found);
    return found;
  }
  close(): void {
    this.#file.close();
  }
}
