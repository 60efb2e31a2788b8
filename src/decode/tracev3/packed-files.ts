import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FileSet, RandomFile, StreamedFile } from '../../lib/file-set.ts';
import { openQuietly } from './string-files.ts';

const BLOCK_BYTES = 64 * 1024;
/** Packed bytes of all files together: shared caches of 300 MB. What is beyond is missing. */
const MAX_PACKED_BYTES = 64 * 1024 * 1024;
/** Smaller files are kept by every container. */
const LARGE_BYTES = 1024 * 1024;
/** uuidtext files, shared caches. */
const STRINGS = /^(?:dsc|[0-9A-F]{2})\/[0-9A-F]{30,32}$/;

/**
 * The same files; those with strings that the container passes by only once (`FileSet.open`) are read in that one passing,
 * and kept packed, so that they can be read at any place.
 */
export async function withStringFiles(files: FileSet): Promise<FileSet> {
  const lost = new Set(files.files.filter((file) => isLost(files, file.path, file.size)).map(({ path }) => path));
  if (lost.size === 0) return files;
  const packed = new Map<string, PackedFile>();
  let left = MAX_PACKED_BYTES;
  for await (const file of files.walk((path) => lost.has(path))) {
    const kept = await pack(file, left);
    if (kept === undefined) continue;
    left -= kept.packedBytes;
    packed.set(file.path, kept);
  }
  return {
    files: files.files,
    open: (path) => packed.get(path) ?? files.open(path),
    walk: (wants) => files.walk(wants),
  };
}

function isLost(files: FileSet, path: string, size: number): boolean {
  if (size < LARGE_BYTES || !STRINGS.test(path)) return false;
  const file = openQuietly(files, path);
  file?.close();
  return file === undefined;
}

/** Undefined where it takes more than `most` bytes. */
async function pack(file: StreamedFile, most: number): Promise<PackedFile | undefined> {
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  const blocks: Buffer[] = [];
  let size = 0;
  let packedBytes = 0;
  for (;;) {
    let have = 0;
    while (have < BLOCK_BYTES) {
      const count = await file.read(block, have, BLOCK_BYTES - have);
      if (count === 0) break;
      have += count;
    }
    if (have === 0) return new PackedFile(blocks, size, packedBytes);
    const packed = deflateRawSync(block.subarray(0, have), { level: 1 });
    size += have;
    packedBytes += packed.length;
    if (packedBytes > most) return undefined;
    blocks.push(packed);
  }
}

/** A file in packed blocks; the block that was read last stays unpacked. */
class PackedFile implements RandomFile {
  readonly size: number;
  readonly packedBytes: number;
  readonly #blocks: readonly Buffer[];
  #index = -1;
  #block: Buffer = Buffer.alloc(0);

  constructor(blocks: readonly Buffer[], size: number, packedBytes: number) {
    this.#blocks = blocks;
    this.size = size;
    this.packedBytes = packedBytes;
  }

  read(into: Buffer, position: number): number {
    const index = Math.floor(position / BLOCK_BYTES);
    const packed = this.#blocks[index];
    if (packed === undefined) return 0;
    if (index !== this.#index) {
      this.#block = inflateRawSync(packed);
      this.#index = index;
    }
    // A read ends with its block; whoever wants more asks again.
    return this.#block.copy(into, 0, position - index * BLOCK_BYTES);
  }

  close(): void {}
}
