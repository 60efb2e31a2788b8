import { NumberList } from '../lib/number-list.ts';
import type { Cite } from '../model/entity.ts';
import type { RecordRef } from '../model/log-record.ts';
import type { Micros } from '../model/units.ts';

/** What is the same in line after line of one process. */
interface Shared {
  readonly input: RecordRef['input'];
  readonly file: string | undefined;
  readonly process: string;
  readonly pid: number;
  readonly text: string | undefined;
}

/**
 * Many cites of which few are ever shown, as columns: a fourth of what they take as objects, and nothing for the garbage
 * collector to walk through.
 */
export class CiteList {
  readonly #at = new NumberList();
  readonly #line = new NumberList();
  readonly #offset = new NumberList();
  readonly #length = new NumberList();
  /** Index in `#kinds`. */
  readonly #kind = new NumberList();
  readonly #kinds: Shared[] = [];

  get size(): number {
    return this.#at.length;
  }

  push({ at, ref, process, pid, text }: Cite): void {
    const { input, file, line, offset, length } = ref;
    const last = this.#kinds.at(-1);
    const isSame = last?.input === input && last.file === file && last.pid === pid && last.process === process;
    if (!isSame || last.text !== text) this.#kinds.push({ input, file, process, pid, text });
    this.#at.push(at);
    this.#line.push(line);
    this.#offset.push(offset);
    this.#length.push(length);
    this.#kind.push(this.#kinds.length - 1);
  }

  /** Those later than `from`, up to `to`. */
  between(from: Micros, to: Micros): Cite[] {
    const found: Cite[] = [];
    for (let i = 0; i < this.size; i += 1) {
      const at = this.#at.at(i);
      if (at > from && at <= to) found.push(...this.#cite(i));
    }
    return found;
  }

  #cite(index: number): Cite[] {
    const kind = this.#kinds[this.#kind.at(index)];
    if (kind === undefined) return [];
    const { input, file, process, pid, text } = kind;
    const [line, offset, length] = [this.#line.at(index), this.#offset.at(index), this.#length.at(index)];
    const ref = { input, line, offset, length, ...(file === undefined ? {} : { file }) };
    // The time was a record's.
    return [{ at: this.#at.at(index) as Micros, ref, process, pid, text }];
  }
}
