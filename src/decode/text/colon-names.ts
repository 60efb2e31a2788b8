import { COLON } from '../../lib/ascii.ts';

const NAMES_REMEMBERED = 1024;

/**
 * Process names that hold `: `, by pid. In the default style a name ends at the first `: `, which cuts such a name; a
 * line on which sender and subsystem follow shows where it really ends, and the pid's other lines profit.
 */
export class ColonNames {
  readonly #names = new Map<number, Buffer>();

  get size(): number {
    return this.#names.size;
  }

  learn(pid: number, name: Buffer): void {
    const known = this.#names.get(pid);
    if (known !== undefined && known.length >= name.length) return;
    if (this.#names.size >= NAMES_REMEMBERED) this.#names.clear();
    this.#names.set(pid, Buffer.from(name));
  }

  /** Length of the name known for this pid, where it stands at `at` before `: `; else 0. */
  lengthAt(pid: number, bytes: Buffer, at: number, end: number): number {
    const name = this.#names.get(pid);
    if (name === undefined || at + name.length >= end) return 0;
    return bytes.compare(name, 0, name.length, at, at + name.length) === 0 && bytes[at + name.length] === COLON
      ? name.length
      : 0;
  }
}
