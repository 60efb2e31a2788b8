import { NEWLINE } from './ascii.ts';
import type { ByteSource } from './byte-source.ts';

/** The newest bytes of an endless input, in whole lines; what is older than the room allows is forgotten. */
export class RollingBytes {
  readonly #room: number;
  #blocks: Buffer[] = [];
  #held = 0;
  /** Whether the line that the first block begins with has lost its beginning. */
  #isCut = false;
  /** Bytes that came in all. */
  total = 0;

  constructor(room: number) {
    this.#room = room;
  }

  get hasForgotten(): boolean {
    return this.total > this.#held;
  }

  /** Keeps the block itself: it is not written to any more. */
  add(block: Buffer): void {
    this.#blocks.push(block);
    this.#held += block.length;
    this.total += block.length;
    while (this.#held > this.#room && this.#blocks.length > 1) {
      const gone = this.#blocks.shift();
      this.#held -= gone?.length ?? 0;
      this.#isCut = gone?.at(-1) !== NEWLINE;
    }
  }

  /** What is held now, as an input; a line whose beginning is forgotten is left out. */
  source(name: string): ByteSource {
    const blocks = [...this.#blocks];
    let index = 0;
    let position = 0;
    if (this.#isCut) {
      while (index < blocks.length && position === 0) {
        const newline = blocks[index]?.indexOf(NEWLINE) ?? -1;
        if (newline >= 0) position = newline + 1;
        else index += 1;
      }
    }
    return {
      name,
      size: undefined,
      isSeekable: false,
      read(into, at, max) {
        for (let block = blocks[index]; block !== undefined; block = blocks[index]) {
          const count = block.copy(into, at, position, position + max);
          position += count;
          if (count > 0) return count;
          index += 1;
          position = 0;
        }
        return 0;
      },
      close() {},
    };
  }
}
