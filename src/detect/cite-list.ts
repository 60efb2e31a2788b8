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
  readonly #at: Micros[] = [];
  readonly #line: number[] = [];
  readonly #offset: number[] = [];
  readonly #length: number[] = [];
  readonly #shared: Shared[] = [];

  get size(): number {
    return this.#at.length;
  }

  push({ at, ref, process, pid, text }: Cite): void {
    const { input, file, line, offset, length } = ref;
    const last = this.#shared.at(-1);
    const isSame = last?.input === input && last.file === file && last.pid === pid && last.process === process;
    this.#at.push(at);
    this.#line.push(line);
    this.#offset.push(offset);
    this.#length.push(length);
    this.#shared.push(isSame && last.text === text ? last : { input, file, process, pid, text });
  }

  /** Those later than `from`, up to `to`. */
  between(from: Micros, to: Micros): Cite[] {
    const found: Cite[] = [];
    this.#at.forEach((at, i) => {
      if (at > from && at <= to) found.push(...this.#cite(i));
    });
    return found;
  }

  #cite(index: number): Cite[] {
    const [at, line, offset, length] = [this.#at, this.#line, this.#offset, this.#length].map((list) => list[index]);
    const shared = this.#shared[index];
    if (at === undefined || line === undefined || offset === undefined || length === undefined || !shared) return [];
    const { input, file, process, pid, text } = shared;
    const ref = { input, line, offset, length, ...(file === undefined ? {} : { file }) };
    return [{ at: at as Micros, ref, process, pid, text }];
  }
}
