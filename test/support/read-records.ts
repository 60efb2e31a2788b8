import type { InputReader } from '../../src/decode/input-reader.ts';
import { openInput } from '../../src/decode/open-input.ts';
import { OriginTable } from '../../src/decode/origin-table.ts';
import type { WindowSizes } from '../../src/decode/window.ts';
import type { ByteSource } from '../../src/lib/byte-source.ts';
import type { InputSummary, Problem } from '../../src/model/input.ts';
import type { LogRecord, Origin } from '../../src/model/log-record.ts';
import type { InputIndex } from '../../src/model/units.ts';
import type { Want } from '../../src/model/want.ts';

export interface ReadOptions {
  readonly gate?: (origin: Origin) => Want;
  /** Bytes of each read; the last one repeats. */
  readonly chunks?: readonly number[];
  readonly sizes?: WindowSizes;
}

export interface ReadResult {
  readonly records: LogRecord[];
  readonly summary: InputSummary;
  readonly problems: Problem[];
}

/** A source over bytes in memory that hands them out in pieces of the given sizes. */
export function bytesSource(bytes: Buffer, chunks: readonly number[] = [], name = 'test.log'): ByteSource {
  let position = 0;
  let reads = 0;
  return {
    name,
    size: bytes.length,
    isSeekable: true,
    read(into, at, max) {
      const chunk = chunks[Math.min(reads, chunks.length - 1)] ?? bytes.length;
      reads += 1;
      const count = bytes.copy(into, at, position, Math.min(bytes.length, position + Math.min(max, chunk)));
      position += count;
      return count;
    },
    peek: (into, from) => bytes.copy(into, 0, from),
    close() {},
  };
}

/** Everything a reader hands over. */
export async function drain(reader: InputReader): Promise<LogRecord[]> {
  const records: LogRecord[] = [];
  for (let batch = await reader.next(); batch !== undefined; batch = await reader.next()) records.push(...batch);
  return records;
}

/** Decodes a whole input, all records wanted unless the gate says otherwise. */
export async function readRecords(input: string | Buffer, options: ReadOptions = {}): Promise<ReadResult> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const reader = await openInput(bytesSource(bytes, options.chunks), {
    origins: new OriginTable(options.gate ?? (() => 'all')),
    index: 0 as InputIndex,
    ...(options.sizes === undefined ? {} : { sizes: options.sizes }),
  });
  const records = await drain(reader);
  return { records, summary: reader.summary(), problems: reader.problems() };
}
