import zlib from 'node:zlib';
import type { ByteSource } from '../lib/byte-source.ts';
import { UserError } from '../lib/errors.ts';
import { systemCode } from './read-errors.ts';
import { zstdInScript } from './zstd-in-script.ts';

/** What is unpacked at a time. Large, because the decoder blocks meanwhile: unpacking and decoding then overlap. */
const CHUNK_BYTES = 1024 * 1024;
/** What is fed at a time: four times less costs a fifth more time, because each piece waits for the decoder to pause. */
const FED_BYTES = 256 * 1024;
/** Of a piece in which the data turns out to be damaged nothing is handed over: it is then fed again in pieces of this size. */
const CAREFUL_BYTES = 4 * 1024;
const AHEAD_BYTES = 4 * CHUNK_BYTES;
/** No log packs better than a hundred to one; what unpacks to so much more is made to fill a memory or a disk. */
const BOMB_RATIO = 250;
const BOMB_BYTES = 256 * 1024 * 1024;

/** Opens a source again from its beginning; undefined for what cannot be read twice. */
export type Reopen = (() => Promise<ByteSource>) | undefined;

/**
 * The content of a packed source, unpacked as it is read. `read` throws `UserError` where the packing is damaged, behind the
 * last byte that can be unpacked where the source can be opened again.
 */
export function unpack(source: ByteSource, packing: 'gzip' | 'zstd', again?: Reopen): ByteSource {
  const { name } = source;
  let inner = new Unpacked(source, packing, FED_BYTES);
  let given = 0;
  let isCareful = again === undefined;
  const readOn = async (into: Buffer, at: number, max: number): Promise<number> => {
    try {
      return await inner.read(into, at, max);
    } catch (error) {
      if (isCareful || again === undefined || error instanceof UserError) throw damage(error, name, packing);
    }
    isCareful = true;
    inner.close();
    inner = new Unpacked(await again(), packing, CAREFUL_BYTES);
    await skip(inner, given);
    return readOn(into, at, max);
  };
  return {
    name,
    size: undefined,
    isSeekable: false,
    ...(source.container === undefined ? {} : { container: source.container }),
    async read(into, at, max) {
      const count = await readOn(into, at, max);
      given += count;
      return count;
    },
    close: () => inner.close(),
  };
}

async function skip(from: Unpacked, bytes: number): Promise<void> {
  const nowhere = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let left = bytes; left > 0; ) {
    const count = await from.read(nowhere, 0, Math.min(left, nowhere.length));
    if (count === 0) return;
    left -= count;
  }
}

/** One passage through a packed source. */
class Unpacked {
  readonly #source: ByteSource;
  readonly #unpacker: Unpacker | undefined;
  readonly #gauge: Gauge;
  readonly #read: Read;

  constructor(source: ByteSource, packing: 'gzip' | 'zstd', fedBytes: number) {
    this.#source = source;
    this.#gauge = new Gauge(source.name);
    const read: ByteSource['read'] = (into, at, max) => this.#gauge.takeIn(source.read(into, at, max));
    const counted: ByteSource = { ...source, read };
    this.#unpacker = packing === 'gzip' ? zlib.createGunzip(SIZES) : zstdNatively();
    this.#read =
      this.#unpacker === undefined ? zstdInScript(counted) : throughStream(counted, this.#unpacker, fedBytes);
  }

  async read(into: Buffer, at: number, max: number): Promise<number> {
    return this.#gauge.giveOut(await this.#read(into, at, max));
  }

  close(): void {
    this.#unpacker?.destroy();
    this.#source.close();
  }
}

const SIZES = { chunkSize: CHUNK_BYTES, highWaterMark: AHEAD_BYTES };

type Unpacker = zlib.Gunzip;
type Read = (into: Buffer, at: number, max: number) => Promise<number> | number;

/** Node has it from 22.15 on; its types here are those of the oldest Node that is supported. */
function zstdNatively(): Unpacker | undefined {
  const native: object = zlib;
  if (!('createZstdDecompress' in native) || typeof native.createZstdDecompress !== 'function') return undefined;
  // What this function answers is a transform stream like the one for gzip.
  return native.createZstdDecompress(SIZES) as Unpacker;
}

/** Feeds a stream of zlib, which works in a thread of its own, and reads what comes out. */
function throughStream(source: ByteSource, unpacker: Unpacker, fedBytes: number): Read {
  let failure: unknown;
  let isOver = false;
  let wake = (): void => {};
  unpacker.on('readable', () => wake());
  unpacker.on('end', () => {
    isOver = true;
    wake();
  });
  const fail = (error: unknown): void => {
    failure ??= error;
    wake();
  };
  unpacker.on('error', fail);
  unpacker.on('close', () => fail(new Error('closed')));
  let isFed = false;
  const feed = async (): Promise<void> => {
    const block = Buffer.allocUnsafe(fedBytes);
    for (;;) {
      const count = await source.read(block, 0, block.length);
      if (count === 0) break;
      // The callback comes when all of the block is unpacked: it can be used again.
      await new Promise<void>((resolve) => unpacker.write(block.subarray(0, count), () => resolve()));
      if (failure !== undefined) return;
    }
    unpacker.end();
  };
  let rest: Buffer = Buffer.alloc(0);
  return async (into, at, max) => {
    if (!isFed) {
      isFed = true;
      feed().catch(fail);
    }
    while (rest.length === 0) {
      const chunk: unknown = unpacker.read();
      if (chunk instanceof Buffer) rest = chunk;
      else if (isOver) return 0;
      else if (failure !== undefined) throw failure;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    const count = rest.copy(into, at, 0, max);
    rest = rest.subarray(count);
    return count;
  };
}

/** Stops what unpacks to more than any log does. */
class Gauge {
  readonly #name: string;
  #in = 0;
  #out = 0;

  constructor(name: string) {
    this.#name = name;
  }

  takeIn(answer: number | Promise<number>): number | Promise<number> {
    if (typeof answer !== 'number') return answer.then((count) => this.takeIn(count));
    this.#in += answer;
    return answer;
  }

  giveOut(count: number): number {
    this.#out += count;
    if (this.#out > BOMB_BYTES && this.#out > this.#in * BOMB_RATIO) {
      throw new UserError(`${this.#name} unpacks to more than ${BOMB_RATIO} times its size, as no log does`, {
        exitCode: 3,
      });
    }
    return count;
  }
}

/** Z_BUF_ERROR is what zlib says at an end in the middle. */
function damage(error: unknown, name: string, packing: string): unknown {
  if (error instanceof UserError) return error;
  const code = systemCode(error);
  const isCut = code === 'Z_BUF_ERROR' || (error instanceof Error && /unexpected (?:end|EOF)/i.test(error.message));
  const what = isCut ? 'ends in the middle' : 'is damaged';
  return new UserError(`${name}: the ${packing} data ${what}`, { exitCode: 3, cause: error });
}
