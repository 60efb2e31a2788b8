import { BLANK, CLOSE_BRACKET, OPEN_BRACKET, OPEN_PAREN } from '../../lib/ascii.ts';
import { sameBytes } from '../same-bytes.ts';

/** Tails of one process that are tried; more are found by their hash. */
const CAPACITY = 8;

interface Tail {
  readonly view: DataView;
  readonly length: number;
  /** The last four bytes, where tails of one process differ most: `ion]` and a blank. 0 in a tail of nothing. */
  readonly last: number;
  readonly hasSubsystem: boolean;
  readonly slot: number;
  hits: number;
}

/**
 * The tails (`(sender) [subsystem:category] `) that a process has printed lately. Where a line goes on with the bytes of one
 * of them, reading the tail by its rules would end at the same byte: nearly every line is spared that.
 */
export class RecentTails {
  /** The process's name. */
  readonly name: DataView;
  readonly nameLength: number;
  /** Length of the tail found last. */
  length = 0;
  readonly #tails: Tail[] = [];

  constructor(name: Buffer) {
    this.name = copyOf(name);
    this.nameLength = name.length;
  }

  /** Slot of the origin whose tail begins at `at`, or -1. */
  find(bytes: Uint8Array, view: DataView, at: number, end: number): number {
    const tails = this.#tails;
    for (let i = 0; i < tails.length; i++) {
      const tail = tails[i];
      if (tail === undefined || !isAt(tail, bytes, view, at, end)) continue;
      this.length = tail.length;
      tail.hits += 1;
      if (i > 0) this.#promote(i, tail);
      return tail.slot;
    }
    return -1;
  }

  /** Remembers a tail that was read by its rules. */
  add(bytes: Buffer, view: DataView, from: number, to: number, slot: number): void {
    const length = to - from;
    const isWhole = length === 0 || bytes[to - 1] === BLANK;
    const isKnown = this.#tails.some((tail) => tail.length === length && sameBytes(view, from, tail.view, 0, length));
    if (!isWhole || isKnown) return;
    const hasSubsystem = length > 1 && bytes[to - 2] === CLOSE_BRACKET;
    const last = length < 4 ? 0 : view.getInt32(to - 4, true);
    const tail: Tail = { view: copyOf(bytes.subarray(from, to)), length, last, hasSubsystem, slot, hits: 0 };
    if (this.#tails.length === CAPACITY) this.#tails.pop();
    this.#tails.push(tail);
  }

  /** Moves a tail one place forward if it is printed more often than the one there. */
  #promote(index: number, tail: Tail): void {
    const before = this.#tails[index - 1];
    if (before === undefined || before.hits >= tail.hits) return;
    this.#tails[index - 1] = tail;
    this.#tails[index] = before;
  }
}

/** Whether the line goes on with this tail, and with nothing that could make it longer. */
function isAt(tail: Tail, bytes: Uint8Array, view: DataView, at: number, end: number): boolean {
  const behind = at + tail.length;
  if (behind > end || (tail.last !== 0 && tail.last !== view.getInt32(behind - 4, true))) return false;
  if (!sameBytes(view, at, tail.view, 0, tail.length)) return false;
  if (tail.hasSubsystem || behind === end) return true;
  const next = bytes[behind];
  return next !== OPEN_BRACKET && (tail.length > 0 || next !== OPEN_PAREN);
}

function copyOf(bytes: Buffer): DataView {
  return new DataView(Uint8Array.from(bytes).buffer);
}
