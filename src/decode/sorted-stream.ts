import type { LogRecord } from '../model/log-record.ts';
import { BATCH_RECORDS } from './limits.ts';

/** Records that are held at most. Beyond it the earlier half is handed over, and what is earlier still comes too late. */
const MAX_HELD = 200_000;
const MAX_HELD_CHARS = 48 * 1024 * 1024;

/**
 * Puts the records of an export in the order of their time whose tool printed one of its files after the other. Holds a
 * bounded number of them; records of the same instant keep their order.
 */
export class SortedStream {
  readonly #read: () => Promise<LogRecord[] | undefined>;
  readonly #most: number;
  #held: LogRecord[] = [];
  #chars = 0;
  /** Records of `#held` that are in order and may be handed over, and how many of them have been. */
  #ready = 0;
  #given = 0;
  #isEnd = false;

  constructor(read: () => Promise<LogRecord[] | undefined>, most = MAX_HELD) {
    this.#read = read;
    this.#most = most;
  }

  async next(): Promise<LogRecord[] | undefined> {
    if (this.#given === this.#ready) await this.#refill();
    if (this.#given === this.#ready) return undefined;
    const batch = this.#held.slice(this.#given, Math.min(this.#ready, this.#given + BATCH_RECORDS));
    this.#given += batch.length;
    return batch;
  }

  async #refill(): Promise<void> {
    for (const { message } of this.#held.splice(0, this.#given)) this.#chars -= message.length;
    this.#given = 0;
    while (!this.#isEnd && this.#held.length < this.#most && this.#chars < MAX_HELD_CHARS) {
      const batch = await this.#read();
      this.#isEnd = batch === undefined;
      for (const record of batch ?? []) {
        this.#held.push(record);
        this.#chars += record.message.length;
      }
    }
    this.#held.sort((a, b) => a.at - b.at);
    this.#ready = this.#isEnd ? this.#held.length : Math.ceil(this.#held.length / 2);
  }
}
