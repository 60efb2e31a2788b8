import { UserError } from '../../lib/errors.ts';
import type { FileSet, RandomFile } from '../../lib/file-set.ts';
import { type FormatString, parseFormat } from './format-string.ts';
import { type RawBytes, rawBytes, stringEnd } from './raw-bytes.ts';

/** An image whose code logs. */
export interface Image {
  /** Dense from 0 within an archive: the key of what is decided about an image. */
  readonly id: number;
  readonly path: string;
  /** Last component of the path; empty where nobody knows it. */
  readonly name: string;
}

/** A format string and whose it is. */
export interface FoundFormat {
  readonly image: Image;
  /** Undefined where the string is not there: the file, or the reference, leads nowhere. */
  readonly format: FormatString | undefined;
  /** For the text that stands where the message cannot be composed. */
  readonly uuid: string;
}

/** Longest format string that is read. */
const MAX_FORMAT_BYTES = 8 * 1024;
/** Read at once where a file is too large to hold. */
const USUAL_BYTES = 512;

/**
 * A file of strings: held whole, kept open, or opened anew for every string, whatever the store can still afford. What it
 * answers is the same.
 */
export class StringFile {
  readonly size: number;
  readonly #open: () => RandomFile | undefined;
  readonly #kept: RandomFile | undefined;
  readonly #whole: RawBytes | undefined;

  /** `file` is the first opening of it; it is closed unless `mode` is `keep`. */
  constructor(file: RandomFile, open: () => RandomFile | undefined, mode: 'hold' | 'keep' | 'reopen') {
    this.size = file.size;
    this.#open = open;
    if (mode === 'hold') {
      const bytes = Buffer.allocUnsafeSlow(file.size);
      this.#whole = rawBytes(bytes.subarray(0, readFully(file, bytes, 0)));
    }
    if (mode === 'keep') this.#kept = file;
    else file.close();
  }

  /** Bytes in [from, to), fewer at the end of the file or where it can no longer be read. */
  read(from: number, to: number): RawBytes {
    if (this.#whole !== undefined) return rawBytes(this.#whole.bytes.subarray(from, to));
    const bytes = Buffer.alloc(Math.max(0, Math.min(to, this.size) - from));
    const file = this.#kept ?? this.#open();
    const have = file === undefined ? 0 : readFully(file, bytes, from);
    if (file !== this.#kept) file?.close();
    return rawBytes(bytes.subarray(0, have));
  }

  /** The string at `from`, which ends before `limit`. */
  text(from: number, limit: number): string {
    const most = Math.min(limit, from + MAX_FORMAT_BYTES, this.size);
    if (from >= most) return '';
    const { bytes } = this.read(from, Math.min(from + USUAL_BYTES, most));
    const end = stringEnd(bytes, 0, bytes.length);
    if (end < bytes.length || from + USUAL_BYTES >= most) return bytes.toString('utf8', 0, end);
    const longer = this.read(from, most).bytes;
    return longer.toString('utf8', 0, stringEnd(longer, 0, longer.length));
  }

  close(): void {
    this.#kept?.close();
  }
}

function readFully(file: RandomFile, into: Buffer, position: number): number {
  let have = 0;
  try {
    while (have < into.length) {
      const count = file.read(into.subarray(have), position + have);
      if (count === 0) break;
      have += count;
    }
  } catch (error) {
    // What cannot be read is missing; the archive is read without it.
    if (!(error instanceof UserError)) throw error;
  }
  return have;
}

/** Undefined where there is no such file or the system refuses it: an archive may lack any of its string files. */
export function openQuietly(files: FileSet, path: string): RandomFile | undefined {
  try {
    return files.open(path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** What the formats of an archive may take, about; then all of them are read anew as they are asked for. */
const MAX_REMEMBERED_BYTES = 24 * 1024 * 1024;
/** What a format takes beside its text, and each of its conversions. */
const ENTRY_BYTES = 300;
const CONVERSION_BYTES = 250;

/** Counts what all formats of an archive take that are remembered. */
export class FormatBudget {
  /** Goes up when everything is to be forgotten. */
  epoch = 0;
  #bytes = 0;

  add({ format }: FoundFormat): void {
    this.#bytes +=
      ENTRY_BYTES + (format === undefined ? 0 : format.text.length + format.conversions.length * CONVERSION_BYTES);
    if (this.#bytes < MAX_REMEMBERED_BYTES) return;
    this.#bytes = 0;
    this.epoch += 1;
  }
}

/** Remembers what a reference leads to. Keys are small integers: a map keyed by doubles costs four times more. */
export class FormatMemory {
  readonly #budget: FormatBudget;
  readonly #tables = new Map<number, Map<number, FoundFormat>>();
  #epoch: number;

  constructor(budget: FormatBudget) {
    this.#budget = budget;
    this.#epoch = budget.epoch;
  }

  /** `reference` is `upper` times 2^31 plus `lower`. */
  get(upper: number, lower: number): FoundFormat | undefined {
    if (this.#epoch !== this.#budget.epoch) {
      this.#tables.clear();
      this.#epoch = this.#budget.epoch;
    }
    return this.#tables.get(upper)?.get(lower);
  }

  set(upper: number, lower: number, found: FoundFormat): void {
    this.#budget.add(found);
    let table = this.#tables.get(upper);
    if (table === undefined) {
      table = new Map();
      this.#tables.set(upper, table);
    }
    table.set(lower, found);
  }
}

/** Format of entries that bring their own text. */
export const DYNAMIC_FORMAT: FormatString = parseFormat('%s');
