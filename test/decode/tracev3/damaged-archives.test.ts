import { describe, expect, it } from 'vitest';
import { Chunkset } from '../../../src/decode/tracev3/chunkset.ts';
import { decompressBlock, LZ4_DAMAGED } from '../../../src/decode/tracev3/lz4.ts';
import { rawBytes } from '../../../src/decode/tracev3/raw-bytes.ts';
import { u32 } from '../../support/archive/bytes.ts';
import { compressBlock } from '../../support/archive/lz4-compress.ts';
import { everythingStory } from '../../support/archive/stories.ts';
import { memoryFiles, readArchive } from '../../support/read-archive.ts';

/** A generator of numbers below 2^32 that depends on the seed alone (xorshift). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

const TRACE = 'Persist/0000000000000001.tracev3';

describe('a damaged archive', () => {
  it('gives what stands before the cut, wherever its file is cut', async () => {
    const { archive } = everythingStory(1, { entriesPerSet: 3 });
    const files = archive.files();
    const bytes = files[TRACE] ?? Buffer.alloc(0);
    const whole = (await readArchive(memoryFiles(files))).records.length;

    let before = 0;
    let told = 0;
    for (let length = 0; length <= bytes.length; length++) {
      const { records, summary } = await readArchive(memoryFiles({ ...files, [TRACE]: bytes.subarray(0, length) }));
      expect(records.length).toBeGreaterThanOrEqual(before);
      before = records.length;
      told += summary.archive?.truncatedFiles ?? 0;
    }
    expect(before).toBe(whole);
    // All cuts but those between two chunks.
    expect(told).toBeGreaterThan(bytes.length * 0.9);
  });

  it('never throws and never hangs, whatever bits are flipped in whatever file', async () => {
    const { archive } = everythingStory(3, { entriesPerSet: 10 });
    const files = archive.files();
    const paths = Object.keys(files);
    const random = randomOf(20_260_318);

    for (let round = 0; round < 500; round++) {
      const path = random() % 3 === 0 ? (paths[random() % paths.length] ?? TRACE) : TRACE;
      const bytes = Buffer.from(files[path] ?? Buffer.alloc(0));
      for (let flips = 1 + (random() % 8); flips > 0; flips--) {
        const at = random() % bytes.length;
        bytes[at] = random() % 4 === 0 ? 0xff : (bytes[at] ?? 0) ^ (1 << (random() % 8));
      }
      const { records } = await readArchive(memoryFiles({ ...files, [path]: bytes }));
      expect(records.length).toBeLessThan(100_000);
    }
  });

  it('never throws on decompressed parts that are damaged', async () => {
    // Without compression every flipped bit reaches the readers of the parts.
    const { archive } = everythingStory(3, { isStored: true, entriesPerSet: 14 });
    const files = archive.files();
    const random = randomOf(4711);
    let damaged = 0;

    for (let round = 0; round < 500; round++) {
      const bytes = Buffer.from(files[TRACE] ?? Buffer.alloc(0));
      for (let flips = 1 + (random() % 20); flips > 0; flips--)
        bytes[224 + (random() % (bytes.length - 224))] = random() & 0xff;
      const { records, summary } = await readArchive(memoryFiles({ ...files, [TRACE]: bytes }));
      for (const { message } of records) expect(message.length).toBeLessThanOrEqual(16_384);
      damaged += (summary.archive?.damaged ?? 0) > 0 ? 1 : 0;
    }
    expect(damaged).toBeGreaterThan(5);
  });

  it('takes no memory for lengths that lie', async () => {
    const { archive } = everythingStory(1);
    const files = archive.files();
    const bytes = Buffer.from(files[TRACE] ?? Buffer.alloc(0));
    // The header's length, then those of all that may follow.
    for (const length of [2 ** 31, 2 ** 52, 2 ** 31 - 1, 16 * 1024 * 1024]) {
      bytes.writeBigUInt64LE(BigInt(length), 8);
      const { records, problems } = await readArchive(memoryFiles({ ...files, [TRACE]: bytes }));
      expect(records).toEqual([]);
      expect(problems.map(({ code }) => code)).toContain(
        length > 16 * 1024 * 1024 ? 'archive-damaged' : 'archive-truncated',
      );
    }
  });

  it('goes on behind a chunk whose length lies', async () => {
    const { archive, expected } = everythingStory(1, { entriesPerSet: 1, setsPerCatalog: 3 });
    const files = archive.files();
    const bytes = Buffer.from(files[TRACE] ?? Buffer.alloc(0));
    const chunkset = bytes.indexOf(Buffer.concat([u32(0x600d), u32(1)]));
    bytes.writeUInt32LE(0x7000_0000, chunkset + 8);

    const { records, problems } = await readArchive(memoryFiles({ ...files, [TRACE]: bytes }));

    expect(records.length).toBeGreaterThanOrEqual(expected.length - 3);
    expect(problems.map(({ code }) => code)).toContain('archive-damaged');
  });

  it('is nothing where there is no file of records in it', async () => {
    const { problems, summary } = await readArchive(memoryFiles({ 'Info.plist': Buffer.from('x') }));

    expect(problems.map(({ code }) => code)).toEqual(['input-empty']);
    expect(summary.records).toBe(0);
  });
});

describe('the LZ4 decoder', () => {
  it('reads back what is compressed, runs and long lengths among it', () => {
    const random = randomOf(7);
    const inputs = [
      Buffer.alloc(70_000, 0x41),
      Buffer.from(Array.from({ length: 5000 }, () => random() & 0xff)),
      Buffer.from(Array.from({ length: 60_000 }, (_, index) => (index % 7) * (random() % 3))),
      Buffer.from('short'),
    ];
    for (const input of inputs) {
      const block = compressBlock(input);
      const into = Buffer.alloc(input.length + 10, 0xcc);

      expect(decompressBlock(block, 0, block.length, into, 0, input.length)).toBe(input.length);
      expect(into.subarray(0, input.length).equals(input)).toBe(true);
      expect(into.subarray(input.length).every((byte) => byte === 0xcc)).toBe(true);
    }
  });

  it('repeats what overlaps: a distance of 1 is a run', () => {
    const into = Buffer.alloc(12);

    // One literal, a match of 4 + 4 at distance 1, then two literals.
    const block = Buffer.from([0x14, 0x61, 1, 0, 0x20, 0x62, 0x63]);

    expect(decompressBlock(block, 0, block.length, into, 0, 12)).toBe(11);
    expect(into.toString('latin1', 0, 11)).toBe('aaaaaaaaabc');
  });

  it.each([
    ['distance 0', [0x14, 0x61, 0, 0]],
    ['distance before the beginning', [0x14, 0x61, 2, 0]],
    ['a distance that is cut off', [0x14, 0x61, 1]],
    ['literals beyond the end', [0xf0, 0xff, 0xff]],
    ['a match beyond the limit', [0x1f, 0x61, 1, 0, 0xff, 0xff, 0xff, 1]],
  ])('refuses %s', (_, bytes) => {
    const into = Buffer.alloc(200);

    expect(decompressBlock(Buffer.from(bytes), 0, bytes.length, into, 0, 100)).toBe(LZ4_DAMAGED);
    expect(into.subarray(100).every((byte) => byte === 0)).toBe(true);
  });

  it('reads several frames in one chunkset, stored ones among them', () => {
    const block = compressBlock(Buffer.from('hello hello hello hello hello'));
    const frames = Buffer.concat([
      ...[Buffer.from('bv41'), u32(29), u32(block.length), block],
      ...[Buffer.from('bv4-'), u32(5), Buffer.from('world')],
      Buffer.from('bv4$'),
    ]);
    const chunkset = new Chunkset();

    expect(chunkset.load(rawBytes(frames), 0, frames.length)).toBe(true);
    expect(chunkset.raw.bytes.toString('latin1', 0, chunkset.length)).toBe('hello hello hello hello helloworld');
  });

  it('believes no frame that says it is larger than its bytes can be', () => {
    const frames = Buffer.concat([Buffer.from('bv41'), u32(0x7fff_ffff), u32(4), Buffer.alloc(4), Buffer.from('bv4$')]);
    const chunkset = new Chunkset();

    expect(chunkset.load(rawBytes(frames), 0, frames.length)).toBe(false);
    expect(chunkset.raw.bytes.length).toBeLessThan(1_000_000);
  });
});
