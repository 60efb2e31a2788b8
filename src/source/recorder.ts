import type { ByteSource } from '../lib/byte-source.ts';
import { UserError } from '../lib/errors.ts';

/** A container that comes through a pipe is kept as it comes, packed; larger ones have to be given by name. */
const MOST_BYTES = 160 * 1024 * 1024;

/**
 * Remembers what is read of a pipe until it is known whether it has to be read again: a container has, a packed log has not.
 */
export class Recorder {
  readonly source: ByteSource;
  readonly #inner: ByteSource;
  #pieces: Buffer[] = [];
  #have = 0;
  #isOn = true;

  constructor(inner: ByteSource) {
    this.#inner = inner;
    this.source = {
      ...inner,
      // Until it is known what it is, it is not over.
      close: () => {
        if (!this.#isOn) inner.close();
      },
      read: (into, at, max) => {
        const answer = inner.read(into, at, max);
        if (typeof answer !== 'number') return answer.then((count) => this.#note(into, at, count));
        return this.#note(into, at, answer);
      },
    };
  }

  /** It will not be read again. */
  forget(): void {
    this.#isOn = false;
    this.#pieces = [];
  }

  /** Reads to the end and answers the whole, to be read from the beginning any number of times. Throws `UserError`. */
  async whole(): Promise<() => ByteSource> {
    const block = Buffer.allocUnsafe(1024 * 1024);
    while ((await this.source.read(block, 0, block.length)) > 0);
    const bytes = Buffer.concat(this.#pieces);
    this.forget();
    this.#inner.close();
    return () => fromMemory(this.#inner.name, bytes);
  }

  #note(into: Buffer, at: number, count: number): number {
    if (!this.#isOn || count === 0) return count;
    this.#have += count;
    if (this.#have > MOST_BYTES) {
      throw new UserError(`${this.#inner.name} holds a container of more than ${MOST_BYTES / 1024 / 1024} MiB`, {
        exitCode: 3,
        hint: 'give it by its file name: a container has to be read more than once',
      });
    }
    this.#pieces.push(Buffer.from(into.subarray(at, at + count)));
    return count;
  }
}

function fromMemory(name: string, bytes: Buffer): ByteSource {
  let position = 0;
  return {
    name,
    size: bytes.length,
    isSeekable: false,
    read(into, at, max) {
      const count = bytes.copy(into, at, position, Math.min(bytes.length, position + max));
      position += count;
      return count;
    },
    peek: (into, from) => bytes.copy(into, 0, from, Math.min(bytes.length, from + into.length)),
    close() {},
  };
}
