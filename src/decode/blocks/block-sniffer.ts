import type { AnyStamp } from '../partial-stamp.ts';
import { BlockHeader } from './block-header.ts';
import { type KeyLine, readKeyLine, roleOfKey } from './block-keys.ts';

/** A block of a language nobody knows has at least a type, a time, a process and a message. */
const LEAST_KEYS = 4;

/** Finds blocks among the first lines of an input, and the key of their messages where no dictionary has it. */
export class BlockSniffer {
  readonly #header = new BlockHeader();
  readonly #messageKeys = new Map<string, number>();
  #last: KeyLine | undefined;

  /** `vote`: a block is complete with this line; `line`: it may be part of one; else it is none of a block's. */
  add(text: string): 'vote' | 'line' | undefined {
    const line = readKeyLine(text);
    if (line === undefined) return this.endRun() ? 'vote' : undefined;
    const ended = this.#header.has(line.key) && this.endRun();
    if (roleOfKey(line.key) === 'message') {
      const isBlock = this.#header.count > 0 && this.#header.read();
      this.#clear();
      return isBlock || ended ? 'vote' : undefined;
    }
    this.#header.add(line);
    this.#last = line;
    return ended ? 'vote' : roleOfKey(line.key) === undefined ? undefined : 'line';
  }

  /** A line that is no key's, or none at all, ends what came before. True where that was a block. */
  endRun(): boolean {
    const { count, isCertain } = this.#header;
    const key = this.#last?.key;
    const isBlock =
      count >= LEAST_KEYS && isCertain && key !== undefined && roleOfKey(key) === undefined && this.#header.read();
    if (isBlock) this.#messageKeys.set(key, (this.#messageKeys.get(key) ?? 0) + 1);
    this.#clear();
    return isBlock;
  }

  /** Of the block found last. */
  get stamp(): AnyStamp | undefined {
    return this.#header.hasTime ? this.#header.stamp : undefined;
  }

  /** The key of the messages, where no dictionary has it. */
  get messageKey(): string | undefined {
    const [best] = [...this.#messageKeys].sort((a, b) => b[1] - a[1]);
    return best?.[0];
  }

  #clear(): void {
    this.#header.clear();
    this.#last = undefined;
  }
}
