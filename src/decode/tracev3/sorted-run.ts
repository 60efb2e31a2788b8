import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Level, LogRecord, Origin } from '../../model/log-record.ts';
import type { InputIndex, Micros } from '../../model/units.ts';
import { keyOf, type OrderKey } from './record-order.ts';

/** Records that are unpacked together. */
const BLOCK_RECORDS = 256;
/** What one run costs at least, however small it is packed: the block of it that is open while runs are merged. */
const OPEN_BYTES = 512 * 1024;

interface Block {
  readonly first: OrderKey;
  readonly bytes: Buffer;
}

/** Fields that many records share, each said once. */
interface Shared {
  readonly origins: Origin[];
  readonly texts: string[];
}

/** A record in a block: numbers, places in the lists of shared fields, and its message. */
type Packed = readonly [
  at: number,
  offset: number,
  line: number,
  length: number,
  origin: number,
  pid: number,
  tid: number,
  level: number,
  formatString: number,
  boot: number,
  file: number,
  message: string,
];

/** Records in their order, packed small. Reading them gives equal records. */
export class SortedRun {
  readonly #input: InputIndex;
  readonly #shared: Shared;
  #blocks: readonly Block[];

  constructor(input: InputIndex, shared: Shared, blocks: readonly Block[]) {
    this.#input = input;
    this.#shared = shared;
    this.#blocks = blocks;
  }

  /** `records` are in order. */
  static pack(records: readonly LogRecord[]): SortedRun {
    const packer = new Packer();
    const blocks: Block[] = [];
    for (let from = 0; from < records.length; from += BLOCK_RECORDS) {
      const part = records.slice(from, from + BLOCK_RECORDS);
      const text = JSON.stringify(part.map((record) => packer.pack(record)));
      const [first] = part;
      if (first !== undefined) blocks.push({ first: keyOf(first), bytes: deflateRawSync(text, { level: 1 }) });
    }
    return new SortedRun(records[0]?.ref.input ?? (0 as InputIndex), packer.shared, blocks);
  }

  /** Memory that it takes now, and while it is read. */
  get cost(): number {
    return this.#blocks.reduce((sum, { bytes }) => sum + bytes.length, 0) + OPEN_BYTES;
  }

  /** First record of every block, with what the block takes. */
  get weights(): readonly { readonly key: OrderKey; readonly bytes: number }[] {
    return this.#blocks.map(({ first, bytes }) => ({ key: first, bytes: bytes.length }));
  }

  /** Gives up the blocks that `isWanted` says nothing is wanted of. */
  keep(isWanted: (first: OrderKey) => boolean): void {
    this.#blocks = this.#blocks.filter(({ first }) => isWanted(first));
  }

  *read(): Generator<LogRecord> {
    for (const { bytes } of this.#blocks) {
      // Our own writing, a few lines above.
      for (const packed of JSON.parse(inflateRawSync(bytes).toString()) as Packed[]) yield this.#unpack(packed);
    }
  }

  #unpack(packed: Packed): LogRecord {
    const [at, offset, line, length, origin, pid, tid, level, formatString, boot, file, message] = packed;
    const { origins, texts } = this.#shared;
    return {
      at: at as Micros,
      origin: origins[origin] as Origin,
      pid,
      tid,
      level: texts[level] as Level,
      message,
      formatString: texts[formatString],
      boot: texts[boot],
      ref: { input: this.#input, line, file: texts[file] ?? '', offset, length },
    };
  }
}

/** Numbers the fields that records share. */
class Packer {
  readonly shared: Shared = { origins: [], texts: [] };
  readonly #origins = new Map<Origin, number>();
  readonly #texts = new Map<string, number>();

  pack({ at, origin, pid, tid, level, formatString, boot, message, ref }: LogRecord): Packed {
    return [
      at,
      ref.offset,
      ref.line,
      ref.length,
      numberOf(this.#origins, this.shared.origins, origin),
      pid,
      tid,
      this.#text(level),
      this.#text(formatString),
      this.#text(boot),
      this.#text(ref.file),
      message,
    ];
  }

  #text(text: string | undefined): number {
    return text === undefined ? -1 : numberOf(this.#texts, this.shared.texts, text);
  }
}

function numberOf<T>(numbers: Map<T, number>, list: T[], value: T): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  numbers.set(value, list.length);
  list.push(value);
  return list.length - 1;
}
