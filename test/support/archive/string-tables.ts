import { text, u16, u32, u64, uuidOf } from './bytes.ts';

/** Strings with their references, as a linker lays them out. */
export class StringTable {
  readonly base: number;
  readonly strings: Buffer[] = [];
  size = 0;
  readonly #references = new Map<string, number>();

  constructor(base: number) {
    this.base = base;
  }

  reference(format: string): number {
    const known = this.#references.get(format);
    if (known !== undefined) return known;
    const reference = this.base + this.size;
    const bytes = text(format);
    this.strings.push(bytes);
    this.size += bytes.length;
    this.#references.set(format, reference);
    return reference;
  }
}

/** An image with a uuidtext file of its own. Its strings stand in two ranges. */
export class ImageFile {
  readonly path: string;
  readonly uuid: Buffer;
  readonly table = new StringTable(0x4000);

  constructor(path: string) {
    this.path = path;
    this.uuid = uuidOf(`image ${path}`);
  }

  file(): Buffer {
    const bytes = Buffer.concat(this.table.strings);
    const ranges = [u32(0x10), u32(4), u32(this.table.base), u32(bytes.length)];
    return Buffer.concat([
      u32(0x66778899),
      u32(2),
      u32(1),
      u32(2),
      ...ranges,
      Buffer.from('abc\0'),
      bytes,
      text(this.path),
    ]);
  }
}

interface Library {
  readonly path: string;
  readonly uuid: Buffer;
  readonly textFrom: number;
  readonly table: StringTable;
}

const TEXT_SIZE = 0x100_0000;

/** A shared cache: libraries, every second of them with references above 4 GiB where the version has room for that. */
export class CacheFile {
  readonly version: 1 | 2;
  readonly uuid: Buffer;
  readonly libraries: Library[] = [];

  constructor(name: string, version: 1 | 2) {
    this.version = version;
    this.uuid = uuidOf(`cache ${name}`);
  }

  library(path: string, isLarge: boolean): Library {
    const known = this.libraries.find((library) => library.path === path);
    if (known !== undefined) return known;
    const index = this.libraries.length;
    const library = {
      path,
      uuid: uuidOf(`library ${path}`),
      textFrom: 0x1000_0000 + index * TEXT_SIZE,
      table: new StringTable((isLarge ? 0x1_0040_0000 : 0x4040_0000) + index * TEXT_SIZE),
    };
    this.libraries.push(library);
    return library;
  }

  file(): Buffer {
    const sorted = this.libraries.toSorted((a, b) => a.table.base - b.table.base);
    const head = 16 + sorted.length * (this.version === 1 ? 16 + 28 : 24 + 32);
    const ranges: Buffer[] = [];
    const images: Buffer[] = [];
    const content: Buffer[] = [];
    let at = head;
    const place = (bytes: Buffer): number => {
      content.push(bytes);
      at += bytes.length;
      return at - bytes.length;
    };
    for (const [index, { table, textFrom, uuid, path }] of sorted.entries()) {
      const data = place(Buffer.concat(table.strings));
      const name = place(text(path));
      if (this.version === 1) {
        ranges.push(u32(index), u32(table.base), u32(data), u32(table.size));
        images.push(u32(textFrom), u32(TEXT_SIZE), uuid, u32(name));
      } else {
        ranges.push(u64(table.base), u32(data), u32(table.size), u64(index));
        images.push(u64(textFrom), u32(TEXT_SIZE), uuid, u32(name));
      }
    }
    const count = u32(sorted.length);
    const header = [Buffer.from('hcsd'), u16(this.version), u16(0), count, count];
    return Buffer.concat([...header, ...ranges, ...images, ...content]);
  }
}
