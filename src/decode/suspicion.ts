import { FAILED_LINES, SUSPECT_BYTES } from './limits.ts';
import type { Window } from './window.ts';

/** A place from which on the input seems to be written in another style. */
export interface Suspect {
  /** Offset in the input: a line start. */
  readonly offset: number;
  /** Lines before it. */
  readonly lines: number;
  /** Offset behind the last line of the record above, were it to end here. */
  readonly recordEnd: number;
}

/**
 * Mixed files happen: posts that join several exports. Lines that no first line of the style being read interrupts, and of
 * which at least one is a record of another style, raise a suspicion; it is ripe after fifty lines, or at once where
 * column titles say so. Source: line-formats 11.
 */
export class Suspicion {
  suspect: Suspect | undefined;
  /** Whether the reader has to decide before another line is read. */
  isDue = false;
  /** Offset behind the line that made it due. */
  dueAt = 0;
  #isCertain = false;
  #lines = 0;
  #acquittedTo = -1;

  /** A line is a record of another style. */
  accuse(offset: number, lines: number, recordEnd: number): void {
    if (offset <= this.#acquittedTo) return;
    this.suspect ??= { offset, lines, recordEnd };
  }

  /** Column titles of another style: no need to wait for more lines. */
  confirm(): void {
    this.#isCertain = this.suspect !== undefined;
  }

  /** A line of the style being read ended it. */
  clear(): void {
    if (this.suspect === undefined) return;
    this.suspect = undefined;
    this.#lines = 0;
    this.#isCertain = false;
    this.isDue = false;
  }

  /** The reader decided against it; nothing up to this offset is suspected again. */
  acquit(offset: number): void {
    this.#acquittedTo = offset;
    this.clear();
  }

  /** Whether it must be decided before the line that ends at `end` is read; counts the line if not. */
  isRipe(window: Window, end: number): boolean {
    if (this.suspect === undefined) return false;
    const length = window.base + end - this.suspect.offset;
    this.isDue = this.#isCertain || this.#lines >= FAILED_LINES || (length > SUSPECT_BYTES && this.#lines > 0);
    if (this.isDue) this.dueAt = window.base + end;
    else this.#lines += 1;
    return this.isDue;
  }
}
