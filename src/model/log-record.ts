import type { InputIndex, Micros, OriginId } from './units.ts';

/** Unified-log message types. `unknown` where the export prints none (`--style syslog`). */
export const LEVELS = [
  'default',
  'info',
  'debug',
  'error',
  'fault',
  'activity',
  'signpost',
  'state',
  'loss',
  'unknown',
] as const;

export type Level = (typeof LEVELS)[number];

/** Who wrote a record, interned: a capture has a few thousand of these, so every decision about one is made once. */
export interface Origin {
  readonly id: OriginId;
  /** Process name: the last component of the image path. Empty for the log system's own lines (`=== system boot: …`). */
  readonly process: string;
  /** Full path of the process image, where the export has it (ndjson, json). */
  readonly processPath: string | undefined;
  /** Image that logged: a framework, a library, a kernel extension; the process itself where the export prints none. */
  readonly sender: string;
  /** Set where the export prints no sender at all: that of a framework's line is the process, too. */
  readonly lacksSender?: true;
  readonly subsystem: string;
  readonly category: string;
}

/** Where a record stands in its input: enough to read it again, and to cite it. */
export interface RecordRef {
  readonly input: InputIndex;
  /** 1-based line of the record's first line. In an archive, where there are none: bytes of its decompressed file before it. */
  readonly line: number;
  /** In an archive, the file of the record: `Persist/0000000000000f85.tracev3`. */
  readonly file?: string;
  /** Bytes of the whole record in the input, continuation lines included, without the last newline. */
  readonly offset: number;
  readonly length: number;
}

/** One log entry: several physical lines where the message holds newlines. */
export interface LogRecord {
  /** Where the export prints no time: that of the record before, or the epoch where there is none. */
  readonly at: Micros;
  readonly origin: Origin;
  /** -1 where the export prints no pid. */
  readonly pid: number;
  /** Thread id, 0 where the export prints none. */
  readonly tid: number;
  readonly level: Level;
  /** The message alone, newlines kept, at most `MAX_MESSAGE_CHARS` characters. */
  readonly message: string;
  /** Apple's format string, where the export carries it (ndjson, json). */
  readonly formatString: string | undefined;
  /** Boot UUID, where the export carries one and it is not empty. */
  readonly boot: string | undefined;
  readonly ref: RecordRef;
}

/** Longer messages are cut here before they are matched; the bytes stay readable through `ref`. */
export const MAX_MESSAGE_CHARS = 16_384;
